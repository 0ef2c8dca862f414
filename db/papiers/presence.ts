import { createElement } from 'react';
import { CSS_IMMERSION } from '../../shared/documents/immersion/commun.tsx';
import {
  CSS_PRESENCE,
  type DonneesPresence,
  FeuillePresence,
  titrePresence,
} from '../../shared/documents/immersion/presence.tsx';
import { calendrier } from '../../shared/immersions/horaires.ts';
import type { Contexte } from '../contexte.ts';
import { requete } from '../requetes.ts';
import { lireImmersion } from './commun.ts';
import type { Papier } from './papier.ts';

const PRESENCES = 'SELECT date, minutes, motif FROM immersion_presence WHERE immersion_id = ? ORDER BY date';

function read(contexte: Contexte, immersionId: string): DonneesPresence {
  const { saisie, reperes } = lireImmersion(contexte, immersionId);
  return {
    ...reperes,
    calendrier: calendrier(saisie),
    presences: requete(contexte.db, PRESENCES).all(immersionId) as DonneesPresence['presences'],
  };
}

/** The sheet signed day by day on the spot. */
export const papierPresence: Papier<DonneesPresence> = {
  titre: titrePresence,
  read,
  page: (d, { projet, edition }) => createElement(FeuillePresence, { d, projet, edition }),
  style: CSS_IMMERSION + CSS_PRESENCE,
  obstacle: (contexte, immersionId) =>
    lireImmersion(contexte, immersionId).reperes.jours === 0
      ? { jamais: false, phrase: 'Indiquez d’abord les dates et les horaires : une ligne par jour prévu.' }
      : null,
};
