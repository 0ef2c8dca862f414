import { calendrier, type Periode as PeriodeImmersion, totaux } from '../immersions/horaires.ts';
import type { Periode } from './schema.ts';

/** What the hours of a convention in a period are made of. */
export interface ImmersionComptee extends PeriodeImmersion {
  debut: string;
  fin: string;
  /** Whole duration, as agreed. */
  minutes: number;
  /** Whole duration, as done; null when all went as agreed. */
  minutesFaites: number | null;
  /** Days that did not go as agreed. */
  presences: readonly { date: string; minutes: number }[];
  /** The person never came. */
  absente: boolean;
}

/**
 * Minutes done on the days of the period: all of them, or the part of a convention astride its limits. A day nobody
 * noted anything about went as agreed.
 */
export function minutesDans(immersion: ImmersionComptee, periode: Periode): number {
  const { debut, fin, minutes, minutesFaites, presences, absente } = immersion;
  if (absente) return 0;
  if (debut >= periode.debut && fin <= periode.fin) return minutesFaites ?? minutes;
  const premier = debut < periode.debut ? periode.debut : debut;
  const dernier = fin > periode.fin ? periode.fin : fin;
  const notees = presences.filter(({ date }) => date >= premier && date <= dernier);
  const notes = new Set(notees.map(({ date }) => date));
  const jours = calendrier({ ...immersion, debut: premier, fin: dernier });
  return (
    totaux(jours.filter(({ date }) => !notes.has(date))).minutes +
    notees.reduce((somme, jour) => somme + jour.minutes, 0)
  );
}
