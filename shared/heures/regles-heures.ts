import { ajouterJours, type DateCivile, ecartJours } from '../dates.ts';
import { accorder, formaterDate, formaterDuree, formaterNombre } from '../format.ts';
import { bornesDuMois, nomDuMois } from '../immersions/calendrier.ts';

/** A month: `AAAA-MM`. */
export type Mois = string;

export const moisDeLAnnee = (annee: number): Mois[] =>
  Array.from({ length: 12 }, (_, rang) => `${annee}-${String(rang + 1).padStart(2, '0')}`);

/** `de mars 2026`, `d’avril 2026`. */
export const duMois = (mois: Mois): string =>
  `${/^[ao]/.test(nomDuMois(mois)) ? 'd’' : 'de '}${nomDuMois(mois)}`;

export interface PeriodeContrat {
  debut: DateCivile;
  fin: DateCivile | null;
}

/** Days of a period that fall in a month; a period without end goes on. */
export function joursDansMois({ debut, fin }: PeriodeContrat, mois: Mois): number {
  const { du, au } = bornesDuMois(mois);
  const premier = debut > du ? debut : du;
  const dernier = fin !== null && fin < au ? fin : au;
  return Math.max(0, ecartJours(premier, dernier) + 1);
}

export const joursDuMois = (mois: Mois): number => joursDansMois({ debut: `${mois}-01`, fin: null }, mois);

/**
 * Minutes a contract foresees in a month: its weekly hours × 52 ÷ 12 for a whole month, in proportion to its days for a
 * part of one, suspensions taken off. Null when its weekly hours are not known.
 */
export function minutesPrevues(
  contrat: PeriodeContrat & { minutesHebdo: number | null },
  suspensions: readonly PeriodeContrat[],
  mois: Mois,
): number | null {
  if (contrat.minutesHebdo === null) return null;
  const { du } = bornesDuMois(mois);
  let jours = 0;
  for (let rang = 0; rang < joursDuMois(mois); rang += 1) {
    const jour = ajouterJours(du, rang);
    const tient = ({ debut, fin }: PeriodeContrat) => debut <= jour && (fin === null || jour <= fin);
    if (tient(contrat) && !suspensions.some(tient)) jours += 1;
  }
  return Math.round((contrat.minutesHebdo * 52 * jours) / (12 * joursDuMois(mois)));
}

/** Legal weekly limit, over the days of the contract: above, a figure is probably a slip. */
const SEMAINE_MAX = 48 * 60;

/** True for hours that no contract can hold lawfully over its days in the month: to be looked at, not refused. */
export const heuresSuspectes = (minutes: number, jours: number): boolean =>
  minutes > (SEMAINE_MAX * jours) / 7;

/** `du 01/03/2026 au 31/08/2026`, `depuis le 01/03/2026`. */
export const direPeriode = ({ debut, fin }: PeriodeContrat): string =>
  fin === null ? `depuis le ${formaterDate(debut)}` : `du ${formaterDate(debut)} au ${formaterDate(fin)}`;

/** Why hours cannot be noted on a contract for a month, null when they can. Taking hours off is always possible. */
export function refusHeures(
  contrat: PeriodeContrat,
  mois: Mois,
  minutes: number | null,
  today: DateCivile,
): string | null {
  if (minutes === null) return null;
  const jours = joursDansMois(contrat, mois);
  if (jours === 0) return `Pas de contrat en ${nomDuMois(mois)} : celui-ci court ${direPeriode(contrat)}.`;
  if (mois > today.slice(0, 7))
    return `Le mois ${duMois(mois)} n’a pas commencé : ses heures se notent une fois faites.`;
  if (minutes > jours * 24 * 60)
    return `${formaterDuree(minutes)} ne tiennent pas dans ${accorder(jours, 'jour')} de contrat en ${nomDuMois(mois)}.`;
  return null;
}

const DECIMALE = /^(\d{1,4})(?:[.,](\d{1,4}))?$/;
const HEURES_MINUTES = /^(\d{1,4})(?:h|:)(\d{1,2})?(?:m|min|mn|:00)?$/;

/**
 * Hours of a month as people and payroll software write them (`151,67`, `151.67 h`, `151h40`, `151:40`, `1 607`), in
 * minutes; null when they cannot be read. `0` is a month without hours, which is not a month not entered.
 */
export function lireHeures(texte: string): number | null {
  const propre = texte
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s'’]/g, '')
    .replace(/heures?$/, 'h');
  const minutes = HEURES_MINUTES.exec(propre);
  if (minutes) {
    const reste = Number(minutes[2] ?? 0);
    return reste > 59 ? null : Number(minutes[1]) * 60 + reste;
  }
  const decimale = DECIMALE.exec(propre.replace(/h$/, ''));
  return decimale ? Math.round(Number(`${decimale[1]}.${decimale[2] ?? 0}`) * 60) : null;
}

/** Minutes as a grid shows and reads them back: decimal hours, `151,67`. */
export const ecrireHeures = (minutes: number): string =>
  formaterNombre(minutes / 60, 2).replace(/,00$|(?<=,\d)0$/, '');

/**
 * Minutes of a person in a month over the contracts that run in it, in proportion to their days there (and to nothing
 * else: weekly hours are not always known). Adds up to the minute.
 */
export function repartir<C extends PeriodeContrat>(
  minutes: number,
  contrats: readonly C[],
  mois: Mois,
): { contrat: C; minutes: number }[] {
  const poids = contrats
    .map((contrat) => ({ contrat, jours: joursDansMois(contrat, mois) }))
    .filter(({ jours }) => jours > 0);
  const total = poids.reduce((somme, { jours }) => somme + jours, 0);
  let passes = 0;
  let poses = 0;
  return poids.map(({ contrat, jours }) => {
    passes += jours;
    const voulues = Math.round((minutes * passes) / total);
    const siennes = voulues - poses;
    poses = voulues;
    return { contrat, minutes: siennes };
  });
}
