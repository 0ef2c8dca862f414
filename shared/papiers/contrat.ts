import { z } from 'zod';
import { id } from '../champs.ts';
import { livraison } from '../livraison.ts';
import { entretien, lecture, type Table } from '../operation.ts';

const edition = z.object({ edition: z.number(), emisLe: z.string(), auteur: z.string(), sha256: z.string() });
export type EditionPapier = z.output<typeof edition>;

/** One paper of a record, issued or not. */
export interface Papier<G extends string = string> {
  genre: G;
  /** What it is about within the record: a follow-up point, an accident, a trainee; empty otherwise. */
  objetId: string;
  titre: string;
  /** Why it cannot be issued yet, in one sentence; empty when it can. */
  obstacle: string;
  /** Can be printed to be filled by hand. */
  vierge: boolean;
  paysage: boolean;
  /** The records say something else than the last issue. */
  change: boolean;
  /** Latest first. */
  editions: EditionPapier[];
}

/** Which paper of which record, and which of its issues. */
export interface PapierLu<G extends string = string> {
  id: string;
  genre: G;
  objetId: string;
  edition: number | null;
  vierge: boolean;
}

/**
 * The operations on the papers of a kind of record (immersion, session): the same whatever the record, named by its own
 * contract. `genre` is the schema of its kinds of paper, `lues` the tables they are read from, `ecrites` those an issue
 * is announced as.
 */
export function contratPapiers<Genre extends z.ZodType<string>>(
  genre: Genre,
  lues: readonly Table[],
  ecrites: readonly Table[],
) {
  const designe = { id, genre, objetId: z.union([id, z.literal('')]).default('') };
  const lu = z.strictObject({
    ...designe,
    /** An issue of the past; null is the last one, or what the record says now while there is none. */
    edition: z.number().int().min(1).max(999).nullable().default(null),
    /** To be filled by hand. */
    vierge: z.boolean().default(false),
  });
  const papier = z.object({
    genre,
    objetId: z.string(),
    titre: z.string(),
    obstacle: z.string(),
    vierge: z.boolean(),
    paysage: z.boolean(),
    change: z.boolean(),
    editions: z.array(edition),
  });
  return {
    /** Every paper the record can have, issued or not. */
    papiers: lecture(z.strictObject({ id }), z.array(papier), lues),
    /** What the last issue says otherwise than the records do, mention by mention. */
    differences: lecture(
      z.strictObject(designe),
      z.array(z.object({ quoi: z.string(), avant: z.string(), apres: z.string() })),
      lues,
    ),
    /** Publishes a paper: as issued, or marked « Projet » as the records say it now. */
    page: lecture(lu, z.object({ adresse: z.string() }), lues),
    /**
     * Freezes a paper (data, fingerprint, PDF). One already issued asks `remplace`, once what it says has changed.
     * Without PDF engine the fingerprint stays empty.
     */
    issue: entretien(
      z.strictObject({ ...designe, remplace: z.boolean().default(false) }),
      z.object({ edition: z.number(), sha256: z.string() }),
      ecrites,
    ),
    /** The PDF as it was kept, or made again from the frozen data; a paper not issued carries the mark « Projet ». */
    pdf: lecture(lu, livraison, lues),
  };
}
