import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { suivi, texteVide } from './colonnes.ts';

export const structure = sqliteTable('structure', {
  id: integer('id').primaryKey(),
  raisonSociale: text('raison_sociale').notNull(),
  genre: text('genre').notNull(),
  siret: texteVide('siret'),
  adresse: texteVide('adresse'),
  codePostal: texteVide('code_postal'),
  ville: texteVide('ville'),
  telephone: texteVide('telephone'),
  courriel: texteVide('courriel'),
  conventionNumero: texteVide('convention_numero'),
  logo: blob('logo', { mode: 'buffer' }),
  logoType: texteVide('logo_type'),
  updatedAt: text('updated_at').notNull(),
});

export const membre = sqliteTable('membre', {
  id: text('id').primaryKey(),
  prenom: texteVide('prenom'),
  nom: text('nom').notNull(),
  fonction: texteVide('fonction'),
  ...suivi,
});

/** Small settings of this base: key, JSON value. */
export const reglage = sqliteTable('reglage', {
  cle: text('cle').primaryKey(),
  valeur: text('valeur').notNull(),
  updatedAt: text('updated_at').notNull(),
});
