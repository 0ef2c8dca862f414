import { z } from 'zod';
import { id } from '../champs.ts';
import { livraison } from '../livraison.ts';
import { GENRES_DOCUMENT } from '../nomenclatures/immersions.ts';
import { codes } from '../nomenclatures/nomenclature.ts';
import { entretien, lecture } from '../operation.ts';

export const genreDocument = z.enum(codes(GENRES_DOCUMENT));
export type GenreDocument = z.output<typeof genreDocument>;

/** One paper of an immersion; `objetId` names the follow-up point or the accident it is about. */
const designe = {
  id,
  genre: genreDocument.default('convention'),
  objetId: z.union([id, z.literal('')]).default(''),
};

const lu = z.strictObject({
  ...designe,
  /** An issue of the past; null is the last one, or what the record says now while there is none. */
  edition: z.number().int().min(1).max(999).nullable().default(null),
  /** To be filled by hand. */
  vierge: z.boolean().default(false),
});
export type PapierLu = z.output<typeof lu>;

const papier = z.object({
  genre: genreDocument,
  objetId: z.string(),
  titre: z.string(),
  /** Why it cannot be issued yet, in one sentence; empty when it can. */
  obstacle: z.string(),
  /** Can be printed to be filled by hand. */
  vierge: z.boolean(),
  /** The records say something else than the last issue. */
  change: z.boolean(),
  /** Latest first. */
  editions: z.array(
    z.object({ edition: z.number(), emisLe: z.string(), auteur: z.string(), sha256: z.string() }),
  ),
});
export type Papier = z.output<typeof papier>;

const TABLES = [
  'immersion',
  'salarie',
  'organisation',
  'interlocuteur',
  'structure',
  'membre',
  'reglage',
] as const;

export const papiersContrat = {
  /** Every paper the immersion can have, issued or not. */
  'immersions.papiers': lecture(z.strictObject({ id }), z.array(papier), TABLES),
  /** What the last issue says otherwise than the records do, mention by mention. */
  'immersions.differences': lecture(
    z.strictObject(designe),
    z.array(z.object({ quoi: z.string(), avant: z.string(), apres: z.string() })),
    TABLES,
  ),
  /** Publishes a paper: as issued, or marked « Projet » as the records say it now. */
  'immersions.page': lecture(lu, z.object({ adresse: z.string() }), TABLES),
  /**
   * Freezes a paper (data, fingerprint, PDF). A convention is issued from a draft that no check blocks, and becomes ready
   * to sign. Another paper already issued asks `remplace`, once what it says has changed. Without PDF engine the
   * fingerprint stays empty.
   */
  'immersions.issue': entretien(
    z.strictObject({ ...designe, remplace: z.boolean().default(false) }),
    z.object({ edition: z.number(), sha256: z.string() }),
    ['immersion'],
  ),
  /** The PDF as it was kept, or made again from the frozen data; a paper not issued carries the mark « Projet ». */
  'immersions.pdf': lecture(lu, livraison, TABLES),
};
