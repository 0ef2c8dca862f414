import { createElement } from 'react';
import {
  AttestationAssiduite,
  AttestationFinFormation,
  CSS_ATTESTATION,
  type DonneesAssiduite,
  type DonneesFinFormation,
  titreAssiduite,
  titreFinFormation,
} from '../../../shared/documents/formation/attestations.tsx';
import { accorder } from '../../../shared/format.ts';
import { estEntre } from '../../../shared/formation/statuts.ts';
import { type Suivi, suiviDe } from '../../../shared/formation/suivi.ts';
import type { Contexte } from '../../contexte.ts';
import { requete } from '../../requetes.ts';
import type { Papier } from '../papier.ts';
import {
  creneauxDe,
  type Inscrit,
  lireSession,
  parStagiaire,
  type SessionLue,
  trouverInscrit,
} from './commun.ts';

const PRESENCES = 'SELECT date, demi, minutes, motif FROM presence_formation WHERE inscription_id = ?';

interface InscritSuivi {
  inscrit: Inscrit;
  suivi: Suivi;
}

/** What a trainee followed, without what the whole paper says. */
function lireSuivi(
  { db }: Contexte,
  sessionId: string,
  objetId: string,
  creneaux = creneauxDe(db, sessionId),
): InscritSuivi {
  const inscrit = trouverInscrit(db, sessionId, objetId);
  const presences = requete(db, PRESENCES).all(objetId) as Parameters<typeof suiviDe>[1];
  return {
    inscrit,
    suivi: suiviDe(creneaux, presences, { du: inscrit.entreLe, au: inscrit.interrompuLe }),
  };
}

function lireSuivie(contexte: Contexte, sessionId: string, objetId: string): SessionLue & InscritSuivi {
  const session = lireSession(contexte, sessionId);
  return { ...session, ...lireSuivi(contexte, sessionId, objetId, session.creneaux) };
}

function donneesAssiduite({ reperes, ligne, inscrit, suivi }: SessionLue & InscritSuivi): DonneesAssiduite {
  const { prenom, nom, sexe, naissance, interrompuLe } = inscrit;
  return { ...reperes, stagiaire: { prenom, nom, sexe, naissance }, genre: ligne.genre, suivi, interrompuLe };
}

function readFinFormation(contexte: Contexte, sessionId: string, objetId: string): DonneesFinFormation {
  const suivie = lireSuivie(contexte, sessionId, objetId);
  const { ligne, inscrit } = suivie;
  return {
    ...donneesAssiduite(suivie),
    objectif: ligne.objectif,
    contenu: ligne.contenu,
    certification:
      ligne.certification === ''
        ? null
        : { registre: ligne.certification, code: ligne.certificationCode, titre: ligne.certificationTitre },
    resultat: inscrit.resultat,
    resultatLe: inscrit.resultatLe,
  };
}

const RIEN_DE_NOTE = { jamais: false, phrase: 'Aucune présence n’est notée : saisissez-les dans Présences.' };

/** Hours followed as far as they are noted, at the end or on the way. */
export const papierAssiduite: Papier<DonneesAssiduite> = {
  titre: titreAssiduite,
  read: (contexte, sessionId, objetId) => donneesAssiduite(lireSuivie(contexte, sessionId, objetId)),
  page: (d, { projet, edition }) => createElement(AttestationAssiduite, { d, projet, edition }),
  style: CSS_ATTESTATION,
  objets: parStagiaire(estEntre),
  obstacle: (contexte, sessionId, objetId) =>
    lireSuivi(contexte, sessionId, objetId).suivi.notees === 0 ? RIEN_DE_NOTE : null,
};

/** For whoever went to the end, once every half-day is noted. */
export const papierFinFormation: Papier<DonneesFinFormation> = {
  titre: titreFinFormation,
  read: readFinFormation,
  page: (d, { projet, edition }) => createElement(AttestationFinFormation, { d, projet, edition }),
  style: CSS_ATTESTATION,
  objets: parStagiaire((statut) => statut === 'entre' || statut === 'au_bout'),
  obstacle(contexte, sessionId, objetId) {
    const { inscrit, suivi } = lireSuivi(contexte, sessionId, objetId);
    if (inscrit.statut !== 'au_bout')
      return { jamais: false, phrase: 'Dites d’abord, dans Stagiaires, que la personne est allée au bout.' };
    if (suivi.notees === 0) return RIEN_DE_NOTE;
    return suivi.restantes > 0
      ? {
          jamais: false,
          phrase: `${accorder(suivi.restantes, 'demi-journée')} à relever dans Présences avant de l’émettre.`,
        }
      : null;
  },
};
