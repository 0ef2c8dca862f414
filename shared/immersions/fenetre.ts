import { ajouterJours, ajouterMois, type DateCivile, ecartJours } from '../dates.ts';

/** Something that lasted from one day to another, both included. */
export interface Bornes {
  debut: DateCivile;
  fin: DateCivile;
}

/** Last day of the window of `mois` months in a row that opens on a day: 08/04/2025 closes on 07/04/2026. */
export const clotureDe = (ouverture: DateCivile, mois: number): DateCivile =>
  ajouterJours(ajouterMois(ouverture, mois), -1);

/**
 * Openings of the windows of `mois` months that may be the worst: those that open on the first or last day of a period,
 * or close there. Between them, moving the window adds or takes the same days. Months are not of one length, so that
 * several windows may close on one day, or none: the neighbours are tried too.
 */
export function ouverturesUtiles(periodes: readonly Bornes[], mois: number): DateCivile[] {
  const ouvertures = new Set<DateCivile>();
  for (const { debut, fin } of periodes) {
    for (const bord of [debut, fin]) {
      ouvertures.add(bord);
      const fermante = ajouterMois(ajouterJours(bord, 1), -mois);
      for (const ecart of [-1, 0, 1, 2, 3]) ouvertures.add(ajouterJours(fermante, ecart));
    }
  }
  return [...ouvertures];
}

/** Days of a period within a window, both ends included; 0 outside. */
export function joursCommuns(periode: Bornes, fenetre: Bornes): number {
  const debut = periode.debut > fenetre.debut ? periode.debut : fenetre.debut;
  const fin = periode.fin < fenetre.fin ? periode.fin : fenetre.fin;
  return fin < debut ? 0 : ecartJours(debut, fin) + 1;
}
