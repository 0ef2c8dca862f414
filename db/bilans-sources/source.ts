import type { FaitsParSource, NomSource } from '../../shared/bilans/faits.ts';
import type { LigneOuverte } from '../../shared/bilans/lignes.ts';
import type { Periode } from '../../shared/bilans/schema.ts';
import type { Contexte } from '../contexte.ts';
import type { Colonne } from '../tableur.ts';

export type Lecteur = Pick<Contexte, 'db' | 'today'>;

/** The year that ages and annual figures of a period belong to: the one of its last day. */
export const anneeDe = ({ fin }: Periode): number => Number(fin.slice(0, 4));

/** Where the facts of a kind come from, and what their rows say when they are opened. */
export interface Source<N extends NomSource, L> {
  /** Table of the rows: an issued bilan guards what it counts in it. */
  table: string;
  /** Id of the record of that table which carries a fact, when the fact is not one by itself. */
  porteur?(fait: FaitsParSource[N]): string;
  /** Facts of a period already cut at today; rows alike may be added up. */
  read(lecteur: Lecteur, periode: Periode): FaitsParSource[N][];
  /** One fact per row, when `read` adds them up. */
  readEach?(lecteur: Lecteur, periode: Periode): FaitsParSource[N][];
  /** What the rows of some facts say, one for one. */
  tell(lecteur: Lecteur, faits: readonly FaitsParSource[N][], periode: Periode): L[];
  versLigne(ligne: L): LigneOuverte;
  /** Columns that name somebody: a pseudonym stands for them in an annex. */
  nominatives: readonly Colonne<L>[];
  colonnes: readonly Colonne<L>[];
}

/** Keeps the type of the rows of a source between its functions. */
export const source = <N extends NomSource, L>(definie: Source<N, L>): Source<N, L> => definie;
