import { createElement } from 'react';
import {
  CSS_ACCIDENT,
  type DonneesAccident,
  FicheAccident,
  titreAccident,
} from '../../shared/documents/immersion/accident.tsx';
import { CSS_IMMERSION, direPlages } from '../../shared/documents/immersion/commun.tsx';
import { ErreurMetier } from '../../shared/erreurs.ts';
import { formaterDate } from '../../shared/format.ts';
import { calendrier } from '../../shared/immersions/horaires.ts';
import type { Contexte } from '../contexte.ts';
import { joursDe, trouverImmersion } from '../immersions.ts';
import { declarant, readAccidents } from '../immersions-accidents.ts';
import { lireImmersion } from './commun.ts';
import type { Papier } from './papier.ts';

function read(contexte: Contexte, immersionId: string, objetId: string): DonneesAccident {
  const { ligne, reperes } = lireImmersion(contexte, immersionId);
  const accident = readAccidents(contexte.db, ligne).find(({ id }) => id === objetId);
  if (!accident) throw new ErreurMetier('introuvable', { message: 'Cet accident n’existe plus.' });
  const jour = calendrier(joursDe(ligne)).find(({ date }) => date === accident.date);
  return {
    ...reperes,
    date: accident.date,
    heure: accident.heure,
    trajet: accident.trajet,
    lieuAccident: accident.lieu,
    circonstances: accident.circonstances,
    temoins: accident.temoins,
    declarant: declarant(contexte.db, ligne),
    etapes: accident.etapes,
    horairesDuJour: jour ? direPlages(jour.plages) : 'aucune présence prévue',
  };
}

/** The sheet of an accident, its deadlines worked out. */
export const papierAccident: Papier<DonneesAccident> = {
  titre: titreAccident,
  read,
  // Never marked as a draft: it serves in the hour, issued or not.
  page: (d, { edition }) => createElement(FicheAccident, { d, edition }),
  style: CSS_IMMERSION + CSS_ACCIDENT,
  objets: (contexte, immersionId) =>
    readAccidents(contexte.db, trouverImmersion(contexte.db, immersionId)).map(({ id, date, trajet }) => ({
      id,
      titre: `${trajet ? 'Accident de trajet' : 'Accident'} du ${formaterDate(date)}`,
    })),
};
