import type { z } from 'zod';
import type { Champs } from './erreurs.ts';

/** First sentence of each field in error, by path (`membres.0.nom`). */
export function champsDe(erreur: z.ZodError): Champs {
  const champs: Champs = {};
  for (const probleme of erreur.issues) champs[probleme.path.join('.')] ??= probleme.message;
  return champs;
}

/** Errors of a value against a schema, as the contract would report them; empty when it is right. */
export function valider(schema: z.ZodType, valeur: unknown): Champs {
  const lu = schema.safeParse(valeur);
  return lu.success ? {} : champsDe(lu.error);
}
