import type { z } from 'zod';

/** Tables a reader depends on and a writer touches: after a write, readers of the same tables refetch. */
export const TOUTES = [
  'structure',
  'membre',
  'reglage',
  'nomenclature',
  'vue',
  'organisation',
  'interlocuteur',
  'importation',
  'sollicitation',
  'relance',
  'embauche',
  'entretien',
  'modele',
  'secteur_score',
  'salarie',
  'immersion',
  'formation',
  'sortie',
  'heures',
  'convention',
  'fse',
  'bilan',
  'donnees',
] as const;
export type Table = (typeof TOUTES)[number];

/**
 * Name under which a write that was refused with `fige` is called again, once the user has confirmed it: its input is
 * `{ operation, entree }`.
 */
export const CONFIRMEE = 'confirmee';

export interface Operation {
  /** `ecriture` runs in one transaction; `entretien` runs alone and looks after its own (backup, restore, import). */
  genre: 'lecture' | 'ecriture' | 'entretien';
  entree: z.ZodType;
  sortie: z.ZodType;
  tables: readonly Table[];
}

export function lecture<E extends z.ZodType, S extends z.ZodType>(
  entree: E,
  sortie: S,
  tables: readonly Table[],
) {
  return { genre: 'lecture', entree, sortie, tables } as const;
}

export function ecriture<E extends z.ZodType, S extends z.ZodType>(
  entree: E,
  sortie: S,
  tables: readonly Table[],
) {
  return { genre: 'ecriture', entree, sortie, tables } as const;
}

export function entretien<E extends z.ZodType, S extends z.ZodType>(
  entree: E,
  sortie: S,
  tables: readonly Table[],
) {
  return { genre: 'entretien', entree, sortie, tables } as const;
}
