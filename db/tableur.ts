import type { DateCivile } from '../shared/dates.ts';
import { formaterDate, formaterSiret, formaterTelephone } from '../shared/format.ts';
import { garder } from '../shared/garde-formule.ts';
import type { FormatTableur, Livraison } from '../shared/livraison.ts';
import type { Ports } from './contexte.ts';
import { type Cellule, ecrireClasseur, type StyleCellule } from './tableur-xlsx.ts';

/** One column of an export: its French heading and how a line fills it, in a CSV and in a workbook. */
export interface Colonne<L> {
  titre: string;
  ecrire(ligne: L): string;
  style: StyleCellule;
  /** A date is its civil text: the workbook makes it a true date. */
  cellule(ligne: L): Cellule;
  /** What a workbook writes instead, when a CSV must put together what a spreadsheet would spoil apart. */
  classeur?: readonly Colonne<L>[];
}

function arrondi(valeur: number): number {
  if (!Number.isFinite(valeur)) throw new RangeError('An exported number must be finite');
  return Math.round(valeur * 100) / 100 || 0;
}

/** A number as French Excel reads it: decimal comma, no grouping. Throws on NaN and infinities. */
function nombreCsv(valeur: number): string {
  return arrondi(valeur)
    .toFixed(2)
    .replace(/\.?0+$/, '')
    .replace('.', ',');
}

/** `67000 Strasbourg`: alone in its cell, `01000` would lose its zero in any spreadsheet. */
function villeCsv(codePostal: string, ville: string): string {
  if (codePostal === '') return garder(ville);
  return ville === '' ? `CP ${codePostal}` : `${codePostal} ${ville}`;
}

function texte<L>(titre: string, lire: (ligne: L) => string): Colonne<L> {
  return { titre, style: 'texte', ecrire: (ligne) => garder(lire(ligne)), cellule: lire };
}

function numerique<L>(style: StyleCellule, titre: string, lire: (ligne: L) => number | null): Colonne<L> {
  return {
    titre,
    style,
    ecrire: (ligne) => {
      const valeur = lire(ligne);
      return valeur === null ? '' : nombreCsv(valeur);
    },
    cellule: (ligne) => {
      const valeur = lire(ligne);
      return valeur === null ? null : arrondi(valeur);
    },
  };
}

/**
 * Columns by type. A guard against formulas on every cell would turn `-12,5` and `+33…` into text:
 * only free text needs it, and each other type has one written form that no spreadsheet can misread.
 */
export const colonne = {
  texte,
  /** Two decimals at most; absent → empty cell. */
  nombre: <L>(titre: string, lire: (ligne: L) => number | null) => numerique('nombre', titre, lire),
  /** Minutes, written as decimal hours: 450 → `7,5`. */
  heures: <L>(titre: string, lire: (ligne: L) => number | null) =>
    numerique('heures', titre, (ligne: L) => {
      const minutes = lire(ligne);
      return minutes === null ? null : minutes / 60;
    }),
  euros: <L>(titre: string, lire: (ligne: L) => number | null) => numerique('euros', titre, lire),
  date: <L>(titre: string, lire: (ligne: L) => DateCivile | null): Colonne<L> => ({
    titre,
    style: 'date',
    ecrire: (ligne) => formaterDate(lire(ligne)),
    cellule: lire,
  }),
  /** Stored phone → `06 12 34 56 78`, or `0049 …` for a foreign one: a leading `+` would be a formula. */
  telephone: <L>(titre: string, lire: (ligne: L) => string): Colonne<L> => ({
    titre,
    style: 'texte',
    ecrire: (ligne) => garder(formaterTelephone(lire(ligne)).replace(/^\+/, '00')),
    cellule: (ligne) => formaterTelephone(lire(ligne)),
  }),
  /** 14 digits → `123 456 789 01234`: unspaced, Excel would show 1,23E+13. */
  siret: <L>(titre: string, lire: (ligne: L) => string): Colonne<L> => ({
    titre,
    style: 'texte',
    ecrire: (ligne) => garder(formaterSiret(lire(ligne))),
    cellule: (ligne) => formaterSiret(lire(ligne)),
  }),
  /** Postcode and town: one cell of a CSV, two of a workbook, whose text cells keep the zero. */
  ville: <L>(titre: string, lire: (ligne: L) => { codePostal: string; ville: string }): Colonne<L> => ({
    titre,
    style: 'texte',
    ecrire: (ligne) => {
      const { codePostal, ville } = lire(ligne);
      return villeCsv(codePostal, ville);
    },
    cellule: (ligne) => {
      const { codePostal, ville } = lire(ligne);
      return `${codePostal} ${ville}`.trim();
    },
    classeur: [
      texte('Code postal', (ligne) => lire(ligne).codePostal),
      texte(titre, (ligne) => lire(ligne).ville),
    ],
  }),
};

function cellule(texte: string): string {
  return /[;"\r\n]/.test(texte) ? `"${texte.replaceAll('"', '""')}"` : texte;
}

/** A record of one empty cell is quoted: an empty line would be read as no record at all. */
function enregistrement(cellules: string[]): string {
  return `${cellules.map(cellule).join(';') || '""'}\r\n`;
}

/** CSV that French Excel opens with a double click, piece by piece: BOM, `;`, CRLF, headings first. */
export function* ecrireCsvParMorceaux<L>(
  colonnes: readonly Colonne<L>[],
  lignes: Iterable<L>,
): Generator<string> {
  let morceau = `\ufeff${enregistrement(colonnes.map(({ titre }) => garder(titre)))}`;
  for (const ligne of lignes) {
    morceau += enregistrement(colonnes.map(({ ecrire }) => ecrire(ligne)));
    if (morceau.length < 65_536) continue;
    yield morceau;
    morceau = '';
  }
  yield morceau;
}

export function ecrireCsv<L>(colonnes: readonly Colonne<L>[], lignes: Iterable<L>): string {
  return [...ecrireCsvParMorceaux(colonnes, lignes)].join('');
}

/** Workbook of one sheet: frozen bold headings, filters, true dates, numbers and codes kept as text. */
export function ecrireXlsx<L>(
  feuille: string,
  colonnes: readonly Colonne<L>[],
  lignes: Iterable<L>,
): Promise<Uint8Array> {
  const plates = colonnes.flatMap((col) => col.classeur ?? [col]);
  return ecrireClasseur(
    feuille,
    plates,
    Array.from(lignes, (ligne) => plates.map((col) => col.cellule(ligne))),
  );
}

/** A list to hand over: `nom` without extension, `feuille` the tab of the workbook. */
export interface Tableur<L> {
  nom: string;
  feuille: string;
  colonnes: readonly Colonne<L>[];
  lignes: Iterable<L>;
}

/** Writes a list in the format asked for and hands the file to the user. Every export of a list goes through here. */
export async function deliverTableur<L>(
  { files }: Pick<Ports, 'files'>,
  format: FormatTableur,
  { nom, feuille, colonnes, lignes }: Tableur<L>,
): Promise<Livraison> {
  if (format === 'xlsx') {
    return files.deliver({
      nom: `${nom}.xlsx`,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      contenu: await ecrireXlsx(feuille, colonnes, lignes),
    });
  }
  return files.deliver({
    nom: `${nom}.csv`,
    type: 'text/csv; charset=utf-8',
    contenu: new TextEncoder().encode(ecrireCsv(colonnes, lignes)),
  });
}
