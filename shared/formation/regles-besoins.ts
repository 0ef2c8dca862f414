import type { STATUTS_BESOIN } from '../nomenclatures/formation.ts';

type StatutBesoin = (typeof STATUTS_BESOIN)['valeurs'][number]['code'];

/** Trainees without whom a session rarely opens, when no action of the theme says its own number. */
export const MINIMUM_HABITUEL = 6;

/**
 * Where a need stands: what somebody decided, unless registrations say more. `enLice` people are on a session that
 * answers it, `formes` went to the end; the need of a support waits until its whole headcount has a seat.
 */
export function statutBesoin(besoin: {
  decide: StatutBesoin;
  effectif: number;
  enLice: number;
  formes: number;
}): StatutBesoin {
  const { decide, effectif, enLice, formes } = besoin;
  if (decide === 'ecarte' || decide === 'satisfait') return decide;
  if (formes >= effectif) return 'satisfait';
  if (formes + enLice >= effectif) return 'planifie';
  // A registration has made it planned, and is gone since.
  return decide === 'planifie' ? 'retenu' : decide;
}

/** People of a need that no session answers yet. */
export function resteACouvrir(besoin: {
  statut: StatutBesoin;
  effectif: number;
  inscrits: number;
  formes: number;
}): number {
  const { statut, effectif, inscrits, formes } = besoin;
  return statut === 'recueilli' || statut === 'retenu' ? Math.max(0, effectif - inscrits - formes) : 0;
}

/** True when the last contract is over: somebody gone is trained no more, their needs stay in the list. */
export const estParti = (finContrat: string | null | undefined, today: string): boolean =>
  Boolean(finContrat) && finContrat! < today;

const RANGS: Record<string, number> = { haute: 0, moyenne: 1, basse: 2 };

interface Pressant {
  priorite: string;
  souhaiteLe: string | null;
}

/** The most pressing first: by priority, then by the day it is wished for, those without one last. */
export function comparerUrgence(a: Pressant, b: Pressant): number {
  return (
    (RANGS[a.priorite] ?? 3) - (RANGS[b.priorite] ?? 3) ||
    (a.souhaiteLe ?? '9999').localeCompare(b.souhaiteLe ?? '9999')
  );
}

export type RemplissageTheme =
  /** Seats are left on what is planned. */
  | { genre: 'places'; places: number }
  /** Enough people to open `nombre` sessions. */
  | { genre: 'assez'; nombre: number }
  | { genre: 'manque'; manquent: number }
  | { genre: 'rien' };

/** What the people left to train on a theme allow: seats already planned come before a session to open. */
export function remplissageTheme(theme: {
  aCouvrir: number;
  placesLibres: number;
  minimum: number;
}): RemplissageTheme {
  const { aCouvrir, placesLibres, minimum } = theme;
  if (aCouvrir === 0) return { genre: 'rien' };
  if (placesLibres >= aCouvrir) return { genre: 'places', places: placesLibres };
  const reste = aCouvrir - placesLibres;
  if (reste >= minimum) return { genre: 'assez', nombre: Math.floor(reste / minimum) };
  return placesLibres > 0
    ? { genre: 'places', places: placesLibres }
    : { genre: 'manque', manquent: minimum - reste };
}
