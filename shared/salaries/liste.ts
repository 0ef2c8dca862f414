import { z } from 'zod';
import { id, texte } from '../champs.ts';
import { codes } from '../nomenclatures/nomenclature.ts';
import { codeOuvert } from '../nomenclatures/ouvertes.ts';
import { ETATS_PROJET, PREPARATIONS } from '../nomenclatures/salaries.ts';

/** A member of the team, `moi` for the one who looks, `aucun` for nobody. */
const membre = z.union([z.enum(['', 'moi', 'aucun']), id]).default('');

/** What narrows the list of salariés, and its order. */
export const salariesListe = z.strictObject({
  recherche: texte(200).default(''),
  /** `presents`: a contract runs or is about to; `sortis`: the last one is over; `archives`: put away. */
  etat: z.enum(['presents', 'sortis', 'tous', 'archives']).default('tous'),
  referent: membre,
  encadrant: membre,
  support: codeOuvert,
  /** `inconnu`: nothing was said. */
  projet: z.enum(['', 'inconnu', ...codes(ETATS_PROJET)]).default(''),
  preparation: z.enum(['', 'inconnu', ...codes(PREPARATIONS)]).default(''),
  /** Employment, renewals already signed included, ends within so many months. */
  fin: z.enum(['', '1', '3', '6']).default(''),
  /** `manquant`: a criterion whose proof is kept nowhere yet. */
  justificatif: z.enum(['', 'manquant']).default(''),
  tri: z.enum(['nom', 'fin', 'pass', 'projet']).default('nom'),
  sens: z.enum(['asc', 'desc']).default('asc'),
});
export type SalariesListe = z.output<typeof salariesListe>;
