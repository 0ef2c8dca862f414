import { afterEach, beforeEach, expect, test } from 'vitest';
import { ORGANISATION_VIDE } from '../../shared/reseau/schema.ts';
import { type Essai, essai } from '../appui.ts';

let e: Essai;
beforeEach(() => {
  e = essai();
});
afterEach(() => e.fermer());

const noms = async (recherche: string) =>
  (await e.reussir('reseau.list', { recherche })).lignes.map(({ nom }) => nom);

test('a name is enough to create an organisation; its sheet opens at once', async () => {
  const { id } = await e.reussir('reseau.create', { nom: '  Œuvrard-N’Diaye  ' });
  expect(await e.reussir('reseau.get', { id })).toEqual({
    ...ORGANISATION_VIDE,
    id,
    nom: 'Œuvrard-N’Diaye',
    nafLibelle: '',
    referent: null,
    sites: [],
    silence: null,
    fusionneeDans: null,
    archivedAt: null,
    dernierEchange: null,
    prochaineRelance: null,
    interlocuteurs: [],
    resume: {
      echanges: 0,
      entrantes: 0,
      immersions: 0,
      embauches: [],
      derniereVisite: null,
      sansSuite: 0,
      refus: 0,
      causeRefus: '',
      promesses: [],
    },
  });
});

test('each wrong field is refused beside itself, and nothing is written', async () => {
  const enveloppe = await e.appeler('reseau.create', {
    nom: ' ',
    siret: '424 143 089 00038',
    telephone: '03 88',
    autreCourriel: 'x@',
    codePostal: '670',
  });
  expect(Object.keys(enveloppe.ok ? {} : enveloppe.error.champs!).sort()).toEqual([
    'autreCourriel',
    'codePostal',
    'nom',
    'siret',
    'telephone',
  ]);
  expect((await e.reussir('reseau.list', {})).total).toBe(0);
  expect(await e.appeler('reseau.create', { nom: 'X', proprietaire: 'Y' } as never)).toMatchObject({
    error: { code: 'entree-invalide' },
  });
});

test('found by any part of its name, town, phone, SIRET, e-mail or activity', async () => {
  await e.reussir('reseau.create', {
    nom: 'S.A.R.L. Œuvrard-N’Diaye Menuiserie',
    ville: 'Saint-Étienne-de-Tinée',
    codePostal: '06660',
    telephone: '03 88 81 75 33',
    siret: '424 143 089 00037',
    courriel: 'accueil@oeuvrard.fr',
    activite: 'Agencement d’intérieur',
  });
  await e.reussir('reseau.create', { nom: 'Boulangerie Faure', ville: 'Riom' });
  for (const recherche of [
    'oeuvrard',
    'ŒUVRARD',
    'uvrar',
    'ndiaye',
    "N'Diaye",
    'sarl',
    'nuiserie',
    'etienne',
    'saint étienne',
    'tinée menuis',
    '03 88 81',
    '03.88.81.75.33',
    '81 75',
    '+33 3 88 81 75 33',
    '424 143 089',
    'accueil@oeuvrard.fr',
    '06660',
    'interieur',
    'sa me',
  ])
    expect(await noms(recherche), recherche).toEqual(['S.A.R.L. Œuvrard-N’Diaye Menuiserie']);
  for (const recherche of ['zzz', '🙂', '"', '*', '-', '()', 'riom menuiserie'])
    expect(await noms(recherche), recherche).toEqual([]);
  expect(await noms('b')).toEqual(['Boulangerie Faure']);
});

test('the picker puts names that begin with the search first, then words, then any part', async () => {
  for (const nom of ['Le Forum', 'Aux Trois Fours', 'Fournil du Val', 'Carrefour'])
    await e.reussir('reseau.create', { nom });
  const trouvees = await e.reussir('reseau.suggest', { recherche: 'four' });
  expect(trouvees.map(({ nom }) => nom)).toEqual(['Fournil du Val', 'Aux Trois Fours', 'Carrefour']);
});

test('an archived organisation leaves lists and pickers, still opens, and comes back', async () => {
  const { id } = await e.reussir('reseau.create', { nom: 'Garage Petit' });
  await e.reussir('reseau.archive', { id });
  expect(await noms('garage')).toEqual([]);
  expect(await e.reussir('reseau.suggest', {})).toEqual([]);
  expect((await e.reussir('reseau.get', { id })).archivedAt).not.toBeNull();
  await e.reussir('reseau.restore', { id });
  expect(await noms('garage')).toEqual(['Garage Petit']);
});
