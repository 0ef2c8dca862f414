import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Essai, essai, idDeRang } from '../appui.ts';

let e: Essai;
let roche: string;
beforeEach(async () => {
  e = essai();
  await e.reussir('parametres.saveEquipe', { membres: [{ prenom: 'Karine', nom: 'Brunet', fonction: '' }] });
  roche = (await e.reussir('reseau.create', { nom: 'Paysage Roche' })).id;
});
afterEach(() => e.fermer());

const demander = (organisationIds: string[], plus: object = {}) =>
  e.reussir('sollicitations.record', {
    date: '2026-03-12',
    canal: 'telephone',
    nature: 'intermediation',
    resultat: 'a_suivre',
    organisationIds,
    ...plus,
  });
const mesure = async () => (await e.reussir('reseau.saturation', { organisationIds: [roche] }))[0]!;

test('only what asked something counts: outgoing, with a nature, still there, within the months', async () => {
  expect(await mesure()).toMatchObject({ nom: 'Paysage Roche', niveau: 'calme', charge: 0, derniere: null });
  const { id } = await demander([roche]);
  await demander([roche], { nature: '' });
  await demander([roche], { sens: 'entrante' });
  await demander([roche], { date: '2025-09-24' });
  expect(await mesure()).toMatchObject({
    demandes: 1,
    charge: 1,
    derniere: { date: '2026-03-12', auteur: 'K. Brunet' },
  });
  await e.reussir('sollicitations.archive', { id });
  expect(await mesure()).toMatchObject({ charge: 0 });
});

test('a mailing counts once in each organisation it reached', async () => {
  const autre = (await e.reussir('reseau.create', { nom: 'Garage Petit' })).id;
  await demander([roche, autre], { canal: 'publipostage' });
  const lues = await e.reussir('reseau.saturation', {
    organisationIds: [autre, roche, autre, idDeRang(999)],
  });
  expect(lues.map(({ nom, charge }) => [nom, charge])).toEqual([
    ['Garage Petit', 1],
    ['Paysage Roche', 1],
  ]);
  expect(await e.reussir('reseau.saturation', { organisationIds: [] })).toEqual([]);
});

test('immersions count from their first day, drafts and cancelled ones never', async () => {
  const { sqlite } = e.depot.base();
  const instant = '2026-01-01T00:00:00.000Z';
  sqlite
    .prepare(
      `INSERT INTO salarie (id, prenom, nom, nom_tri, sexe, naissance, created_at, updated_at)
       VALUES ('s', 'A', 'B', 'b', 'f', '1990-01-01', @instant, @instant)`,
    )
    .run({ instant });
  const poser = sqlite.prepare(
    `INSERT INTO immersion (id, numero, statut, salarie_id, organisation_id, debut, fin, horaires, created_at, updated_at)
     VALUES (@id, @id, @statut, 's', @roche, @debut, @fin, '[]', @instant, @instant)`,
  );
  const immersion = (id: string, statut: string, debut: string | null, fin: string | null) =>
    poser.run({ id, statut, debut, fin, roche, instant });
  immersion('1', 'signee', '2026-03-20', '2026-04-03');
  immersion('2', 'brouillon', '2026-03-01', '2026-03-15');
  immersion('3', 'annulee', '2026-03-01', '2026-03-15');
  immersion('4', 'prete', '2026-03-25', '2026-04-10');
  immersion('5', 'terminee', '2025-09-01', '2025-09-25');
  expect(await mesure()).toMatchObject({ immersions: 2, charge: 2 });
});

test('the settings are kept, change the measure, and refuse what makes no sense', async () => {
  const defaut = await e.reussir('parametres.saturation', {});
  expect(defaut).toEqual({ mois: 6, seuil: 5, poidsImmersion: 1, alerteA: 0.6 });
  await demander([roche]);
  await e.reussir('parametres.saveSaturation', { ...defaut, seuil: 1, mois: 1 });
  expect(await mesure()).toMatchObject({ niveau: 'saturee', seuil: 1, mois: 1, jusquAu: '2026-04-12' });
  for (const faux of [
    { mois: 0 },
    { mois: 37 },
    { seuil: 0 },
    { seuil: 51 },
    { seuil: '5' },
    { seuil: null },
  ])
    expect(await e.appeler('parametres.saveSaturation', { ...defaut, ...faux } as never)).toMatchObject({
      error: { code: 'entree-invalide', champs: { [Object.keys(faux)[0]!]: expect.any(String) } },
    });
});

test('hostile lists of organisations are refused or empty', async () => {
  for (const organisationIds of [['x'], ["' OR 1=1 --"], [null], 'tout', new Array(5001).fill(roche)])
    expect(await e.appeler('reseau.saturation', { organisationIds } as never)).toMatchObject({
      error: { code: 'entree-invalide' },
    });
});
