import type { ReactElement } from 'react';
import type { Structure } from '../../shared/parametres/schema.ts';
import type { Contexte } from '../contexte.ts';
import type { PdfGarde } from './emission.ts';

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

/**
 * One kind of paper of a record: an immersion, a training session. What it says is frozen as JSON when it is issued.
 * `id` names the record, `objetId` what the paper is about within it.
 */
export interface Papier<D extends { structure: Structure }> {
  /** Title of the paper, also the name of its file. */
  titre(donnees: D): string;
  /** What the records say now. No clock in it: the same records give the same data. */
  read(contexte: Contexte, id: string, objetId: string): D;
  page(donnees: D, mise: Mise): ReactElement;
  /** Style of its own, after the house's. */
  style?: string;
  paysage?: boolean;
  /** Exists to be filled by hand too. */
  vierge?: boolean;
  /** What it can be about within the record, one paper each; a single paper when absent. */
  objets?(contexte: Contexte, id: string): { id: string; titre: string }[];
  /** Why it is not for this record at all, or cannot be issued yet; null when it can. */
  obstacle?(contexte: Contexte, id: string, objetId: string): { jamais: boolean; phrase: string } | null;
  /** A draft again, whatever was issued before. */
  enProjet?(contexte: Contexte, id: string): boolean;
  /** An issue that changes the record too; the house's way when absent. Both may refuse. */
  emission?: {
    prepare(contexte: Contexte, id: string): D;
    save(contexte: Contexte, id: string, donnees: object, pdf: PdfGarde): void;
  };
}

/** Any kind of paper: each one reads back the data it froze itself. */
export type PapierQuelconque = Papier<{ structure: Structure }>;
