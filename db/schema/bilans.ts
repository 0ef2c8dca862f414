import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { listeVide, suivi, texteVide } from './colonnes.ts';
import { membre } from './parametres.ts';
import { organisation } from './reseau.ts';
import { contrat, salarie } from './salaries.ts';
import { embauche } from './sollicitations.ts';

/** The end of a parcours: what became of the person. Its category is computed, never kept. */
export const sortie = sqliteTable(
  'sortie',
  {
    id: text('id').primaryKey(),
    salarieId: text('salarie_id')
      .notNull()
      .references(() => salarie.id, { onDelete: 'cascade' }),
    /** Last day in the structure. */
    date: text('date').notNull(),
    /** Code of a motif: those shipped (`MOTIFS_SORTIE`) and the structure's own (`motif_sortie`). */
    motif: text('motif').notNull(),
    /** Contract found: `CONTRATS_SORTIE`; empty when the exit is not towards employment, or not known. */
    contrat: texteVide('contrat'),
    /** Length of that contract in months; null without end, or not known. */
    dureeMois: integer('duree_mois'),
    /** Who hires. */
    organisationId: text('organisation_id').references(() => organisation.id),
    /** The hire already noted on the employer's sheet. */
    embaucheId: text('embauche_id').references(() => embauche.id, { onDelete: 'set null' }),
    metier: texteVide('metier'),
    /** Of the job found, each week. */
    minutesHebdo: integer('minutes_hebdo'),
    note: texteVide('note'),
    ...suivi,
  },
  (table) => [
    index('sortie_date').on(table.archivedAt, table.date),
    index('sortie_salarie').on(table.salarieId),
    index('sortie_organisation').on(table.organisationId),
    index('sortie_embauche').on(table.embaucheId),
  ],
);

/** How the structure reads a motif from a day on, or a motif of its own: shipped codes are never renumbered. */
export const motifSortie = sqliteTable(
  'motif_sortie',
  {
    code: text('code').notNull(),
    /** First day it applies. */
    depuis: text('depuis').notNull(),
    label: text('label').notNull(),
    /** `CATEGORIES_SORTIE`. */
    categorie: text('categorie').notNull(),
    /** Where this reading comes from. */
    source: texteVide('source'),
    /** No longer offered from that day on. */
    retire: integer('retire', { mode: 'boolean' }).notNull().default(false),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.code, table.depuis] })],
);

/** Where somebody stands some months after the exit; no answer is kept as such. */
export const situationSortie = sqliteTable(
  'situation_sortie',
  {
    sortieId: text('sortie_id')
      .notNull()
      .references(() => sortie.id, { onDelete: 'cascade' }),
    /** 3, 6 or 12. */
    mois: integer('mois').notNull(),
    /** Day it was asked. */
    date: text('date').notNull(),
    /** `SITUATIONS_SORTIE`. */
    situation: text('situation').notNull(),
    note: texteVide('note'),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.sortieId, table.mois] })],
);

/**
 * A participation in an operation of the FSE+, as it was said on a day. A line is never changed: a correction is another
 * line that names the one it replaces, and a person may take part several times.
 */
export const participationFse = sqliteTable(
  'participation_fse',
  {
    id: text('id').primaryKey(),
    salarieId: text('salarie_id')
      .notNull()
      .references(() => salarie.id, { onDelete: 'cascade' }),
    conventionId: text('convention_id').references(() => convention.id),
    /** Rank of the participation of this person, from 1: a re-entry is another one. */
    participation: integer('participation').notNull(),
    /** `entree`, `sortie` (within 4 weeks) or `six_mois`. */
    moment: text('moment').notNull(),
    date: text('date').notNull(),
    /** JSON: answers by code of question, and the version of the questionnaire. */
    reponses: text('reponses').notNull().default('{}'),
    /** The line this one corrects, and why. */
    corrigeId: text('corrige_id'),
    corrigePourquoi: texteVide('corrige_pourquoi'),
    auteurId: text('auteur_id').references(() => membre.id),
    createdAt: text('created_at').notNull(),
  },
  (table) => [
    index('participation_fse_salarie').on(table.salarieId, table.participation),
    index('participation_fse_date').on(table.moment, table.date),
    index('participation_fse_convention').on(table.conventionId),
  ],
);

