import type { DateCivile } from '../dates.ts';
import { PHASES_COUT } from '../nomenclatures/formation.ts';
import { codes } from '../nomenclatures/nomenclature.ts';

/** Costs of a session, worked out: money in whole cents, hours in whole minutes, shares in thousandths. */

export const PHASES = codes(PHASES_COUT);
export type Phase = (typeof PHASES)[number];

/** Weight of a whole in `poidsPart`. */
export const ENTIER = 3000;

/** A share as an exact weight over `ENTIER`: a third cannot be written in thousandths, so 333 and 334 are one third. */
export function poidsPart(part: number): number {
  if (part === 333 || part === 334) return 1000;
  if (part === 666 || part === 667) return 2000;
  return part * 3;
}

/**
 * Splits cents by weight so that the pieces add up to the rounded whole they are of, the largest remainders first:
 * `70 / 30` of an odd amount loses no cent. `sur` is the weight of the whole amount.
 */
export function repartir(centimes: number, poids: readonly number[], sur: number): number[] {
  if (sur === 0) return poids.map(() => 0);
  const parts: number[] = [];
  let poidsTotal = 0;
  let reste = 0;
  for (const lu of poids) {
    const entiers = Math.floor((centimes * lu) / sur);
    parts.push(entiers);
    poidsTotal += lu;
    reste -= entiers;
  }
  reste += Math.round((centimes * poidsTotal) / sur);
  if (reste <= 0) return parts;
  const parReste = poids
    .map((lu, rang) => ({ rang, perdu: (centimes * lu) / sur - parts[rang]! }))
    .sort((a, b) => b.perdu - a.perdu || a.rang - b.rang);
  for (const { rang } of parReste.slice(0, reste)) parts[rang]! += 1;
  return parts;
}

/** Hours of a trainee that fall in a year, and their first day. */
export interface AnneeSession {
  annee: number;
  minutes: number;
  premier: DateCivile;
}

const anneeDe = (date: DateCivile) => Number(date.slice(0, 4));

/** Hours of a session by year: those of its half-days; without any, all of them in the year it begins. */
export function anneesSession(
  { debut, minutes }: { debut: DateCivile; minutes: number },
  creneaux: readonly { date: DateCivile; debut: number; fin: number }[],
): AnneeSession[] {
  const annees = new Map<number, AnneeSession>();
  for (const creneau of creneaux) {
    const annee = anneeDe(creneau.date);
    const lue = annees.get(annee) ?? { annee, minutes: 0, premier: creneau.date };
    lue.minutes += creneau.fin - creneau.debut;
    if (creneau.date < lue.premier) lue.premier = creneau.date;
    annees.set(annee, lue);
  }
  if (annees.size === 0) return [{ annee: anneeDe(debut), minutes, premier: debut }];
  return [...annees.values()].sort((a, b) => a.annee - b.annee);
}

/** What the cost of a session follows from. */
export interface SessionACouter {
  debut: DateCivile;
  minutes: number;
  surTempsTravail: boolean;
  placesMax: number;
  stagiairesPrevus: number;
  coutMode: string;
  coutCentimes: number;
  creneaux: readonly { date: DateCivile; debut: number; fin: number }[];
  partenaires: readonly { places: number; part: number | null }[];
  /** Registrations of ours that count as engaged. */
  engages: number;
}

/** Our trainees a cost is counted for: those engaged, or those planned as long as nobody is. */
export const stagiairesComptes = ({
  engages,
  stagiairesPrevus,
}: Pick<SessionACouter, 'engages' | 'stagiairesPrevus'>): number =>
  engages > 0 ? engages : stagiairesPrevus;

/**
 * Cents each partner pays of a flat price: its share, or its seats over those of the session. Never more than the price
 * together.
 */
export function partsPartenaires({
  coutCentimes,
  placesMax,
  partenaires,
}: Pick<SessionACouter, 'coutCentimes' | 'placesMax' | 'partenaires'>): number[] {
  const places = partenaires.reduce((somme, lu) => somme + lu.places, 0);
  // Never fewer seats than those held, nor none.
  const toutes = Math.max(placesMax, places, 1);
  const poids = partenaires.map(({ part, places: tenues }) =>
    part === null ? (tenues * ENTIER) / toutes : poidsPart(part),
  );
  return repartir(
    coutCentimes,
    poids,
    Math.max(
      ENTIER,
      poids.reduce((somme, lu) => somme + lu, 0),
    ),
  );
}

