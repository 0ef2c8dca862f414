import { z } from 'zod';
import { id, texteRequis } from '../champs.ts';

/** Filters as in the address: what a later version does not know any more is left aside when the view opens. */
const adresse = z
  .record(z.string().regex(/^[a-zA-Z]{1,20}$/), z.string().max(1000))
  .refine((dits) => Object.keys(dits).length <= 30, 'Cette vue a trop de filtres.');

const nom = texteRequis(60, 'Donnez un nom à cette vue.');

export const vueSaisie = z.strictObject({
  /** The view whose filters are replaced; absent for a new one. */
  id: id.optional(),
  nom,
  filtres: adresse,
  /** The whole team finds it; otherwise only the one who made it. */
  partagee: z.boolean().default(false),
});

export const vueRenommee = z.strictObject({ id, nom });

export const vue = z.object({
  id: z.string(),
  nom: z.string(),
  filtres: z.record(z.string(), z.string()),
  partagee: z.boolean(),
});
export type Vue = z.output<typeof vue>;
