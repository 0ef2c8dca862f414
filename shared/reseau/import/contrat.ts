import { z } from 'zod';
import { livraison } from '../../livraison.ts';
import { entretien, lecture } from '../../operation.ts';
import {
  analyseImport,
  annulationImport,
  cleImport,
  compteRendu,
  decisionsImport,
  fichierImport,
  importFait,
} from './schema.ts';

export const importationContrat = {
  /** Dry run: reads the list and says what each line would become. Writes nothing. */
  'reseau.analyzeImport': lecture(fichierImport, analyseImport, ['organisation', 'importation']),
  /** Reads the list again and writes it in one transaction, after a verified backup. `annulee` leaves nothing behind. */
  'reseau.runImport': entretien(decisionsImport, compteRendu, [
    'organisation',
    'interlocuteur',
    'importation',
    'reglage',
    'donnees',
  ]),
  /** Removes what an import created and gives back what it completed, but for the records used since. */
  'reseau.undoImport': entretien(cleImport, annulationImport, [
    'organisation',
    'interlocuteur',
    'importation',
  ]),
  /** The lines that were not imported, with their own columns, their line number and the reason. */
  'reseau.exportRejets': lecture(decisionsImport, livraison, ['organisation', 'importation']),
  /** Past imports, latest first. */
  'reseau.imports': lecture(z.strictObject({}), z.array(importFait), ['importation']),
};
