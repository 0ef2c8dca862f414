import { createElement } from 'react';
import type { BilanCalcule } from '../shared/bilans/bilan.ts';
import { piedDe } from '../shared/documents/page-a4.tsx';
import type { Structure } from '../shared/parametres/schema.ts';
import { rendre } from './documents.ts';

/** How a bilan is drawn: as sent, or as it is now. */
export interface MiseBilan {
  /** Instant it was sent; null for a page that says it is a draft. */
  emisLe: string | null;
  edition: number;
}

/** The printable page of a bilan, from what it says alone: slice « document » draws it. */
export function pageBilan(bilan: BilanCalcule, structure: Structure, _mise: MiseBilan): string {
  return rendre(createElement('h1', null, bilan.titre), { titre: bilan.titre, pied: piedDe(structure) });
}
