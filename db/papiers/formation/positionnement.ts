import { createElement } from 'react';
import {
  CSS_POSITIONNEMENT,
  type DonneesPositionnement,
  FichePositionnement,
  titrePositionnement,
} from '../../../shared/documents/formation/positionnement.tsx';
import { CSS_ECRIRE, CSS_REMPLIR } from '../../../shared/documents/remplir.tsx';
import { positionnement } from '../../../shared/formation/stagiaires.ts';
import type { Contexte } from '../../contexte.ts';
import type { Papier } from '../papier.ts';
import { lireSession, obstacleSession, parStagiaire, trouverInscrit, trouverSession } from './commun.ts';

function read(contexte: Contexte, sessionId: string, objetId: string): DonneesPositionnement {
  const { reperes, ligne } = lireSession(contexte, sessionId);
  const inscrit = trouverInscrit(contexte.db, sessionId, objetId);
  const { prenom, nom, sexe, signeSalarieLe, signeStructureLe } = inscrit;
  const fiche = positionnement.parse(JSON.parse(inscrit.positionnement));
  const prerequis: DonneesPositionnement['prerequis'] =
    fiche.prerequis.length > 0
      ? fiche.prerequis
      : (JSON.parse(ligne.prerequis) as string[]).map((libelle) => ({ libelle, acquis: '' }));
  return {
    ...reperes,
    stagiaire: { prenom, nom, sexe },
    objectif: ligne.objectif,
    ...fiche,
    prerequis,
    signeSalarieLe,
    signeStructureLe,
  };
}

/** Kept once the structure has given its opinion; blank, it is filled with the person. */
export const papierPositionnement: Papier<DonneesPositionnement> = {
  titre: titrePositionnement,
  read,
  page: (d, { projet, edition, vierge }) =>
    createElement(FichePositionnement, { d, projet, edition, vierge }),
  style: CSS_ECRIRE + CSS_REMPLIR + CSS_POSITIONNEMENT,
  vierge: true,
  objets: parStagiaire((statut) => statut !== 'ecarte'),
  obstacle(contexte, sessionId, objetId) {
    const session = obstacleSession(trouverSession(contexte.db, sessionId));
    if (session) return session;
    const { avis } = positionnement.parse(
      JSON.parse(trouverInscrit(contexte.db, sessionId, objetId).positionnement),
    );
    return avis === ''
      ? {
          jamais: false,
          phrase: 'L’avis n’est pas donné : imprimez-la vierge, ou remplissez-la dans Stagiaires.',
        }
      : null;
  },
};
