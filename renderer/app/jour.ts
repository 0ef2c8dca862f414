import { useSyncExternalStore } from 'react';
import { type DateCivile, dateLocale } from '../../shared/dates.ts';
import { clientRequetes } from './operations.ts';

/** How often the date is looked at (ms); waking the machine or coming back to the window looks at once. */
const RYTHME = 60_000;

let minuterie = 0;
let jour = dateLocale(new Date());
const abonnes = new Set<() => void>();

function regarder(): void {
  const maintenant = dateLocale(new Date());
  if (maintenant === jour) return;
  jour = maintenant;
  for (const abonne of abonnes) abonne();
  // What is late, due or under way was computed for the day before.
  void clientRequetes.invalidateQueries();
}

function abonner(abonne: () => void): () => void {
  if (abonnes.size === 0) {
    minuterie = window.setInterval(regarder, RYTHME);
    document.addEventListener('visibilitychange', regarder);
    window.addEventListener('focus', regarder);
  }
  abonnes.add(abonne);
  return () => {
    abonnes.delete(abonne);
    if (abonnes.size > 0) return;
    window.clearInterval(minuterie);
    document.removeEventListener('visibilitychange', regarder);
    window.removeEventListener('focus', regarder);
  };
}

/** Today's civil date; a laptop opened again the next morning moves on by itself, and everything shown is read again. */
export function useJour(): DateCivile {
  return useSyncExternalStore(abonner, () => jour);
}