/** Hours of a contract in a month, as paid. */
export const heuresMois = sqliteTable(
  'heures_mois',
  {
    contratId: text('contrat_id')
      .notNull()
      .references(() => contrat.id, { onDelete: 'cascade' }),
    /** `AAAA-MM`. */
    mois: text('mois').notNull(),
    minutes: integer('minutes').notNull(),
    /** `saisie`, `collage` or `import`. */
    origine: text('origine').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.contratId, table.mois] }),
    index('heures_mois_mois').on(table.mois),
  ],
);

/** What a funder and the structure have agreed on, over a period. */
export const convention = sqliteTable(
  'convention',
  {
    id: text('id').primaryKey(),
    organisationId: text('organisation_id').references(() => organisation.id),
    /** `GENRES_CONVENTION`. */
    genre: text('genre').notNull(),
    intitule: text('intitule').notNull(),
    numero: texteVide('numero'),
    debut: text('debut').notNull(),
    fin: text('fin').notNull(),
    conventionneCentimes: integer('conventionne_centimes'),
    /** Profile its bilans are made with: a shipped code, or the id of the structure's own. */
    profil: texteVide('profil'),
    note: texteVide('note'),
    ...suivi,
  },
  (table) => [
    index('convention_organisation').on(table.organisationId),
    index('convention_debut').on(table.archivedAt, table.debut),
  ],
);

/** A yearly annexe of a convention (annexe financière): the jobs it funds. */
export const conventionAnnexe = sqliteTable(
  'convention_annexe',
  {
    id: text('id').primaryKey(),
    conventionId: text('convention_id')
      .notNull()
      .references(() => convention.id, { onDelete: 'cascade' }),
    numero: texteVide('numero'),
    debut: text('debut').notNull(),
    fin: text('fin').notNull(),
    /** Full-time equivalents agreed over the annexe, in hundredths. */
    etpCentiemes: integer('etp_centiemes'),
    centimes: integer('centimes'),
    /** Part of the département in the amount, in thousandths; null when it does not co-fund. */
    partDepartement: integer('part_departement'),
    ...suivi,
  },
  (table) => [index('convention_annexe_convention').on(table.conventionId, table.archivedAt)],
);

export const conventionVersement = sqliteTable(
  'convention_versement',
  {
    id: text('id').primaryKey(),
    conventionId: text('convention_id')
      .notNull()
      .references(() => convention.id, { onDelete: 'cascade' }),
    date: text('date').notNull(),
    centimes: integer('centimes').notNull(),
    libelle: texteVide('libelle'),
    ...suivi,
  },
  (table) => [index('convention_versement_convention').on(table.conventionId, table.archivedAt)],
);

/** What a convention aims at for an indicator and a year. */
export const conventionObjectif = sqliteTable(
  'convention_objectif',
  {
    conventionId: text('convention_id')
      .notNull()
      .references(() => convention.id, { onDelete: 'cascade' }),
    annee: integer('annee').notNull(),
    /** Code of the catalogue. */
    indicateur: text('indicateur').notNull(),
    /** In the unit of the indicator: a number, minutes, cents, hundredths of ETP, thousandths for a rate. */
    valeur: integer('valeur').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.conventionId, table.annee, table.indicateur] })],
);

/** A bilan the funder waits for. */
export const conventionEcheance = sqliteTable(
  'convention_echeance',
  {
    id: text('id').primaryKey(),
    conventionId: text('convention_id')
      .notNull()
      .references(() => convention.id, { onDelete: 'cascade' }),
    libelle: text('libelle').notNull(),
    date: text('date').notNull(),
    /** Period the bilan covers; null when it is something else to hand in. */
    debut: text('debut'),
    fin: text('fin'),
    /** Day it was handed in. */
    renduLe: text('rendu_le'),
    ...suivi,
  },
  (table) => [
    index('convention_echeance_convention').on(table.conventionId),
    index('convention_echeance_date').on(table.archivedAt, table.renduLe, table.date),
  ],
);

