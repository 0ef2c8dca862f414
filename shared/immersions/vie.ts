import { z } from 'zod';
import { dateCivile, dateOptionnelle, id, texte, texteRequis } from '../champs.ts';
import { ROLES_SIGNATURE } from '../nomenclatures/immersions.ts';
import { codes } from '../nomenclatures/nomenclature.ts';
import { ecriture, lecture } from '../operation.ts';
import { statut } from './schema.ts';

const role = z.enum(codes(ROLES_SIGNATURE), { error: 'Choisissez qui.' });

const vide = z.object({});

const TABLES = ['immersion'] as const;

/** What becomes of a convention once it is issued. Each change has its way back, which is what « Annuler » calls. */
export const vieContrat = {
  /**
   * Corrects (`brouillon`), cancels (`annulee`, with its motif), or brings back what was cancelled, refused, stopped or
   * taken back as a draft. Coming back to `prete` or `signee`, what the signatures say prevails.
   */
  'immersions.changeStatut': ecriture(
    z.strictObject({ id, statut, motif: texte(500).default('') }),
    vide,
    TABLES,
  ),
  /** Brings the last day forward: days and hours are counted again. Taken back by `changeStatut`. */
  'immersions.interrupt': ecriture(
    z.strictObject({
      id,
      dernierJour: dateCivile,
      motif: texteRequis(500, 'Dites pourquoi l’immersion s’arrête.'),
    }),
    vide,
    TABLES,
  ),
  /** Dates the signature of one capacity; null takes it back. The last one makes the convention signed. */
  'immersions.sign': ecriture(
    z.strictObject({ id, role, nom: texte(200).default(''), date: dateOptionnelle }),
    z.object({ statut }),
    TABLES,
  ),
  /** Dates every signature still missing, and says which; null takes back those of `roles`. */
  'immersions.signAll': ecriture(
    z.strictObject({ id, date: dateOptionnelle, roles: z.array(role).max(6).optional() }),
    z.object({ statut, roles: z.array(role) }),
    TABLES,
  ),
  /** One of the parties will not sign. Taken back by `changeStatut`. */
  'immersions.refuse': ecriture(
    z.strictObject({ id, role, motif: texteRequis(500, 'Dites pourquoi : le bilan compte les refus.') }),
    vide,
    TABLES,
  ),
  /** Whether it may be renewed, and the rule that says so. */
  'immersions.renouvellement': lecture(
    z.strictObject({ id }),
    z.object({ possible: z.boolean(), phrase: z.string() }),
    ['immersion', 'salarie', 'organisation', 'structure', 'reglage'],
  ),
  'immersions.archive': ecriture(z.strictObject({ id }), vide, TABLES),
  'immersions.restore': ecriture(z.strictObject({ id }), vide, TABLES),
};
