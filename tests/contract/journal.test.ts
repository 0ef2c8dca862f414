import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Entree } from '../../shared/contrat.ts';
import { type Essai, essai, idDeRang } from '../appui.ts';

let e: Essai;
let karine: string;
let denis: string;
let roche: string;
let durand: string;
beforeEach(async () => {
  e = essai();
  const { membres } = await e.reussir('parametres.saveEquipe', {
    membres: [
      { prenom: 'Karine', nom: 'Brunet', fonction: 'CIP' },
      { prenom: 'Denis', nom: 'Morel', fonction: 'Directeur' },
    ],
  });
  [karine, denis] = membres.map(({ id }) => id) as [string, string];
  roche = (await e.reussir('reseau.create', { nom: 'Paysage Roche', ville: 'Riom' })).id;
  durand = (await e.reussir('reseau.create', { nom: 'Ateliers Durand', ville: 'Volvic' })).id;
});
afterEach(() => e.fermer());

const noter = async (date: string, saisie: Partial<Entree<'sollicitations.record'>> = {}) =>
  (
    await e.reussir('sollicitations.record', {
      date,
      canal: 'telephone',
      resultat: 'a_suivre',
      organisationIds: [roche],
      ...saisie,
    })
  ).id;
const journal = (filtres: Entree<'sollicitations.journal'> = {}) =>
  e.reussir('sollicitations.journal', filtres);
const ids = async (filtres: Entree<'sollicitations.journal'>) =>
  (await journal(filtres)).lignes.map(({ id }) => id);
const causer = (id: string, cause: string) =>
  e.depot.base().sqlite.prepare('UPDATE sollicitation SET cause = ? WHERE id = ?').run(cause, id);

test('an empty structure has an empty journal', async () => {
  expect(await journal()).toEqual({ total: 0, lignes: [] });
  expect(await e.reussir('sollicitations.journalComptes', {})).toEqual({
    echanges: 0,
    organisations: 0,
    causes: [],
  });
});

test('every exchange once, newest first, with all the organisations it reached', async () => {
  const ancien = await noter('2024-05-02');
  const commun = await noter('2026-03-20', { organisationIds: [roche, durand], canal: 'reunion' });
  const retire = await noter('2026-03-21');
  await e.reussir('sollicitations.archive', { id: retire });
  const { total, lignes } = await journal();
  expect(total).toBe(2);
  expect(lignes.map(({ id }) => id)).toEqual([commun, ancien]);
  expect(lignes[0]!.organisations.map(({ nom }) => nom)).toEqual(['Ateliers Durand', 'Paysage Roche']);
  expect(await e.reussir('sollicitations.journalComptes', {})).toMatchObject({
    echanges: 2,
    organisations: 2,
  });
  expect(await e.reussir('sollicitations.journalComptes', { au: '2025-12-31' })).toMatchObject({
    echanges: 1,
    organisations: 1,
  });
});

test('pages follow one another without a gap or a repeat', async () => {
  const notes: string[] = [];
  for (let rang = 0; rang < 7; rang += 1) notes.unshift(await noter('2026-03-20'));
  const lus = [];
  for (let debut = 0; debut < 9; debut += 3) lus.push(...(await ids({ debut, nombre: 3 })));
  expect(lus).toEqual(notes);
});

