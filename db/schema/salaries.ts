import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { suivi, texteVide } from './colonnes.ts';

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
    ...suivi,
  },
  (table) => [index('salarie_nom').on(table.archivedAt, table.nomTri)],
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
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [index('contrat_salarie').on(table.salarieId)],
);
