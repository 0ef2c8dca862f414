import { z } from 'zod';
import { SUPPORTS, THEMES_FORMATION } from './formation.ts';
import type { Nomenclature, Valeur } from './nomenclature.ts';
import {
  CATEGORIES,
  CONDITIONS,
  MOTIFS_SILENCE,
  MOTIVATIONS,
  ORIGINES,
  QUALITES,
  RECRUTEMENTS,
  RECRUTEURS,
  ROLES,
  SECTEURS,
} from './reseau.ts';
import { CANAUX, CAUSES, NATURES, RESULTATS, RESULTATS_AVEC_CAUSE, SOUS_NATURES } from './sollicitations.ts';

/** Lists that a structure may extend with its own values, and whose shipped values it may stop offering. */
export const LISTES_OUVERTES = {
  canaux: CANAUX,
  sous_natures: SOUS_NATURES,
  causes: CAUSES,
  roles: ROLES,
  categories: CATEGORIES,
  secteurs: SECTEURS,
  qualites: QUALITES,
  conditions: CONDITIONS,
  recrutements: RECRUTEMENTS,
  recruteurs: RECRUTEURS,
  motivations: MOTIVATIONS,
  origines: ORIGINES,
  motifs_silence: MOTIFS_SILENCE,
  supports: SUPPORTS,
  themes_formation: THEMES_FORMATION,
} satisfies Record<string, Nomenclature>;

export type ListeOuverte = keyof typeof LISTES_OUVERTES;

/** What the values of a list in two levels specify. */
export const PARENTS: Partial<Record<ListeOuverte, readonly Valeur[]>> = {
  sous_natures: NATURES.valeurs,
  causes: RESULTATS.valeurs.filter(({ code }) => RESULTATS_AVEC_CAUSE.includes(code)),
};

/** Lists in which something must be chosen: one value at least stays offered. */
export const LISTES_OBLIGEES: readonly ListeOuverte[] = ['canaux', 'motifs_silence'];

/**
 * Code of an open list, empty when nothing is chosen. Only its form is checked here: the structure's own values are in
 * the base, where the operation looks the code up (`verifierCodes` in `db/nomenclatures.ts`).
 */
export const codeOuvert = z
  .string()
  .regex(/^[a-z0-9_]{0,60}$/, 'Cette valeur n’est pas dans la liste.')
  .default('');

/** Several codes of an open list, each once. */
export const codesOuverts = z
  .array(z.string().regex(/^[a-z0-9_]{1,60}$/, 'Cette valeur n’est pas dans la liste.'))
  .max(60)
  .transform((choisis) => [...new Set(choisis)])
  .default([]);

/** One value as the screens offer it. */
export const valeurListe = z.object({
  code: z.string(),
  label: z.string(),
  parent: z.string(),
  /** Added by the structure. */
  propre: z.boolean(),
  /** No longer offered; old entries keep it. */
  retiree: z.boolean(),
});
export type ValeurListe = z.output<typeof valeurListe>;
