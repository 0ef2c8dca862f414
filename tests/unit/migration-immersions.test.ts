import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, expect, test } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { MIGRATIONS } from '../../db/migrations.ts';
import { type Etat, etatImmersion } from '../../shared/immersions/etat.ts';
import { AUJOURDHUI, type Essai, essai, idDeRang } from '../appui.ts';
import { dossierVide } from '../fixtures/depot.ts';
import { SEMAINE } from '../immersions.ts';

const OPTIONS = { now: () => new Date('2026-11-22T08:00:00Z'), backup: () => undefined };
const MOMENT = '2026-03-01T08:00:00.000Z';

const AVANT: Record<
  string,
  { statut: string; debut: string | null; fin: string | null; finPrevue?: string }
> = {
  'brouillon sans date': { statut: 'brouillon', debut: null, fin: null },
  brouillon: { statut: 'brouillon', debut: '2026-04-07', fin: '2026-04-17' },
  prete: { statut: 'prete', debut: '2026-04-07', fin: '2026-04-17' },
  'a venir': { statut: 'signee', debut: '2026-04-07', fin: '2026-04-17' },
  'en cours': { statut: 'signee', debut: '2026-03-23', fin: '2026-03-27' },
  passee: { statut: 'signee', debut: '2026-02-02', fin: '2026-02-06' },
  terminee: { statut: 'terminee', debut: '2026-02-02', fin: '2026-02-06' },
  arretee: { statut: 'terminee', debut: '2026-01-05', fin: '2026-01-07', finPrevue: '2026-01-16' },
  annulee: { statut: 'annulee', debut: '2026-04-07', fin: '2026-04-17' },
};

const idDe = (nom: string) => idDeRang(100 + Object.keys(AVANT).indexOf(nom));
const numeroDe = (nom: string) => `2026-${String(1 + Object.keys(AVANT).indexOf(nom)).padStart(3, '0')}`;

/** What a convention was frozen with, as the version before wrote it. */
const figee = (numero: string, activites: string) => ({
  version: 1,
  numero,
  renouvelle: null,
  numeroImmersionFacilitee: '',
  structure: {
    raisonSociale: 'Les Ateliers du Val',
    genre: 'ACI',
    siret: '',
    adresse: '12 rue des Lavoirs',
    codePostal: '63200',
    ville: 'Riom',
    telephone: '',
    courriel: '',
    conventionNumero: 'ACI 063 25 0012',
    logo: '',
  },
  beneficiaire: { prenom: 'Aminata', nom: 'N’Diaye', sexe: 'F', naissance: '1991-07-14', contrat: 'CDDI' },
  mineur: false,
  representantLegal: '',
  accueil: {
    nom: 'Œuvrard & fils',
    adresse: '4 impasse des Tanneurs, 63200 Riom',
    siret: '42414308900037',
    activite: 'Réparation',
    conventionCollective: 'IDCC 3016',
  },
  tuteur: { nom: 'Léa Martin', fonction: 'cheffe d’atelier' },
  prescripteur: null,
  referent: { nom: 'Karine Brunet', fonction: 'conseillère en insertion' },
  modeContrat: 'maintenu',
  objet: 'confirmer',
  objectifs: 'Tenir un poste en atelier.',
  modalitesEvaluation: 'Grille de compétences.',
  debut: '2026-04-07',
  fin: '2026-04-17',
  minutes: 3780,
  jours: 9,
  horaires: SEMAINE,
  feriesTravailles: false,
  lieu: '4 impasse des Tanneurs, 63200 Riom',
  metier: 'Réparation',
  activites,
  protection: 'gants',
});

/** Issued conventions, out of order as ids drawn at random leave them. */
const EMISES = [
  {
    id: 'c3',
    nom: 'prete',
    le: '2026-03-12T09:00:00.000Z',
    dit: 'Troisième version',
    sha256: 'c'.repeat(64),
  },
  { id: 'c1', nom: 'prete', le: '2026-03-10T09:00:00.000Z', dit: 'Première version', sha256: 'a'.repeat(64) },
  // No PDF engine that day.
  { id: 'c2', nom: 'prete', le: '2026-03-11T09:00:00.000Z', dit: 'Deuxième version', sha256: '' },
  { id: 'c4', nom: 'arretee', le: '2025-12-15T09:00:00.000Z', dit: 'Arrêtée', sha256: 'd'.repeat(64) },
  // Taken back to a draft since.
  { id: 'c5', nom: 'brouillon', le: '2026-03-01T09:00:00.000Z', dit: 'Reprise', sha256: 'e'.repeat(64) },
];

