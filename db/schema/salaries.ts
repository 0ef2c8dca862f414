import { type AnySQLiteColumn, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { listeVide, suivi, texteVide } from './colonnes.ts';
import { membre } from './parametres.ts';
import { organisation } from './reseau.ts';

export const salarie = sqliteTable(
  'salarie',
  {
    id: text('id').primaryKey(),
    prenom: text('prenom').notNull(),
    nom: text('nom').notNull(),
    nomTri: text('nom_tri').notNull(),
    sexe: text('sexe').notNull(),
    naissance: text('naissance').notNull(),
    telephone: texteVide('telephone'),
    cherche: texteVide('cherche'),
    courriel: texteVide('courriel'),
    adresse: texteVide('adresse'),
    codePostal: texteVide('code_postal'),
    ville: texteVide('ville'),
    /** Who prescribed the parcours (a prescripteur habilité), and the counsellor there, in words. */
    prescripteurId: text('prescripteur_id').references(() => organisation.id),
    prescripteurConseiller: texteVide('prescripteur_conseiller'),
    /** Who sent the person, when it is another body. */
    orienteurId: text('orienteur_id').references(() => organisation.id),
    orienteLe: text('oriente_le'),
    /** `NIVEAUX_FORMATION`. */
    niveauFormation: texteVide('niveau_formation'),
    /** `ETATS_PROJET`, in words, and since when it is so. */
    projetEtat: texteVide('projet_etat'),
    projet: texteVide('projet'),
    projetLe: text('projet_le'),
    /** `PREPARATIONS`: how close to employment, and since when. */
    preparation: texteVide('preparation'),
    preparationLe: text('preparation_le'),
    /** JSON: `PERMIS`. */
    permis: listeVide('permis'),
    /** `VEHICULES`. */
    vehicule: texteVide('vehicule'),
    /** Where the person can go, in words. */
    zones: texteVide('zones'),
    /** JSON: `HORAIRES_POSSIBLES`. */
    horairesPossibles: listeVide('horaires_possibles'),
    mobiliteNote: texteVide('mobilite_note'),
    /** The counsellor (CIP) and the technical supervisor. */
    referentId: text('referent_id').references(() => membre.id),
    encadrantId: text('encadrant_id').references(() => membre.id),
    /** Support d'activité the person works on: open list `supports`. */
    support: texteVide('support'),
    ...suivi,
  },
  (table) => [
    index('salarie_nom').on(table.archivedAt, table.nomTri),
    index('salarie_prescripteur').on(table.prescripteurId),
    index('salarie_orienteur').on(table.orienteurId),
  ],
);

export const contrat = sqliteTable(
  'contrat',
  {
    id: text('id').primaryKey(),
    salarieId: text('salarie_id')
      .notNull()
      .references(() => salarie.id, { onDelete: 'cascade' }),
    nature: text('nature').notNull(),
    debut: text('debut').notNull(),
    fin: text('fin'),
    minutesHebdo: integer('minutes_hebdo'),
    /** The contract this one renews; null for a first one. */
    renouvelleId: text('renouvelle_id').references((): AnySQLiteColumn => contrat.id, {
      onDelete: 'set null',
    }),
    /** What is to come after it, when the team has decided: `SUITES`. */
    suite: texteVide('suite'),
    suiteNote: texteVide('suite_note'),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [
    index('contrat_salarie').on(table.salarieId),
    index('contrat_fin').on(table.fin),
    index('contrat_renouvelle').on(table.renouvelleId),
  ],
);

/** A time during which a contract is suspended (art. L5132-5 and following du code du travail). */
export const contratSuspension = sqliteTable(
  'contrat_suspension',
  {
    id: text('id').primaryKey(),
    contratId: text('contrat_id')
      .notNull()
      .references(() => contrat.id, { onDelete: 'cascade' }),
    debut: text('debut').notNull(),
    fin: text('fin'),
    /** `MOTIFS_SUSPENSION`. */
    motif: texteVide('motif'),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [index('contrat_suspension_contrat').on(table.contratId)],
);

/** A PASS IAE: its dates are those of its attestation, before what suspends or prolongs it. */
export const passIae = sqliteTable(
  'pass_iae',
  {
    id: text('id').primaryKey(),
    salarieId: text('salarie_id')
      .notNull()
      .references(() => salarie.id, { onDelete: 'cascade' }),
    numero: text('numero').notNull(),
    debut: text('debut').notNull(),
    fin: text('fin').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [index('pass_iae_salarie').on(table.salarieId)],
);

export const passEvenement = sqliteTable(
  'pass_evenement',
  {
    id: text('id').primaryKey(),
    passId: text('pass_id')
      .notNull()
      .references(() => passIae.id, { onDelete: 'cascade' }),
    /** `suspension` or `prolongation`. */
    genre: text('genre').notNull(),
    /** `MOTIFS_PROLONGATION`, for a prolongation. */
    motif: texteVide('motif'),
    debut: text('debut').notNull(),
    fin: text('fin').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [index('pass_evenement_pass').on(table.passId)],
);

/** A métier the person aims at: ROME code and the version it was chosen in, or words alone (`code` empty). */
export const metierVise = sqliteTable(
  'metier_vise',
  {
    salarieId: text('salarie_id')
      .notNull()
      .references(() => salarie.id, { onDelete: 'cascade' }),
    /** From zero: the first is the one aimed at most. */
    rang: integer('rang').notNull(),
    code: texteVide('code'),
    version: texteVide('version'),
    libelle: text('libelle').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.salarieId, table.rang] }),
    index('metier_vise_code').on(table.code),
  ],
);

/** An eligibility criterion: when it was seen and where its proof is kept, never what the proof says. */
export const critereEligibilite = sqliteTable(
  'critere_eligibilite',
  {
    salarieId: text('salarie_id')
      .notNull()
      .references(() => salarie.id, { onDelete: 'cascade' }),
    /** `CRITERES`. */
    critere: text('critere').notNull(),
    constateLe: text('constate_le').notNull(),
    justificatif: texteVide('justificatif'),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.salarieId, table.critere] })],
);

