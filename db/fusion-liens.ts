import type { GenreFusion } from '../shared/reseau/fusion/schema.ts';

/** A column that points at a record, and what else makes its row unique. */
export interface Lien {
  table: string;
  colonne: string;
  /** Primary key, without `colonne`. */
  cle: readonly string[];
  /** Two rows alike on these say the same thing once they point at the same record: one is enough. */
  memes?: readonly string[];
}

/**
 * Everything that follows when a record takes in another. A test reads the schema and fails when a foreign key is
 * missing here.
 */
export const LIENS: Record<GenreFusion, readonly Lien[]> = {
  organisation: [
    { table: 'role_organisation', colonne: 'organisation_id', cle: ['id'], memes: ['role', 'debut', 'fin'] },
    {
      table: 'metier_organisation',
      colonne: 'organisation_id',
      cle: ['code', 'libelle'],
      memes: ['code', 'libelle'],
    },
    { table: 'site', colonne: 'organisation_id', cle: ['id'] },
    {
      table: 'fonction',
      colonne: 'organisation_id',
      cle: ['id'],
      memes: ['interlocuteur_id', 'qualite', 'intitule', 'debut', 'fin'],
    },
    {
      table: 'sollicitation_organisation',
      colonne: 'organisation_id',
      cle: ['sollicitation_id'],
      memes: ['sollicitation_id'],
    },
    { table: 'relance', colonne: 'organisation_id', cle: ['id'] },
    { table: 'embauche', colonne: 'organisation_id', cle: ['id'] },
    { table: 'entretien', colonne: 'organisation_id', cle: ['id'] },
    { table: 'immersion', colonne: 'organisation_id', cle: ['id'] },
    { table: 'salarie', colonne: 'prescripteur_id', cle: ['id'] },
    { table: 'salarie', colonne: 'orienteur_id', cle: ['id'] },
    { table: 'besoin_formation', colonne: 'organisation_id', cle: ['id'] },
    { table: 'action_formation', colonne: 'organisme_id', cle: ['id'] },
    { table: 'session_formation', colonne: 'organisme_id', cle: ['id'] },
    { table: 'session_partenaire', colonne: 'organisation_id', cle: ['id'] },
    { table: 'financement', colonne: 'organisation_id', cle: ['id'] },
    { table: 'sortie', colonne: 'organisation_id', cle: ['id'] },
    { table: 'convention', colonne: 'organisation_id', cle: ['id'] },
    { table: 'temoignage', colonne: 'organisation_id', cle: ['id'] },
  ],
  interlocuteur: [
    {
      table: 'fonction',
      colonne: 'interlocuteur_id',
      cle: ['id'],
      memes: ['organisation_id', 'qualite', 'intitule', 'debut', 'fin'],
    },
    {
      table: 'sollicitation_interlocuteur',
      colonne: 'interlocuteur_id',
      cle: ['sollicitation_id'],
      memes: ['sollicitation_id'],
    },
    { table: 'immersion', colonne: 'tuteur_id', cle: ['id'] },
    { table: 'entretien', colonne: 'interlocuteur_id', cle: ['id'] },
  ],
};

/** Texts that may name a record: a draft, a kept view. Identifiers are unique, so they are replaced as text. */
export const TEXTES = [
  { table: 'vue', colonne: 'filtres', cle: 'id' },
  { table: 'reglage', colonne: 'valeur', cle: 'cle' },
] as const;

/** Columns of each field two records are compared on. */
export const COLONNES: Record<GenreFusion, Record<string, readonly string[]>> = {
  organisation: {
    nom: ['nom'],
    genre: ['genre', 'genre_siae'],
    categorie: ['categorie'],
    siret: ['siret'],
    adresse: ['adresse', 'code_postal', 'ville'],
    telephone: ['telephone'],
    autreTelephone: ['autre_telephone'],
    courriel: ['courriel'],
    autreCourriel: ['autre_courriel'],
    site: ['site'],
    activite: ['activite'],
    naf: ['naf', 'naf_version'],
    secteur: ['secteur'],
    effectif: ['effectif', 'taille'],
    conventionCollective: ['convention_collective'],
    zone: ['zone'],
    stade: ['stade'],
    implication: ['implication'],
    referent: ['referent_id'],
    silence: [
      'ne_plus_contacter_le',
      'ne_plus_contacter_motif',
      'ne_plus_contacter_note',
      'ne_plus_contacter_par',
    ],
    saison: ['saison', 'saison_note'],
    conditions: ['conditions', 'conditions_note'],
    recrutements: ['recrutements'],
    recruteur: ['recruteur'],
    motivations: ['motivations'],
    recrutementNote: ['recrutement_note'],
    origine: ['origine', 'origine_precision'],
    note: ['note'],
  },
  interlocuteur: {
    civilite: ['civilite'],
    prenom: ['prenom'],
    nom: ['nom'],
    telephone: ['telephone'],
    autreTelephone: ['autre_telephone'],
    courriel: ['courriel'],
    note: ['note'],
    /** Not offered on screen: who objected, under either name, is never contacted. */
    opposition: ['opposition_le', 'opposition_note'],
  },
};

/** What nobody chooses: identity of the row, and what follows from the rest. */
export const PROPRES: Record<GenreFusion, readonly string[]> = {
  organisation: [
    'rang',
    'id',
    'nom_tri',
    'ville_tri',
    'cherche',
    'cherche_personnes',
    'dernier_echange',
    'dernier_resultat',
    'dernier_sens',
    'prochaine_relance',
    'importation_id',
    'fusionnee_dans',
    'created_at',
    'updated_at',
    'archived_at',
  ],
  interlocuteur: ['id', 'fusionne_dans', 'created_at', 'updated_at', 'archived_at'],
};

/** Where a record says what it was merged into. */
export const DANS: Record<GenreFusion, string> = {
  organisation: 'fusionnee_dans',
  interlocuteur: 'fusionne_dans',
};
