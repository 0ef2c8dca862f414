import type { DateCivile } from '../dates.ts';

/** A half-day of a session, minutes since midnight. */
export interface Creneau {
  date: DateCivile;
  demi: string;
  debut: number;
  fin: number;
}

/**
 * The hours of a trainee laid on the days of the session, in the order of the days: in proportion to its half-days, to
 * the minute, so that months and years always add up to the session. Without half-days, all on the first day.
 */
export function minutesParJour(
  session: { debut: DateCivile; minutes: number },
  creneaux: readonly Pick<Creneau, 'date' | 'debut' | 'fin'>[],
): Map<DateCivile, number> {
  const poids = new Map<DateCivile, number>();
  for (const { date, debut, fin } of [...creneaux].sort((a, b) => (a.date < b.date ? -1 : 1)))
    poids.set(date, (poids.get(date) ?? 0) + Math.max(0, fin - debut));
  const total = [...poids.values()].reduce((somme, minutes) => somme + minutes, 0);
  if (total === 0) return new Map([[session.debut, session.minutes]]);
  const jours = new Map<DateCivile, number>();
  let passees = 0;
  let posees = 0;
  for (const [date, minutes] of poids) {
    passees += minutes;
    // What should be laid by now, less what is: the rounding of a day is made up the day after.
    const voulues = Math.round((session.minutes * passees) / total);
    jours.set(date, voulues - posees);
    posees = voulues;
  }
  return jours;
}