/** A frein the person is concerned by, under the ASP's eight headings; nothing more is kept of it. */
export const frein = sqliteTable(
  'frein',
  {
    salarieId: text('salarie_id')
      .notNull()
      .references(() => salarie.id, { onDelete: 'cascade' }),
    /** `FREINS`. */
    frein: text('frein').notNull(),
    interne: integer('interne', { mode: 'boolean' }).notNull().default(false),
    externe: integer('externe', { mode: 'boolean' }).notNull().default(false),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.salarieId, table.frein] })],
);

/** What the person and the structure agreed to reach. */
export const objectifParcours = sqliteTable(
  'objectif_parcours',
  {
    id: text('id').primaryKey(),
    salarieId: text('salarie_id')
      .notNull()
      .references(() => salarie.id, { onDelete: 'cascade' }),
    libelle: text('libelle').notNull(),
    /** Day it was set. */
    fixeLe: text('fixe_le').notNull(),
    echeance: text('echeance'),
    /** `ETATS_OBJECTIF`, and since when. */
    etat: text('etat').notNull(),
    etatLe: text('etat_le'),
    ...suivi,
  },
  (table) => [index('objectif_parcours_salarie').on(table.salarieId, table.archivedAt)],
);

/** An interview between the person and somebody of the team. */
export const entretienSalarie = sqliteTable(
  'entretien_salarie',
  {
    id: text('id').primaryKey(),
    salarieId: text('salarie_id')
      .notNull()
      .references(() => salarie.id, { onDelete: 'cascade' }),
    /** `GENRES_ENTRETIEN`. */
    genre: text('genre').notNull(),
    date: text('date').notNull(),
    dureeMinutes: integer('duree_minutes'),
    auteurId: text('auteur_id').references(() => membre.id),
    texte: texteVide('texte'),
    /** Day of the next one, agreed at this one. */
    prochain: text('prochain'),
    ...suivi,
  },
  (table) => [
    index('entretien_salarie_salarie').on(table.salarieId, table.date),
    index('entretien_salarie_prochain').on(table.archivedAt, table.prochain),
  ],
);

/** Days on which the person is not at work; why, in one word that says nothing of health. */
export const absence = sqliteTable(
  'absence',
  {
    id: text('id').primaryKey(),
    salarieId: text('salarie_id')
      .notNull()
      .references(() => salarie.id, { onDelete: 'cascade' }),
    debut: text('debut').notNull(),
    fin: text('fin').notNull(),
    /** `MOTIFS_ABSENCE`. */
    motif: text('motif').notNull(),
    ...suivi,
  },
  (table) => [index('absence_salarie').on(table.salarieId, table.debut)],
);
