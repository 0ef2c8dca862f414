import { TAILLES } from '../../nomenclatures/reseau.ts';
import { normaliser } from '../../normaliser.ts';
import { tailleDe } from '../regles-organisation.ts';
import type { Particuliers } from '../schema.ts';

/** Codes by what people write for them, normalised: labels of the lists of this base, names of its team. */
export type Dictionnaire = ReadonlyMap<string, string>;

/** What the structure's own words mean, for one import. */
export interface Dictionnaires {
  categories: Dictionnaire;
  secteurs: Dictionnaire;
  origines: Dictionnaire;
  roles: Dictionnaire;
  stades: Dictionnaire;
  membres: Dictionnaire;
}

const VIDE: Dictionnaire = new Map();
export const SANS_DICTIONNAIRE: Dictionnaires = {
  categories: VIDE,
  secteurs: VIDE,
  origines: VIDE,
  roles: VIDE,
  stades: VIDE,
  membres: VIDE,
};

export const dictionnaire = (valeurs: readonly { code: string; label: string }[]): Dictionnaire =>
  new Map(valeurs.map(({ code, label }) => [normaliser(label), code]));

/** Code of a text, or empty when the list does not know it. */
export const coder = (liste: Dictionnaire, texte: string): string => liste.get(normaliser(texte)) ?? '';

const PETITES: readonly (readonly [RegExp, Particuliers['taille']])[] = [
  [/^(tpe|micro ?entreprise|tres petite entreprise)$/, 'tpe'],
  [/^(pme|petite et moyenne entreprise)$/, 'pme'],
  [/^(ge|grande entreprise|eti)$/, 'ge'],
];

/** « 35 », « 10 à 19 salariés », « PME »; null when it says neither a number nor a size. */
export function lireEffectif(
  cellule: string,
): { effectif: number | null; taille: Particuliers['taille'] } | null {
  const mots = normaliser(cellule).replace(/ ?(salaries?|personnes?|etp|employes?)$/, '');
  if (mots === '') return { effectif: null, taille: '' };
  const seul = mots.replaceAll(' ', '');
  if (/^\d{1,6}$/.test(seul) && !/^\d+ \d{1,2}$/.test(mots)) {
    const effectif = Number(seul);
    return { effectif, taille: tailleDe(effectif) };
  }
  const entre = /^(?:de )?(\d{1,6}) (?:a|et|ou) (\d{1,6})$/.exec(mots) ?? /^(\d{1,6}) (\d{1,6})$/.exec(mots);
  if (entre) {
    const [basse, haute] = [tailleDe(Number(entre[1])), tailleDe(Number(entre[2]))];
    return basse === haute ? { effectif: null, taille: basse } : null;
  }
  const connue =
    PETITES.find(([motif]) => motif.test(mots))?.[1] ??
    TAILLES.valeurs.find(({ label }) => normaliser(label) === mots)?.code;
  return connue ? { effectif: null, taille: connue } : null;
}
