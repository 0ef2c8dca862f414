import { createElement } from 'react';
import {
  CSS_EVALUATION,
  type DonneesEvaluation,
  FicheEvaluation,
  titreEvaluation,
} from '../../../shared/documents/formation/evaluation.tsx';
import { CSS_ECRIRE, CSS_REMPLIR } from '../../../shared/documents/remplir.tsx';
import {
  type GenreEvaluation,
  NOMS_EVALUATION,
  NOTES,
  questionnaireDe,
  type Reponses,
} from '../../../shared/formation/evaluations.ts';
import { estEntre } from '../../../shared/formation/statuts.ts';
import type { Contexte } from '../../contexte.ts';
import { requete } from '../../requetes.ts';
import type { Papier } from '../papier.ts';
import { lireSession, parStagiaire, trouverInscrit } from './commun.ts';

const EVALUATION = 'SELECT date, reponses FROM evaluation_formation WHERE inscription_id = ? AND genre = ?';

interface Remplie {
  date: string;
  version: string;
  reponses: Reponses;
}

function readEvaluation({ db }: Contexte, inscriptionId: string, genre: GenreEvaluation): Remplie | null {
  const lue = requete(db, EVALUATION).get(inscriptionId, genre) as
    | { date: string; reponses: string }
    | undefined;
  if (!lue) return null;
  const { version = '', reponses = {} } = JSON.parse(lue.reponses) as Partial<Remplie>;
  return { date: lue.date, version, reponses };
}

/** Lines to write an answer in words by hand. */
const LIGNES = 3;

const read =
  (genre: GenreEvaluation) =>
  (contexte: Contexte, sessionId: string, objetId: string): DonneesEvaluation => {
    const { reperes } = lireSession(contexte, sessionId);
    const { prenom, nom, sexe } = trouverInscrit(contexte.db, sessionId, objetId);
    const remplie = readEvaluation(contexte, objetId, genre);
    const { consigne, questions } = questionnaireDe(genre, remplie?.version);
    const reponse = (code: string) => String(remplie?.reponses[code] ?? '');
    return {
      ...reperes,
      stagiaire: { prenom, nom, sexe },
      nom: NOMS_EVALUATION[genre],
      consigne,
      notes: NOTES.map(({ valeur, label }) => ({ code: String(valeur), label })),
      affirmations: questions.flatMap(({ code, texte, genre: sorte }) =>
        sorte === 'note' ? [{ code, texte, reponse: reponse(code) }] : [],
      ),
      questions: questions.flatMap((question) =>
        question.genre === 'note'
          ? []
          : [
              {
                code: question.code,
                titre: question.texte,
                degres: question.genre === 'choix' ? [...question.choix] : [],
                lignes: LIGNES,
                reponse: reponse(question.code),
              },
            ],
      ),
      date: remplie?.date ?? null,
    };
  };

/** Printed blank at will; what is kept is a filled one. */
const papierEvaluation = (genre: GenreEvaluation): Papier<DonneesEvaluation> => ({
  titre: titreEvaluation,
  read: read(genre),
  page: (d, { projet, edition, vierge }) => createElement(FicheEvaluation, { d, projet, edition, vierge }),
  style: CSS_ECRIRE + CSS_REMPLIR + CSS_EVALUATION,
  vierge: true,
  objets: parStagiaire(estEntre),
  obstacle: (contexte, _, objetId) =>
    readEvaluation(contexte, objetId, genre) === null
      ? {
          jamais: false,
          phrase: 'Elle n’est pas remplie : imprimez-la vierge, ou saisissez-la dans Évaluations.',
        }
      : null,
});

export const papierEvaluationChaud = papierEvaluation('chaud');
export const papierEvaluationFroid = papierEvaluation('froid');
