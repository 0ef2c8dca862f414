import type { ReactElement } from 'react';
import type { Structure } from '../../shared/parametres/schema.ts';
import type { Contexte } from '../contexte.ts';

/** How a page is made out of frozen data. */
export interface Mise {
  /** Not issued: marked as not to be signed. */
  projet: boolean;
  /** From the second on, it replaces the one before. */
  edition: number;
  /** UTC ISO instant of the issue, or of now for a draft. */
  emisLe: string;
  /** To be filled by hand. */
  vierge: boolean;
}

/** One kind of paper of an immersion. What it says is frozen as JSON when it is issued. */
export interface Papier<D extends { structure: Structure }> {
  /** Title of the paper, also the name of its file. */
  titre(donnees: D): string;
  /** What the records say now. No clock in it: the same records give the same data. */
  read(contexte: Contexte, immersionId: string, objetId: string): D;
  page(donnees: D, mise: Mise): ReactElement;
  /** Style of its own, after the house's. */
  style?: string;
  /** Exists to be filled by hand too. */
  vierge?: boolean;
  /** What it can be about within the immersion, one paper each; a single paper when absent. */
  objets?(contexte: Contexte, immersionId: string): { id: string; titre: string }[];
  /** Why it is not for this immersion at all, or cannot be issued yet; null when it can. */
  obstacle?(
    contexte: Contexte,
    immersionId: string,
    objetId: string,
  ): { jamais: boolean; phrase: string } | null;
}
