import { text } from 'drizzle-orm/sqlite-core';

/** Columns every record carries: uuid v7, UTC ISO instants, soft archive. */
export const suivi = {
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
  archivedAt: text('archived_at'),
};

/** Optional text: absent is the empty string. */
export const texteVide = (nom: string) => text(nom).notNull().default('');

/** JSON array: nothing chosen is `[]`. */
export const listeVide = (nom: string) => text(nom).notNull().default('[]');
