import { z } from 'zod';
import { id, texte } from '../champs.ts';
import { formatTableur, livraison } from '../livraison.ts';
import { ecriture, lecture } from '../operation.ts';
import { parcoursContrat } from './parcours.ts';
import { salarieFiche, salarieLigne, salarieModification, salarieSaisie } from './schema.ts';

const filtres = z.strictObject({
  recherche: texte(200).default(''),
  /** `presents`: a contract runs or is about to; `sortis`: the last one is over; `archives`: put away. */
  etat: z.enum(['presents', 'sortis', 'tous', 'archives']).default('tous'),
  tri: z.enum(['nom', 'fin']).default('nom'),
  sens: z.enum(['asc', 'desc']).default('asc'),
});

export const salariesContrat = {
  'salaries.list': lecture(filtres, z.array(salarieLigne), ['salarie', 'immersion']),
  /** The list as filtered and sorted, whole. */
  'salaries.export': lecture(filtres.extend({ format: formatTableur }), livraison, ['salarie', 'immersion']),
  /** The picker of the immersion form; an empty search gives those under contract first. */
  'salaries.suggest': lecture(
    z.strictObject({ recherche: texte(200).default(''), nombre: z.number().int().min(1).max(20).default(8) }),
    z.array(salarieLigne),
    ['salarie', 'immersion'],
  ),
  'salaries.get': lecture(z.strictObject({ id }), salarieFiche, ['salarie']),
  'salaries.create': ecriture(salarieSaisie, z.object({ id: z.string() }), ['salarie']),
  'salaries.update': ecriture(salarieModification, z.object({ id: z.string() }), ['salarie', 'immersion']),
  'salaries.archive': ecriture(z.strictObject({ id }), z.object({}), ['salarie']),
  'salaries.restore': ecriture(z.strictObject({ id }), z.object({}), ['salarie']),
  ...parcoursContrat,
};
