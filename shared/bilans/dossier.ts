import type { Structure } from '../parametres/schema.ts';
import type { AnnexeBilan } from './annexes.ts';
import type { BilanCalcule } from './bilan.ts';

/** Rows with names, with pseudonyms in their place, or none. */
export const GENRES_ANNEXE = ['sans', 'pseudonymes', 'noms'] as const;
export type GenreAnnexe = (typeof GENRES_ANNEXE)[number];

/** All that the paper and the workbook of a bilan are made from. */
export interface DossierBilan {
  bilan: BilanCalcule;
  structure: Structure;
  /** Civil day it was made, or sent. */
  etabliLe: string;
  /** Null while it is being prepared. */
  edition: { edition: number; auteur: string } | null;
  annexes: AnnexeBilan[];
}
