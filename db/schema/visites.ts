import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { suivi, texteVide } from './colonnes.ts';
import { membre } from './parametres.ts';
import { interlocuteur, organisation } from './reseau.ts';
import { sollicitation } from './sollicitations.ts';

/** A text of the structure: letter, e-mail or argument sheet, own or in place of one that ships with Passerelle. */
export const modele = sqliteTable(
  'modele',
  {
    id: text('id').primaryKey(),
    /** `lettre`, `courriel` or `argument`. */
    genre: text('genre').notNull(),
    /** Code of the shipped text it replaces; empty for the structure's own. */
    code: texteVide('code'),
    titre: text('titre').notNull(),
    objet: texteVide('objet'),
    corps: text('corps').notNull(),
    ordre: integer('ordre').notNull().default(0),
    ...suivi,
  },
  (table) => [index('modele_genre').on(table.genre)],
);

/** An interview being prepared, or held, with its call card and its grid. */
export const entretien = sqliteTable(
  'entretien',
  {
    id: text('id').primaryKey(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisation.id, { onDelete: 'cascade' }),
    interlocuteurId: text('interlocuteur_id').references(() => interlocuteur.id),
    /** The visit it is kept with, once logged. */
    sollicitationId: text('sollicitation_id').references(() => sollicitation.id, { onDelete: 'set null' }),
    auteurId: text('auteur_id').references(() => membre.id),
    /** Appointment: day, minutes since midnight, minutes; null while it is not made. */
    date: text('date'),
    heure: integer('heure'),
    dureeMinutes: integer('duree_minutes'),
    lieu: texteVide('lieu'),
    /** JSON: call card. */
    appel: text('appel').notNull().default('{}'),
    /** JSON: answers of the grid, and the version of the grid. */
    grille: text('grille').notNull().default('{}'),
    ...suivi,
  },
  (table) => [
    index('entretien_organisation').on(table.organisationId),
    index('entretien_sollicitation').on(table.sollicitationId),
    index('entretien_interlocuteur').on(table.interlocuteurId),
  ],
);
