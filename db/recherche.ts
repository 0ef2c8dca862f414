import { motsCherches, normaliser } from '../shared/normaliser.ts';
import type { Base } from './open.ts';

/** More words than anyone types; keeps a pasted page from building an endless query. */
const MOTS_MAX = 12;

/**
 * Text behind the search for a few fields: normalised, each one once. Words holding signs are also kept joined,
 * so that `sncf` finds « S.N.C.F. » and `ndiaye` finds « N'Diaye ».
 */
export function texteCherche(champs: readonly string[]): string {
  const morceaux = new Set<string>();
  for (const champ of champs) {
    if (champ === '') continue;
    morceaux.add(normaliser(champ));
    for (const mot of champ.split(/\s+/)) {
      const plie = normaliser(mot);
      if (plie.includes(' ')) morceaux.add(plie.replaceAll(' ', ''));
    }
  }
  return [...morceaux].join(' ');
}

export type Recherche =
  /** Nothing was typed. */
  | { genre: 'toutes' }
  /** Something was typed that no text can hold: signs, pictures. */
  | { genre: 'aucune' }
  /** Too short for the indexes: names that begin with it. */
  | { genre: 'initiale'; debut: string }
  /** `parties`: three letters or more, found anywhere in a word; `debuts`: two letters, found at its beginning. */
  | { genre: 'mots'; parties: string[]; debuts: string[] };

/** What to look for, from what was typed. */
export function lireRecherche(saisie: string): Recherche {
  if (saisie.trim() === '') return { genre: 'toutes' };
  const mots = [...new Set(motsCherches(saisie))].slice(0, MOTS_MAX);
  if (mots.length > 0) {
    const longueur = (mot: string) => [...mot].length;
    return {
      genre: 'mots',
      parties: mots.filter((mot) => longueur(mot) >= 3),
      debuts: mots.filter((mot) => longueur(mot) < 3),
    };
  }
  const debut = normaliser(saisie);
  return debut === '' ? { genre: 'aucune' } : { genre: 'initiale', debut };
}

/** FTS5 string literal: between quotes no sign is an operator, and normalised words hold no quote. */
const citer = (mot: string) => `"${mot}"`;

/** FTS5 expression over the trigram index: every word somewhere. */
export const expressionParties = (mots: readonly string[]): string => mots.map(citer).join(' ');

/** FTS5 expression over the word index: every word begins one. */
export const expressionDebuts = (mots: readonly string[]): string =>
  mots.map((mot) => `${citer(mot)}*`).join(' ');

/** Smallest text after every text that begins with `debut`. */
export const apresDebut = (debut: string): string => `${debut}\u{10ffff}`;

const INDEX_ORGANISATIONS = ['organisation_fts', 'organisation_parties'];

/** Fewer changes than this are not worth rewriting the indexes. */
const EN_VRAC = 100;

/**
 * Runs about `nombre` updates or removals of organisations, inside the transaction in progress. FTS5's `secure-delete`
 * rewrites the indexes on disk at each of them, minutes for a whole list: it is put off, then the indexes are rewritten
 * once, so that what was removed leaves the file all the same.
 */
export function changerEnVrac<T>({ sqlite }: Base, nombre: number, changer: () => T): T {
  if (nombre < EN_VRAC) return changer();
  const regler = (ordre: string) => {
    for (const index of INDEX_ORGANISATIONS)
      sqlite.prepare(`INSERT INTO ${index}(${index}, rank) VALUES ${ordre}`).run();
  };
  regler("('secure-delete', 0)");
  const resultat = changer();
  regler("('optimize', NULL)");
  regler("('secure-delete', 1)");
  return resultat;
}
