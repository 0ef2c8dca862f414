import { createElement } from 'react';
import type { z } from 'zod';
import {
  PageQuestionnaireFse,
  STYLE_QUESTIONNAIRE_FSE,
  TITRES_FSE,
} from '../shared/documents/fse/questionnaire.tsx';
import type { fseContrat } from '../shared/fse/contrat.ts';
import { type MomentFse, questionnaireDe } from '../shared/fse/questionnaire.ts';
import type { LigneFse, Participation } from '../shared/fse/regles.ts';
import type { Contexte } from './contexte.ts';
import { lireParticipations } from './fse-lecture.ts';
import { preparer } from './fse-preparation.ts';
import { type Papier, papier, publierPapier, remettrePapier } from './papier.ts';
import { enTete, readParametres } from './parametres.ts';
import { requete } from './requetes.ts';
import { readSalarie } from './salaries.ts';

type Entree = z.output<(typeof fseContrat)['fse.page']['entree']>;

const ligneDe = ({ entree, sortie, sixMois }: Participation, moment: MomentFse): LigneFse | null =>
  moment === 'entree' ? entree : moment === 'sortie' ? sortie : sixMois;

/** What the sheet is filled with: the answers noted, else what the records of the person already say. */
function contenu(contexte: Contexte, salarieId: string, moment: MomentFse) {
  const derniere = lireParticipations(contexte.db, contexte.today, salarieId).at(-1);
  const ligne = derniere ? ligneDe(derniere, moment) : null;
  if (ligne) return { ...ligne, conventionId: derniere!.entree.conventionId };
  return { ...preparer(contexte, { salarieId, moment }), version: undefined };
}

function nomConvention({ db }: Contexte, id: string | null): string {
  if (id === null) return '';
  const lue = requete(db, 'SELECT intitule, numero FROM convention WHERE id = ?').get(id) as
    | { intitule: string; numero: string }
    | undefined;
  return lue ? [lue.intitule, lue.numero].filter(Boolean).join(', ') : '';
}

function questionnaire(contexte: Contexte, { salarieId, moment }: Entree): Papier {
  const structure = enTete(readParametres(contexte.db), 'ce questionnaire');
  if (salarieId === null) {
    const vierge = {
      structure,
      moment,
      questionnaire: questionnaireDe(moment),
      personne: null,
      convention: '',
      date: null,
      reponses: {},
    };
    const page = createElement(PageQuestionnaireFse, { d: vierge });
    return papier(page, TITRES_FSE[moment], structure, STYLE_QUESTIONNAIRE_FSE);
  }
  const personne = readSalarie(contexte.db, salarieId);
  const { conventionId, date, reponses, version } = contenu(contexte, salarieId, moment);
  const d = {
    structure,
    moment,
    questionnaire: questionnaireDe(moment, version),
    personne,
    convention: nomConvention(contexte, conventionId),
    date,
    reponses,
  };
  return papier(
    createElement(PageQuestionnaireFse, { d }),
    `${TITRES_FSE[moment]} ${personne.nom}`,
    structure,
    STYLE_QUESTIONNAIRE_FSE,
  );
}

export const fsePapiersOperations = {
  'fse.page': (contexte: Contexte, entree: Entree) =>
    publierPapier(contexte, questionnaire(contexte, entree)),
  'fse.pdf': (contexte: Contexte, entree: Entree) =>
    remettrePapier(contexte, questionnaire(contexte, entree)),
};
