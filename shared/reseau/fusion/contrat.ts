import { z } from 'zod';
import { id } from '../../champs.ts';
import { ecriture, lecture } from '../../operation.ts';
import { comparaison, fusionDemandee, fusionFaite, genreFusion, paireDouble, paireFusion } from './schema.ts';

const DEUX = z.strictObject({ genre: genreFusion, unId: id, autreId: id });
/** A merge moves what every screen of the network reads. */
const TOUCHEES = [
  'organisation',
  'interlocuteur',
  'sollicitation',
  'relance',
  'embauche',
  'entretien',
  'immersion',
  'vue',
  'reglage',
] as const;
const LUES = ['organisation', 'interlocuteur', 'sollicitation'] as const;

export const fusionContrat = {
  /** Pairs that look like one, with why; `total` may exceed what is given. */
  'reseau.doublonsProbables': lecture(
    z.strictObject({}),
    z.object({ total: z.number(), paires: z.array(paireDouble) }),
    LUES,
  ),
  /** « Ce sont deux » : never proposed again, until taken back. */
  'reseau.ecarterDoublon': ecriture(DEUX, z.object({}), LUES),
  'reseau.reprendreDoublon': ecriture(DEUX, z.object({}), LUES),
  /** The two records side by side, before a merge. */
  'reseau.comparer': lecture(paireFusion, comparaison, TOUCHEES),
  /** One record takes in another: fields as chosen, everything attached follows. */
  'reseau.fusionner': ecriture(fusionDemandee, z.object({ id: z.string() }), TOUCHEES),
  /** Gives everything back; `laisses`: what was changed since and stays on the kept record. */
  'reseau.annulerFusion': ecriture(z.strictObject({ id }), z.object({ laisses: z.number() }), TOUCHEES),
  /** Past merges, latest first. */
  'reseau.fusions': lecture(z.strictObject({}), z.array(fusionFaite), [...LUES, 'membre']),
};
