import { sql } from 'drizzle-orm';
import {
  type AnySQLiteColumn,
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import { listeVide, suivi, texteVide } from './colonnes.ts';
import { sessionFormation } from './formation.ts';
import { membre } from './parametres.ts';
import { interlocuteur, organisation, site } from './reseau.ts';
import { salarie } from './salaries.ts';
import { embauche } from './sollicitations.ts';

/** A PMSMP and the mentions of its convention (art. D5135-2 du code du travail). */
export const immersion = sqliteTable(
  'immersion',
  {
    id: text('id').primaryKey(),
    /** `2026-014`: year and rank in the year. */
    numero: text('numero').notNull().unique(),
    statut: text('statut').notNull(),
    salarieId: text('salarie_id')
      .notNull()
      .references(() => salarie.id),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisation.id),
    objet: texteVide('objet'),
    objectifs: texteVide('objectifs'),
    modalitesEvaluation: texteVide('modalites_evaluation'),
    metier: texteVide('metier'),
    activites: texteVide('activites'),
    protection: texteVide('protection'),
    lieu: texteVide('lieu'),
    debut: text('debut'),
    fin: text('fin'),
    /** The last day first agreed, when the immersion was stopped before it. */
    finPrevue: text('fin_prevue'),
    /** JSON: seven days, Monday first, each a list of `{debut, fin}` in minutes since midnight. */
    horaires: text('horaires').notNull(),
    feriesTravailles: integer('feries_travailles', { mode: 'boolean' }).notNull().default(false),
    /** Derived from dates and daily hours when saved, so that the bilans add up in SQL. */
    minutes: integer('minutes').notNull().default(0),
    jours: integer('jours').notNull().default(0),
    modeContrat: texteVide('mode_contrat'),
    tuteurId: text('tuteur_id').references(() => interlocuteur.id),
    tuteurNom: texteVide('tuteur_nom'),
    tuteurFonction: texteVide('tuteur_fonction'),
    representantLegal: texteVide('representant_legal'),
    prescripteurNom: texteVide('prescripteur_nom'),
    prescripteurAdresse: texteVide('prescripteur_adresse'),
    referentId: text('referent_id').references(() => membre.id),
    numeroImmersionFacilitee: texteVide('numero_immersion_facilitee'),
    motifAnnulation: texteVide('motif_annulation'),
    renouvelleId: text('renouvelle_id').references((): AnySQLiteColumn => immersion.id),
    /** Why the objectifs were not reached the first time: said by the convention of the renewal. */
    motifRenouvellement: texteVide('motif_renouvellement'),
    /** First interview of the three: its day, and what each expects. */
    entretienDate: text('entretien_date'),
    attentesSalarie: texteVide('attentes_salarie'),
    attentesAccueil: texteVide('attentes_accueil'),
    attentesStructure: texteVide('attentes_structure'),
    /** Where in the organisation, when it is not its main address. */
    siteId: text('site_id').references(() => site.id),
    /** Métier in the ROME: code and version, empty when it is only said in words (`metier`). */
    romeCode: texteVide('rome_code'),
    romeVersion: texteVide('rome_version'),
    /** JSON: competences to discover or to validate, in words. */
    competences: listeVide('competences'),
    /** JSON: days that do not follow the week, `{date, plages}`; no period is a day off. */
    exceptions: listeVide('exceptions'),
    /** Good Friday and 26 December are holidays in the three departments of Alsace and Moselle. */
    alsaceMoselle: integer('alsace_moselle', { mode: 'boolean' }).notNull().default(false),
    /** What the host does for health and safety on the spot; `protection` is the worn equipment. */
    prevention: texteVide('prevention'),
    transport: texteVide('transport'),
    /** JSON: ancillary costs, `{nature, precision, centimes, payeur}`. */
    frais: listeVide('frais'),
    /** Who signs for an external prescriber: name and function. */
    prescripteurReferent: texteVide('prescripteur_referent'),
    /** Minutes really done, once a presence differs from the plan; null is as planned. */
    minutesFaites: integer('minutes_faites'),
    /** `ROLES_SIGNATURE`: which of its parties refused the convention; empty when none did, or when it is not known. */
    refuseePar: texteVide('refusee_par'),
    ...suivi,
  },
  (table) => [
    index('immersion_debut').on(table.archivedAt, table.debut),
    index('immersion_salarie').on(table.salarieId),
    index('immersion_organisation').on(table.organisationId),
    index('immersion_tuteur').on(table.tuteurId),
    index('immersion_renouvelle').on(table.renouvelleId),
    index('immersion_site').on(table.siteId),
  ],
);

/** One capacity in which the convention is signed; an entity that signs twice has two rows. */
export const immersionSignature = sqliteTable(
  'immersion_signature',
  {
    immersionId: text('immersion_id')
      .notNull()
      .references(() => immersion.id, { onDelete: 'cascade' }),
    /** `ROLES_SIGNATURE`. */
    role: text('role').notNull(),
    nom: texteVide('nom'),
    /** Day written on the paper. */
    date: text('date').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.immersionId, table.role] })],
);

