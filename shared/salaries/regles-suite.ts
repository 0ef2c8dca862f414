import { ajouterMois, type DateCivile, ecartJours } from '../dates.ts';
import { accorder, enPhrase, formaterDate, insecables } from '../format.ts';
import { label } from '../nomenclatures/nomenclature.ts';
import { SUITES } from '../nomenclatures/salaries.ts';

/** How far ahead the radar looks, in months. */
export const HORIZONS_RADAR = [1, 3, 6] as const;

/** Days before its end from which a contract with nothing after it is something to do. */
export const DECIDER_JOURS = 30;

/** What may follow the end of a contract, the surest first. */
export const GENRES_ETAPE = ['contrat', 'embauche', 'formation', 'immersion', 'suite'] as const;
export type GenreEtape = (typeof GENRES_ETAPE)[number];

/** A next step of a parcours: something dated, or a decision. */
export interface Etape {
  genre: GenreEtape;
  /** Day it begins; null for a decision, which has none. */
  date: DateCivile | null;
  /** A contract's kind, a training's title, a host, `SUITES`. */
  libelle: string;
}

interface ContratSuivi {
  id: string;
  debut: DateCivile;
  fin: DateCivile | null;
  /** Kind, in words. */
  libelle: string;
  suite: string;
}

interface Datee {
  debut: DateCivile;
  libelle: string;
}

export interface FaitsSuite {
  contrats: readonly ContratSuivi[];
  immersions: readonly Datee[];
  formations: readonly Datee[];
  embauches: readonly { date: DateCivile; libelle: string }[];
}

/**
 * What is known to follow a contract: another contract that goes on after it, a hire made since it began, an immersion or
 * a training that is still to begin, what the team decided. One under way is not a next step: it will be over too.
 */
export function etapesApres(contrat: ContratSuivi, faits: FaitsSuite, today: DateCivile): Etape[] {
  const apres = faits.contrats.filter(
    ({ id, fin, debut }) =>
      id !== contrat.id &&
      debut > contrat.debut &&
      (fin === null || contrat.fin === null || fin > contrat.fin),
  );
  const avenir = (genre: GenreEtape, dates: readonly Datee[]) =>
    dates
      .filter(({ debut }) => debut > today)
      .map(({ debut, libelle }): Etape => ({ genre, date: debut, libelle }));
  const etapes: Etape[] = [
    ...apres.map(({ debut, libelle }): Etape => ({ genre: 'contrat', date: debut, libelle })),
    ...faits.embauches
      .filter(({ date }) => date >= contrat.debut)
      .map(({ date, libelle }): Etape => ({ genre: 'embauche', date, libelle })),
    ...avenir('formation', faits.formations),
    ...avenir('immersion', faits.immersions),
  ].sort(
    (a, b) => GENRES_ETAPE.indexOf(a.genre) - GENRES_ETAPE.indexOf(b.genre) || a.date!.localeCompare(b.date!),
  );
  return contrat.suite === '' ? etapes : [...etapes, { genre: 'suite', date: null, libelle: contrat.suite }];
}

/** `CDDI à partir du 01/09/2026`, `Formation le 12/10/2026 : Tronçonnage`, `Prévu : renouvellement`. */
export function direEtape({ genre, date, libelle }: Etape): string {
  switch (genre) {
    case 'contrat':
      return insecables(`${libelle} à partir du ${formaterDate(date)}`);
    case 'embauche':
      return insecables(`Embauche le ${formaterDate(date)} : ${libelle}`);
    case 'formation':
      return insecables(`Formation le ${formaterDate(date)} : ${libelle}`);
    case 'immersion':
      return insecables(`Immersion le ${formaterDate(date)} : ${libelle}`);
    case 'suite':
      return insecables(`Prévu : ${enPhrase(label(SUITES, libelle))}`);
  }
}

/** Last day the radar looks at. */
export const borneRadar = (today: DateCivile, mois: number): DateCivile => ajouterMois(today, mois);

/** `aujourd’hui`, `demain`, `dans 12 jours`, `il y a 3 jours`. */
export function direDelai(date: DateCivile, today: DateCivile): string {
  const jours = ecartJours(today, date);
  if (jours === 0) return 'aujourd’hui';
  if (jours === 1) return 'demain';
  if (jours === -1) return 'hier';
  return jours > 0 ? `dans ${accorder(jours, 'jour')}` : `il y a ${accorder(-jours, 'jour')}`;
}
