import { afterEach, beforeEach, expect, test } from 'vitest';
import { refreshSummary } from '../../db/organisations.ts';
import type { Entree } from '../../shared/contrat.ts';
import { type Essai, essai, idDeRang } from '../appui.ts';
import { conventionDe } from '../conventions.ts';
import { parcours, saisieComplete } from '../immersions.ts';

let e: Essai;
beforeEach(() => {
  e = essai();
});
afterEach(() => e.fermer());

const creer = async (saisie: Entree<'reseau.create'>) => (await e.reussir('reseau.create', saisie)).id;
const noms = async (demande: Entree<'reseau.list'>) =>
  (await e.reussir('reseau.list', demande)).lignes.map(({ nom }) => nom);

/** An exchange written as the operations of its domain would, on one organisation. */
function noter(organisationId: string, rang: number, date: string, texte: string): void {
  const { sqlite } = e.depot.base();
  const id = idDeRang(900_000 + rang);
  sqlite
    .prepare(
      `INSERT INTO sollicitation (id, date, canal, sens, resultat, texte, cherche, created_at, updated_at)
       VALUES (?, ?, 'telephone', 'sortante', 'a_suivre', ?, lower(?), ?, ?)`,
    )
    .run(id, date, texte, texte, date, date);
  sqlite.prepare('INSERT INTO sollicitation_organisation VALUES (?, ?)').run(id, organisationId);
  refreshSummary(e.depot.base(), [organisationId]);
}

/** A follow-up not done yet. */
function promettre(organisationId: string, rang: number, echeance: string): void {
  e.depot
    .base()
    .sqlite.prepare(
      `INSERT INTO relance (id, organisation_id, libelle, echeance, created_at, updated_at)
       VALUES (?, ?, 'Rappeler', ?, ?, ?)`,
    )
    .run(idDeRang(800_000 + rang), organisationId, echeance, echeance, echeance);
  refreshSummary(e.depot.base(), [organisationId]);
}

test.each(['%', '_', '%%%', 'a%b_c'])('a wildcard of LIKE is a plain sign: %s', async (recherche) => {
  await creer({ nom: 'Menuiserie Roche' });
  expect(await noms({ recherche })).toEqual([]);
});

test.each([
  'roche" OR "faure',
  'roche OR faure',
  'NEAR(roche faure, 10)',
  'nom:roche faure',
  '^faure roche',
  '"roche',
  "roche' --",
  '{cherche} : roche OR faure',
  'roche AND NOT menuiserie',
  `roche\u0000faure`,
])('the syntax of the index is plain words: %s', async (recherche) => {
  await creer({ nom: 'Menuiserie Roche' });
  await creer({ nom: 'Boulangerie Faure' });
  const trouvees = await noms({ recherche });
  expect(trouvees.length).toBeLessThan(2);
  expect(await e.appeler('reseau.suggest', { recherche })).toMatchObject({ ok: true });
  expect(await e.appeler('reseau.search', { recherche })).toMatchObject({ ok: true });
  expect(await e.appeler('reseau.export', { format: 'csv', recherche })).toMatchObject({ ok: true });
  expect(e.traces.journal.filter((ligne) => ligne.startsWith('erreur'))).toEqual([]);
});

test('a search that is too long is refused in one sentence', async () => {
  expect(await e.appeler('reseau.list', { recherche: 'a'.repeat(201) })).toMatchObject({
    error: { code: 'entree-invalide', champs: { recherche: '200 caractères au plus.' } },
  });
  expect(await noms({ recherche: 'ab '.repeat(60) })).toEqual([]);
});

test('filters narrow together with the search, and the total counts them all', async () => {
  await creer({ nom: 'Garage Petit', genre: 'marchand', ville: 'Riom' });
  await creer({ nom: 'Garage municipal', genre: 'public', ville: 'Riom' });
  await creer({ nom: 'Garage du Lac', genre: 'marchand', ville: 'Volvic' });
  expect(await noms({ recherche: 'garage', genre: 'marchand', ville: 'Riom' })).toEqual(['Garage Petit']);
  expect(await e.reussir('reseau.list', { recherche: 'garage', nombre: 1 })).toMatchObject({ total: 3 });
  expect(await e.reussir('reseau.list', { recherche: 'garage', nombre: 2, debut: 2 })).toMatchObject({
    total: 3,
    lignes: [{ nom: 'Garage Petit' }],
  });
  expect(await e.appeler('reseau.list', { genre: 'autre' as never })).toMatchObject({
    error: { champs: { genre: 'Ce type d’organisation est inconnu.' } },
  });
});

