import { ajouterJours, type DateCivile, jourSemaine, joursFeries, lundiDe } from '../dates.ts';

/** A presence in one day, minutes since midnight. */
export interface Plage {
  debut: number;
  fin: number;
}

/** Seven days, Monday first. */
export type Horaires = Plage[][];

export interface JourPresent {
  date: DateCivile;
  plages: Plage[];
  minutes: number;
}

/** A day that does not follow the week; no period is a day off. */
export interface Exception {
  date: DateCivile;
  plages: Plage[];
}

/** What the calendar of an immersion is laid out from. */
export interface Periode {
  debut: DateCivile | null;
  fin: DateCivile | null;
  horaires: Horaires;
  feriesTravailles: boolean;
  /** None when absent. */
  exceptions?: readonly Exception[];
  /** False when absent. */
  alsaceMoselle?: boolean;
}

export const HORAIRES_VIDES: Horaires = [[], [], [], [], [], [], []];

const HEURE = String.raw`(\d{1,2})\s*(?:[h:]\s*(\d{2})?)?`;
/** The same at the end of a presence: in `9h-12h 13h30-16h`, 13 begins the next one. */
const HEURE_FIN = String.raw`(\d{1,2})\s*(?:[h:](?:\s*(\d{2})(?!\s*(?:[h:–—-]|à|a\s)))?)?`;
const PLAGE = new RegExp(
  String.raw`^${HEURE}\s*(?:-|–|—|à|a)\s*${HEURE_FIN}[\s,;/+]*(?:et\b)?[\s,;/+]*`,
  'i',
);

/**
 * Hours of a day as people type them: `9-12 13-17`, `8h30–12h / 13:00-16:30`, `9 à 12 et 13 à 17`.
 * Empty or « repos » is a day off; `null` when it cannot be read. The order of the periods is put right.
 */
export function lireHoraires(texte: string): Plage[] | null {
  let reste = texte.trim().toLowerCase();
  if (reste === '' || /^(repos|-|–|—|x)$/.test(reste)) return [];
  const plages: Plage[] = [];
  while (reste !== '') {
    const lu = PLAGE.exec(reste);
    if (lu === null) return null;
    const debut = Number(lu[1]) * 60 + Number(lu[2] ?? 0);
    const fin = Number(lu[3]) * 60 + Number(lu[4] ?? 0);
    if (Number(lu[2] ?? 0) > 59 || Number(lu[4] ?? 0) > 59) return null;
    plages.push({ debut, fin });
    reste = reste.slice(lu[0].length);
  }
  return plages.sort((a, b) => a.debut - b.debut);
}

function heureCourte(minutes: number): string {
  const reste = minutes % 60;
  return `${Math.trunc(minutes / 60)}${reste ? `h${String(reste).padStart(2, '0')}` : ''}`;
}

/** `9–12` and `13h30–17`, one period a line. */
export function ecrireHoraires(plages: readonly Plage[]): string {
  return plages.map(({ debut, fin }) => `${heureCourte(debut)}–${heureCourte(fin)}`).join('\n');
}

/** Why the periods of a day cannot be, in one sentence; `null` when they can. */
export function fauteHoraires(plages: readonly Plage[]): string | null {
  for (const [rang, { debut, fin }] of plages.entries()) {
    if (fin > 24 * 60 || debut >= 24 * 60) return 'Une journée compte 24 heures.';
    if (fin <= debut) {
      return 'La fin d’une présence suit son début. Une nuit se note en deux jours : 21–24 puis 0–5.';
    }
    if (plages.some((autre, autreRang) => autreRang < rang && autre.fin > debut && autre.debut < fin)) {
      return 'Deux présences du même jour se chevauchent.';
    }
  }
  return null;
}

/** True for a presence that ends the day after it began, as `21-5`. */
const passeMinuit = ({ debut, fin }: Plage) => fin < debut && debut < 24 * 60;

/**
 * A night told in two days, as the code and Immersion Facilitée count it: what stays on its day, what goes to the next.
 * `null` when no presence of the day runs over midnight, or when another fault would remain.
 */
export function couperNuit(plages: readonly Plage[]): { jour: Plage[]; lendemain: Plage[] } | null {
  if (!plages.some(passeMinuit)) return null;
  const jour = plages.map((plage) => (passeMinuit(plage) ? { debut: plage.debut, fin: 24 * 60 } : plage));
  const lendemain = plages.flatMap((plage) =>
    passeMinuit(plage) && plage.fin > 0 ? [{ debut: 0, fin: plage.fin }] : [],
  );
  return fauteHoraires(jour) === null && fauteHoraires(lendemain) === null ? { jour, lendemain } : null;
}

export function minutesDe(plages: readonly Plage[]): number {
  return plages.reduce((somme, { debut, fin }) => somme + fin - debut, 0);
}

/** Bas-Rhin, Haut-Rhin and Moselle, told from a postcode. */
export function enAlsaceMoselle(codePostal: string): boolean {
  return /^(57|67|68)\d{3}$/.test(codePostal);
}

/** Legal holiday's name on a day, or `null`; `alsaceMoselle` adds Good Friday and 26 December (L3134-13). */
export function nomFerie(date: DateCivile, alsaceMoselle?: boolean): string | null {
  return joursFeries(Number(date.slice(0, 4)), alsaceMoselle).get(date) ?? null;
}

/**
 * Days of presence from `debut` to `fin`, both included: the weekly hours laid on the real calendar, without the
 * legal holidays unless they are worked; an exception has the last word on its day. Empty when a date is missing or the end comes first.
 */
export function calendrier(periode: Periode): JourPresent[] {
  const { debut, fin, horaires, feriesTravailles, exceptions = [], alsaceMoselle } = periode;
  const particuliers = new Map(exceptions.map(({ date, plages }) => [date, plages]));
  const jours: JourPresent[] = [];
  if (debut === null || fin === null) return jours;
  let rang = jourSemaine(debut) - 1;
  for (let date = debut; date <= fin; date = ajouterJours(date, 1), rang = (rang + 1) % 7) {
    const particulier = particuliers.get(date);
    const plages = particulier ?? horaires[rang] ?? [];
    if (plages.length === 0) continue;
    if (particulier === undefined && !feriesTravailles && nomFerie(date, alsaceMoselle) !== null) continue;
    jours.push({ date, plages, minutes: minutesDe(plages) });
  }
  return jours;
}

export function totaux(jours: readonly JourPresent[]): { minutes: number; jours: number } {
  return { minutes: jours.reduce((somme, { minutes }) => somme + minutes, 0), jours: jours.length };
}

/** Minutes of presence by ISO week, keyed by its Monday. */
export function minutesParSemaine(jours: readonly JourPresent[]): Map<DateCivile, number> {
  const semaines = new Map<DateCivile, number>();
  for (const { date, minutes } of jours) {
    const lundi = lundiDe(date);
    semaines.set(lundi, (semaines.get(lundi) ?? 0) + minutes);
  }
  return semaines;
}
