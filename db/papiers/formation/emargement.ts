import { createElement } from 'react';
import {
  CSS_EMARGEMENT,
  type DonneesEmargement,
  FeuilleEmargement,
  titreEmargement,
} from '../../../shared/documents/formation/emargement.tsx';
import { estEngage } from '../../../shared/formation/statuts.ts';
import type { Contexte } from '../../contexte.ts';
import { requete } from '../../requetes.ts';
import type { Papier } from '../papier.ts';
import { creneauxDe, inscritsDe, lireSession, obstacleSession, trouverSession } from './commun.ts';

const PARTENAIRES = `
  SELECT o.nom, coalesce(p.entres, p.places) AS places
  FROM session_partenaire p JOIN organisation o ON o.id = p.organisation_id WHERE p.session_id = ? ORDER BY o.nom, p.id`;

/** Later than the first day, the day one came in. */
const apresLeDebut = (entreLe: string | null, debut: string | undefined) =>
  entreLe !== null && debut !== undefined && entreLe > debut ? entreLe : null;

function read(contexte: Contexte, sessionId: string): DonneesEmargement {
  const { reperes, creneaux } = lireSession(contexte, sessionId);
  return {
    ...reperes,
    creneaux,
    stagiaires: inscritsDe(contexte.db, sessionId)
      .filter(({ statut }) => estEngage(statut))
      .map(({ prenom, nom, entreLe, interrompuLe }) => ({
        prenom,
        nom,
        du: apresLeDebut(entreLe, creneaux[0]?.date),
        au: interrompuLe,
      })),
    partenaires: requete(contexte.db, PARTENAIRES).all(sessionId) as DonneesEmargement['partenaires'],
  };
}

/** The sheet trainees and trainer sign each half-day. */
export const papierEmargement: Papier<DonneesEmargement> = {
  titre: titreEmargement,
  read,
  page: (d, { projet, edition }) => createElement(FeuilleEmargement, { d, projet, edition }),
  style: CSS_EMARGEMENT,
  paysage: true,
  obstacle(contexte, sessionId) {
    const session = obstacleSession(trouverSession(contexte.db, sessionId));
    if (session) return session;
    if (creneauxDe(contexte.db, sessionId).length === 0)
      return { jamais: false, phrase: 'Posez d’abord les demi-journées de la session.' };
    const { stagiaires, partenaires } = read(contexte, sessionId);
    return stagiaires.length + partenaires.length === 0
      ? { jamais: false, phrase: 'Validez d’abord l’inscription d’une personne au moins.' }
      : null;
  },
};
