import type { DateCivile } from '../shared/dates.ts';
import { formaterDate, formaterSiret, formaterTelephone } from '../shared/format.ts';
import { garder } from '../shared/garde-formule.ts';
import type { Livraison } from '../shared/livraison.ts';
import type { Ports } from './contexte.ts';

/** One column of an export: its French heading and how a line fills it. */
export interface Colonne<L> {
  titre: string;
  ecrire(ligne: L): string;
}

/** A number as French Excel reads it: decimal comma, no grouping. Throws on NaN and infinities. */
function nombreCsv(valeur: number): string {
  if (!Number.isFinite(valeur)) throw new RangeError('A CSV number must be finite');
  return (Math.round(valeur * 100) / 100)
    .toFixed(2)
    .replace(/\.?0+$/, '')
    .replace('.', ',');
}

/** `67000 Strasbourg`: alone in its cell, `01000` would lose its zero in any spreadsheet. */
function villeCsv(codePostal: string, ville: string): string {
  if (codePostal === '') return garder(ville);
  return ville === '' ? `CP ${codePostal}` : `${codePostal} ${ville}`;
}

/**
 * Columns by type. A guard against formulas on every cell would turn `-12,5` and `+33…` into text:
 * only free text needs it, and each other type has one written form that no spreadsheet can misread.
 */
export const colonne = {
  texte: <L>(titre: string, lire: (ligne: L) => string): Colonne<L> => ({
    titre,
    ecrire: (ligne) => garder(lire(ligne)),
  }),
  /** Two decimals at most; absent → empty cell. */
  nombre: <L>(titre: string, lire: (ligne: L) => number | null): Colonne<L> => ({
    titre,
    ecrire: (ligne) => {
      const valeur = lire(ligne);
      return valeur === null ? '' : nombreCsv(valeur);
    },
  }),
  /** Minutes, written as decimal hours: 450 → `7,5`. */
  heures: <L>(titre: string, lire: (ligne: L) => number): Colonne<L> => ({
    titre,
    ecrire: (ligne) => nombreCsv(lire(ligne) / 60),
  }),
  date: <L>(titre: string, lire: (ligne: L) => DateCivile | null): Colonne<L> => ({
    titre,
    ecrire: (ligne) => formaterDate(lire(ligne)),
  }),
  /** Stored phone → `06 12 34 56 78`, or `0049 …` for a foreign one: a leading `+` would be a formula. */
  telephone: <L>(titre: string, lire: (ligne: L) => string): Colonne<L> => ({
    titre,
    ecrire: (ligne) => garder(formaterTelephone(lire(ligne)).replace(/^\+/, '00')),
  }),
  /** 14 digits → `123 456 789 01234`: unspaced, Excel would show 1,23E+13. */
  siret: <L>(titre: string, lire: (ligne: L) => string): Colonne<L> => ({
    titre,
    ecrire: (ligne) => garder(formaterSiret(lire(ligne))),
  }),
  ville: <L>(titre: string, lire: (ligne: L) => { codePostal: string; ville: string }): Colonne<L> => ({
    titre,
    ecrire: (ligne) => {
      const { codePostal, ville } = lire(ligne);
      return villeCsv(codePostal, ville);
    },
  }),
};

function cellule(texte: string): string {
  return /[;"\r\n]/.test(texte) ? `"${texte.replaceAll('"', '""')}"` : texte;
}

/** A record of one empty cell is quoted: an empty line would be read as no record at all. */
function enregistrement(cellules: string[]): string {
  return `${cellules.map(cellule).join(';') || '""'}\r\n`;
}

/** CSV that French Excel opens with a double click: BOM, `;`, CRLF, headings first. */
export function ecrireCsv<L>(colonnes: readonly Colonne<L>[], lignes: Iterable<L>): string {
  let csv = `\ufeff${enregistrement(colonnes.map(({ titre }) => garder(titre)))}`;
  for (const ligne of lignes) csv += enregistrement(colonnes.map(({ ecrire }) => ecrire(ligne)));
  return csv;
}

/** Writes the lines and hands the file to the user; `nom` without extension. */
export function deliverCsv<L>(
  { files }: Pick<Ports, 'files'>,
  nom: string,
  colonnes: readonly Colonne<L>[],
  lignes: Iterable<L>,
): Promise<Livraison> {
  return files.deliver({
    nom: `${nom}.csv`,
    type: 'text/csv; charset=utf-8',
    contenu: new TextEncoder().encode(ecrireCsv(colonnes, lignes)),
  });
}