test('a town is one town however it is spelled', async () => {
  await creer({ nom: 'A', ville: 'SAINT ETIENNE' });
  await creer({ nom: 'B', ville: 'Saint-Étienne' });
  await creer({ nom: 'C', ville: 'Riom' });
  await creer({ nom: 'D' });
  expect(await e.reussir('reseau.villes', {})).toEqual([
    { ville: 'Riom', nombre: 1 },
    { ville: 'Saint-Étienne', nombre: 2 },
  ]);
  expect(await noms({ ville: 'Saint-Étienne' })).toEqual(['A', 'B']);
});

test('contact: never reached, asleep for six months to the day, or with something promised', async () => {
  await creer({ nom: 'Jamais' });
  noter(await creer({ nom: 'Dormante' }), 1, '2025-09-24', 'Appel');
  noter(await creer({ nom: 'Récente' }), 2, '2025-09-25', 'Appel');
  promettre(await creer({ nom: 'Relancée' }), 1, '2026-04-02');
  expect(await noms({ contact: 'jamais' })).toEqual(['Jamais', 'Relancée']);
  expect(await noms({ contact: 'dormant' })).toEqual(['Dormante']);
  expect(await noms({ contact: 'relance' })).toEqual(['Relancée']);
});

test('each column sorts both ways; what has no town or no follow-up comes last when ascending', async () => {
  const a = await creer({ nom: 'Atelier', ville: 'Volvic' });
  const b = await creer({ nom: 'Élan', ville: 'Riom' });
  await creer({ nom: 'Zinc' });
  noter(a, 1, '2026-01-01', '');
  noter(b, 2, '2026-02-01', '');
  promettre(a, 1, '2026-05-01');
  promettre(b, 2, '2026-04-01');
  expect(await noms({ tri: 'nom' })).toEqual(['Atelier', 'Élan', 'Zinc']);
  expect(await noms({ tri: 'nom', sens: 'desc' })).toEqual(['Zinc', 'Élan', 'Atelier']);
  expect(await noms({ tri: 'ville' })).toEqual(['Élan', 'Atelier', 'Zinc']);
  expect(await noms({ tri: 'echange', sens: 'desc' })).toEqual(['Élan', 'Atelier', 'Zinc']);
  expect(await noms({ tri: 'relance' })).toEqual(['Élan', 'Atelier', 'Zinc']);
  expect(await noms({ tri: 'relance', sens: 'desc' })).toEqual(['Atelier', 'Élan', 'Zinc']);
});

test('the archived ones are listed on demand', async () => {
  const id = await creer({ nom: 'Fermée' });
  await creer({ nom: 'Ouverte' });
  await e.reussir('reseau.archive', { id });
  expect(await noms({ archivees: true })).toEqual(['Fermée']);
  expect(await noms({ archivees: true, recherche: 'ferm' })).toEqual(['Fermée']);
  expect(await noms({})).toEqual(['Ouverte']);
});

test('Ctrl K finds organisations, people, salariés and exchanges by the same words', async () => {
  const roche = await creer({ nom: 'Paysage Roche', ville: 'Riom', telephone: '04 73 11 22 33' });
  const { id: claire } = await e.reussir('reseau.saveInterlocuteur', {
    organisationId: roche,
    prenom: 'Claire',
    nom: 'Œuvrard-N’Diaye',
    intitule: 'dirigeante',
    telephone: '06 12 34 56 78',
  });
  e.depot.base().sqlite.exec(
    `INSERT INTO salarie (id, prenom, nom, nom_tri, sexe, naissance, cherche, created_at, updated_at)
       VALUES ('s', 'Aminata', 'Diallo', 'diallo', 'F', '1991-07-14', 'aminata diallo aminata', '', '')`,
  );
  noter(roche, 1, '2026-03-12', 'Envoyer la grille de Diallo');
  expect(await e.reussir('reseau.search', { recherche: 'diallo' })).toEqual({
    organisations: [],
    interlocuteurs: [],
    salaries: [{ id: 's', prenom: 'Aminata', nom: 'Diallo' }],
    immersions: [],
    sessions: [],
    conventions: [],
    sollicitations: [
      {
        id: idDeRang(900_001),
        date: '2026-03-12',
        canal: 'telephone',
        texte: 'Envoyer la grille de Diallo',
        organisation: { id: roche, nom: 'Paysage Roche' },
      },
    ],
  });
  for (const recherche of ['oeuvrard', 'claire n’diaye', '06 12 34', '+33 6 12 34 56 78', 'cl oeuv'])
    expect((await e.reussir('reseau.search', { recherche })).interlocuteurs, recherche).toMatchObject([
      { id: claire, nom: 'Œuvrard-N’Diaye', organisations: [{ id: roche, nom: 'Paysage Roche' }] },
    ]);
  // The town is the organisation's, not the person's.
  expect(await e.reussir('reseau.search', { recherche: 'riom' })).toMatchObject({
    organisations: [{ id: roche }],
    interlocuteurs: [],
  });
  expect(await e.reussir('reseau.search', { recherche: '' })).toEqual({
    organisations: [],
    interlocuteurs: [],
    salaries: [],
    immersions: [],
    sessions: [],
    conventions: [],
    sollicitations: [],
  });
});

