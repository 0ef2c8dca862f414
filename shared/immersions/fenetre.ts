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

const fenetre = (debut: Rang, mois: number): Etendue => ({ debut, fin: clotureDe(debut, mois) });

/** Windows of `mois` months that open on the first or last day of a period, or close there (or just after). */
export function fenetresAuBord(periodes: readonly Etendue[], mois: number): Etendue[] {
  const ouvertures = new Set<Rang>();
  for (const { debut, fin } of periodes) {
    for (const bord of [debut, fin]) {
      const fermante = moisPlusTard(bord + 1, -mois);
      ouvertures
        .add(bord)
        .add(fermante)
        .add(fermante + 1);
    }
  }
  return [...ouvertures].map((debut) => fenetre(debut, mois));
}

/**
 * Windows that hold a day of a period and open around the end of a month. Months are not of one length: there, opening a
 * day later closes several days later, or on the same day. Moving a window from one of these or of `fenetresAuBord` to
 * the next adds or takes as many days at each step, so that the worst of all is among them.
 */
export function fenetresDeFinDeMois({ debut, fin }: Etendue, mois: number): Etendue[] {
  const fenetres: Etendue[] = [];
  for (let rang = moisPlusTard(debut, -mois); rang <= fin; rang += 1) {
    const jour = new Date(rang * JOUR_MS).getUTCDate();
    if (jour >= 28 || jour === 1) fenetres.push(fenetre(rang, mois));
  }
  return fenetres;
}
