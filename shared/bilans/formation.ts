import type { DateCivile } from '../dates.ts';
import { minutesParMois, type SeancesMois, type SessionPlan } from '../formation/regles-plan.ts';
import type { Periode } from './schema.ts';

/** The half-days of a session in a month, and those of them that fall in the period. */
export interface SeancesComptees extends SeancesMois {
  dans: number;
  dernier: DateCivile;
}

/** A session as a period cuts it. */
export interface SessionCoupee {
  /** It has hours in the period. */
  tenue: boolean;
  /** Its last day falls in it. */
  finie: boolean;
  /** Hours of a trainee in the period. */
  minutes: number;
  /** Part of the accounts of a year that weighs on the period, from 0 to 1. */
  partDe(exercice: number, today: DateCivile): number;
}

const dansPeriode = (date: DateCivile, { debut, fin }: Periode) => date >= debut && date <= fin;

/**
 * Hours of a session in a period: those the plan lays on each month, in proportion to the half-days of the month that
 * fall in it. A year of accounts follows its hours; without any, it weighs on its last day, or on today while it runs.
 */
export function couperSession(
  session: Pick<SessionPlan, 'debut' | 'minutes'>,
  seances: readonly SeancesComptees[],
  periode: Periode,
): SessionCoupee {
  const parMois = minutesParMois(session, seances);
  const seule = seances.reduce((somme, { minutes }) => somme + minutes, 0) === 0;
  const part = new Map(
    seule
      ? [[session.debut.slice(0, 7), dansPeriode(session.debut, periode) ? 1 : 0]]
      : seances.map(({ mois, minutes, dans }) => [mois, minutes === 0 ? 0 : dans / minutes]),
  );
  const pese = (mois: string) => (parMois.get(mois) ?? 0) * (part.get(mois) ?? 0);
  const dernier = seule
    ? session.debut
    : seances.reduce((plus, lue) => (lue.dernier > plus ? lue.dernier : plus), '');
  return {
    tenue: [...part.values()].some((une) => une > 0),
    finie: dansPeriode(dernier, periode),
    minutes: Math.round([...parMois.keys()].reduce((somme, mois) => somme + pese(mois), 0)),
    partDe(exercice, today) {
      const siens = [...parMois.keys()].filter((mois) => mois.startsWith(`${exercice}-`));
      const total = siens.reduce((somme, mois) => somme + parMois.get(mois)!, 0);
      if (total > 0) return siens.reduce((somme, mois) => somme + pese(mois), 0) / total;
      const jour = `${exercice}-12-31`;
      return dansPeriode(jour <= today ? jour : today, periode) ? 1 : 0;
    },
  };
}
