import { z } from 'zod';
import { id } from '../champs.ts';
import { ecriture, lecture } from '../operation.ts';
import { equipeSaisie, parametres, structureSaisie } from './schema.ts';

export const parametresContrat = {
  'parametres.get': lecture(z.strictObject({}), parametres, ['structure', 'membre', 'reglage']),
  'parametres.saveStructure': ecriture(structureSaisie, parametres, ['structure']),
  /** Whole team as it must be: members left out are archived, their past exchanges keep their name. */
  'parametres.saveEquipe': ecriture(equipeSaisie, parametres, ['membre']),
  'parametres.chooseMembre': ecriture(z.strictObject({ id }), parametres, ['reglage']),
};
