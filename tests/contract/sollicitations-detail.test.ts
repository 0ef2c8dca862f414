import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Entree } from '../../shared/contrat.ts';
import { DESTINATAIRES_MAX } from '../../shared/sollicitations/schema.ts';
import { AUJOURDHUI, type Essai, essai } from '../appui.ts';

let e: Essai;
let roche: string;
let autreMembre: string;
beforeEach(async () => {
  e = essai();
  const { membres } = await e.reussir('parametres.saveEquipe', {
    membres: [
      { prenom: 'Karine', nom: 'Brunet', fonction: 'CIP' },
      { prenom: 'Denis', nom: 'Morel', fonction: 'Directeur' },
    ],
  });
  autreMembre = membres[1]!.id;
  roche = (await e.reussir('reseau.create', { nom: 'Paysage Roche' })).id;
});
afterEach(() => e.fermer());

type Notee = Entree<'sollicitations.record'>;
const noter = (saisie: Partial<Notee> = {}) =>
  e.reussir('sollicitations.record', {
    date: AUJOURDHUI,
    canal: 'telephone',
    resultat: 'a_suivre',
    organisationIds: [roche],
    ...saisie,
  });
const historique = async () =>
  (await e.reussir('sollicitations.ofOrganisation', { organisationId: roche })).lignes;
const relances = async () => (await e.reussir('sollicitations.relancesOf', { organisationId: roche })).lignes;
const dues = () => e.reussir('sollicitations.relances', { qui: 'moi' });
const prochaine = () =>
  e.depot.base().sqlite.prepare('SELECT prochaine_relance FROM organisation WHERE id = ?').pluck().get(roche);
const salarie = async (nom: string) =>
  (
    await e.reussir('salaries.create', {
      prenom: 'Amina',
      nom,
      sexe: 'F',
      naissance: '1990-05-17',
      telephone: '',
      contrats: [],
    })
  ).id;

test('an exchange keeps its details, and the history tells them', async () => {
  const [amina, bruno] = [await salarie('Diallo'), await salarie('Costa')];
  await noter({
    canal: 'petit_dejeuner',
    sousNature: 'job_dating',
    resultat: 'refus',
    cause: 'calendrier',
    objet: 'Œuvrer à l’accueil de mars',
    texte: 'Rappellera.',
    dureeMinutes: 1440,
    salarieIds: [amina, bruno, amina],
  });
  expect(await historique()).toMatchObject([
    {
      canal: 'petit_dejeuner',
      nature: 'intermediation',
      sousNature: 'job_dating',
      resultat: 'refus',
      cause: 'calendrier',
      objet: 'Œuvrer à l’accueil de mars',
      texte: 'Rappellera.',
      dureeMinutes: 1440,
      salaries: [
        { id: bruno, prenom: 'Amina', nom: 'Costa' },
        { id: amina, prenom: 'Amina', nom: 'Diallo' },
      ],
      pieces: [],
    },
  ]);
});

test('the subject is searched like the text', async () => {
  await noter({ objet: 'Clause sociale du gymnase', texte: 'À creuser.' });
  for (const recherche of ['gymnase', 'creuser', 'clause creuser'])
    expect((await e.reussir('reseau.search', { recherche })).sollicitations, recherche).toHaveLength(1);
});

test('correcting an exchange rewrites its details, and keeps a salarié archived since', async () => {
  const amina = await salarie('Diallo');
  const { id } = await noter({ salarieIds: [amina], resultat: 'refus', cause: 'prix', dureeMinutes: 30 });
  await e.reussir('salaries.archive', { id: amina });
  const corriger = (saisie: object) =>
    e.appeler('sollicitations.update', {
      id,
      date: AUJOURDHUI,
      canal: 'visio',
      resultat: 'accord',
      organisationIds: [roche],
      ...saisie,
    });
  expect(await corriger({ salarieIds: [amina] })).toMatchObject({ ok: true });
  expect((await historique())[0]).toMatchObject({
    canal: 'visio',
    cause: '',
    dureeMinutes: null,
    salaries: [{ id: amina }],
  });
  await corriger({ salarieIds: [] });
  expect(await corriger({ salarieIds: [amina] })).toMatchObject({
    ok: false,
    error: { champs: { 'salarieIds.0': /n’existe plus/ } },
  });
});