test('Ctrl K finds an immersion by its number, its person or its host; a draft without a date comes first', async () => {
  const { salarieId, organisationId, referentId } = await parcours(e);
  const saisie = saisieComplete(salarieId, organisationId, { referentId });
  const convenue = await e.reussir('immersions.create', saisie);
  const brouillon = await e.reussir('immersions.create', { ...saisie, debut: null, fin: null });
  await e.reussir('immersions.issue', { id: convenue.id });
  const trouver = async (recherche: string) =>
    (await e.reussir('reseau.search', { recherche })).immersions.map(({ numero }) => numero);
  expect(convenue.numero).toBe('2026-001');
  for (const recherche of ['2026-001', '2026 001', '2026001'])
    expect(await trouver(recherche), recherche).toEqual(['2026-001']);
  for (const recherche of ['diallo', 'Aminata', 'réemploi', 'reemploi diallo'])
    expect(await trouver(recherche), recherche).toEqual(['2026-002', '2026-001']);
  expect(await trouver('diallo roche')).toEqual([]);
  expect((await e.reussir('reseau.search', { recherche: '2026-001' })).immersions).toEqual([
    {
      id: convenue.id,
      numero: '2026-001',
      statut: 'prete',
      salarie: { id: salarieId, prenom: 'Aminata', nom: 'Diallo' },
      organisation: { id: organisationId, nom: 'Atelier du Réemploi' },
      debut: '2026-04-07',
      fin: '2026-04-17',
      finPrevue: null,
      signatures: 0,
      bilanLe: null,
    },
  ]);
  await e.reussir('immersions.archive', { id: brouillon.id });
  expect(await trouver('diallo')).toEqual(['2026-001']);
});

test('Ctrl K finds a session of training by its number, its title or what tells it apart; the latest first', async () => {
  const { id: actionId } = await e.reussir('formation.createAction', {
    titre: 'Sécurité des échafaudages',
    genre: 'module_court',
    theme: 'securite',
  });
  const creerSession = (debut: string) =>
    e.reussir('formation.createSession', { actionId, debut, fin: debut, minutes: 420 });
  const ancienne = await creerSession('2026-02-02');
  const recente = await creerSession('2026-05-04');
  const trouver = async (recherche: string) =>
    (await e.reussir('reseau.search', { recherche })).sessions.map(({ id }) => id);
  for (const recherche of ['securite', 'Échafaud', 'sécurité echafaudages'])
    expect(await trouver(recherche), recherche).toEqual([recente.id, ancienne.id]);
  for (const recherche of ['F2026-001', 'f2026-001'])
    expect(await trouver(recherche), recherche).toEqual([ancienne.id]);
  await e.reussir('formation.archiveSession', { id: recente.id });
  expect(await trouver('échafaudages')).toEqual([ancienne.id]);
  expect(await trouver('échafaudages plomberie')).toEqual([]);
});

test('Ctrl K finds a convention of a funder by its title, its number, its funder or its kind', async () => {
  const { id } = await conventionDe(e, { intitule: 'Convention pluriannuelle', numero: 'ACI 063 25 0012' });
  const trouver = async (recherche: string) => (await e.reussir('reseau.search', { recherche })).conventions;
  for (const recherche of ['pluriannuelle', '063 25', 'aci063250012', 'puy-de-dôme', 'ddets conv'])
    expect(
      (await trouver(recherche)).map((trouvee) => trouvee.id),
      recherche,
    ).toEqual([id]);
  expect(await trouver('pluriannuelle')).toEqual([
    expect.objectContaining({ intitule: 'Convention pluriannuelle', organisation: 'DDETS du Puy-de-Dôme' }),
  ]);
  for (const recherche of ['région', 'p']) expect(await trouver(recherche), recherche).toEqual([]);
  await e.reussir('conventions.archive', { id });
  expect(await trouver('pluriannuelle')).toEqual([]);
});

test('Ctrl K shows the last exchanges first, each cut around the word', async () => {
  const id = await creer({ nom: 'Roche' });
  for (let rang = 1; rang <= 8; rang += 1)
    noter(
      id,
      rang,
      `2026-03-0${rang}`,
      `${'blabla '.repeat(60)} permis numéro ${rang} ${'suite '.repeat(60)}`,
    );
  const { sollicitations } = await e.reussir('reseau.search', { recherche: 'permis' });
  expect(sollicitations.map(({ date }) => date)).toEqual([
    '2026-03-08',
    '2026-03-07',
    '2026-03-06',
    '2026-03-05',
    '2026-03-04',
    '2026-03-03',
  ]);
  expect(sollicitations[0]!.texte).toMatch(/^… .*permis numéro 8 .* …$/);
  expect(sollicitations[0]!.texte.length).toBeLessThan(170);
});
