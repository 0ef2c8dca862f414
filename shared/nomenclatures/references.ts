import { nomenclature } from './nomenclature.ts';

/** Versions of the ROME a code may have been chosen in: the same code has named other work since. */
export const VERSIONS_ROME = nomenclature('2026-1', [
  { code: 'v3', label: 'ROME v3' },
  { code: 'v4', label: 'ROME 4.0' },
]);

/** The one in which new choices are made. */
export const ROME_COURANTE = 'v4';

/** Versions of the NAF, the second known by its codes alone. */
export const VERSIONS_NAF = nomenclature('2026-1', [
  { code: 'rev2', label: 'NAF rév. 2' },
  { code: '2025', label: 'NAF 2025' },
]);

/** A métier as it is kept: a code with the version it was chosen in, or words alone (`code` empty). */
export interface Metier {
  code: string;
  version: string;
  libelle: string;
}

/** `8130z`, `81.30 Z` → `81.30Z`; null when it has not the form of a NAF code. */
export function lireNaf(saisie: string): string | null {
  const compact = saisie.replace(/[\s.]/g, '').toUpperCase();
  return /^\d{4}[A-Z]$/.test(compact) ? `${compact.slice(0, 2)}.${compact.slice(2)}` : null;
}
