import { z } from 'zod';
import { livraison } from '../../livraison.ts';
import { entretien, lecture } from '../../operation.ts';
import {
  analyseImport,
  annulationImport,
  cleImport,
  compteRendu,
  decisionsImport,
  demandeLignes,
  fichierImport,
  importFait,
  lignesAnalysees,
  listeLue,
  rejetsDemandes,
} from './schema.ts';

export const importationContrat = {
  /** How the file was read and what each column is for; its lines are not examined. */
  'reseau.readImport': lecture(fichierImport, listeLue, ['importation']),
  /** Dry run: examines every line and says what it would become. Writes nothing; can be stopped: `annulee`. */
  'reseau.analyzeImport': lecture(fichierImport, analyseImport, ['organisation', 'importation']),
  /** Texts of some lines of the last dry run, which no write changes. `conflit` once another one took its place. */
  'reseau.importLines': lecture(demandeLignes, lignesAnalysees, []),
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
  'reseau.exportRejets': lecture(rejetsDemandes, livraison, ['organisation', 'importation']),
  /** Past imports, latest first. */
  'reseau.imports': lecture(
    z.strictObject({ nombre: z.int().min(1).max(10_000).default(20) }),
    z.array(importFait),
    ['importation'],
  ),
};
