import { z } from 'zod';
import { id } from '../champs.ts';
import { valeurListe } from '../nomenclatures/ouvertes.ts';
import { ecriture, lecture } from '../operation.ts';
import { saturationReglage } from '../reseau/saturation.ts';
import { emploisListe, listeOuverte, valeurDeplacee, valeurDesignee, valeurSaisie } from './listes.ts';
import { equipeSaisie, parametres, structureSaisie } from './schema.ts';
import { seuilsContrat } from './seuils.ts';

export const parametresContrat = {
  ...seuilsContrat,
  'parametres.get': lecture(z.strictObject({}), parametres, ['structure', 'membre', 'reglage']),
  /** Every open list: shipped values and the structure's own. */
  'parametres.nomenclatures': lecture(z.strictObject({}), z.record(listeOuverte, z.array(valeurListe)), [
    'nomenclature',
  ]),
  /** How many records keep each value of a list, archived ones included. */
  'parametres.emplois': lecture(z.strictObject({ liste: listeOuverte }), emploisListe, [
    'nomenclature',
    'organisation',
    'interlocuteur',
    'sollicitation',
  ]),
  /** Adds a value of the structure's own, or renames one (`code`). */
  'parametres.saveValeur': ecriture(valeurSaisie, valeurListe, ['nomenclature']),
  /** No longer offered; the records that carry it keep it. */
  'parametres.retireValeur': ecriture(valeurDesignee, valeurListe, ['nomenclature']),
  'parametres.reactivateValeur': ecriture(valeurDesignee, valeurListe, ['nomenclature']),
  /** Takes away an own value that no record carries. */
  'parametres.forgetValeur': ecriture(valeurDesignee, z.object({}), ['nomenclature']),
  /** Puts a value before another (`avant`), or last. */
  'parametres.moveValeur': ecriture(valeurDeplacee, z.object({}), ['nomenclature']),
  /** From when an organisation is asked too much. */
  'parametres.saturation': lecture(z.strictObject({}), saturationReglage, ['reglage']),
  'parametres.saveSaturation': ecriture(saturationReglage, saturationReglage, ['reglage']),
  'parametres.saveStructure': ecriture(structureSaisie, parametres, ['structure']),
  /** Whole team as it must be: members left out are archived, their past exchanges keep their name. */
  'parametres.saveEquipe': ecriture(equipeSaisie, parametres, ['membre']),
  'parametres.chooseMembre': ecriture(z.strictObject({ id }), parametres, ['reglage']),
};