/** A base as the version before wrote it: immersions in every status, conventions issued once or more. */
function remplirAvant(chemin: string): void {
  const sqlite = new Sqlite(chemin);
  migrate(sqlite, MIGRATIONS.slice(0, 2), OPTIONS);
  sqlite.exec(`
    INSERT INTO structure (id, raison_sociale, genre, ville, updated_at)
      VALUES (1, 'Les Ateliers du Val', 'ACI', 'Riom', '${MOMENT}');
    INSERT INTO membre (id, prenom, nom, created_at, updated_at)
      VALUES ('${idDeRang(1)}', 'Karine', 'Brunet', '${MOMENT}', '${MOMENT}');
    INSERT INTO organisation (id, nom, nom_tri, cherche, created_at, updated_at)
      VALUES ('${idDeRang(2)}', 'Œuvrard & fils', 'oeuvrard fils', 'oeuvrard fils', '${MOMENT}', '${MOMENT}');
    INSERT INTO interlocuteur (id, nom, created_at, updated_at) VALUES ('${idDeRang(3)}', 'Martin', '${MOMENT}', '${MOMENT}');
    INSERT INTO salarie (id, prenom, nom, nom_tri, sexe, naissance, cherche, created_at, updated_at)
      VALUES ('${idDeRang(4)}', 'Aminata', 'N’Diaye', 'n diaye aminata', 'F', '1991-07-14', 'aminata n diaye', '${MOMENT}', '${MOMENT}');
    INSERT INTO contrat (id, salarie_id, nature, debut, fin, updated_at)
      VALUES ('${idDeRang(5)}', '${idDeRang(4)}', 'cddi', '2025-09-01', '2026-08-31', '${MOMENT}');
  `);
  const immersion = sqlite.prepare(
    `INSERT INTO immersion (id, numero, statut, salarie_id, organisation_id, objet, debut, fin, fin_prevue, horaires,
       minutes, jours, tuteur_id, referent_id, motif_annulation, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, 'confirmer', ?, ?, ?, ?, 2100, 5, ?, ?, ?, '${MOMENT}', '${MOMENT}')`,
  );
  for (const [nom, { statut, debut, fin, finPrevue = null }] of Object.entries(AVANT))
    immersion.run(
      idDe(nom),
      numeroDe(nom),
      statut,
      idDeRang(4),
      idDeRang(2),
      debut,
      fin,
      finPrevue,
      JSON.stringify(SEMAINE),
      idDeRang(3),
      idDeRang(1),
      nom === 'annulee' || nom === 'arretee' ? 'Trajet trop long.' : '',
    );
  sqlite.prepare('UPDATE immersion SET renouvelle_id = ? WHERE id = ?').run(idDe('passee'), idDe('a venir'));
  const emise = sqlite.prepare(
    'INSERT INTO convention_emise (id, immersion_id, emise_le, donnees, sha256) VALUES (?, ?, ?, ?, ?)',
  );
  for (const { id, nom, le, dit, sha256 } of EMISES)
    emise.run(id, idDe(nom), le, JSON.stringify(figee(numeroDe(nom), dit)), sha256);
  sqlite.close();
}

let e: Essai | undefined;
afterEach(() => e?.fermer());

/** The application of today, opened on that base. */
function franchir(): Essai {
  const dossier = dossierVide();
  remplirAvant(join(dossier, 'passerelle.sqlite'));
  e = essai(dossier);
  return e;
}

