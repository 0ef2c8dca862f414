import { z } from 'zod';
import { id } from '../champs.ts';
import { formatTableur, livraison } from '../livraison.ts';
import { ecriture, entretien, lecture } from '../operation.ts';
import {
  analysePaie,
  anneeDHeures,
  anneeHeures,
  CASES_MAX,
  caseCollee,
  collageFait,
  etpAnnee,
  fichierPaie,
  heuresSaisie,
  importPaieFait,
  lotAnnule,
  lotHeures,
} from './schema.ts';

const annee = z.strictObject({ annee: anneeHeures });
const rien = z.object({});
const ETP = ['heures', 'salarie', 'convention', 'reglage', 'structure'] as const;

/** Monthly hours of the contracts, and the full-time equivalents they make. */
export const heuresContrat = {
  /** Every contract that ran in a year, with its twelve months. */
  'heures.annee': lecture(annee, anneeDHeures, ['heures', 'salarie']),
  /** All or nothing: a cell that cannot be kept says why beside its place in the list. */
  'heures.save': ecriture(
    z.strictObject({ heures: z.array(heuresSaisie).min(1, 'Aucune heure à enregistrer.').max(CASES_MAX) }),
    rien,
    ['heures'],
  ),
  /** Keeps the pasted cells that can be, gives back the others with the reason of each. */
  'heures.coller': ecriture(
    z.strictObject({ cases: z.array(caseCollee).min(1, 'Rien à coller.').max(CASES_MAX) }),
    collageFait,
    ['heures'],
  ),
  /** Dry run of a payroll file, line by line. Writes nothing; can be stopped: `annulee`. */
  'heures.analyser': lecture(fichierPaie, analysePaie, ['heures', 'salarie']),
  /** Reads the file again and writes it in one transaction, after a verified backup. */
  'heures.importer': entretien(fichierPaie, importPaieFait, ['heures', 'donnees']),
  /** Last pastes and imports, latest first. */
  'heures.lots': lecture(z.strictObject({}), z.array(lotHeures), ['heures']),
  /** Gives back what a paste or an import replaced, but for the cells changed since. */
  'heures.annulerImport': ecriture(z.strictObject({ id }), lotAnnule, ['heures']),
  'heures.export': lecture(annee.extend({ format: formatTableur }), livraison, ['heures', 'salarie']),
  /** Done against agreed, month by month, cumulated and projected to the end of the year. */
  'heures.etp': lecture(annee, etpAnnee, ETP),
  'heures.exportEtp': lecture(annee.extend({ format: formatTableur }), livraison, ETP),
  /** The same on paper. */
  'heures.etpPage': lecture(annee, z.object({ adresse: z.string() }), ETP),
  'heures.etpPdf': lecture(annee, livraison, ETP),
};
