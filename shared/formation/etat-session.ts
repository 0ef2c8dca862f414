import type { DateCivile } from '../dates.ts';
import { accorder } from '../format.ts';
import type { StatutSession } from './statuts.ts';

/** Where a session stands: what was decided, and what the calendar says. */
export const ETATS_SESSION = ['envisagee', 'a_venir', 'en_cours', 'terminee', 'annulee'] as const;
export type EtatSession = (typeof ETATS_SESSION)[number];

export const LIBELLES_ETAT_SESSION: Record<EtatSession, string> = {
  envisagee: 'Envisagée',
  a_venir: 'À venir',
  en_cours: 'En cours',
  terminee: 'Terminée',
  annulee: 'Annulée',
};

/** State of a session on a day. Its dates have the last word: a training that began was no mere idea. */
export function etatSession(
  { statut, debut, fin }: { statut: StatutSession; debut: DateCivile; fin: DateCivile },
  today: DateCivile,
): EtatSession {
  if (statut === 'annulee') return 'annulee';
  if (fin < today) return 'terminee';
  if (debut <= today) return 'en_cours';
  return statut === 'envisagee' ? 'envisagee' : 'a_venir';
}

/** Seats of a session, taken and left. */
export interface Remplissage {
  min: number;
  max: number;
  /** Ours, from validated on. */
  nous: number;
  /** Held by partner structures. */
  partenaires: number;
  /** Spotted or positioned: they hold nothing yet. */
  enAttente: number;
}

/** Seats taken, ours and the partners'. */
export const placesPrises = ({ nous, partenaires }: Remplissage): number => nous + partenaires;

/** Seats that are missing to open; 0 when it can. */
export const placesManquantes = (remplissage: Remplissage): number =>
  Math.max(0, remplissage.min - placesPrises(remplissage));

/** Seats left; below zero when more came in than there is room. */
export const placesLibres = (remplissage: Remplissage): number => remplissage.max - placesPrises(remplissage);

/** `5 sur 12, il en manque 1 pour ouvrir`; `court` leaves out what for. */
export function direRemplissage(remplissage: Remplissage, court = false): string {
  const prises = placesPrises(remplissage);
  const manque = placesManquantes(remplissage);
  const libres = placesLibres(remplissage);
  const reste =
    manque > 0
      ? `il en manque ${manque}${court ? '' : ' pour ouvrir'}`
      : libres < 0
        ? `${-libres} de trop`
        : libres === 0
          ? 'complet'
          : accorder(libres, 'place libre', 'places libres');
  return `${prises} sur ${remplissage.max}, ${reste}`;
}
