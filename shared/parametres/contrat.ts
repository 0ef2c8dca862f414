import { z } from 'zod';
import { id } from '../champs.ts';
import { LISTES_OUVERTES, type ListeOuverte, valeurListe } from '../nomenclatures/ouvertes.ts';
import { ecriture, lecture } from '../operation.ts';
import { saturationReglage } from '../reseau/saturation.ts';
import { equipeSaisie, parametres, structureSaisie } from './schema.ts';

const listes = Object.keys(LISTES_OUVERTES) as [ListeOuverte, ...ListeOuverte[]];

export const parametresContrat = {
  'parametres.get': lecture(z.strictObject({}), parametres, ['structure', 'membre', 'reglage']),
  /** Every open list: shipped values and the structure's own. */
  'parametres.nomenclatures': lecture(z.strictObject({}), z.record(z.enum(listes), z.array(valeurListe)), [
    'nomenclature',
  ]),
  /** From when an organisation is asked too much. */
  'parametres.saturation': lecture(z.strictObject({}), saturationReglage, ['reglage']),
  'parametres.saveSaturation': ecriture(saturationReglage, saturationReglage, ['reglage']),
  'parametres.saveStructure': ecriture(structureSaisie, parametres, ['structure']),
  /** Whole team as it must be: members left out are archived, their past exchanges keep their name. */
  'parametres.saveEquipe': ecriture(equipeSaisie, parametres, ['membre']),
  'parametres.chooseMembre': ecriture(z.strictObject({ id }), parametres, ['reglage']),
};
