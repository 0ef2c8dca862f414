import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Essai, essai } from '../appui.ts';

let e: Essai;
beforeEach(() => {
  e = essai();
});
afterEach(() => e.fermer());

const SAISIE = {
  raisonSociale: 'Les Ateliers du Val',
  genre: 'ACI' as const,
  siret: '424 143 089 00037',
  adresse: '12 rue des Lavoirs',
  codePostal: '63200',
  ville: 'Riom',
  telephone: '04.73.00.00.00',
  courriel: 'accueil@ateliers-du-val.fr',
  conventionNumero: 'ACI 063 25 0012',
  logo: '',
};

test('an empty base has no structure', async () => {
  expect(await e.reussir('parametres.get', {})).toEqual({
    structure: null,
    membres: [],
    membreCourant: null,
  });
});

test('the structure is kept with its numbers normalised', async () => {
  await e.reussir('parametres.saveStructure', SAISIE);
  const { structure } = await e.reussir('parametres.get', {});
  expect(structure).toEqual({ ...SAISIE, siret: '42414308900037', telephone: '0473000000' });
});

test('each wrong field is refused with its own sentence, and nothing is written', async () => {
  const enveloppe = await e.appeler('parametres.saveStructure', {
    ...SAISIE,
    raisonSociale: '  ',
    siret: '424 143 089 00038',
    telephone: '04 73',
    courriel: 'accueil@',
    codePostal: '6320',
  });
  expect(enveloppe).toMatchObject({ ok: false, error: { code: 'entree-invalide' } });
  expect(Object.keys(enveloppe.ok ? {} : enveloppe.error.champs!).sort()).toEqual([
    'codePostal',
    'courriel',
    'raisonSociale',
    'siret',
    'telephone',
  ]);
  expect((await e.reussir('parametres.get', {})).structure).toBeNull();
});

test('a member left out of the team is archived, the others keep their identity', async () => {
  const avant = await e.reussir('parametres.saveEquipe', {
    membres: [
      { prenom: 'Karine', nom: 'Brunet', fonction: 'CIP' },
      { prenom: 'Denis', nom: 'Morel', fonction: 'Directeur' },
    ],
  });
  const [karine] = avant.membres;
  const apres = await e.reussir('parametres.saveEquipe', {
    membres: [{ ...karine!, fonction: 'Directrice' }],
  });
  expect(apres.membres).toEqual([{ ...karine, fonction: 'Directrice' }]);
  expect(apres.membreCourant?.id).toBe(karine!.id);
});

test('a logo that is not a picture is refused', async () => {
  const enveloppe = await e.appeler('parametres.saveStructure', {
    ...SAISIE,
    logo: 'data:text/html;base64,PGI+',
  });
  expect(enveloppe).toMatchObject({
    ok: false,
    error: { champs: { logo: 'Le logo doit être une image PNG ou JPEG.' } },
  });
});
