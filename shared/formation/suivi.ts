import type { DateCivile } from '../dates.ts';

interface DemiJournee {
  date: DateCivile;
  demi: string;
  debut: number;
  fin: number;
}

interface Presence {
  date: DateCivile;
  demi: string;
  minutes: number;
  motif: string;
}

/** What a trainee followed of a session, out of the half-days noted for that person. */
export interface Suivi {
  /** First and last half-days noted. */
  du: DateCivile | null;
  au: DateCivile | null;
  /** By month, in their order: what the noted half-days were to last, and what was followed. */
  mois: { mois: string; prevues: number; realisees: number }[];
  minutesPrevues: number;
  minutesSuivies: number;
  /** Half-days not followed, or not whole, by reason; the minutes missed. */
  absences: { motif: string; demiJournees: number; minutes: number }[];
  notees: number;
  /** Half-days of the person not noted yet; none after the day it was stopped. */
  restantes: number;
}

const cleDe = ({ date, demi }: { date: DateCivile; demi: string }) => `${date} ${demi}`;

/**
 * Half-days cancelled for the person were not planned; one noted and since taken off the calendar counts for what was
 * followed. `du` and `au` are the first and last days of the person on the session, when they are not the session's.
 */
export function suiviDe(
  creneaux: readonly DemiJournee[],
  presences: readonly Presence[],
  { du, au }: { du: DateCivile | null; au: DateCivile | null },
): Suivi {
  const prevus = new Map(creneaux.map((creneau) => [cleDe(creneau), creneau.fin - creneau.debut]));
  const tenues = presences
    .filter(({ motif }) => motif !== 'annulee')
    .toSorted((a, b) => (cleDe(a) < cleDe(b) ? -1 : 1));
  const dites = new Set(presences.map(cleDe));
  const mois = new Map<string, Suivi['mois'][number]>();
  const absences = new Map<string, Suivi['absences'][number]>();
  for (const presence of tenues) {
    const { date, minutes, motif } = presence;
    const duree = Math.max(prevus.get(cleDe(presence)) ?? 0, minutes);
    const cle = date.slice(0, 7);
    const celui = mois.get(cle) ?? { mois: cle, prevues: 0, realisees: 0 };
    celui.prevues += duree;
    celui.realisees += minutes;
    mois.set(cle, celui);
    if (minutes === duree) continue;
    const absence = absences.get(motif) ?? { motif, demiJournees: 0, minutes: 0 };
    absence.demiJournees += 1;
    absence.minutes += duree - minutes;
    absences.set(motif, absence);
  }
  const parMois = [...mois.values()];
  return {
    du: tenues[0]?.date ?? null,
    au: tenues.at(-1)?.date ?? null,
    mois: parMois,
    minutesPrevues: parMois.reduce((somme, { prevues }) => somme + prevues, 0),
    minutesSuivies: parMois.reduce((somme, { realisees }) => somme + realisees, 0),
    absences: [...absences.values()],
    notees: tenues.length,
    restantes: creneaux.filter(
      (creneau) =>
        !dites.has(cleDe(creneau)) &&
        (du === null || creneau.date >= du) &&
        (au === null || creneau.date <= au),
    ).length,
  };
}
