import { z } from 'zod';

/**
 * Why a backup was made. `restauration` is the base a restore replaced; `ecartee` is one set aside as it was,
 * unchecked, because it could not be opened; `apportee` came from elsewhere, as a file.
 */
export const MOTIFS = [
  'jour',
  'manuelle',
  'import',
  'migration',
  'restauration',
  'ecartee',
  'apportee',
] as const;
export type Motif = (typeof MOTIFS)[number];

/** Local date, time and motif, as in the file's name; it cannot hold a path. */
export const idSauvegarde = z
  .string()
  .regex(
    new RegExp(`^\\d{4}-\\d{2}-\\d{2}_\\d{2}-\\d{2}-\\d{2}_(${MOTIFS.join('|')})$`),
    'Cette sauvegarde est inconnue.',
  );

export const sauvegarde = z.object({
  id: idSauvegarde,
  motif: z.enum(MOTIFS),
  /** UTC instant. */
  le: z.string(),
  /** Bytes. */
  taille: z.number().int(),
  /** Reopened and checked before it took its name. */
  verifiee: z.boolean(),
});
export type Sauvegarde = z.output<typeof sauvegarde>;

/** How many records of the main kinds a base holds. */
export const contenu = z.object({
  organisations: z.number().int(),
  sollicitations: z.number().int(),
  salaries: z.number().int(),
  immersions: z.number().int(),
});
export type Contenu = z.output<typeof contenu>;

/** Why the place of the data folder puts the base at risk. */
export const danger = z.object({
  genre: z.enum(['synchronise', 'reseau', 'conflit']),
  /** Name of the service (`OneDrive`), or empty. */
  service: z.string(),
});
export type Danger = z.output<typeof danger>;
