import { type Faits, rangDe } from '../shared/reseau/priorites.ts';
import type { Contexte } from './contexte.ts';
import { requete } from './requetes.ts';
import { rangsSatures } from './saturation.ts';

/** As SQLite gives them: a truth is 0 or 1. */
export interface FaitsLus extends Omit<Faits, 'silence' | 'saturee'> {
  silence: 0 | 1;
}

/** The index `organisation_stade` holds all of it. */
export const FAITS = `o.stade, o.dernier_echange AS dernierEchange, o.dernier_resultat AS dernierResultat,
  o.dernier_sens AS dernierSens, o.prochaine_relance AS prochaineRelance,
  o.ne_plus_contacter_le IS NOT NULL AS silence`;

export const faitsDe = (lus: FaitsLus, saturee: boolean): Faits => ({
  ...lus,
  silence: lus.silence === 1,
  saturee,
});

/** The network from the most pressing call to the least, by number; `parNom` gives the order of equal ones. */
export function rangsParPriorite(
  { db, today }: Pick<Contexte, 'db' | 'today'>,
  parNom: readonly number[],
): number[] {
  const satures = new Set(rangsSatures({ db, today }));
  const places = new Map(parNom.map((rang, place) => [rang, place]));
  const lues = requete(
    db,
    `SELECT o.rang, ${FAITS} FROM organisation o INDEXED BY organisation_stade WHERE o.archived_at IS NULL`,
  ).all() as (FaitsLus & { rang: number })[];
  return lues
    .map((lus) => ({
      rang: lus.rang,
      place: places.get(lus.rang) ?? 0,
      ...rangDe(faitsDe(lus, satures.has(lus.rang)), today),
    }))
    .sort((a, b) => {
      if (a.motif !== b.motif) return a.motif - b.motif;
      if (a.jour !== b.jour) return a.jour < b.jour === a.ancien ? -1 : 1;
      return a.place - b.place;
    })
    .map(({ rang }) => rang);
}