test('the values of the structure are accepted, with the two levels in agreement', async () => {
  const { sqlite } = e.depot.base();
  const ajouter = sqlite.prepare(
    "INSERT INTO nomenclature_valeur (liste, code, label, parent, created_at, updated_at) VALUES (?, ?, ?, ?, '', '')",
  );
  ajouter.run('canaux', 'radio', 'Radio locale', '');
  ajouter.run('sous_natures', 'tour_ateliers', 'Tour des ateliers', 'decouverte');
  await noter({ canal: 'radio', sousNature: 'tour_ateliers' });
  expect((await historique())[0]).toMatchObject({ canal: 'radio', nature: 'decouverte' });
});

test('a mailing reaches five hundred organisations, not one more', async () => {
  const ids: string[] = [];
  for (let rang = 0; rang <= DESTINATAIRES_MAX; rang += 1)
    ids.push((await e.reussir('reseau.create', { nom: `Atelier ${rang}` })).id);
  const envoi = { canal: 'publipostage', relance: { libelle: 'Relancer', echeance: '2026-04-07' } };
  expect(
    await e.appeler('sollicitations.record', {
      date: AUJOURDHUI,
      resultat: 'a_suivre',
      ...envoi,
      organisationIds: ids,
    }),
  ).toMatchObject({
    ok: false,
    error: { champs: { organisationIds: 'Un échange réunit 500 organisations au plus.' } },
  });
  const { id } = await noter({ ...envoi, organisationIds: ids.slice(1) });
  const compter = (sql: string) => e.depot.base().sqlite.prepare(sql).pluck().get();
  expect(compter('SELECT count(*) FROM sollicitation_organisation')).toBe(500);
  expect(compter("SELECT count(*) FROM organisation WHERE prochaine_relance = '2026-04-07'")).toBe(500);
  await e.reussir('sollicitations.undoRecord', { id, creations: [] });
  expect(compter('SELECT count(*) FROM relance WHERE archived_at IS NULL')).toBe(0);
  expect(compter('SELECT count(*) FROM organisation WHERE prochaine_relance IS NOT NULL')).toBe(0);
});

test('the place of whoever is refused is told, even far in the list', async () => {
  const envoi = await e.appeler('sollicitations.record', {
    date: AUJOURDHUI,
    canal: 'telephone',
    resultat: 'a_suivre',
    organisationIds: [roche, autreMembre],
  });
  expect(envoi).toMatchObject({ ok: false, error: { champs: { 'organisationIds.1': /n’existe plus/ } } });
});

test('a follow-up waits for an event, never late, until it happens', async () => {
  await noter({
    relance: { libelle: 'Proposer une visite', echeance: null, evenement: 'après les élections' },
  });
  const [attente] = await relances();
  expect(attente).toMatchObject({ echeance: null, evenement: 'après les élections' });
  expect(prochaine()).toBeNull();
  e.nousSommesLe('2027-03-24');
  expect(await dues()).toMatchObject({
    lignes: [],
    enRetard: 0,
    aujourdhui: 0,
    plusTard: 0,
    enAttente: 1,
    attentes: [{ id: attente!.id }],
  });
  const { avant } = await e.reussir('sollicitations.eventHappened', { id: attente!.id });
  expect(await dues()).toMatchObject({
    lignes: [{ echeance: '2027-03-24', evenement: '' }],
    aujourdhui: 1,
    attentes: [],
    enAttente: 0,
  });
  expect(prochaine()).toBe('2027-03-24');
  expect(await e.appeler('sollicitations.eventHappened', { id: attente!.id })).toMatchObject({
    ok: false,
    error: { code: 'regle' },
  });
  await e.reussir('sollicitations.postponeRelance', { id: attente!.id, ...avant });
  expect(await relances()).toEqual([attente]);
  expect(prochaine()).toBeNull();
});

