import type { DateCivile } from '../dates.ts';
import {
  calendrier,
  fauteHoraires,
  lireHoraires,
  minutesDe,
  nomFerie,
  type Periode,
  type Plage,
} from './horaires.ts';

/** A day that did not go as planned. */
export interface Presence {
  date: DateCivile;
  /** Minutes really done. */
  minutes: number;
  /** `MOTIFS_PRESENCE`. */
  motif: string;
  note: string;
}

/** A day of an immersion: what was planned, what was done. */
export interface JourSuivi {
  date: DateCivile;
  plages: Plage[];
  prevues: number;
  faites: number;
  /** Null when it went as planned. */
  presence: Presence | null;
}

export interface Presences {
  jours: JourSuivi[];
  prevues: number;
  faites: number;
  /** Of days that the dates no longer hold: kept, and counted for nothing. */
  horsPeriode: Presence[];
}

/** The real calendar: every day of presence, and the days worked beyond the plan. */
export function presencesDe(periode: Periode, presences: readonly Presence[]): Presences {
  const { debut, fin } = periode;
  const dedans = ({ date }: Presence) => debut !== null && fin !== null && debut <= date && date <= fin;
  const parDate = new Map(presences.filter(dedans).map((presence) => [presence.date, presence]));
  const prevus = calendrier(periode).map(({ date, plages, minutes }): JourSuivi => {
    const presence = parDate.get(date) ?? null;
    parDate.delete(date);
    return { date, plages, prevues: minutes, faites: presence?.minutes ?? minutes, presence };
  });
  const enPlus = [...parDate.values()].map(
    (presence): JourSuivi => ({
      date: presence.date,
      plages: [],
      prevues: 0,
      faites: presence.minutes,
      presence,
    }),
  );
  const jours = [...prevus, ...enPlus].sort((a, b) => a.date.localeCompare(b.date));
  const somme = (lire: (jour: JourSuivi) => number) => jours.reduce((total, jour) => total + lire(jour), 0);
  return {
    jours,
    prevues: somme(({ prevues }) => prevues),
    faites: somme(({ faites }) => faites),
    horsPeriode: presences.filter((presence) => !dedans(presence)),
  };
}

/** Minutes really done; null while every day went as planned. */
export function minutesFaites(periode: Periode, presences: readonly Presence[]): number | null {
  const { jours, faites } = presencesDe(periode, presences);
  return jours.some(({ presence }) => presence !== null) ? faites : null;
}

const DUREE =
  /^([+-]?)\s*(?:(\d{1,2})\s*(?:h|heures?)\s*(\d{2})?|(\d{1,4})\s*(?:min|mn|minutes?)|(\d{1,2})(?:[.,](\d{1,2}))?)$/;

/**
 * Minutes of a day as people type them: `9-12 13-16` (hours of presence), `3h30`, `45 min`, `3,5` (hours), `-1h` or `+2h`
 * (from what was planned), `absent` or `0`. `null` when it cannot be read; the planned time when empty.
 */
export function lirePresence(texte: string, prevues: number): number | null {
  const propre = texte.trim().toLowerCase();
  if (propre === '') return prevues;
  if (/^(abs(ent|ente|ence)?|repos|x)$/.test(propre)) return 0;
  const lu = DUREE.exec(propre);
  if (lu === null) {
    const plages = lireHoraires(propre);
    return plages === null || fauteHoraires(plages) !== null ? null : minutesDe(plages);
  }
  const [, signe, heures, minutes, seules, nombre, fraction] = lu;
  if (Number(minutes ?? 0) > 59) return null;
  const duree =
    heures !== undefined
      ? Number(heures) * 60 + Number(minutes ?? 0)
      : seules !== undefined
        ? Number(seules)
        : Math.round(Number(`${nombre}.${fraction ?? 0}`) * 60);
  return borner(signe === '' ? duree : signe === '-' ? Math.max(0, prevues - duree) : prevues + duree);
}

const borner = (minutes: number) => (minutes >= 0 && minutes <= 1440 ? minutes : null);

/** The reason that the figures make likely; the user has the last word. */
export function motifProbable(minutes: number, prevues: number): string {
  if (minutes === prevues) return '';
  if (minutes > prevues) return 'heures_en_plus';
  return minutes === 0 ? 'absence_justifiee' : 'retard';
}

/** Why a day has no presence planned, in words; empty when it has one. */
export function direRepos(periode: Periode, date: DateCivile): string {
  const ferie = periode.feriesTravailles ? null : nomFerie(date, periode.alsaceMoselle);
  return ferie ?? 'repos';
}
