import type { DateCivile } from '../dates.ts';

/** A day as a number: windows are tried by the hundred at each key, and numbers are compared for nothing. */
export type Rang = number;

const JOUR_MS = 86_400_000;

export const rangDe = (date: DateCivile): Rang =>
  Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / JOUR_MS;

export const dateDe = (rang: Rang): DateCivile => new Date(rang * JOUR_MS).toISOString().slice(0, 10);

/** Something that lasted from one day to another, both included. */
export interface Etendue {
  debut: Rang;
  fin: Rang;
}

/** `ajouterMois`, on a day as a number. */
export function moisPlusTard(rang: Rang, mois: number): Rang {
  const date = new Date(rang * JOUR_MS);
  const [annee, cible] = [date.getUTCFullYear(), date.getUTCMonth() + mois];
  const dernier = new Date(Date.UTC(annee, cible + 1, 0)).getUTCDate();
  return Date.UTC(annee, cible, Math.min(date.getUTCDate(), dernier)) / JOUR_MS;
}

/** Last day of the window of `mois` months in a row that opens on a day: 08/04/2025 closes on 07/04/2026. */
export const clotureDe = (ouverture: Rang, mois: number): Rang => moisPlusTard(ouverture, mois) - 1;

/** Days of a period within a window, both ends included; 0 outside. */
export const joursCommuns = (periode: Etendue, fenetre: Etendue): number =>
  Math.max(0, Math.min(periode.fin, fenetre.fin) - Math.max(periode.debut, fenetre.debut) + 1);

/**
 * Windows of `mois` months that open on the first or last day of a period, or close there. Between them, moving a window
 * adds or takes the same days, so that the worst is one of these. Months are not of one length: several windows may close
 * on one day, or none, and the neighbours are tried too.
 */
export function fenetresAuBord(periodes: readonly Etendue[], mois: number): Etendue[] {
  const ouvertures = new Set<Rang>();
  for (const { debut, fin } of periodes) {
    for (const bord of [debut, fin]) {
      ouvertures.add(bord);
      const fermante = moisPlusTard(bord + 1, -mois);
      for (let ecart = -1; ecart <= 3; ecart += 1) ouvertures.add(fermante + ecart);
    }
  }
  return [...ouvertures].map((debut) => ({ debut, fin: clotureDe(debut, mois) }));
}
