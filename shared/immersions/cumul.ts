import { ajouterJours, ajouterMois, type DateCivile, ecartJours } from '../dates.ts';

/** One convention that counts: dated, agreed, neither cancelled nor refused. */
export interface PassageCumule {
  id: string;
  /** The convention it renews, when it does. */
  renouvelleId: string | null;
  debut: DateCivile;
  fin: DateCivile;
}

export interface Plafonds {
  /** How many months in a row the two others are counted over. */
  mois: number;
  jours: number;
  conventions: number;
}

export interface Cumul {
  /** First and last day of these months. */
  du: DateCivile;
  au: DateCivile;
  /** Calendar days: the stricter reading. */
  jours: number;
  /** A renewal is not one more convention. */
  conventions: number;
  /** First day another convention may begin on, once a ceiling is reached; null while there is room. */
  possibleLe: DateCivile | null;
}

function dans(passages: readonly PassageCumule[], du: DateCivile, au: DateCivile): Omit<Plafonds, 'mois'> {
  const retenus = passages.filter(({ debut, fin }) => debut <= au && fin >= du);
  return {
    jours: retenus.reduce(
      (somme, { debut, fin }) => somme + ecartJours(debut < du ? du : debut, fin > au ? au : fin) + 1,
      0,
    ),
    conventions: new Set(retenus.map(({ id, renouvelleId }) => renouvelleId ?? id)).size,
  };
}

/** First of the months that end on a day. */
const ouvertureDe = (au: DateCivile, mois: number): DateCivile => ajouterJours(ajouterMois(au, -mois), 1);

/** True when one more convention may hold this day: there is room in the twelve months that end on it. */
function place(passages: readonly PassageCumule[], jour: DateCivile, plafonds: Plafonds): boolean {
  const { jours, conventions } = dans(passages, ouvertureDe(jour, plafonds.mois), jour);
  return jours < plafonds.jours && conventions < plafonds.conventions;
}

/**
 * Where one person stands with one host (art. D5135-3): days and conventions over the twelve months that end today, or on the last
 * day of what is already agreed when that is later, and when a full ceiling leaves room again.
 */
export function cumuler(passages: readonly PassageCumule[], plafonds: Plafonds, today: DateCivile): Cumul {
  const au = passages.reduce((dernier, { fin }) => (fin > dernier ? fin : dernier), today);
  const du = ouvertureDe(au, plafonds.mois);
  const { jours, conventions } = dans(passages, du, au);
  let possibleLe: DateCivile | null = null;
  if (jours >= plafonds.jours || conventions >= plafonds.conventions) {
    // A day after the last one agreed: no window that holds it can hold anything later.
    possibleLe = au === today ? today : ajouterJours(au, 1);
    while (!place(passages, possibleLe, plafonds)) possibleLe = ajouterJours(possibleLe, 1);
  }
  return { du, au, jours, conventions, possibleLe };
}
