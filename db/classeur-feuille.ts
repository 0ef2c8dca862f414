/** A sheet without anything but its filled cells, on consecutive rows, for the library to read safely. */
export interface FeuillePreparee {
  xml: string;
  /** Number each kept row had in the sheet, as the spreadsheet counts them. */
  lignes: number[];
  /** Columns up to the last filled one. */
  largeur: number;
  /** Formulas saved without their result. */
  sansValeur: number;
  /** Cells merged over several rows: column from 0, rows from 1. */
  fusions: { colonne: number; premiere: number; derniere: number }[];
}

const LIGNES_EXCEL = 1_048_576;
const COLONNES_EXCEL = 16_384;

/** Rows merged together at most: beyond, it is a decoration of the whole column. */
const FUSION_MAX = 1000;

/** Rows between two looks at the stop button. */
const PAS = 2000;

/** `AB12` → column 27, row 12; null when it is not an address of a sheet. */
function lireAdresse(adresse: string): { colonne: number; ligne: number } | null {
  const lue = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(adresse);
  if (!lue) return null;
  let colonne = 0;
  for (const lettre of lue[1]!) colonne = colonne * 26 + lettre.charCodeAt(0) - 64;
  const ligne = Number(lue[2]);
  if (colonne > COLONNES_EXCEL || ligne < 1 || ligne > LIGNES_EXCEL) return null;
  return { colonne: colonne - 1, ligne };
}

/** Letters of a column, from 0: `A`, … `Z`, `AA`. */
export function lettresDe(colonne: number): string {
  const suite = colonne < 26 ? '' : lettresDe(Math.floor(colonne / 26) - 1);
  return suite + String.fromCharCode(65 + (colonne % 26));
}

const ATTRIBUT_R = /\sr="([^"]*)"/;
const ATTRIBUT_T = /\st="([^"]*)"/;
const ATTRIBUT_S = /\ss="([^"]*)"/;

/** Some programs write every name with a prefix (`x:row`). */
function sansPrefixe(xml: string): string {
  const prefixe = /<(\w+):worksheet[\s>]/.exec(xml.slice(0, 4000))?.[1];
  return prefixe === undefined ? xml : xml.replaceAll(`<${prefixe}:`, '<').replaceAll(`</${prefixe}:`, '</');
}

function lireFusions(suite: string): FeuillePreparee['fusions'] {
  return [...suite.matchAll(/<mergeCell\s[^<>]*?ref="([^":]+):([^":]+)"/g)].flatMap(([, debut, fin]) => {
    const un = lireAdresse(debut!);
    const deux = lireAdresse(fin!);
    if (!un || !deux || un.colonne !== deux.colonne) return [];
    if (deux.ligne <= un.ligne || deux.ligne - un.ligne > FUSION_MAX) return [];
    return [{ colonne: un.colonne, premiere: un.ligne, derniere: deux.ligne }];
  });
}

/**
 * Elements of a name between two places, read from left to right once: a pattern would look for each closing tag again
 * and again in a file made for that. Throws when one is never closed.
 */
function* elements(
  xml: string,
  nom: string,
  debut: number,
  fin: number,
): Generator<{ traits: string; contenu: string }> {
  const ouverture = `<${nom}`;
  const fermeture = `</${nom}>`;
  let ici = debut;
  for (;;) {
    const un = xml.indexOf(ouverture, ici);
    if (un < 0 || un >= fin) return;
    ici = un + ouverture.length;
    const suite = xml[ici]!;
    if (suite !== ' ' && suite !== '>' && suite !== '/' && suite !== '\n' && suite !== '\r' && suite !== '\t')
      continue;
    const chevron = xml.indexOf('>', ici);
    if (chevron < 0 || chevron >= fin) throw new Error(`<${nom} is not closed`);
    const traits = xml.slice(ici, chevron);
    ici = chevron + 1;
    if (traits.endsWith('/')) {
      yield { traits, contenu: '' };
      continue;
    }
    const deux = xml.indexOf(fermeture, ici);
    if (deux < 0 || deux >= fin) throw new Error(`${fermeture} is missing`);
    yield { traits, contenu: xml.slice(ici, deux) };
    ici = deux + fermeture.length;
  }
}

/** Content of a cell without the text of its formula. */
function sansFormule(contenu: string): string {
  const debut = contenu.indexOf('<f');
  if (debut < 0) return contenu;
  const chevron = contenu.indexOf('>', debut);
  const fin = contenu[chevron - 1] === '/' ? chevron + 1 : contenu.indexOf('</f>', debut) + 4;
  return fin <= debut ? '' : contenu.slice(0, debut) + contenu.slice(fin);
}

const RIEN = /^(?:<v\s*\/>|<v>\s*<\/v>|<is\s*\/>|<is>\s*<\/is>)?$/;

/**
 * Keeps of a sheet its filled cells, on consecutive rows: a million empty or styled rows, a stray cell at the very
 * bottom, or cells without an address then cost nothing to the library that reads them.
 */
export function preparerFeuille(brut: string, verifier: () => void): FeuillePreparee {
  const xml = sansPrefixe(brut);
  const debut = /<sheetData(?=[\s/>])[^<>]*>/.exec(xml);
  const fin = xml.lastIndexOf('</sheetData>');
  const preparee: FeuillePreparee = { xml: '', lignes: [], largeur: 0, sansValeur: 0, fusions: [] };
  const morceaux: string[] = [];
  if (debut && fin > debut.index) {
    let precedente = 0;
    let vues = 0;
    for (const { traits, contenu } of elements(xml, 'row', debut.index + debut[0].length, fin)) {
      vues += 1;
      if (vues % PAS === 0) verifier();
      const annoncee = Number(ATTRIBUT_R.exec(traits)?.[1] ?? precedente + 1);
      const ligne = annoncee > precedente && annoncee <= LIGNES_EXCEL ? annoncee : precedente + 1;
      precedente = ligne;
      const cellules = contenu === '' ? '' : preparerLigne(contenu, preparee);
      if (cellules === '') continue;
      preparee.lignes.push(ligne);
      morceaux.push(`<row r="${preparee.lignes.length}">${cellules}</row>`);
    }
    preparee.fusions = lireFusions(xml.slice(fin));
  }
  preparee.xml = `<worksheet><sheetData>${morceaux.join('')}</sheetData></worksheet>`;
  return preparee;
}

function preparerLigne(contenu: string, preparee: FeuillePreparee): string {
  let cellules = '';
  let precedente = -1;
  const rang = preparee.lignes.length + 1;
  for (const { traits, contenu: valeur } of elements(contenu, 'c', 0, contenu.length)) {
    const annoncee = lireAdresse(ATTRIBUT_R.exec(traits)?.[1] ?? '')?.colonne ?? precedente + 1;
    const colonne = annoncee > precedente ? annoncee : precedente + 1;
    precedente = colonne;
    const nette = sansFormule(valeur).trim();
    if (RIEN.test(nette)) {
      if (valeur.includes('<f') && !valeur.includes('<v')) preparee.sansValeur += 1;
      continue;
    }
    const type = ATTRIBUT_T.exec(traits)?.[1];
    const style = ATTRIBUT_S.exec(traits)?.[1];
    cellules += `<c r="${lettresDe(colonne)}${rang}"${type ? ` t="${type}"` : ''}${style ? ` s="${style}"` : ''}>${nette}</c>`;
    preparee.largeur = Math.max(preparee.largeur, colonne + 1);
  }
  return cellules;
}
