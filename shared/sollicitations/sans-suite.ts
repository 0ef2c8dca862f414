import { ajouterJours, type DateCivile } from '../dates.ts';

/** Days left to answer a request before it counts as forgotten. */
export const DELAI_REPONSE = 30;

interface Demande {
  id: string;
  date: DateCivile;
  sens: string;
  resultat: string;
  /** True when it promised a next action, done or not. */
  suivie: boolean;
}

/**
 * Among the exchanges of one organisation, newest first, the requests that led nowhere: theirs that could not be met,
 * ours that nobody ever answered, and theirs that were left for later, without a next action and without a word since.
 */
export function sansSuite(echanges: readonly Demande[], today: DateCivile): Set<string> {
  const oubliees = ajouterJours(today, -DELAI_REPONSE);
  const trouvees = new Set<string>();
  let repondu = false;
  for (const [rang, { id, date, sens, resultat, suivie }] of echanges.entries()) {
    if (resultat === 'non_honoree') trouvees.add(id);
    if (resultat === 'sans_reponse') {
      if (!repondu) trouvees.add(id);
      continue;
    }
    if (resultat === 'a_suivre' && sens === 'entrante' && !suivie && rang === 0 && date <= oubliees) {
      trouvees.add(id);
    }
    repondu = true;
  }
  return trouvees;
}
