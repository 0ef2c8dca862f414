import { createElement } from 'react';
import { CSS_IMMERSION } from '../../shared/documents/immersion/commun.tsx';
import {
  CSS_GRILLE,
  type DonneesDecouverte,
  type DonneesValidation,
  GrilleDecouvertePapier,
  GrilleValidationPapier,
  titreDecouverte,
  titreValidation,
} from '../../shared/documents/immersion/grille.tsx';
import { grilleDecouverte, grilleValidation } from '../../shared/immersions/grilles.ts';
import type { Contexte } from '../contexte.ts';
import { readEvaluation } from '../immersions-bilan.ts';
import { lireImmersion } from './commun.ts';
import type { Papier } from './papier.ts';

function readDecouverte(contexte: Contexte, immersionId: string): DonneesDecouverte {
  const { reperes } = lireImmersion(contexte, immersionId);
  const evaluation = readEvaluation(contexte.db, immersionId, 'decouverte');
  return {
    ...reperes,
    sections: grilleDecouverte(evaluation?.version).sections.map(({ titre, questions }) => ({
      titre,
      questions: questions.map(({ code, titre: question, degres, lignes }) => ({
        titre: question,
        degres: [...degres],
        lignes,
        reponse: evaluation?.reponses[code] ?? '',
      })),
    })),
    remplie: evaluation && {
      date: evaluation.date,
      evaluateur: evaluation.evaluateur,
      commentaire: evaluation.commentaire,
    },
  };
}

function readValidation(contexte: Contexte, immersionId: string): DonneesValidation {
  const { reperes, saisie } = lireImmersion(contexte, immersionId);
  const evaluation = readEvaluation(contexte.db, immersionId, 'validation');
  const { niveaux, frequences, savoirEtre } = grilleValidation(evaluation?.version);
  return {
    ...reperes,
    niveaux: [...niveaux],
    frequences: [...frequences],
    competences:
      evaluation?.competences ??
      saisie.competences.map((competence) => ({ competence, niveau: '', commentaire: '' })),
    savoirEtre: savoirEtre.map(({ code, titre }) => ({
      titre,
      niveau: evaluation?.savoirEtre[code]?.niveau ?? '',
      commentaire: evaluation?.savoirEtre[code]?.commentaire ?? '',
    })),
    remplie: evaluation && {
      date: evaluation.date,
      evaluateur: evaluation.evaluateur,
      commentaire: evaluation.commentaire,
    },
  };
}

/** A blank grid is printed at will; what is kept is a filled one. */
const aRemplir = (genre: 'decouverte' | 'validation') => (contexte: Contexte, immersionId: string) =>
  readEvaluation(contexte.db, immersionId, genre as 'decouverte') === null
    ? {
        jamais: false,
        phrase: 'La grille n’est pas remplie : imprimez-la vierge, ou remplissez-la dans Bilan.',
      }
    : null;

/** The grid as nobody has filled it yet. */
const viderDecouverte = (d: DonneesDecouverte): DonneesDecouverte => ({
  ...d,
  remplie: null,
  sections: d.sections.map(({ titre, questions }) => ({
    titre,
    questions: questions.map((question) => ({ ...question, reponse: '' })),
  })),
});

const viderValidation = (d: DonneesValidation): DonneesValidation => ({
  ...d,
  remplie: null,
  competences: d.competences.map((ligne) => ({ ...ligne, niveau: '', commentaire: '' })),
  savoirEtre: d.savoirEtre.map((ligne) => ({ ...ligne, niveau: '', commentaire: '' })),
});

export const papierGrilleDecouverte: Papier<DonneesDecouverte> = {
  titre: titreDecouverte,
  read: readDecouverte,
  page: (d, { projet, edition, vierge }) =>
    createElement(GrilleDecouvertePapier, { d: vierge ? viderDecouverte(d) : d, projet, edition }),
  style: CSS_IMMERSION + CSS_GRILLE,
  vierge: true,
  obstacle: aRemplir('decouverte'),
};

export const papierGrilleValidation: Papier<DonneesValidation> = {
  titre: titreValidation,
  read: readValidation,
  page: (d, { projet, edition, vierge }) =>
    createElement(GrilleValidationPapier, { d: vierge ? viderValidation(d) : d, projet, edition }),
  style: CSS_IMMERSION + CSS_GRILLE,
  vierge: true,
  obstacle: aRemplir('validation'),
};
