import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { suivi } from './colonnes.ts';
import { membre } from './parametres.ts';

/** Filters of a list kept under a name, for one member or for the team. */
export const vue = sqliteTable(
  'vue',
  {
    id: text('id').primaryKey(),
    ecran: text('ecran').notNull(),
    nom: text('nom').notNull(),
    /** JSON: the filters, as in the address. */
    filtres: text('filtres').notNull(),
    /** Null: everybody's. */
    membreId: text('membre_id').references(() => membre.id),
    ordre: integer('ordre').notNull().default(0),
    ...suivi,
  },
  (table) => [index('vue_ecran').on(table.ecran, table.archivedAt)],
);
