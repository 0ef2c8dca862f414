import type { Particuliers } from '../schema.ts';
import type { GenreLu } from './lire-genre.ts';

export interface InterlocuteurLu {
  civilite: string;
  prenom: string;
  nom: string;
  intitule: string;
  telephone: string;
  courriel: string;
}

/** Particulars of an organisation as one line of a list gives them; absent is the empty string. */
export interface FicheLue extends GenreLu {
  nom: string;
  activite: string;
  conventionCollective: string;
  siret: string;
  adresse: string;
  codePostal: string;
  ville: string;
  telephone: string;
  autreTelephone: string;
  courriel: string;
  autreCourriel: string;
  site: string;
  note: string;
  categorie: string;
  secteur: string;
  naf: string;
  nafVersion: string;
  effectif: number | null;
  taille: Particuliers['taille'];
  zone: string;
  /** Empty when the line says nothing of it. */
  stade: Particuliers['stade'] | '';
  origine: string;
  originePrecision: string;
  referentId: string | null;
  /** Codes. */
  roles: string[];
  interlocuteurs: InterlocuteurLu[];
}

/** Particulars without people: what an existing record and a line have in common. */
export type Particularites = Omit<FicheLue, 'interlocuteurs' | 'roles'>;

/** Adds a line to a note unless one of its lines already says it. */
export function ajouterNote(note: string, ligne: string): string {
  if (ligne === '' || note.split('\n').includes(ligne)) return note;
  return note === '' ? ligne : `${note}\n${ligne}`;
}
