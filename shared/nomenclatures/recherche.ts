import { normaliser } from '../normaliser.ts';

/** One line of a reference list, with the words it may be found by. */
export interface Entree {
  code: string;
  label: string;
  /** Where it belongs, in words. */
  domaine: string;
  /** Normalised words, the code included. */
  mots: readonly string[];
  /** How many of `mots`, from the first, name the line itself rather than its domain. */
  propres: number;
}

const OUTILS = new Set('a au aux d de des du en et l la le les ou par pour sur'.split(' '));
/** Below this, the first letters of a word say too little of it. */
const RACINE = 5;

function motsDe(texte: string): string[] {
  return normaliser(texte)
    .split(' ')
    .filter((mot) => mot !== '' && !OUTILS.has(mot));
}

/** Prepares a line for `chercher`; `autres` are texts it is also known by. */
export function entree(code: string, label: string, domaine: string, autres: readonly string[] = []): Entree {
  const propres = [normaliser(code).replaceAll(' ', ''), ...motsDe(label), ...autres.flatMap(motsDe)];
  return { code, label, domaine, mots: [...propres, ...motsDe(domaine)], propres: propres.length };
}

/** Place of a line for the words looked for, the lower the better; null when one of them is missing. */
function rang({ mots, propres }: Entree, cherches: readonly string[]): number | null {
  let somme = 0;
  for (const cherche of cherches) {
    const entier = mots.indexOf(cherche);
    const place = entier === -1 ? mots.findIndex((mot) => mot.startsWith(cherche)) : entier;
    if (place === -1) return null;
    somme += place + (entier === -1 ? 20 : 0) + (place < propres ? 0 : 100);
  }
  return somme;
}

/**
 * Lines that hold every word, by their beginnings, without accents; the nearest to the front first. When no line does,
 * the first letters of long words are enough: « restaurant » finds « restauration ».
 */
export function chercher(entrees: readonly Entree[], requete: string, nombre: number): Entree[] {
  const compacte = requete.replace(/^\s*(\d{2})[\s.]+(?=\d)/, '$1').replace(/(?<=\d)\s+(?=[A-Za-z]\s*$)/, '');
  const mots = motsDe(compacte);
  if (mots.length === 0) return entrees.slice(0, nombre);
  for (const cherches of [mots, mots.map((mot) => mot.slice(0, RACINE))]) {
    const trouvees = entrees.flatMap((ligne, ordre) => {
      const place = rang(ligne, cherches);
      return place === null ? [] : [{ ligne, place, ordre }];
    });
    if (trouvees.length > 0)
      return trouvees
        .sort((a, b) => a.place - b.place || a.ordre - b.ordre)
        .slice(0, nombre)
        .map(({ ligne }) => ligne);
  }
  return [];
}

/** `CODE Label` by line → pairs. */
export function lireListe(texte: string): [code: string, label: string][] {
  return texte
    .trim()
    .split('\n')
    .map((ligne) => {
      const coupe = ligne.indexOf(' ');
      return [ligne.slice(0, coupe), ligne.slice(coupe + 1)];
    });
}
