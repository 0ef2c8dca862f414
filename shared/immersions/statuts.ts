import type { Statut } from './schema.ts';

/** Conventions issued and not given up: what hosting means to every count, bilans and saturation alike. */
export const STATUTS_COMPTES = ['prete', 'signee', 'terminee'] as const satisfies readonly Statut[];

/** Issued and not over: to come, running, or past without anybody saying so. */
export const STATUTS_ENGAGES = ['prete', 'signee'] as const satisfies readonly Statut[];

/** Conventions nothing follows: an immersion refused or cancelled did not take place. */
export const STATUTS_SANS_SUITE = ['refusee', 'annulee'] as const satisfies readonly Statut[];

export function estSansSuite(statut: Statut): boolean {
  return (STATUTS_SANS_SUITE as readonly Statut[]).includes(statut);
}
