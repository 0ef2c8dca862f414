import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { suivi, texteVide } from './colonnes.ts';
import { membre } from './parametres.ts';
import { interlocuteur, organisation } from './reseau.ts';
import { salarie } from './salaries.ts';

/** One exchange, counted once whatever the number of organisations it touched. */
export const sollicitation = sqliteTable(
  'sollicitation',
  {
    rang: integer('rang').primaryKey(),
    id: text('id').notNull().unique(),
    date: text('date').notNull(),
    canal: text('canal').notNull(),
    sens: text('sens').notNull(),
    nature: texteVide('nature'),
    /** List `sous_natures`, within `nature`. */
    sousNature: texteVide('sous_nature'),
    /** What it was about, in one line. */
    objet: texteVide('objet'),
    resultat: text('resultat').notNull(),
    /** Why it was refused or could not be met: list `causes`. */
    cause: texteVide('cause'),
    dureeMinutes: integer('duree_minutes'),
    texte: texteVide('texte'),
    cherche: texteVide('cherche'),
    auteurId: text('auteur_id').references(() => membre.id),
    ...suivi,
  },
  (table) => [
    /** Covers the counts of the bilans, of the journal and of the saturation: the long texts of the rows are never read. */
    index('sollicitation_date').on(
      table.archivedAt,
      table.date,
      table.nature,
      table.canal,
      table.resultat,
      table.id,
      table.sens,
      table.cause,
      table.sousNature,
      table.auteurId,
    ),
  ],
);

export const sollicitationOrganisation = sqliteTable(
  'sollicitation_organisation',
  {
    sollicitationId: text('sollicitation_id')
      .notNull()
      .references(() => sollicitation.id, { onDelete: 'cascade' }),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisation.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.sollicitationId] }),
    index('sollicitation_organisation_inverse').on(table.sollicitationId, table.organisationId),
  ],
);

export const sollicitationInterlocuteur = sqliteTable(
  'sollicitation_interlocuteur',
  {
    sollicitationId: text('sollicitation_id')
      .notNull()
      .references(() => sollicitation.id, { onDelete: 'cascade' }),
    interlocuteurId: text('interlocuteur_id')
      .notNull()
      .references(() => interlocuteur.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.sollicitationId, table.interlocuteurId] }),
    index('sollicitation_interlocuteur_inverse').on(table.interlocuteurId),
  ],
);

export const sollicitationSalarie = sqliteTable(
  'sollicitation_salarie',
  {
    sollicitationId: text('sollicitation_id')
      .notNull()
      .references(() => sollicitation.id, { onDelete: 'cascade' }),
    salarieId: text('salarie_id')
      .notNull()
      .references(() => salarie.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.sollicitationId, table.salarieId] }),
    index('sollicitation_salarie_inverse').on(table.salarieId),
  ],
);

/** A file kept with an exchange; its bytes are in the data folder, under their sha256. */
export const pieceJointe = sqliteTable(
  'piece_jointe',
  {
    id: text('id').primaryKey(),
    sollicitationId: text('sollicitation_id')
      .notNull()
      .references(() => sollicitation.id, { onDelete: 'cascade' }),
    nom: text('nom').notNull(),
    type: texteVide('type'),
    /** Bytes. */
    taille: integer('taille').notNull(),
    sha256: text('sha256').notNull(),
    ...suivi,
  },
  (table) => [index('piece_jointe_sollicitation').on(table.sollicitationId)],
);

/** A hire made by an organisation of the network. */
export const embauche = sqliteTable(
  'embauche',
  {
    id: text('id').primaryKey(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisation.id, { onDelete: 'cascade' }),
    salarieId: text('salarie_id').references(() => salarie.id),
    /** The exchange it was said in. */
    sollicitationId: text('sollicitation_id').references(() => sollicitation.id, { onDelete: 'set null' }),
    date: text('date').notNull(),
    /** List `contrats_embauche`. */
    contrat: text('contrat').notNull(),
    metier: texteVide('metier'),
    note: texteVide('note'),
    ...suivi,
  },
  (table) => [
    index('embauche_organisation').on(table.organisationId),
    index('embauche_salarie').on(table.salarieId),
    index('embauche_date').on(table.archivedAt, table.date),
  ],
);

/** Next action promised to an organisation, due on a date or when something awaited happens. */
export const relance = sqliteTable(
  'relance',
  {
    id: text('id').primaryKey(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisation.id, { onDelete: 'cascade' }),
    sollicitationId: text('sollicitation_id').references(() => sollicitation.id, { onDelete: 'set null' }),
    libelle: text('libelle').notNull(),
    /** Null while it waits for `evenement`. */
    echeance: text('echeance'),
    /** What is awaited, in words: « après les élections ». Empty when only the date counts. */
    evenement: texteVide('evenement'),
    responsableId: text('responsable_id').references(() => membre.id),
    faitLe: text('fait_le'),
    /** The exchange that answered it; taking that exchange back makes it due again. */
    reponseId: text('reponse_id').references(() => sollicitation.id, { onDelete: 'set null' }),
    ...suivi,
  },
  (table) => [
    index('relance_echeance').on(table.archivedAt, table.faitLe, table.echeance),
    index('relance_organisation').on(table.organisationId),
    index('relance_sollicitation').on(table.sollicitationId),
    index('relance_reponse').on(table.reponseId),
    check('relance_quand', sql`${table.echeance} IS NOT NULL OR ${table.evenement} <> ''`),
  ],
);
