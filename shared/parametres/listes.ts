import { z } from 'zod';
import { texteRequis } from '../champs.ts';
import { LISTES_OUVERTES, type ListeOuverte } from '../nomenclatures/ouvertes.ts';
import { normaliser } from '../normaliser.ts';

export const listeOuverte = z.enum(
  Object.keys(LISTES_OUVERTES) as [ListeOuverte, ...ListeOuverte[]],
  'Cette liste n’existe pas.',
);

const code = z.string().regex(/^[a-z0-9_]{1,60}$/, 'Cette valeur n’est pas dans la liste.');

/** Longest label, in characters: it must fit in a select and in a column. */
export const LABEL_MAX = 60;

export const valeurSaisie = z.strictObject({
  liste: listeOuverte,
  /** Absent: a new value. */
  code: code.optional(),
  label: texteRequis(LABEL_MAX, 'Écrivez le mot à ajouter.')
    .transform((label) => label.replace(/\s+/g, ' '))
    .refine((label) => normaliser(label) !== '', 'Écrivez au moins une lettre ou un chiffre.'),
  /** What it specifies, in a list in two levels; settled once. */
  parent: z
    .string()
    .regex(/^[a-z0-9_]{0,60}$/, 'Ce rattachement n’existe pas.')
    .default(''),
});

export const valeurDesignee = z.strictObject({ liste: listeOuverte, code });

export const valeurDeplacee = valeurDesignee.extend({
  /** Code of the value it comes before; null: last. */
  avant: code.nullable(),
});

/** Code → number of records that carry it. */
export const emploisListe = z.record(z.string(), z.int());

/**
 * Code of a new value, from its label: derived once, never changed by a renaming. `pris` are the codes the list has
 * or had.
 */
export function codeDe(label: string, pris: ReadonlySet<string>): string {
  const mots = normaliser(label)
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  const racine = mots.slice(0, 50) || 'valeur';
  let code = racine;
  for (let rang = 2; pris.has(code); rang += 1) code = `${racine}_${rang}`;
  return code;
}

/** The value whose label reads the same, accents and case aside; within the same parent when both have one. */
export function memeLabel<V extends { code: string; label: string; parent: string }>(
  valeurs: readonly V[],
  saisie: { code?: string; label: string; parent: string },
): V | undefined {
  const cherche = normaliser(saisie.label);
  return valeurs.find(
    ({ code, label, parent }) =>
      code !== saisie.code &&
      normaliser(label) === cherche &&
      (parent === saisie.parent || parent === '' || saisie.parent === ''),
  );
}
