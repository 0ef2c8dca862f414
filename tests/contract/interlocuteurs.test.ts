import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Essai, essai, idDeRang } from '../appui.ts';

let e: Essai;
let organisationId: string;
beforeEach(async () => {
  e = essai();
  organisationId = (await e.reussir('reseau.create', { nom: 'Paysage Roche' })).id;
});
afterEach(() => e.fermer());

const presents = async () => (await e.reussir('reseau.get', { id: organisationId })).interlocuteurs;
const trouvee = async (recherche: string) => (await e.reussir('reseau.list', { recherche })).total === 1;

test('a person is added, found, corrected, and stays one person', async () => {
  const { id } = await e.reussir('reseau.saveInterlocuteur', {
    organisationId,
    civilite: 'Mme',
    prenom: 'Claire',
    nom: 'Roche',
    intitule: 'dirigeante',
    telephone: '06 12 34 56 78',
  });
  expect(await trouvee('claire roche')).toBe(true);
  expect(await trouvee('06.12.34.56.78')).toBe(true);
  await e.reussir('reseau.saveInterlocuteur', {
    organisationId,
    id,
    prenom: 'Claire',
    nom: 'Œuvrard',
    intitule: 'gérante',
    debut: '2024-01-02',
  });
  expect(await presents()).toMatchObject([
    { id, nom: 'Œuvrard', intitule: 'gérante', telephone: '', debut: '2024-01-02', fin: null },
  ]);
  expect(await trouvee('oeuvrard')).toBe(true);
  expect(await trouvee('06 12 34')).toBe(false);
});

test('who left stays on the sheet, after the others, and leaves the search', async () => {
  const { id } = await e.reussir('reseau.saveInterlocuteur', { organisationId, nom: 'Petit' });
  await e.reussir('reseau.saveInterlocuteur', { organisationId, nom: 'Sow' });
  await e.reussir('reseau.saveInterlocuteur', { organisationId, id, nom: 'Petit', fin: '2024-12-31' });
  expect((await presents()).map(({ nom, fin }) => [nom, fin])).toEqual([
    ['Sow', null],
    ['Petit', '2024-12-31'],
  ]);
  expect(await trouvee('petit')).toBe(false);
  expect((await e.reussir('reseau.suggest', {}))[0]!.interlocuteurs).toMatchObject([{ nom: 'Sow' }]);
});

test('one person may hold functions in two organisations; each is edited on its own', async () => {
  const autre = (await e.reussir('reseau.create', { nom: 'Mairie de Riom' })).id;
  const { id } = await e.reussir('reseau.saveInterlocuteur', {
    organisationId,
    nom: 'Roche',
    intitule: 'dirigeante',
  });
  await e.reussir('reseau.saveInterlocuteur', {
    organisationId: autre,
    id,
    nom: 'Roche',
    intitule: 'conseillère municipale',
  });
  expect(await presents()).toMatchObject([{ id, intitule: 'dirigeante' }]);
  expect((await e.reussir('reseau.get', { id: autre })).interlocuteurs).toMatchObject([
    { id, intitule: 'conseillère municipale' },
  ]);
  expect((await e.reussir('reseau.list', { recherche: 'roche' })).total).toBe(2);
  const { fonctionId } = (await presents())[0]!;
  expect(
    await e.appeler('reseau.saveInterlocuteur', { organisationId: autre, id, fonctionId, nom: 'Roche' }),
  ).toMatchObject({ error: { code: 'introuvable' } });
});

test('a removal is undone whole', async () => {
  const { id } = await e.reussir('reseau.saveInterlocuteur', { organisationId, nom: 'Sow' });
  const avant = await presents();
  await e.reussir('reseau.removeInterlocuteur', { id });
  expect(await presents()).toEqual([]);
  expect(await trouvee('sow')).toBe(false);
  await e.reussir('reseau.restoreInterlocuteur', { id });
  expect(await presents()).toEqual(avant);
  expect(await trouvee('sow')).toBe(true);
});

test('what cannot be true is refused beside its field', async () => {
  expect(
    await e.appeler('reseau.saveInterlocuteur', {
      organisationId,
      nom: ' ',
      telephone: '06 12',
      courriel: 'claire@',
      debut: '2026-02-30',
    }),
  ).toMatchObject({
    error: {
      code: 'entree-invalide',
      champs: {
        nom: 'Indiquez le nom de cette personne.',
        telephone: expect.stringContaining('10 attendus, 4 lus'),
        courriel: 'Cette adresse n’a pas la forme nom@domaine.fr.',
        debut: 'Cette date n’existe pas (attendu : jj/mm/aaaa).',
      },
    },
  });
  expect(
    await e.appeler('reseau.saveInterlocuteur', {
      organisationId,
      nom: 'Sow',
      debut: '2026-02-02',
      fin: '2026-02-01',
    }),
  ).toMatchObject({ error: { champs: { fin: 'Le départ ne peut pas précéder l’arrivée.' } } });
  for (const entree of [
    { organisationId: idDeRang(77), nom: 'Sow' },
    { organisationId, id: idDeRang(77), nom: 'Sow' },
  ])
    expect(await e.appeler('reseau.saveInterlocuteur', entree)).toMatchObject({
      error: { code: 'introuvable' },
    });
  expect(await e.appeler('reseau.removeInterlocuteur', { id: idDeRang(77) })).toMatchObject({
    error: { code: 'introuvable' },
  });
  expect(await presents()).toEqual([]);
});

test('a departure is noted on its day, not before: someone still there must not vanish from the searches', async () => {
  const personne = { organisationId, nom: 'Roche' };
  const { id } = await e.reussir('reseau.saveInterlocuteur', personne);
  const refus = await e.appeler('reseau.saveInterlocuteur', { ...personne, id, fin: '2026-03-25' });
  expect(refus).toMatchObject({
    ok: false,
    error: { code: 'regle', champs: { fin: expect.stringContaining('jour venu') } },
  });
  expect(await trouvee('roche')).toBe(true);
  await e.reussir('reseau.saveInterlocuteur', { ...personne, id, fin: '2026-03-24' });
  expect(await presents()).toMatchObject([{ id, fin: '2026-03-24' }]);
});
