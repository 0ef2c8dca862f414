/** Version of the ROME in which new choices are made; older ones carry `v3`: the same code has named other work since. */
export const ROME_COURANTE = 'v4';

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