/** A paper as it was handed out: it must not change when a record does. */
export const documentEmis = sqliteTable(
  'document_emis',
  {
    id: text('id').primaryKey(),
    /** What it belongs to: an immersion or a training session, one of them. */
    immersionId: text('immersion_id').references(() => immersion.id, { onDelete: 'cascade' }),
    sessionId: text('session_id').references(() => sessionFormation.id, { onDelete: 'cascade' }),
    /** `GENRES_DOCUMENT` or `GENRES_DOCUMENT_FORMATION`. */
    genre: text('genre').notNull(),
    /** What the paper is about within it: a follow-up point, an accident, a trainee; empty otherwise. */
    objetId: texteVide('objet_id'),
    /** From one: each issue of the same paper replaces the one before. */
    edition: integer('edition').notNull(),
    emisLe: text('emis_le').notNull(),
    auteurId: text('auteur_id').references(() => membre.id),
    /** JSON: the data the printable page was made from. */
    donnees: text('donnees').notNull(),
    /** Fingerprint of the PDF, kept under that name in the data folder; empty where no PDF could be made. */
    sha256: texteVide('sha256'),
    /** Bytes of the PDF kept; 0 when none is, as before PDFs were kept. */
    taille: integer('taille').notNull().default(0),
  },
  (table) => [
    uniqueIndex('document_emis_immersion').on(table.immersionId, table.genre, table.objetId, table.edition),
    uniqueIndex('document_emis_session').on(table.sessionId, table.genre, table.objetId, table.edition),
    check('document_emis_un', sql`(${table.immersionId} IS NULL) <> (${table.sessionId} IS NULL)`),
  ],
);

/** A follow-up point that was held, moved or added; those that only follow from the dates are worked out. */
export const immersionPoint = sqliteTable(
  'immersion_point',
  {
    id: text('id').primaryKey(),
    immersionId: text('immersion_id')
      .notNull()
      .references(() => immersion.id, { onDelete: 'cascade' }),
    /** Which of the points worked out from the dates it is; the row's own id when it was added by hand. */
    cle: text('cle').notNull(),
    genre: text('genre').notNull(),
    /** Day it is due. */
    echeance: text('echeance').notNull(),
    faitLe: text('fait_le'),
    auteurId: text('auteur_id').references(() => membre.id),
    /** JSON: what each said, and what follows. */
    contenu: text('contenu').notNull().default('{}'),
    ...suivi,
  },
  (table) => [uniqueIndex('immersion_point_cle').on(table.immersionId, table.cle)],
);

/** A day that did not go as planned. */
export const immersionPresence = sqliteTable(
  'immersion_presence',
  {
    immersionId: text('immersion_id')
      .notNull()
      .references(() => immersion.id, { onDelete: 'cascade' }),
    date: text('date').notNull(),
    /** Minutes really done that day. */
    minutes: integer('minutes').notNull(),
    /** `MOTIFS_PRESENCE`. */
    motif: texteVide('motif'),
    note: texteVide('note'),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.immersionId, table.date] })],
);

/** An accident and its steps; no word on injuries, which are written by hand on the declaration. */
export const immersionAccident = sqliteTable(
  'immersion_accident',
  {
    id: text('id').primaryKey(),
    immersionId: text('immersion_id')
      .notNull()
      .references(() => immersion.id, { onDelete: 'cascade' }),
    date: text('date').notNull(),
    /** Minutes since midnight, local time; null when unknown. */
    heure: integer('heure'),
    /** On the way there or back. */
    trajet: integer('trajet', { mode: 'boolean' }).notNull().default(false),
    lieu: texteVide('lieu'),
    circonstances: texteVide('circonstances'),
    temoins: texteVide('temoins'),
    /** Local instants `AAAA-MM-JJTHH:MM`: host told us; we told who declares; it was declared. */
    informeLe: text('informe_le'),
    transmisLe: text('transmis_le'),
    declareLe: text('declare_le'),
    ...suivi,
  },
  (table) => [index('immersion_accident_immersion').on(table.immersionId)],
);

/** An evaluation grid, filled on screen or copied from paper. */
export const immersionEvaluation = sqliteTable(
  'immersion_evaluation',
  {
    immersionId: text('immersion_id')
      .notNull()
      .references(() => immersion.id, { onDelete: 'cascade' }),
    /** `decouverte` or `validation`. */
    genre: text('genre').notNull(),
    date: text('date'),
    evaluateur: texteVide('evaluateur'),
    /** JSON: answers, and the version of the grid. */
    reponses: text('reponses').notNull().default('{}'),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.immersionId, table.genre] })],
);

/** What came of an immersion, said by the three. */
export const immersionBilan = sqliteTable('immersion_bilan', {
  immersionId: text('immersion_id')
    .primaryKey()
    .references(() => immersion.id, { onDelete: 'cascade' }),
  /** `REALISATIONS`. */
  realisation: texteVide('realisation'),
  avisSalarie: texteVide('avis_salarie'),
  avisAccueil: texteVide('avis_accueil'),
  avisStructure: texteVide('avis_structure'),
  /** `OBJECTIFS_ATTEINTS`. */
  objectifs: texteVide('objectifs'),
  /** `DECISIONS`. */
  decision: texteVide('decision'),
  suite: texteVide('suite'),
  /** Day the three met. */
  date: text('date'),
  embaucheId: text('embauche_id').references(() => embauche.id),
  /** Day it was closed: from then on the immersion reads « bilan fait ». Null while it is being written. */
  faitLe: text('fait_le'),
  updatedAt: text('updated_at').notNull(),
});

/** What the year aims at: a number of immersions, in all or of one kind. */
export const immersionObjectif = sqliteTable(
  'immersion_objectif',
  {
    annee: integer('annee').notNull(),
    /** `total`, `objet`, `categorie`, `sexe`, `metier`… and its code. */
    axe: text('axe').notNull(),
    code: texteVide('code'),
    nombre: integer('nombre').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.annee, table.axe, table.code] })],
);

/** A legal threshold as the structure reads it from a day on, in place of the one that ships with Passerelle. */
export const seuil = sqliteTable(
  'seuil',
  {
    code: text('code').notNull(),
    /** First day it applies. */
    depuis: text('depuis').notNull(),
    valeur: integer('valeur').notNull(),
    /** Where it comes from. */
    reference: texteVide('reference'),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.code, table.depuis] })],
);
