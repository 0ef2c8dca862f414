import { desc } from 'drizzle-orm';
import { type AnySQLiteColumn, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { listeVide, suivi, texteVide } from './colonnes.ts';
import { membre } from './parametres.ts';

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
    /** What kind of body it is: list `categories`. */
    categorie: texteVide('categorie'),
    /** Number of salariés; null when unknown, and then `taille` holds what is known of it. */
    effectif: integer('effectif'),
    /** `tpe`, `pme` or `ge`; follows `effectif` when there is one. */
    taille: texteVide('taille'),
    /** As printed, `81.30Z`; its label depends on the version it was read in. */
    naf: texteVide('naf'),
    nafVersion: texteVide('naf_version'),
    /** List `secteurs`. */
    secteur: texteVide('secteur'),
    zone: texteVide('zone'),
    /** Stage of the relation: list `stades`. */
    stade: text('stade').notNull().default('a_prospecter'),
    /** JSON: nature of action → level of the list `implications`. */
    implication: text('implication').notNull().default('{}'),
    /** JSON: months of high season, 1 to 12. */
    saison: listeVide('saison'),
    saisonNote: texteVide('saison_note'),
    /** JSON: codes of the list `conditions`. */
    conditions: listeVide('conditions'),
    conditionsNote: texteVide('conditions_note'),
    /** JSON: codes of the list `recrutements`. */
    recrutements: listeVide('recrutements'),
    /** Who recruits: list `recruteurs`. */
    recruteur: texteVide('recruteur'),
    /** JSON: codes of the list `motivations`. */
    motivations: listeVide('motivations'),
    recrutementNote: texteVide('recrutement_note'),
    /** The one person of the team the organisation deals with. */
    referentId: text('referent_id').references(() => membre.id),
    /** Where the contact came from: list `origines`, and in words. */
    origine: texteVide('origine'),
    originePrecision: texteVide('origine_precision'),
    /** Day it asked not to be contacted any more, or the team decided so; null otherwise. */
    nePlusContacterLe: text('ne_plus_contacter_le'),
    /** List `motifs_silence`, and in words. */
    nePlusContacterMotif: texteVide('ne_plus_contacter_motif'),
    nePlusContacterNote: texteVide('ne_plus_contacter_note'),
    /** Who of the team wrote it down. */
    nePlusContacterPar: text('ne_plus_contacter_par').references(() => membre.id),
    /** The organisation this one was merged into; it is then archived. */
    fusionneeDans: text('fusionnee_dans').references((): AnySQLiteColumn => organisation.id),
    /** Normalised texts behind the search (`db/recherche.ts`): the organisation's own, and its interlocuteurs'. */
    cherche: texteVide('cherche'),
    cherchePersonnes: texteVide('cherche_personnes'),
    /** Kept by the operations that write exchanges and follow-ups, so that the list sorts on an index. */
    dernierEchange: text('dernier_echange'),
    prochaineRelance: text('prochaine_relance'),
    /** Outcome and direction of the last exchange, empty without any: what the priorities are read from. */
    dernierResultat: texteVide('dernier_resultat'),
    dernierSens: texteVide('dernier_sens'),
    importationId: text('importation_id').references(() => importation.id),
    ...suivi,
  },
  (table) => [
    index('organisation_nom').on(table.archivedAt, table.nomTri),
    index('organisation_ville').on(table.archivedAt, table.villeTri, table.nomTri),
    index('organisation_echange').on(table.archivedAt, table.dernierEchange, table.nomTri),
    index('organisation_echange_recent').on(table.archivedAt, desc(table.dernierEchange), table.nomTri),
    index('organisation_relance').on(table.archivedAt, table.prochaineRelance, table.nomTri),
    /** Covers the priorities: the wide records are never read to order the whole network. */
    index('organisation_stade').on(
      table.archivedAt,
      table.stade,
      table.dernierEchange,
      table.prochaineRelance,
      table.nePlusContacterLe,
      table.dernierResultat,
      table.dernierSens,
    ),
    index('organisation_siret').on(table.siret),
    index('organisation_referent').on(table.referentId),
    index('organisation_importation').on(table.importationId),
    /** Without it, removing one record reads the whole network to know that none was merged into it. */
    index('organisation_fusionnee').on(table.fusionneeDans),
  ],
);