/** A file kept with a convention; its bytes are in the data folder, under their sha256. */
export const conventionPiece = sqliteTable(
  'convention_piece',
  {
    id: text('id').primaryKey(),
    conventionId: text('convention_id')
      .notNull()
      .references(() => convention.id, { onDelete: 'cascade' }),
    nom: text('nom').notNull(),
    type: texteVide('type'),
    /** Bytes. */
    taille: integer('taille').notNull(),
    sha256: text('sha256').notNull(),
    ...suivi,
  },
  (table) => [index('convention_piece_convention').on(table.conventionId)],
);

/** A profile of the structure's own; those that ship are code. */
export const profilBilan = sqliteTable('profil_bilan', {
  id: text('id').primaryKey(),
  nom: text('nom').notNull(),
  /** The shipped profile it was copied from; empty when it was made from nothing. */
  origine: texteVide('origine'),
  /** JSON: `ProfilContenu`. */
  contenu: text('contenu').notNull(),
  ...suivi,
});

/** A bilan being prepared: profile × period × convention, and what the structure writes in it. */
export const bilan = sqliteTable(
  'bilan',
  {
    id: text('id').primaryKey(),
    /** A shipped code, or the id of a profile of the structure's own. */
    profil: text('profil').notNull(),
    conventionId: text('convention_id').references(() => convention.id),
    debut: text('debut').notNull(),
    fin: text('fin').notNull(),
    /** Heading when it is not the one made from the profile and the period. */
    titre: texteVide('titre'),
    /** JSON: text by code of narrative section. */
    textes: text('textes').notNull().default('{}'),
    /** JSON: ids of the testimonies it quotes, in order. */
    temoignages: listeVide('temoignages'),
    ...suivi,
  },
  (table) => [
    index('bilan_periode').on(table.archivedAt, table.profil, table.debut, table.fin),
    index('bilan_convention').on(table.conventionId),
  ],
);

/** A bilan as it was sent: nothing in it changes any more. */
export const bilanEmission = sqliteTable(
  'bilan_emission',
  {
    id: text('id').primaryKey(),
    bilanId: text('bilan_id')
      .notNull()
      .references(() => bilan.id),
    /** From 1. */
    edition: integer('edition').notNull(),
    emisLe: text('emis_le').notNull(),
    auteurId: text('auteur_id').references(() => membre.id),
    titre: text('titre').notNull(),
    /** gzip of the JSON of `BilanFige`: figures, rows, parameters, texts. */
    donnees: blob('donnees', { mode: 'buffer' }).notNull(),
    /** Of that JSON, before gzip. */
    donneesSha256: text('donnees_sha256').notNull(),
    /** Of the PDF; empty where none could be made. */
    sha256: texteVide('sha256'),
    taille: integer('taille').notNull().default(0),
  },
  (table) => [uniqueIndex('bilan_emission_edition').on(table.bilanId, table.edition)],
);

/** What feeds an issued bilan: such a record is not removed without a word. */
export const bilanFait = sqliteTable(
  'bilan_fait',
  {
    /** Name of the table. */
    genre: text('genre').notNull(),
    faitId: text('fait_id').notNull(),
    emissionId: text('emission_id')
      .notNull()
      .references(() => bilanEmission.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.genre, table.faitId, table.emissionId] }),
    index('bilan_fait_emission').on(table.emissionId),
  ],
);

/** Words of somebody about what was done, quoted in bilans year after year. */
export const temoignage = sqliteTable(
  'temoignage',
  {
    id: text('id').primaryKey(),
    date: text('date').notNull(),
    /** As it is signed in the bilan: « Salariée en parcours, 34 ans ». */
    signature: text('signature').notNull(),
    texte: text('texte').notNull(),
    /** The person agreed in writing that it be quoted. */
    accord: integer('accord', { mode: 'boolean' }).notNull().default(false),
    salarieId: text('salarie_id').references(() => salarie.id),
    organisationId: text('organisation_id').references(() => organisation.id),
    ...suivi,
  },
  (table) => [
    index('temoignage_date').on(table.archivedAt, table.date),
    index('temoignage_salarie').on(table.salarieId),
    index('temoignage_organisation').on(table.organisationId),
  ],
);
