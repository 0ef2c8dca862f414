import { dateLocale } from '../../shared/dates.ts';
import { formaterDate, formaterHeure } from '../../shared/format.ts';
import type { Papier } from '../../shared/papiers/contrat.ts';

/** `22/11/2026 à 9 h 05`. */
export function quand(instant: string): string {
  const date = new Date(instant);
  return `${formaterDate(dateLocale(date))} à ${formaterHeure(date.getHours() * 60 + date.getMinutes())}`;
}

/** Where a paper stands, in a few words. */
export function etatDe({ editions: [derniere], obstacle, vierge }: Papier, enCorrection = false): string {
  if (derniere) {
    const par = derniere.auteur && `, par ${derniere.auteur}`;
    const suite = enCorrection ? ' ; en correction' : '';
    return `Version ${derniere.edition}, le ${quand(derniere.emisLe)}${par}${suite}`;
  }
  if (obstacle) return obstacle;
  return vierge ? 'À émettre ; s’imprime aussi vierge' : 'À émettre';
}

/** What the sheet on the right is. */
export function direMontre(edition: number | null, vierge: boolean): string {
  if (vierge) return 'À remplir à la main';
  return edition === null ? 'Projet, tel que les fiches le disent' : `Version ${edition}`;
}