/** Role an organisation plays for the structure, dated; several at once: list `roles`. */
export const roleOrganisation = sqliteTable(
  'role_organisation',
  {
    id: text('id').primaryKey(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisation.id, { onDelete: 'cascade' }),
    role: text('role').notNull(),
    debut: text('debut'),
    fin: text('fin'),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [index('role_organisation_organisation').on(table.organisationId)],
);

/** A métier exercised there: ROME code and the version it was chosen in, or words alone (`code` empty). */
export const metierOrganisation = sqliteTable(
  'metier_organisation',
  {
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisation.id, { onDelete: 'cascade' }),
    code: texteVide('code'),
    version: texteVide('version'),
    libelle: text('libelle').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.code, table.libelle] }),
    index('metier_organisation_code').on(table.code),
  ],
);

/** Another place of the organisation, where one goes or works. */
export const site = sqliteTable(
  'site',
  {
    id: text('id').primaryKey(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisation.id, { onDelete: 'cascade' }),
    nom: text('nom').notNull(),
    siret: texteVide('siret'),
    adresse: texteVide('adresse'),
    codePostal: texteVide('code_postal'),
    ville: texteVide('ville'),
    telephone: texteVide('telephone'),
    /** JSON: codes of the list `conditions`. */
    conditions: listeVide('conditions'),
    note: texteVide('note'),
    ...suivi,
  },
  (table) => [index('site_organisation').on(table.organisationId)],
);

/** Two records somebody looked at and said are two: never proposed again. The smaller id first. */
export const pasDoublon = sqliteTable(
  'pas_doublon',
  {
    /** `organisation` or `interlocuteur`. */
    genre: text('genre').notNull(),
    unId: text('un_id').notNull(),
    autreId: text('autre_id').notNull(),
    createdAt: text('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.genre, table.unId, table.autreId] })],
);

/** A merge, with what it changed, so that it can be undone. */
export const fusion = sqliteTable('fusion', {
  id: text('id').primaryKey(),
  /** `organisation` or `interlocuteur`. */
  genre: text('genre').notNull(),
  gardeId: text('garde_id').notNull(),
  absorbeId: text('absorbe_id').notNull(),
  /** JSON: the rows as they were. */
  avant: text('avant').notNull(),
  auteurId: text('auteur_id').references(() => membre.id),
  fusionneLe: text('fusionne_le').notNull(),
  annuleLe: text('annule_le'),
});

/** Score a sector got in the year's survey of the team. */
export const secteurScore = sqliteTable(
  'secteur_score',
  {
    secteur: text('secteur').notNull(),
    annee: integer('annee').notNull(),
    score: integer('score').notNull(),
    repondants: integer('repondants'),
    note: texteVide('note'),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.secteur, table.annee] })],
);

export const interlocuteur = sqliteTable(
  'interlocuteur',
  {
    id: text('id').primaryKey(),
    civilite: texteVide('civilite'),
    prenom: texteVide('prenom'),
    nom: text('nom').notNull(),
    telephone: texteVide('telephone'),
    autreTelephone: texteVide('autre_telephone'),
    courriel: texteVide('courriel'),
    note: texteVide('note'),
    /** Day this person objected to being contacted (art. 21 RGPD); null otherwise. */
    oppositionLe: text('opposition_le'),
    oppositionNote: texteVide('opposition_note'),
    /** The person this one was merged into; archived then. */
    fusionneDans: text('fusionne_dans').references((): AnySQLiteColumn => interlocuteur.id),
    ...suivi,
  },
  (table) => [index('interlocuteur_fusionne').on(table.fusionneDans)],
);

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
    /** Kind of function: list `qualites`. `intitule` says it in the person's own words. */
    qualite: texteVide('qualite'),
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
