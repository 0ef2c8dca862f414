import { desc } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { suivi, texteVide } from './colonnes.ts';

/** One file read by the user; undoing it archives what it created and gives back what it completed. */
export const importation = sqliteTable('importation', {
  id: text('id').primaryKey(),
  fichier: text('fichier').notNull(),
  importeLe: text('importe_le').notNull(),
  lignes: integer('lignes').notNull(),
  creees: integer('creees').notNull(),
  completees: integer('completees').notNull(),
  identiques: integer('identiques').notNull(),
  rejetees: integer('rejetees').notNull(),
  /** JSON: state of the completed organisations before the import, for the undo. */
  avant: text('avant').notNull().default('[]'),
  annuleLe: text('annule_le'),
});

export const organisation = sqliteTable(
  'organisation',
  {
    /** Explicit rowid: the search index points at it, and VACUUM may renumber an implicit one. */
    rang: integer('rang').primaryKey(),
    id: text('id').notNull().unique(),
    nom: text('nom').notNull(),
    nomTri: text('nom_tri').notNull(),
    genre: texteVide('genre'),
    genreSiae: texteVide('genre_siae'),
    activite: texteVide('activite'),
    conventionCollective: texteVide('convention_collective'),
    siret: texteVide('siret'),
    adresse: texteVide('adresse'),
    codePostal: texteVide('code_postal'),
    ville: texteVide('ville'),
    villeTri: texteVide('ville_tri'),
    telephone: texteVide('telephone'),
    autreTelephone: texteVide('autre_telephone'),
    courriel: texteVide('courriel'),
    autreCourriel: texteVide('autre_courriel'),
    site: texteVide('site'),
    note: texteVide('note'),
    /** Normalised texts behind the search (`db/recherche.ts`): the organisation's own, and its interlocuteurs'. */
    cherche: texteVide('cherche'),
    cherchePersonnes: texteVide('cherche_personnes'),
    /** Kept by the operations that write exchanges and follow-ups, so that the list sorts on an index. */
    dernierEchange: text('dernier_echange'),
    prochaineRelance: text('prochaine_relance'),
    importationId: text('importation_id').references(() => importation.id),
    ...suivi,
  },
  (table) => [
    index('organisation_nom').on(table.archivedAt, table.nomTri),
    index('organisation_ville').on(table.archivedAt, table.villeTri, table.nomTri),
    index('organisation_echange').on(table.archivedAt, table.dernierEchange, table.nomTri),
    index('organisation_echange_recent').on(table.archivedAt, desc(table.dernierEchange), table.nomTri),
    index('organisation_relance').on(table.archivedAt, table.prochaineRelance, table.nomTri),
    index('organisation_siret').on(table.siret),
    index('organisation_importation').on(table.importationId),
  ],
);

export const interlocuteur = sqliteTable('interlocuteur', {
  id: text('id').primaryKey(),
  civilite: texteVide('civilite'),
  prenom: texteVide('prenom'),
  nom: text('nom').notNull(),
  telephone: texteVide('telephone'),
  courriel: texteVide('courriel'),
  note: texteVide('note'),
  ...suivi,
});

/** Dated function of a person in an organisation; several organisations and several functions are possible. */
export const fonction = sqliteTable(
  'fonction',
  {
    id: text('id').primaryKey(),
    interlocuteurId: text('interlocuteur_id')
      .notNull()
      .references(() => interlocuteur.id, { onDelete: 'cascade' }),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisation.id, { onDelete: 'cascade' }),
    intitule: texteVide('intitule'),
    debut: text('debut'),
    fin: text('fin'),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [
    index('fonction_organisation').on(table.organisationId),
    index('fonction_interlocuteur').on(table.interlocuteurId),
  ],
);
