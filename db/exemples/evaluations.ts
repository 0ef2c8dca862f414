import type { DateCivile } from '../../shared/dates.ts';
import { type GenreEvaluation, questionnaireDe } from '../../shared/formation/evaluations.ts';
import type { Hasard } from './hasard.ts';
import type { Scene } from './scene.ts';

const MOTS = {
  plus_utile: ['Les gestes montrés deux fois.', 'Les exercices sur le chantier.', ''],
  a_changer: ['Plus de pratique.', 'Rien.', '', ''],
  laquelle: ['Le permis.', ''],
  manque: ['Du temps pour s’exercer.', '', ''],
} as const;

/** A questionnaire filled with rather good marks, words now and then. */
export function evaluer(
  scene: Scene,
  hasard: Hasard,
  inscriptionId: string,
  genre: GenreEvaluation,
  date: DateCivile,
): void {
  const { questions } = questionnaireDe(genre);
  const reponses = Object.fromEntries(
    questions.flatMap((question): [string, string | number][] => {
      if (hasard.chance(0.06)) return [];
      if (question.genre === 'note') {
        const note = hasard.pondere([
          [4, 5],
          [3, 4],
          [2, 1],
          [1, 0.2],
        ] as const);
        return [[question.code, note]];
      }
      if (question.genre === 'choix') return [[question.code, hasard.parmi(question.choix).code]];
      return [[question.code, hasard.parmi(MOTS[question.code as keyof typeof MOTS] ?? [''])]];
    }),
  );
  scene.appeler('formation.saveEvaluation', { inscriptionId, genre, date, reponses });
}
