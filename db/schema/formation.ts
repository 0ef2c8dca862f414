import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { listeVide, suivi, texteVide } from './colonnes.ts';
import { membre } from './parametres.ts';
import { organisation } from './reseau.ts';
import { salarie } from './salaries.ts';

/** The yearly survey of training needs. */
export const campagneBesoins = sqliteTable('campagne_besoins', {
  id: text('id').primaryKey(),
  annee: integer('annee').notNull().unique(),
  ouverteLe: text('ouverte_le').notNull(),
  /** Last day to answer, as printed on its sheet. */
  echeance: text('echeance'),
  closeLe: text('close_le'),
  note: texteVide('note'),
  updatedAt: text('updated_at').notNull(),
});

/** A person asked in a campaign: who was asked and had no need is counted too. */
export const campagneReponse = sqliteTable(
  'campagne_reponse',
  {
    campagneId: text('campagne_id')
      .notNull()
      .references(() => campagneBesoins.id, { onDelete: 'cascade' }),
    salarieId: text('salarie_id')
      .notNull()
      .references(() => salarie.id, { onDelete: 'cascade' }),
    recueilliLe: text('recueilli_le').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.campagneId, table.salarieId] }),
    index('campagne_reponse_salarie').on(table.salarieId),
  ],
);

/** A training need, of a person or of everybody on a support d'activité. */
export const besoinFormation = sqliteTable(
  'besoin_formation',
  {
    id: text('id').primaryKey(),
    salarieId: text('salarie_id').references(() => salarie.id, { onDelete: 'cascade' }),
    /** Open list `supports`; how many people it is about, when it is not one. */
    support: texteVide('support'),
    effectif: integer('effectif').notNull().default(1),
    /** Open list `themes_formation`. */
    theme: text('theme').notNull(),
    /** In words, when the theme does not say it all. */
    libelle: texteVide('libelle'),
    /** `ORIGINES_BESOIN`; the employer when it is its requirement. */
    origine: text('origine').notNull(),
    organisationId: text('organisation_id').references(() => organisation.id),
    /** `PRIORITES_BESOIN`. */
    priorite: text('priorite').notNull(),
    /** Day by which it is wished for. */
    souhaiteLe: text('souhaite_le'),
    /** `STATUTS_BESOIN`: what somebody decided; a registration makes it planned, its end makes it met. */
    statut: text('statut').notNull(),
    motifEcart: texteVide('motif_ecart'),
    campagneId: text('campagne_id').references(() => campagneBesoins.id, { onDelete: 'set null' }),
    auteurId: text('auteur_id').references(() => membre.id),
    ...suivi,
  },
  (table) => [
    index('besoin_formation_salarie').on(table.salarieId),
    index('besoin_formation_theme').on(table.archivedAt, table.theme),
    index('besoin_formation_campagne').on(table.campagneId),
    index('besoin_formation_organisation').on(table.organisationId),
    check('besoin_formation_qui', sql`${table.salarieId} IS NOT NULL OR ${table.support} <> ''`),
  ],
);

/** A training one can organise several times; what a session takes over when it is made. */
export const actionFormation = sqliteTable(
  'action_formation',
  {
    id: text('id').primaryKey(),
    titre: text('titre').notNull(),
    /** `GENRES_FORMATION`. */
    genre: text('genre').notNull(),
    /** Open list `themes_formation`. */
    theme: texteVide('theme'),
    objectif: texteVide('objectif'),
    contenu: texteVide('contenu'),
    /** JSON: texts, each a line of the prerequisites grid. */
    prerequis: listeVide('prerequis'),
    accessibilite: texteVide('accessibilite'),
    /** Usual training body; null when the structure trains by itself. */
    organismeId: text('organisme_id').references(() => organisation.id),
    /** `CERTIFICATEURS`: `rncp`, `rs`, or empty; its number and title. */
    certification: texteVide('certification'),
    certificationCode: texteVide('certification_code'),
    certificationTitre: texteVide('certification_titre'),
    /** Hours of a trainee, in minutes. */
    minutes: integer('minutes').notNull().default(0),
    surTempsTravail: integer('sur_temps_travail', { mode: 'boolean' }).notNull().default(true),
    placesMin: integer('places_min').notNull().default(1),
    placesMax: integer('places_max').notNull().default(12),
    /** `MODES_COUT`: per hour and trainee, or flat. */
    coutMode: text('cout_mode').notNull().default('heure_stagiaire'),
    coutCentimes: integer('cout_centimes').notNull().default(0),
    /** Normalised title and certification, as `texteCherche` writes them: what lists and Ctrl K look into. */
    cherche: texteVide('cherche'),
    ...suivi,
  },
  (table) => [
    index('action_formation_titre').on(table.archivedAt, table.titre),
    index('action_formation_organisme').on(table.organismeId),
  ],
);

