import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { suivi, texteVide } from './colonnes.ts';
import { membre } from './parametres.ts';
import { interlocuteur, organisation } from './reseau.ts';

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
    resultat: text('resultat').notNull(),
    texte: texteVide('texte'),
    cherche: texteVide('cherche'),
    auteurId: text('auteur_id').references(() => membre.id),
    ...suivi,
  },
  (table) => [
    /** Covers the whole count of a bilan: the long texts of the rows are never read. */
    index('sollicitation_date').on(
      table.archivedAt,
      table.date,
      table.nature,
      table.canal,
      table.resultat,
      table.id,
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

/** Next action promised to an organisation, due on a date. */
export const relance = sqliteTable(
  'relance',
  {
    id: text('id').primaryKey(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisation.id, { onDelete: 'cascade' }),
    sollicitationId: text('sollicitation_id').references(() => sollicitation.id, { onDelete: 'set null' }),
    libelle: text('libelle').notNull(),
    echeance: text('echeance').notNull(),
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
  ],
);
