/**
 * How a column of a table looks and sorts. Codes and phones are `texte`: their zeros stay. `paragraphe`: long texts, on
 * several lines. `pourcent`: a share of one.
 */
export type StyleCellule = 'texte' | 'paragraphe' | 'nombre' | 'heures' | 'euros' | 'pourcent' | 'date';

/** A cell that does not look like the rest of its column: figures of several units one under the other. */
export interface CelluleTypee {
  style: StyleCellule;
  valeur: string | number | null;
}

/** Text, number, or civil date of a `date` column; null or empty leaves the cell empty. */
export type Cellule = string | number | null | CelluleTypee;