/** A training as it takes place, once. */
export const sessionFormation = sqliteTable(
  'session_formation',
  {
    id: text('id').primaryKey(),
    /** `F2026-003`: year and rank in the year. */
    numero: text('numero').notNull().unique(),
    actionId: text('action_id')
      .notNull()
      .references(() => actionFormation.id),
    /** `STATUTS_SESSION`: what somebody decided; the calendar says the rest. */
    statut: text('statut').notNull(),
    motifAnnulation: texteVide('motif_annulation'),
    /** What tells it from the other sessions of the same action; empty when its dates do. */
    intitule: texteVide('intitule'),
    organismeId: text('organisme_id').references(() => organisation.id),
    formateur: texteVide('formateur'),
    lieu: texteVide('lieu'),
    debut: text('debut').notNull(),
    fin: text('fin').notNull(),
    /** Hours of a trainee who follows it whole, in minutes. */
    minutes: integer('minutes').notNull(),
    surTempsTravail: integer('sur_temps_travail', { mode: 'boolean' }).notNull().default(true),
    placesMin: integer('places_min').notNull(),
    placesMax: integer('places_max').notNull(),
    /** Trainees of ours the plan counts on, before anybody is registered. */
    stagiairesPrevus: integer('stagiaires_prevus').notNull().default(0),
    coutMode: text('cout_mode').notNull(),
    coutCentimes: integer('cout_centimes').notNull(),
    /** Support d'activité it is for: open list `supports`; empty for all. */
    support: texteVide('support'),
    accessibilite: texteVide('accessibilite'),
    referentId: text('referent_id').references(() => membre.id),
    note: texteVide('note'),
    ...suivi,
  },
  (table) => [
    index('session_formation_debut').on(table.archivedAt, table.debut),
    index('session_formation_action').on(table.actionId),
    index('session_formation_organisme').on(table.organismeId),
  ],
);

/** A half-day of a session; times in minutes since midnight. */
export const sessionCreneau = sqliteTable(
  'session_creneau',
  {
    sessionId: text('session_id')
      .notNull()
      .references(() => sessionFormation.id, { onDelete: 'cascade' }),
    date: text('date').notNull(),
    /** `DEMI_JOURNEES`. */
    demi: text('demi').notNull(),
    debut: integer('debut').notNull(),
    fin: integer('fin').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sessionId, table.date, table.demi] }),
    index('session_creneau_date').on(table.date),
  ],
);

/** Seats another structure holds on a session, and its share of the cost. */
export const sessionPartenaire = sqliteTable(
  'session_partenaire',
  {
    id: text('id').primaryKey(),
    sessionId: text('session_id')
      .notNull()
      .references(() => sessionFormation.id, { onDelete: 'cascade' }),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisation.id),
    places: integer('places').notNull(),
    /** Its trainees who came in, women among them; null before the session. */
    entres: integer('entres'),
    entresFemmes: integer('entres_femmes'),
    /** Share of the cost it pays, in thousandths; null: in proportion to its seats. */
    part: integer('part'),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [
    index('session_partenaire_session').on(table.sessionId),
    index('session_partenaire_organisation').on(table.organisationId),
  ],
);

/** A cost of a session that no formula gives, or its real amount once known. */
export const sessionCout = sqliteTable(
  'session_cout',
  {
    id: text('id').primaryKey(),
    sessionId: text('session_id')
      .notNull()
      .references(() => sessionFormation.id, { onDelete: 'cascade' }),
    /** `PHASES_COUT`. */
    phase: text('phase').notNull(),
    libelle: texteVide('libelle'),
    /** Financial year it weighs on. */
    exercice: integer('exercice').notNull(),
    prevuCentimes: integer('prevu_centimes').notNull(),
    /** Null until the bill is known. */
    reelCentimes: integer('reel_centimes'),
    ...suivi,
  },
  (table) => [index('session_cout_session').on(table.sessionId, table.archivedAt)],
);

/** What a funder is asked for one phase of a session; what became of it is in its movements. */
export const financement = sqliteTable(
  'financement',
  {
    id: text('id').primaryKey(),
    sessionId: text('session_id')
      .notNull()
      .references(() => sessionFormation.id, { onDelete: 'cascade' }),
    /** Null: the structure's own funds. */
    organisationId: text('organisation_id').references(() => organisation.id),
    /** `PHASES_COUT`. */
    phase: text('phase').notNull(),
    exercice: integer('exercice').notNull(),
    /** Share of the phase's cost, in thousandths, when the funder takes a share; null for an amount of its own. */
    part: integer('part'),
    /** Amount of its own the plan counts on before anything is asked, when it is not a share. */
    prevuCentimes: integer('prevu_centimes'),
    /** The funder's file number. */
    reference: texteVide('reference'),
    /** Next deadline of the line, and what is due then. */
    echeance: text('echeance'),
    echeanceObjet: texteVide('echeance_objet'),
    note: texteVide('note'),
    ...suivi,
  },
  (table) => [
    index('financement_session').on(table.sessionId, table.archivedAt),
    index('financement_organisation').on(table.organisationId),
    index('financement_echeance').on(table.archivedAt, table.echeance),
  ],
);