describe('filters', () => {
  test('period, both limits included', async () => {
    const [a, b, c] = [await noter('2026-01-01'), await noter('2026-01-31'), await noter('2026-02-01')];
    expect(await ids({ du: '2026-01-01', au: '2026-01-31' })).toEqual([b, a]);
    expect(await ids({ du: '2026-01-02' })).toEqual([c, b]);
    expect(await ids({ du: '2026-03-01', au: '2026-01-01' })).toEqual([]);
  });

  test('direction, means, nature, outcome, cause, author', async () => {
    const simple = await noter('2026-03-01');
    await e.reussir('parametres.chooseMembre', { id: denis });
    const refus = await noter('2026-03-02', {
      sens: 'entrante',
      canal: 'visite',
      nature: 'formation',
      resultat: 'refus',
    });
    causer(refus, 'pas_encadrement');
    const filtres: Entree<'sollicitations.journal'>[] = [
      { sens: 'entrante' },
      { canal: 'visite' },
      { nature: 'formation' },
      { resultat: 'refus' },
      { cause: 'pas_encadrement' },
      { auteurId: denis },
    ];
    for (const filtre of filtres) expect(await ids(filtre), JSON.stringify(filtre)).toEqual([refus]);
    expect(await ids({ auteurId: karine })).toEqual([simple]);
    expect(await ids({ nature: 'non_precise' })).toEqual([simple]);
    expect(await ids({ cause: 'inconnue_de_tous' })).toEqual([]);
    expect(await ids({ auteurId: idDeRang(9) })).toEqual([]);
  });

  test('sector of an organisation it reached', async () => {
    const id = await noter('2026-03-01', { organisationIds: [roche, durand] });
    await noter('2026-03-02');
    e.depot.base().sqlite.prepare("UPDATE organisation SET secteur = 'batiment' WHERE id = ?").run(durand);
    expect(await ids({ secteur: 'batiment' })).toEqual([id]);
  });

  test('words of the exchange or of an organisation, accents and order apart', async () => {
    const texte = await noter('2026-03-01', { texte: 'Deux postes d’ouvrier à pourvoir, dès l’été.' });
    const chezDurand = await noter('2026-03-02', { organisationIds: [durand] });
    expect(await ids({ recherche: 'ouvrier ete' })).toEqual([texte]);
    expect(await ids({ recherche: 'durand' })).toEqual([chezDurand]);
    expect(await ids({ recherche: 'VOLVIC' })).toEqual([chezDurand]);
    expect(await ids({ recherche: 'pa' })).toEqual([texte]);
    expect(await ids({ recherche: 'a' })).toEqual([chezDurand]);
    for (const rien of ['"', "' OR 1=1 --", '🙂', 'NEAR(', '*', 'zzz']) {
      expect(await ids({ recherche: rien }), rien).toEqual([]);
    }
  });
});

test('why: refusals, or unmet requests, by cause, whichever cause is asked for', async () => {
  for (const [resultat, cause] of [
    ['refus', 'pas_encadrement'],
    ['refus', 'pas_encadrement'],
    ['refus', ''],
    ['non_honoree', 'permis'],
    ['accord', ''],
  ] as const)
    causer(await noter('2026-03-01', { resultat }), cause);
  const causes = async (filtres: Entree<'sollicitations.journalComptes'>) =>
    (await e.reussir('sollicitations.journalComptes', filtres)).causes;
  expect(await causes({ resultat: 'refus', cause: 'pas_encadrement' })).toEqual([
    { cause: 'pas_encadrement', nombre: 2 },
    { cause: '', nombre: 1 },
  ]);
  expect(await causes({ resultat: 'non_honoree' })).toEqual([{ cause: 'permis', nombre: 1 }]);
  expect(await causes({ resultat: 'accord' })).toEqual([]);
  expect(await causes({})).toEqual([]);
  expect(await ids({ resultat: 'refus', cause: 'non_precise' })).toHaveLength(1);
});

test.each<[string, Record<string, unknown>]>([
  ['a day that does not exist', { du: '2026-02-30' }],
  ['a direction of no list', { sens: 'circulaire' }],
  ['a code with signs', { canal: "x' OR 1=1" }],
  ['a negative page', { debut: -1 }],
  ['a page too long', { nombre: 201 }],
  ['an author that is no key', { auteurId: 'moi' }],
])('%s is refused', async (_, filtres) => {
  expect(await journal(filtres as never).catch((faute) => String(faute))).toMatch(/entree-invalide/);
});

test('the export holds every filtered line, and no formula', async () => {
  await noter('2026-03-01', { texte: '=CMD()', resultat: 'refus' });
  await noter('2026-03-02', { organisationIds: [roche, durand] });
  await e.reussir('sollicitations.exportJournal', { resultat: 'refus', format: 'csv' });
  const csv = new TextDecoder().decode(e.traces.fichiers.at(-1)!.contenu);
  expect(e.traces.fichiers.at(-1)!.nom).toBe('sollicitations-2026-03-24.csv');
  expect(csv.trim().split('\r\n')).toHaveLength(2);
  expect(csv).toContain('01/03/2026;Paysage Roche;1');
  expect(csv).not.toMatch(/;=CMD/);
});

test('what concerns a salarié: exchanges about them, newest first', async () => {
  const { id: salarieId } = await e.reussir('salaries.create', {
    prenom: 'Amina',
    nom: 'Diallo',
    sexe: 'F',
    naissance: '1990-05-17',
    telephone: '',
    contrats: [],
  });
  const [ancien, recent] = [await noter('2026-01-01'), await noter('2026-03-01')];
  await noter('2026-03-02');
  for (const id of [ancien, recent])
    e.depot.base().sqlite.prepare('INSERT INTO sollicitation_salarie VALUES (?, ?)').run(id, salarieId);
  const { lignes } = await e.reussir('sollicitations.ofSalarie', { salarieId });
  expect(lignes.map(({ id }) => id)).toEqual([recent, ancien]);
  expect(lignes[0]!.organisations).toEqual([{ id: roche, nom: 'Paysage Roche' }]);
});