test('every immersion crosses as it was; what nobody said yet is empty', () => {
  const dossier = dossierVide();
  const chemin = join(dossier, 'passerelle.sqlite');
  remplirAvant(chemin);
  const sqlite = new Sqlite(chemin);
  const lire = () => sqlite.prepare('SELECT * FROM immersion ORDER BY id').all() as Record<string, unknown>[];
  const avant = lire();
  expect(avant).toHaveLength(Object.keys(AVANT).length);
  migrate(sqlite, MIGRATIONS.slice(0, 3), OPTIONS);
  const neuf = {
    motif_renouvellement: '',
    entretien_date: null,
    attentes_salarie: '',
    attentes_accueil: '',
    attentes_structure: '',
    site_id: null,
    rome_code: '',
    rome_version: '',
    competences: '[]',
    exceptions: '[]',
    alsace_moselle: 0,
    prevention: '',
    transport: '',
    frais: '[]',
    prescripteur_referent: '',
    minutes_faites: null,
    refusee_par: '',
  };
  expect(lire()).toEqual(avant.map((ligne) => ({ ...ligne, ...neuf })));
  expect(sqlite.pragma('foreign_key_check')).toEqual([]);
  sqlite.close();
});

test('issued conventions become papers: ranked by day of issue, with their words and their fingerprint', () => {
  const { sqlite } = franchir().depot.base();
  const lignes = sqlite.prepare('SELECT * FROM document_emis ORDER BY immersion_id, edition').all() as Record<
    string,
    unknown
  >[];
  const attendue = (id: string, edition: number) => {
    const { nom, le, dit, sha256 } = EMISES.find((une) => une.id === id)!;
    const donnees = JSON.stringify(figee(numeroDe(nom), dit));
    const designe = { immersion_id: idDe(nom), session_id: null, genre: 'convention', objet_id: '' };
    return { id, ...designe, edition, emis_le: le, auteur_id: null, donnees, sha256, taille: 0 };
  };
  expect(lignes).toEqual([
    attendue('c5', 1),
    attendue('c1', 1),
    attendue('c2', 2),
    attendue('c3', 3),
    attendue('c4', 1),
  ]);
  expect(sqlite.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'convention_emise'").get()).toBeUndefined();
});

test('each immersion reads as the state it was in, and its page opens', async () => {
  const { reussir } = franchir();
  const etats: Record<string, Etat> = {
    'brouillon sans date': 'brouillon',
    brouillon: 'brouillon',
    prete: 'a_signer',
    'a venir': 'signee',
    'en cours': 'en_cours',
    passee: 'terminee',
    terminee: 'terminee',
    arretee: 'interrompue',
    annulee: 'annulee',
  };
  for (const [nom, etat] of Object.entries(etats)) {
    const fiche = await reussir('immersions.get', { id: idDe(nom) });
    expect([nom, etatImmersion(fiche, AUJOURDHUI)]).toEqual([nom, etat]);
    expect(fiche).toMatchObject({
      horaires: SEMAINE,
      exceptions: [],
      competences: [],
      frais: [],
      tuteurId: idDeRang(3),
    });
    await reussir('immersions.checks', { id: idDe(nom) });
    await reussir('immersions.papiers', { id: idDe(nom) });
  }
  expect(await reussir('immersions.get', { id: idDe('prete') })).toMatchObject({
    emission: { emiseLe: '2026-03-12T09:00:00.000Z', edition: 3, sha256: 'c'.repeat(64) },
  });
  expect(await reussir('immersions.get', { id: idDe('a venir') })).toMatchObject({
    renouvelle: { id: idDe('passee') },
  });
  expect((await reussir('immersions.list', {})).total).toBe(Object.keys(AVANT).length);
});

test('a convention frozen by the version before still prints, each edition with its own words', async () => {
  const { reussir, traces, appeler } = franchir();
  const id = idDe('prete');
  for (const [edition, dit] of [
    [1, 'Première version'],
    [2, 'Deuxième version'],
    [3, 'Troisième version'],
    [null, 'Troisième version'],
  ] as const) {
    await reussir('immersions.page', { id, edition });
    expect(traces.pages.at(-1)).toContain(dit);
    expect(traces.pages.at(-1)).not.toContain('Projet, à ne pas signer');
    await reussir('immersions.pdf', { id, edition });
    expect(traces.pdf.at(-1)).toContain(dit);
  }
  expect(await appeler('immersions.page', { id, edition: 4 })).toMatchObject({ ok: false });
  // Taken back to a draft, the next issue is its second.
  await reussir('immersions.page', { id: idDe('brouillon'), edition: 1 });
  expect(traces.pages.at(-1)).toContain('Reprise');
});

test('no PDF was kept by the version before: none is missed', async () => {
  const { reussir } = franchir();
  expect(await reussir('donnees.check', { complet: true })).toMatchObject({ piecesPerdues: [] });
});
