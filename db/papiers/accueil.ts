import { createElement } from 'react';
import {
  CSS_ACCUEIL,
  type DonneesAccueil,
  FicheAccueil,
  titreAccueil,
} from '../../shared/documents/immersion/accueil.tsx';
import { CSS_IMMERSION, couvreAccidents } from '../../shared/documents/immersion/commun.tsx';
import type { Contexte } from '../contexte.ts';
import { lireImmersion, prescripteurExterne } from './commun.ts';
import type { Papier } from './papier.ts';

function read(contexte: Contexte, immersionId: string): DonneesAccueil {
  const { saisie, reperes } = lireImmersion(contexte, immersionId, { convenue: true });
  return {
    ...reperes,
    objectifs: saisie.objectifs,
    competences: saisie.competences,
    activites: saisie.activites,
    modalitesEvaluation: saisie.modalitesEvaluation,
    protection: saisie.protection,
    prevention: saisie.prevention,
    transport: saisie.transport,
    declarant: couvreAccidents({
      structure: reperes.structure,
      modeContrat: saisie.modeContrat,
      prescripteur: prescripteurExterne(reperes.structure, saisie),
    }),
    horaires: saisie.horaires,
    exceptions: saisie.exceptions,
    feriesTravailles: saisie.feriesTravailles,
    alsaceMoselle: saisie.alsaceMoselle,
  };
}

/** The page the tutor keeps at hand. */
export const papierAccueil: Papier<DonneesAccueil> = {
  titre: titreAccueil,
  read,
  page: (d, { projet, edition }) => createElement(FicheAccueil, { d, projet, edition }),
  style: CSS_IMMERSION + CSS_ACCUEIL,
  obstacle: (contexte, immersionId) =>
    lireImmersion(contexte, immersionId).reperes.jours === 0
      ? { jamais: false, phrase: 'Indiquez d’abord les dates et les horaires.' }
      : null,
};
