import { createElement } from 'react';
import {
  Convocation,
  CSS_CONVOCATION,
  type DonneesConvocation,
  titreConvocation,
} from '../../../shared/documents/formation/convocation.tsx';
import { adresseDe } from '../../../shared/documents/immersion/commun.tsx';
import { estEngage } from '../../../shared/formation/statuts.ts';
import type { Contexte } from '../../contexte.ts';
import type { Papier } from '../papier.ts';
import {
  creneauxDe,
  lireSession,
  obstacleSession,
  parStagiaire,
  trouverInscrit,
  trouverSession,
} from './commun.ts';

function read(contexte: Contexte, sessionId: string, objetId: string): DonneesConvocation {
  const { reperes, ligne, creneaux } = lireSession(contexte, sessionId);
  const { prenom, nom, sexe, ...inscrit } = trouverInscrit(contexte.db, sessionId, objetId);
  return {
    ...reperes,
    stagiaire: { prenom, nom, sexe, adresse: adresseDe(inscrit) },
    creneaux,
    surTempsTravail: ligne.surTempsTravail === 1,
    accessibilite: ligne.accessibilite,
  };
}

/** What a validated trainee is told before the first day. */
export const papierConvocation: Papier<DonneesConvocation> = {
  titre: titreConvocation,
  read,
  page: (d, { projet, edition }) => createElement(Convocation, { d, projet, edition }),
  style: CSS_CONVOCATION,
  objets: parStagiaire(estEngage),
  obstacle: ({ db }, sessionId) =>
    obstacleSession(trouverSession(db, sessionId)) ??
    (creneauxDe(db, sessionId).length === 0
      ? { jamais: false, phrase: 'Posez d’abord les demi-journées de la session.' }
      : null),
};
