import type { EvaluationDecouverte, EvaluationValidation } from '../../../shared/immersions/grilles.ts';
import { appeler } from '../../app/operations.ts';
import { annoncerAnnulable } from '../../components/annulable.tsx';

type Genre = 'decouverte' | 'validation';

/** Puts a grid back as it was: empty, or with its answers of before. */
export function remettreGrille(
  id: string,
  genre: Genre,
  avant: EvaluationDecouverte | EvaluationValidation | null,
): Promise<unknown> {
  if (avant === null) return appeler('immersions.clearEvaluation', { id, genre });
  const { version: _, date, evaluateur, ...reponses } = avant;
  return appeler('immersions.saveEvaluation', { id, genre, date, evaluateur, reponses } as Parameters<
    typeof appeler<'immersions.saveEvaluation'>
  >[1]);
}

/** Says that a grid was kept; « Annuler » puts back what it held. */
export function annoncerGrille(
  id: string,
  genre: Genre,
  avant: EvaluationDecouverte | EvaluationValidation | null,
): void {
  annoncerAnnulable('La grille est enregistrée.', () => remettreGrille(id, genre, avant));
}
