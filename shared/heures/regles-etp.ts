import type { DateCivile } from '../dates.ts';
import { formaterNombre } from '../format.ts';
import { bornesDuMois, nomDuMois } from '../immersions/calendrier.ts';
import type { GENRES_SIAE } from '../nomenclatures/structures.ts';
import { type CodeSeuil, type SeuilPropre, seuilsAu } from '../parametres/seuils.ts';
import { joursDansMois, joursDuMois, type Mois, moisDeLAnnee, type PeriodeContrat } from './regles-heures.ts';

/**
 * Full-time equivalents, in hundredths everywhere. Done: hours ÷ the hours of a full-time job over a year, twelve times
 * that for a month (parameter of the ASP by kind of structure, a dated threshold). Agreed: what the annexes running in a
 * month fund, in proportion to their days in it.
 */

export type GenreStructure = (typeof GENRES_SIAE)['valeurs'][number]['code'];

/** Hours of a full-time job over a year, as they apply on the first day of a month. */
export const referenceEtp = (genre: GenreStructure, mois: Mois, propres: readonly SeuilPropre[]): number =>
  seuilsAu(`${mois}-01`, propres)[`etpHeures${genre}` satisfies CodeSeuil];

/** Hundredths of ETP of hours over a number of months. */
export const etpRealise = (minutes: number, reference: number, mois = 1): number =>
  (minutes * 12 * 100) / (60 * reference * mois);

export interface AnnexeEtp extends PeriodeContrat {
  fin: DateCivile;
  etpCentiemes: number;
}

/** Hundredths of ETP that annexes fund in a month; null when none runs in it. */
export function etpConventionne(annexes: readonly AnnexeEtp[], mois: Mois): number | null {
  const jours = joursDuMois(mois);
  const courent = annexes.filter((annexe) => joursDansMois(annexe, mois) > 0);
  if (courent.length === 0) return null;
  return courent.reduce(
    (somme, annexe) => somme + (annexe.etpCentiemes * joursDansMois(annexe, mois)) / jours,
    0,
  );
}

/** A month before it is rounded. `saisi`: some of its hours were entered; `compte`: it is over, too. */
export interface MoisMesure {
  mois: Mois;
  minutes: number;
  reference: number;
  realise: number;
  conventionne: number | null;
  saisi: boolean;
  compte: boolean;
}

/** A month is over on its last day. */
export const estFini = (mois: Mois, today: DateCivile): boolean => bornesDuMois(mois).au <= today;

/** The twelve months of a year: hours by month, `null` for a month nothing was entered for. */
export function mesurerMois(
  annee: number,
  minutesDe: ReadonlyMap<Mois, number>,
  annexes: readonly AnnexeEtp[],
  { genre, propres, today }: { genre: GenreStructure; propres: readonly SeuilPropre[]; today: DateCivile },
): MoisMesure[] {
  return moisDeLAnnee(annee).map((mois) => {
    const reference = referenceEtp(genre, mois, propres);
    const minutes = minutesDe.get(mois) ?? 0;
    return {
      mois,
      minutes,
      reference,
      realise: etpRealise(minutes, reference),
      conventionne: etpConventionne(annexes, mois),
      saisi: minutesDe.has(mois),
      compte: minutesDe.has(mois) && estFini(mois, today),
    };
  });
}

export interface Cumul {
  /** Months it covers. */
  mois: number;
  minutes: number;
  /** Mean of the months, hundredths; null without any. */
  realise: number | null;
  /** The same over the same months, among which one without annexe counts for none; null when none has one. */
  conventionne: number | null;
}

const moyenne = (valeurs: readonly number[]): number =>
  valeurs.reduce((somme, valeur) => somme + valeur, 0) / valeurs.length;

/** Means over the months that count, up to a month included. */
export function cumuler(mois: readonly MoisMesure[], jusque: Mois = '9999-12'): Cumul {
  const comptes = mois.filter((lu) => lu.compte && lu.mois <= jusque);
  const conventionnes = comptes.flatMap(({ conventionne }) => conventionne ?? []);
  return {
    mois: comptes.length,
    minutes: comptes.reduce((somme, { minutes }) => somme + minutes, 0),
    realise: comptes.length === 0 ? null : moyenne(comptes.map(({ realise }) => realise)),
    conventionne:
      conventionnes.length === 0 ? null : moyenne(comptes.map(({ conventionne }) => conventionne ?? 0)),
  };
}

/** Thousandths; null when nothing was agreed. */
export const tauxRealisation = (realise: number | null, conventionne: number | null): number | null =>
  realise === null || !conventionne ? null : Math.round((realise / conventionne) * 1000);

export interface Projection {
  /** Mean over the twelve months, hundredths: those that count as they are, the others at their mean. */
  realise: number;
  /** Mean of what is agreed over the twelve months; null when no annexe runs in the year. */
  conventionne: number | null;
  /** What each month left must do to reach it; null without anything agreed, or any month left. */
  rythme: number | null;
  /** Months taken at the mean of the others. */
  restants: number;
}

/** What the year comes to if the months left are like those that count. Null as long as none does. */
export function projeter(mois: readonly MoisMesure[]): Projection | null {
  const { realise, mois: comptes } = cumuler(mois);
  if (realise === null) return null;
  const restants = mois.length - comptes;
  const annexe = mois.some(({ conventionne }) => conventionne !== null);
  const conventionne = annexe ? moyenne(mois.map((lu) => lu.conventionne ?? 0)) : null;
  const manque = conventionne === null ? 0 : conventionne * mois.length - realise * comptes;
  return {
    realise,
    conventionne,
    rythme: conventionne === null || restants === 0 ? null : Math.max(0, manque / restants),
    restants,
  };
}

/** `8,25`. */
export const ecrireEtp = (centiemes: number): string => formaterNombre(centiemes / 100, 2);

/** `8,25 ETP`, on one line. */
export const formaterEtp = (centiemes: number): string => `${ecrireEtp(centiemes)}\u00a0ETP`;

/** The assumption of a projection, in words. */
export function direHypothese(mois: readonly MoisMesure[]): string {
  const comptes = mois.filter(({ compte }) => compte);
  const restants = mois.length - comptes.length;
  if (comptes.length === 0)
    return 'Aucun mois fini n’a ses heures : rien ne permet encore de projeter la fin de l’année.';
  if (restants === 0) return 'Les douze mois ont leurs heures : c’est le résultat de l’année.';
  const rythme = formaterEtp(moyenne(comptes.map(({ realise }) => realise)));
  const source =
    comptes.length === 1
      ? `celui de ${nomDuMois(comptes[0]!.mois)}`
      : `la moyenne des ${comptes.length} mois saisis`;
  return `Si ${restants === 1 ? 'le mois qui reste se passe' : `les ${restants} mois restants se passent`} au même rythme : ${source}, ${rythme} par mois.`;
}