/** A step of a funding line, with its money. */
export const financementMouvement = sqliteTable(
  'financement_mouvement',
  {
    id: text('id').primaryKey(),
    financementId: text('financement_id')
      .notNull()
      .references(() => financement.id, { onDelete: 'cascade' }),
    /** `MOUVEMENTS`. */
    genre: text('genre').notNull(),
    date: text('date').notNull(),
    centimes: integer('centimes').notNull(),
    reference: texteVide('reference'),
    ...suivi,
  },
  (table) => [index('financement_mouvement_financement').on(table.financementId, table.archivedAt)],
);

/** A person on a session, from spotted to certified. */
export const inscription = sqliteTable(
  'inscription',
  {
    id: text('id').primaryKey(),
    sessionId: text('session_id')
      .notNull()
      .references(() => sessionFormation.id),
    salarieId: text('salarie_id')
      .notNull()
      .references(() => salarie.id),
    besoinId: text('besoin_id').references(() => besoinFormation.id, { onDelete: 'set null' }),
    /** `STATUTS_INSCRIPTION`; the day of each step taken. */
    statut: text('statut').notNull(),
    repereLe: text('repere_le').notNull(),
    positionneLe: text('positionne_le'),
    valideLe: text('valide_le'),
    entreLe: text('entre_le'),
    interrompuLe: text('interrompu_le'),
    auBoutLe: text('au_bout_le'),
    ecarteLe: text('ecarte_le'),
    /** `MOTIFS_ARRET`: why it stopped, or did not begin; and in words. */
    motif: texteVide('motif'),
    motifNote: texteVide('motif_note'),
    /** `RESULTATS_CERTIFICATION`, and its day. */
    resultat: texteVide('resultat'),
    resultatLe: text('resultat_le'),
    /** JSON: fiche de positionnement: prerequisites met or not, what the person aims at and expects, opinion. */
    positionnement: text('positionnement').notNull().default('{}'),
    /** Days the fiche was signed by the person, and by the structure. */
    signeSalarieLe: text('signe_salarie_le'),
    signeStructureLe: text('signe_structure_le'),
    ...suivi,
  },
  (table) => [
    uniqueIndex('inscription_personne').on(table.sessionId, table.salarieId),
    index('inscription_salarie').on(table.salarieId),
    index('inscription_besoin').on(table.besoinId),
  ],
);

/** A half-day as it went for a trainee; none is kept for a half-day not entered yet. */
export const presenceFormation = sqliteTable(
  'presence_formation',
  {
    inscriptionId: text('inscription_id')
      .notNull()
      .references(() => inscription.id, { onDelete: 'cascade' }),
    date: text('date').notNull(),
    demi: text('demi').notNull(),
    /** Minutes really followed. */
    minutes: integer('minutes').notNull(),
    /** `MOTIFS_PRESENCE_FORMATION`; empty when the person was there. */
    motif: texteVide('motif'),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.inscriptionId, table.date, table.demi] }),
    index('presence_formation_date').on(table.date),
  ],
);

/** What a trainee thinks of the training: at its end, and some months later. */
export const evaluationFormation = sqliteTable(
  'evaluation_formation',
  {
    inscriptionId: text('inscription_id')
      .notNull()
      .references(() => inscription.id, { onDelete: 'cascade' }),
    /** `chaud` or `froid`. */
    genre: text('genre').notNull(),
    date: text('date').notNull(),
    /** JSON: answers, and the version of the questionnaire. */
    reponses: text('reponses').notNull().default('{}'),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.inscriptionId, table.genre] })],
);

/** Where a trainee stands some months after the training; no answer is kept as such. */
export const situationFormation = sqliteTable(
  'situation_formation',
  {
    inscriptionId: text('inscription_id')
      .notNull()
      .references(() => inscription.id, { onDelete: 'cascade' }),
    /** 3, 6 or 12. */
    mois: integer('mois').notNull(),
    date: text('date').notNull(),
    /** `SITUATIONS`. */
    situation: text('situation').notNull(),
    note: texteVide('note'),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.inscriptionId, table.mois] })],
);

/** What the structure writes about the plan of a year, beside its figures. */
export const planFormation = sqliteTable('plan_formation', {
  annee: integer('annee').primaryKey(),
  orientations: texteVide('orientations'),
  /** What the year has set aside; null when nothing was decided. */
  budgetCentimes: integer('budget_centimes'),
  /** Day it was presented to the conseil d'administration. */
  presenteLe: text('presente_le'),
  updatedAt: text('updated_at').notNull(),
});
