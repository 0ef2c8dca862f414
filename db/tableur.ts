import type { Cellule, CelluleTypee, StyleCellule } from '../shared/cellules.ts';
import type { DateCivile } from '../shared/dates.ts';
import { formaterDate, formaterSiret, formaterTelephone } from '../shared/format.ts';
import { garder } from '../shared/garde-formule.ts';
import type { FormatTableur, Livraison } from '../shared/livraison.ts';
import type { Ports } from './contexte.ts';
import { ecrireClasseur, type FeuilleClasseur } from './tableur-xlsx.ts';

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

/** A share of one as French Excel reads it back: `64,1%`. */
const pourcentCsv = (valeur: number) => `${nombreCsv(valeur * 100)}%`;

/** A cell as a CSV writes it, by its own style. */
function celluleCsv({ style, valeur }: CelluleTypee): string {
  if (valeur === null) return '';
  if (typeof valeur === 'string') return style === 'date' ? formaterDate(valeur) : garder(valeur);
  return style === 'pourcent' ? pourcentCsv(valeur) : nombreCsv(valeur);
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
  /** Texts long enough to run over several lines of their cell. */
  paragraphe: <L>(titre: string, lire: (ligne: L) => string): Colonne<L> => ({
    ...texte(titre, lire),
    style: 'paragraphe',
  }),
  /** Figures of several units, one under the other: each cell has its own form. */
  chiffre: <L>(titre: string, lire: (ligne: L) => CelluleTypee | null): Colonne<L> => ({
    titre,
    style: 'nombre',
    ecrire: (ligne) => {
      const lu = lire(ligne);
      return lu === null ? '' : celluleCsv(lu);
    },
    cellule: (ligne) => {
      const lu = lire(ligne);
      if (lu === null || typeof lu.valeur !== 'number') return lu;
      return lu.style === 'pourcent' ? lu : { ...lu, valeur: arrondi(lu.valeur) };
    },
  }),
  /** Cells already made, all of one style. */
  cellule: <L>(style: StyleCellule, titre: string, lire: (ligne: L) => Cellule): Colonne<L> => ({
    titre,
    style,
    ecrire: (ligne) => {
      const lue = lire(ligne);
      return celluleCsv(lue !== null && typeof lue === 'object' ? lue : { style, valeur: lue });
    },
    cellule: lire,
  }),
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
export const ecrireXlsx = <L>(
  nom: string,
  colonnes: readonly Colonne<L>[],
  lignes: Iterable<L>,
): Promise<Uint8Array> => ecrireClasseur([versFeuille(nom, colonnes, lignes)]);

function versFeuille<L>(nom: string, colonnes: readonly Colonne<L>[], lignes: Iterable<L>): FeuilleClasseur {
  const plates = colonnes.flatMap((col) => col.classeur ?? [col]);
  return {
    nom,
    colonnes: plates,
    lignes: Array.from(lignes, (ligne) => plates.map((col) => col.cellule(ligne))),
  };
}

/** A table among others of one file: a sheet of its workbook, or a part of its CSV. */
export interface Feuille {
  nom: string;
  versClasseur(): FeuilleClasseur;
  versCsv(): string;
}

/** A table of a file that holds several. */
export function feuille<L>(nom: string, colonnes: readonly Colonne<L>[], lignes: readonly L[]): Feuille {
  return {
    nom,
    versClasseur: () => versFeuille(nom, colonnes, lignes),
    versCsv: () => ecrireCsv(colonnes, lignes),
  };
}

/** Tables one under the other, each after its name; an empty line between two. */
export function ecrireCsvEmpile(feuilles: readonly Feuille[]): string {
  const parties = feuilles.map(
    (une) => `${enregistrement([garder(une.nom)])}${une.versCsv().replace('\ufeff', '')}`,
  );
  return `\ufeff${parties.join('\r\n')}`;
}

/** A list to hand over: `nom` without extension, `feuille` the tab of the workbook. */
export interface Tableur<L> {
  nom: string;
  feuille: string;
  colonnes: readonly Colonne<L>[];
  lignes: Iterable<L>;
}

/** Hands a file over in the format asked for; `nom` without extension. Each of the two is written only when it is the one. */
async function deliver(
  { files }: Pick<Ports, 'files'>,
  format: FormatTableur,
  nom: string,
  ecrire: { xlsx(): Promise<Uint8Array>; csv(): string },
): Promise<Livraison> {
  if (format === 'xlsx') {
    return files.deliver({
      nom: `${nom}.xlsx`,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      contenu: await ecrire.xlsx(),
    });
  }
  return files.deliver({
    nom: `${nom}.csv`,
    type: 'text/csv; charset=utf-8',
    contenu: new TextEncoder().encode(ecrire.csv()),
  });
}

/** Writes a list in the format asked for and hands the file to the user. Every export of a list goes through here. */
export const deliverTableur = <L>(
  ports: Pick<Ports, 'files'>,
  format: FormatTableur,
  { nom, feuille: onglet, colonnes, lignes }: Tableur<L>,
): Promise<Livraison> =>
  deliver(ports, format, nom, {
    xlsx: () => ecrireXlsx(onglet, colonnes, lignes),
    csv: () => ecrireCsv(colonnes, lignes),
  });

/** The same for several tables: a sheet each, or one under the other. */
export const deliverClasseur = (
  ports: Pick<Ports, 'files'>,
  format: FormatTableur,
  { nom, feuilles }: { nom: string; feuilles: readonly Feuille[] },
): Promise<Livraison> =>
  deliver(ports, format, nom, {
    xlsx: () => ecrireClasseur(feuilles.map((une) => une.versClasseur())),
    csv: () => ecrireCsvEmpile(feuilles),
  });
