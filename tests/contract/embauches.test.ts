import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Entree } from '../../shared/contrat.ts';
import { AUJOURDHUI, type Essai, essai, idDeRang } from '../appui.ts';

let e: Essai;
let roche: string;
let amina: string;
beforeEach(async () => {
  e = essai();
  roche = (await e.reussir('reseau.create', { nom: 'Paysage Roche' })).id;
  amina = (
    await e.reussir('salaries.create', {
      prenom: 'Amina',
      nom: 'Diallo',
      sexe: 'F',
      naissance: '1990-05-17',
      telephone: '',
      contrats: [],
    })
  ).id;
});
afterEach(() => e.fermer());

type Notee = Entree<'sollicitations.recordEmbauche'>;
const noter = (saisie: Partial<Notee> = {}) =>
  e.appeler('sollicitations.recordEmbauche', {
    organisationId: roche,
    salarieId: amina,
    date: '2026-03-02',
    contrat: 'cdi',
    ...saisie,
  });
const deRoche = async () =>
  (await e.reussir('sollicitations.ofOrganisation', { organisationId: roche })).embauches;
const echange = async (organisationId = roche) =>
  (
    await e.reussir('sollicitations.record', {
      date: '2026-03-02',
      canal: 'telephone',
      resultat: 'accord',
      organisationIds: [organisationId],
    })
  ).id;

test('a hire is on the sheet of the organisation, of the salarié, in the summary, and changes no contract', async () => {
  const sollicitationId = await echange();
  const { id } = await e.reussir('sollicitations.recordEmbauche', {
    organisationId: roche,
    salarieId: amina,
    sollicitationId,
    date: '2026-03-02',
    contrat: 'cdd_long',
    metier: 'Ouvrière paysagiste',
    note: 'À temps plein.',
  });
  const attendue = {
    id,
    date: '2026-03-02',
    contrat: 'cdd_long',
    metier: 'Ouvrière paysagiste',
    note: 'À temps plein.',
    organisation: { id: roche, nom: 'Paysage Roche' },
    salarie: { id: amina, prenom: 'Amina', nom: 'Diallo' },
    sollicitationId,
  };
  expect(await deRoche()).toEqual([attendue]);
  expect((await e.reussir('sollicitations.ofSalarie', { salarieId: amina })).embauches).toEqual([attendue]);
  expect((await e.reussir('reseau.get', { id: roche })).resume.embauches).toEqual([
    { contrat: 'cdd_long', nombre: 1 },
  ]);
  expect((await e.reussir('salaries.get', { id: amina })).contrats).toEqual([]);
});

test('a hire of somebody not followed needs no name', async () => {
  expect(await noter({ salarieId: null })).toMatchObject({ ok: true });
  expect(await deRoche()).toMatchObject([{ salarie: null, contrat: 'cdi' }]);
});

test.each<[string, Partial<Notee>, string]>([
  ['no contract', { contrat: '' as never }, 'contrat'],
  ['a contract of no list', { contrat: 'cdd' as never }, 'contrat'],
  ['no day', { date: '' }, 'date'],
  ['a day that does not exist', { date: '2026-02-30' }, 'date'],
  ['more than a year ahead', { date: '2027-03-25' }, 'date'],
  ['before 1990', { date: '1989-12-31' }, 'date'],
  ['an organisation nobody knows', { organisationId: idDeRang(9) }, 'organisationId'],
  ['a salarié nobody knows', { salarieId: idDeRang(9) }, 'salarieId'],
  ['an exchange nobody knows', { sollicitationId: idDeRang(9) }, 'sollicitationId'],
  ['words too long', { metier: 'x'.repeat(161) }, 'metier'],
])('%s is refused beside its field, and nothing is written', async (_, saisie, champ) => {
  const enveloppe = await noter(saisie);
  expect(enveloppe.ok ? {} : enveloppe.error.champs).toHaveProperty([champ]);
  expect(await deRoche()).toEqual([]);
});

test('one year ahead is still a hire, today too', async () => {
  expect(await noter({ date: '2027-03-24' })).toMatchObject({ ok: true });
  expect(await noter({ date: AUJOURDHUI })).toMatchObject({ ok: true });
});

test('the exchange must be one with that organisation; the same hire is not noted twice', async () => {
  const autre = (await e.reussir('reseau.create', { nom: 'Ateliers Durand' })).id;
  expect(await noter({ sollicitationId: await echange(autre) })).toMatchObject({ error: { code: 'regle' } });
  await noter();
  expect(await noter({ contrat: 'interim' })).toMatchObject({
    error: { champs: { salarieId: 'Cette embauche est déjà notée, à la même date.' } },
  });
  expect(await noter({ date: '2026-03-03' })).toMatchObject({ ok: true });
});

test('corrected, taken back, put back', async () => {
  const { id } = await e.reussir('sollicitations.recordEmbauche', {
    organisationId: roche,
    salarieId: amina,
    date: '2026-03-02',
    contrat: 'cdi',
  });
  // What it already points at may be gone since: it stays correctable.
  await e.reussir('salaries.archive', { id: amina });
  await e.reussir('reseau.archive', { id: roche });
  await e.reussir('sollicitations.updateEmbauche', {
    id,
    organisationId: roche,
    salarieId: amina,
    date: '2026-03-05',
    contrat: 'interim',
  });
  expect(await deRoche()).toMatchObject([{ date: '2026-03-05', contrat: 'interim' }]);
  await e.reussir('sollicitations.archiveEmbauche', { id });
  expect(await deRoche()).toEqual([]);
  expect(
    await e.appeler('sollicitations.updateEmbauche', {
      id,
      organisationId: roche,
      date: '2026-03-05',
      contrat: 'cdi',
    }),
  ).toMatchObject({ error: { code: 'introuvable' } });
  await e.reussir('sollicitations.restoreEmbauche', { id });
  expect(await deRoche()).toHaveLength(1);
  expect(await e.appeler('sollicitations.archiveEmbauche', { id: idDeRang(9) })).toMatchObject({
    error: { code: 'introuvable' },
  });
});

test('the bilan counts the hires begun in its period by contract, with the rows behind', async () => {
  for (const [date, contrat] of [
    ['2025-12-31', 'cdi'],
    ['2026-01-01', 'cdi'],
    ['2026-02-10', 'interim'],
    [AUJOURDHUI, 'cdd_long'],
    ['2026-05-01', 'cdi'],
  ] as const)
    await noter({ salarieId: null, date, contrat });
  const periode = { debut: '2026-01-01', fin: '2026-12-31' };
  const {
    lignes: [embauches],
  } = await e.reussir('bilans.mesurer', {
    ...periode,
    indicateurs: [{ code: 'entonnoir.embauches', axes: ['contrat'] }],
  });
  expect(embauches?.mesure.valeur).toBe(3);
  expect(
    embauches?.repartitions[0]?.parts
      .filter(({ mesure }) => mesure.valeur)
      .map(({ code, mesure }) => [code, mesure.valeur]),
  ).toEqual([
    ['cdi', 1],
    ['cdd_long', 1],
    ['interim', 1],
  ]);
  const lignes = (parts: Entree<'bilans.lignes'>['parts']) =>
    e.reussir('bilans.lignes', { ...periode, indicateur: 'entonnoir.embauches', parts });
  expect((await lignes([])).total).toBe(3);
  expect(await lignes([{ axe: 'contrat', code: 'interim' }])).toMatchObject({
    total: 1,
    lignes: [{ date: '2026-02-10' }],
  });
});
