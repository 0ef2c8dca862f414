import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { texteVide } from './colonnes.ts';

/** A value the structure added to an open list, or a shipped one it no longer offers; never deleted, old entries keep it. */
export const nomenclatureValeur = sqliteTable(
  'nomenclature_valeur',
  {
    liste: text('liste').notNull(),
    code: text('code').notNull(),
    /** Empty for a shipped value that is only retired. */
    label: texteVide('label'),
    /** The value it specifies, for a list in two levels. */
    parent: texteVide('parent'),
    ordre: integer('ordre').notNull().default(0),
    retireLe: text('retire_le'),
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.liste, table.code] })],
);
