import { z } from 'zod';
import { STATUTS } from '../nomenclatures/immersions.ts';
import { codes } from '../nomenclatures/nomenclature.ts';
import { ligneEmbauche } from './embauche.ts';
import { ligneHistorique } from './schema.ts';

/** All that happened with an organisation, each kind newest first. */
export const histoire = z.object({
  lignes: z.array(ligneHistorique),
  /** Those that have a date, cancelled ones included: an attempt is history too. */
  immersions: z.array(
    z.object({
      id: z.string(),
      numero: z.string(),
      statut: z.enum(codes(STATUTS)),
      objet: z.string(),
      debut: z.string(),
      fin: z.string().nullable(),
      finPrevue: z.string().nullable(),
      signatures: z.number(),
      bilanLe: z.string().nullable(),
      /** Why it was cancelled or stopped. */
      motif: z.string(),
      salarie: z.object({ id: z.string(), prenom: z.string(), nom: z.string() }),
    }),
  ),
  embauches: z.array(ligneEmbauche),
  /** Interviews that have a date, or the one of the visit they are kept with (`sollicitationId`). */
  entretiens: z.array(
    z.object({
      id: z.string(),
      sollicitationId: z.string().nullable(),
      date: z.string(),
      lieu: z.string(),
      /** True once its grid holds something. */
      remplie: z.boolean(),
      interlocuteur: z.object({ civilite: z.string(), prenom: z.string(), nom: z.string() }).nullable(),
    }),
  ),
});
export type Histoire = z.output<typeof histoire>;

/** What concerns one salarié: exchanges about them, and hires. */
export const histoireSalarie = histoire.pick({ lignes: true, embauches: true });
