import { createElement } from 'react';
import {
  BilanImmersion,
  CSS_BILAN_IMMERSION,
  type DonneesBilanImmersion,
  titreBilanImmersion,
} from '../../shared/documents/immersion/bilan-immersion.tsx';
import { CSS_IMMERSION } from '../../shared/documents/immersion/commun.tsx';
import { competencesParNiveau, reponsesSaillantes } from '../../shared/immersions/grilles.ts';
import type { Contexte } from '../contexte.ts';
import { trouverImmersion } from '../immersions.ts';
import { readBilan } from '../immersions-bilan.ts';
import { lireImmersion } from './commun.ts';
import type { Papier } from './papier.ts';

function read(contexte: Contexte, immersionId: string): DonneesBilanImmersion {
  const { reperes, ligne, saisie } = lireImmersion(contexte, immersionId);
  const bilan = readBilan(contexte, { id: immersionId });
  const { embauche } = bilan;
  return {
    ...reperes,
    finPrevue: ligne.finPrevue,
    motifArret: ligne.finPrevue === null ? '' : ligne.motifAnnulation,
    objectifsPrecis: saisie.objectifs,
    renouvelle: ligne.renouvelleId === null ? '' : trouverImmersion(contexte.db, ligne.renouvelleId).numero,
    heures: bilan.heures,
    realisation: bilan.realisation,
    objectifs: bilan.objectifs,
    decision: bilan.decision,
    date: bilan.date,
    avisSalarie: bilan.avisSalarie,
    avisAccueil: bilan.avisAccueil,
    avisStructure: bilan.avisStructure,
    suite: bilan.suite,
    niveaux: bilan.validation === null ? [] : competencesParNiveau(bilan.validation),
    reponses: bilan.decouverte === null ? [] : reponsesSaillantes(bilan.decouverte),
    embauche: embauche && {
      employeur: embauche.organisation.nom,
      contrat: embauche.contrat,
      date: embauche.date,
      metier: embauche.metier,
    },
  };
}

/** Signed by the three; kept once closed, printed as a draft before. */
export const papierBilanImmersion: Papier<DonneesBilanImmersion> = {
  titre: titreBilanImmersion,
  read,
  page: (d, { projet, edition }) => createElement(BilanImmersion, { d, projet, edition }),
  style: CSS_IMMERSION + CSS_BILAN_IMMERSION,
  obstacle: (contexte, immersionId) => {
    const { statut } = trouverImmersion(contexte.db, immersionId);
    const { obstacle, faitLe } = readBilan(contexte, { id: immersionId });
    if (obstacle) return { jamais: statut === 'annulee' || statut === 'refusee', phrase: obstacle };
    return faitLe === null
      ? { jamais: false, phrase: 'Le bilan n’est pas clos : il s’imprime déjà, marqué « Projet ».' }
      : null;
  },
};