/** Coût pédagogique the price of the session gives, for our trainees. */
export function coutPedagogique(session: SessionACouter): number {
  const { coutMode, coutCentimes, minutes } = session;
  if (coutMode === 'heure_stagiaire') {
    return Math.round((coutCentimes * minutes * stagiairesComptes(session)) / 60);
  }
  return partsPartenaires(session).reduce((reste, part) => reste - part, coutCentimes);
}

/** Wages of some trainee hours on working time. */
export const coutSalaires = (minutesStagiaires: number, centimesHeure: number): number =>
  Math.round((centimesHeure * minutesStagiaires) / 60);

/** A cost as somebody typed it. */
export interface CoutSaisi {
  phase: string;
  exercice: number;
  prevuCentimes: number;
  /** Null until the bill is known. */
  reelCentimes: number | null;
}

/** Cost of a phase in a financial year. */
export interface CoutPhase {
  phase: Phase;
  exercice: number;
  prevuCentimes: number;
  /** Null as long as nothing is known; then what is known and, for the rest, what was planned. */
  reelCentimes: number | null;
  /** What the sums count: real once known, planned before. */
  centimes: number;
  /** True when a formula gives it, false when it was typed. */
  calcule: boolean;
}

const calculer = (phase: Phase, exercice: number, prevuCentimes: number): CoutPhase => ({
  phase,
  exercice,
  prevuCentimes,
  reelCentimes: null,
  centimes: prevuCentimes,
  calcule: true,
});

function additionner(phase: Phase, exercice: number, saisis: readonly CoutSaisi[]): CoutPhase {
  const prevuCentimes = saisis.reduce((somme, lu) => somme + lu.prevuCentimes, 0);
  const centimes = saisis.reduce((somme, lu) => somme + (lu.reelCentimes ?? lu.prevuCentimes), 0);
  const connu = saisis.some(({ reelCentimes }) => reelCentimes !== null);
  return {
    phase,
    exercice,
    prevuCentimes,
    reelCentimes: connu ? centimes : null,
    centimes,
    calcule: false,
  };
}

function formules(
  session: SessionACouter,
  phase: Phase,
  coutHoraire: (date: DateCivile) => number,
): CoutPhase[] {
  const annees = anneesSession(session, session.creneaux);
  if (phase === 'pedagogique') {
    const minutes = annees.map((lue) => lue.minutes);
    const total = minutes.reduce((somme, lu) => somme + lu, 0);
    // A session without an hour may still have a price: it weighs on its first year.
    const parts =
      total === 0
        ? annees.map((_, rang) => (rang === 0 ? coutPedagogique(session) : 0))
        : repartir(coutPedagogique(session), minutes, total);
    return annees
      .map(({ annee }, rang) => calculer(phase, annee, parts[rang]!))
      .filter(({ centimes }) => centimes > 0);
  }
  if (phase === 'salaires' && session.surTempsTravail) {
    const stagiaires = stagiairesComptes(session);
    return annees
      .map(({ annee, minutes, premier }) =>
        calculer(phase, annee, coutSalaires(stagiaires * minutes, coutHoraire(premier))),
      )
      .filter(({ centimes }) => centimes > 0);
  }
  return [];
}

/**
 * Every cost of a session by phase and financial year. Typed costs of a phase stand in place of its formula, all years
 * together. `coutHoraire` is an hour of wages in cents, on a day.
 */
export function coutsSession(
  session: SessionACouter,
  saisis: readonly CoutSaisi[],
  coutHoraire: (date: DateCivile) => number,
): CoutPhase[] {
  return PHASES.flatMap((phase) => {
    const deLaPhase = saisis.filter((lu) => lu.phase === phase);
    if (deLaPhase.length === 0) return formules(session, phase, coutHoraire);
    const exercices = [...new Set(deLaPhase.map(({ exercice }) => exercice))].sort((a, b) => a - b);
    return exercices.map((exercice) =>
      additionner(
        phase,
        exercice,
        deLaPhase.filter((lu) => lu.exercice === exercice),
      ),
    );
  });
}
