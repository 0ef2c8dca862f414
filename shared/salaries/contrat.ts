import { z } from 'zod';
import { id, texte } from '../champs.ts';
import { formatTableur, livraison } from '../livraison.ts';
import { ecriture, lecture } from '../operation.ts';
import { salariesListe } from './liste.ts';
import { parcoursContrat } from './parcours.ts';
import { salarieFiche, salarieLigne, salarieModification, salarieSaisie } from './schema.ts';

export const salariesContrat = {
  'salaries.list': lecture(salariesListe, z.array(salarieLigne), ['salarie', 'immersion', 'membre']),
  /** The list as filtered and sorted, whole. */
  'salaries.export': lecture(salariesListe.extend({ format: formatTableur }), livraison, [
    'salarie',
    'immersion',
  ]),
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