test('an event with a latest day waits, then is due like any other', async () => {
  await noter({
    relance: { libelle: 'Rappeler', echeance: '2026-05-04', evenement: 'après le comité' },
  });
  expect(await dues()).toMatchObject({ lignes: [], plusTard: 0, enAttente: 1 });
  e.nousSommesLe('2026-05-05');
  expect(await dues()).toMatchObject({
    lignes: [{ echeance: '2026-05-04', evenement: 'après le comité' }],
    enRetard: 1,
    enAttente: 0,
  });
});

test('postponing until an event, then taking it back, gives back the very day', async () => {
  await noter({ relance: { libelle: 'Rappeler', echeance: '2026-03-30' } });
  const [due] = await relances();
  const { avant } = await e.reussir('sollicitations.postponeRelance', {
    id: due!.id,
    echeance: null,
    evenement: 'à la rentrée',
  });
  expect(await relances()).toMatchObject([{ echeance: null, evenement: 'à la rentrée' }]);
  expect(prochaine()).toBeNull();
  await e.reussir('sollicitations.postponeRelance', { id: due!.id, ...avant });
  expect(await relances()).toEqual([due]);
  expect(await e.appeler('sollicitations.postponeRelance', { id: due!.id, echeance: null })).toMatchObject({
    ok: false,
    error: { champs: { echeance: 'Choisissez un jour, ou dites ce que vous attendez.' } },
  });
});

test('an action planned on its own may wait too, and be for a colleague', async () => {
  await e.reussir('sollicitations.planRelance', {
    organisationId: roche,
    libelle: 'Envoyer la plaquette',
    echeance: null,
    evenement: 'au prochain recrutement',
    responsableId: autreMembre,
  });
  expect(await relances()).toMatchObject([
    { echeance: null, evenement: 'au prochain recrutement', responsable: { nom: 'D. Morel' } },
  ]);
  expect(await dues()).toMatchObject({ enAttente: 0 });
});

test('the follow-ups of a mailing stand as one line, which opens on all of them; the counts stay whole', async () => {
  const ids: string[] = [];
  for (let rang = 0; rang < 6; rang += 1)
    ids.push((await e.reussir('reseau.create', { nom: `Atelier ${rang}` })).id);
  const envoi = (organisationIds: string[]) =>
    noter({
      organisationIds,
      date: '2026-03-12',
      canal: 'publipostage',
      objet: 'Offre de mars',
      relance: { libelle: 'Relancer', echeance: '2026-03-20' },
    });
  await envoi(ids.slice(0, 5));
  expect((await dues()).groupes, 'five are still a list').toEqual([]);
  const { id } = await envoi(ids);
  const jour = await dues();
  expect(jour.groupes).toEqual([
    {
      id,
      date: '2026-03-12',
      canal: 'publipostage',
      objet: 'Offre de mars',
      libelle: 'Relancer',
      echeance: '2026-03-20',
      nombre: 6,
      enRetard: 6,
    },
  ]);
  expect(jour.lignes).toHaveLength(5);
  expect(jour.enRetard).toBe(11);
  const { lignes } = await e.reussir('sollicitations.relancesOfExchange', {
    sollicitationId: id,
    qui: 'moi',
  });
  expect(lignes.map(({ organisation }) => organisation.id).sort()).toEqual(ids.sort());
  await e.reussir('sollicitations.completeRelance', { id: lignes[0]!.id });
  expect((await dues()).groupes).toEqual([]);
  expect((await dues()).lignes).toHaveLength(10);
});
