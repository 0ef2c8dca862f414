import type { GenreDocumentFormation } from '../../shared/formation/papiers.ts';
import { papierAssiduite, papierFinFormation } from './formation/attestations.ts';
import { papierConvocation } from './formation/convocation.ts';
import { papierEmargement } from './formation/emargement.ts';
import { papierEvaluationChaud, papierEvaluationFroid } from './formation/evaluation.ts';
import { papierPositionnement } from './formation/positionnement.ts';
import type { PapierQuelconque } from './papier.ts';

/** The kinds of paper, in the order of a session's life. */
export const PAPIERS_FORMATION = {
  positionnement: papierPositionnement,
  convocation: papierConvocation,
  emargement: papierEmargement,
  assiduite: papierAssiduite,
  fin_formation: papierFinFormation,
  evaluation_chaud: papierEvaluationChaud,
  evaluation_froid: papierEvaluationFroid,
} as unknown as Partial<Record<GenreDocumentFormation, PapierQuelconque>>;
