import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { codes } from '../../shared/nomenclatures/nomenclature.ts';
import { STADES } from '../../shared/nomenclatures/reseau.ts';
import { type Essai, essai, idDeRang } from '../appui.ts';

let e: Essai;
let ids: string[];
let denis: string;
beforeEach(async () => {
  e = essai();
  const { membres } = await e.reussir('parametres.saveEquipe', {
    membres: [
      { prenom: 'Karine', nom: 'Brunet', fonction: '' },
      { prenom: 'Denis', nom: 'Morel', fonction: '' },
    ],
  });
  denis = membres[1]!.id;
  ids = [];
  for (const nom of ['Ets Morel', 'Garage Petit', 'Paysage Roche'])
    ids.push((await e.reussir('reseau.create', { nom })).id);
});
afterEach(() => e.fermer());

const etat = () =>
  e.depot
    .base()
    .sqlite.prepare('SELECT id, stade, referent_id, archived_at FROM organisation ORDER BY id')
    .all();
const noms = async (filtres: object) =>
  (await e.reussir('reseau.list', filtres)).lignes.map(({ nom }) => nom);

test('a stage, a referent or the archive, for several at once, and back', async () => {
  const depart = etat();
  const stade = await e.reussir('reseau.changeMany', { ids: ids.slice(0, 2), stade: 'engagee' });
  expect(stade.avant).toHaveLength(2);
  expect(await noms({ stades: ['engagee'] })).toEqual(['Ets Morel', 'Garage Petit']);
  const referent = await e.reussir('reseau.changeMany', { ids, referentId: denis });
  expect((await e.reussir('reseau.list', {})).lignes.map(({ referent: qui }) => qui)).toEqual([
    'D. Morel',
    'D. Morel',
    'D. Morel',
  ]);
  const archive = await e.reussir('reseau.changeMany', { ids: [ids[2]!], archive: true });
  expect(await noms({})).toEqual(['Ets Morel', 'Garage Petit']);
  for (const fait of [archive, referent, stade])
    expect(await e.reussir('reseau.undoChangeMany', fait)).toEqual({ nombre: fait.avant.length });
  expect(etat()).toEqual(depart);
});

test('what was so already is left out; archived ones keep their day and their stage', async () => {
  await e.reussir('reseau.archive', { id: ids[0]! });
  const { avant } = await e.reussir('reseau.changeMany', { ids, stade: 'a_prospecter' });
  expect(avant).toEqual([]);
  const engagees = await e.reussir('reseau.changeMany', { ids, stade: 'engagee' });
  expect(engagees.avant.map(({ id }) => id)).toEqual([ids[1], ids[2]]);
  const archivees = await e.reussir('reseau.changeMany', { ids, archive: true });
  expect(archivees.avant.map(({ id }) => id)).toEqual([ids[1], ids[2]]);
});

test('undoing leaves alone what somebody changed since', async () => {
  const fait = await e.reussir('reseau.changeMany', { ids, stade: 'engagee' });
  await e.reussir('reseau.changeMany', { ids: [ids[1]!], stade: 'partenaire' });
  expect(await e.reussir('reseau.undoChangeMany', fait)).toEqual({ nombre: 2 });
  expect(await noms({ stades: ['partenaire'] })).toEqual(['Garage Petit']);
});

test('bad and hostile demands are refused, and change nothing', async () => {
  const depart = etat();
  for (const fausse of [
    { ids: [] },
    { ids },
    { ids, stade: 'engagee', archive: true },
    { ids, stade: 'x' },
    { ids: ['x'], stade: 'engagee' },
    { ids: new Array(5001).fill(ids[0]), stade: 'engagee' },
    { ids, referentId: 'Karine' },
    { ids, nom: 'X' },
  ])
    expect(await e.appeler('reseau.changeMany', fausse as never)).toMatchObject({
      error: { code: 'entree-invalide' },
    });
  expect(await e.appeler('reseau.changeMany', { ids: [idDeRang(900)], stade: 'engagee' })).toMatchObject({
    error: { code: 'introuvable' },
  });
  expect(await e.appeler('reseau.changeMany', { ids, referentId: idDeRang(900) })).toMatchObject({
    error: { code: 'introuvable', champs: { referentId: expect.any(String) } },
  });
  for (const avant of [
    [{ id: ids[0]!, valeur: 'x' }],
    [{ id: ids[0]!, valeur: null }],
    [{ id: 'x', valeur: 'engagee' }],
  ])
    expect(
      await e.appeler('reseau.undoChangeMany', { champ: 'stade', apres: 'a_prospecter', avant } as never),
    ).toMatchObject({ error: { code: 'entree-invalide' } });
  expect(
    await e.reussir('reseau.undoChangeMany', {
      champ: 'referentId',
      apres: null,
      avant: [{ id: ids[0]!, valeur: idDeRang(900) }],
    }),
  ).toEqual({ nombre: 0 });
  expect(etat()).toEqual(depart);
});

test('property: taken back in the reverse order, any changes leave the network as it was', async () => {
  const changement = fc.oneof(
    fc.record({ stade: fc.constantFrom(...codes(STADES)) }),
    fc.record({ referentId: fc.constantFrom(null, 'denis') }),
    fc.record({ archive: fc.boolean() }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ sur: fc.subarray([0, 1, 2], { minLength: 1 }), changement }), { maxLength: 6 }),
      async (suite) => {
        const depart = etat();
        const faits = [];
        for (const { sur, changement: demande } of suite) {
          const referent = 'referentId' in demande && demande.referentId ? { referentId: denis } : {};
          faits.push(
            await e.reussir('reseau.changeMany', {
              ids: sur.map((rang) => ids[rang]!),
              ...demande,
              ...referent,
            } as never),
          );
        }
        for (const fait of faits.reverse()) await e.reussir('reseau.undoChangeMany', fait);
        expect(etat()).toEqual(depart);
      },
    ),
    { numRuns: 40 },
  );
});
