import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import writeExcelFile, { type CellObject, type Feature, type SheetData } from 'write-excel-file/node';
import type { Cellule, StyleCellule } from '../shared/cellules.ts';
import { lettresDe } from './classeur-feuille.ts';
import { figerZip } from './zip.ts';

export interface FeuilleClasseur {
  nom: string;
  colonnes: readonly { titre: string; style: StyleCellule }[];
  lignes: readonly Cellule[][];
}

const FORMATS: Record<StyleCellule, string> = {
  texte: '@',
  paragraphe: '@',
  nombre: 'General',
  heures: '0.00',
  euros: '#,##0.00\\ "€"',
  pourcent: '0.0%',
  date: 'dd/mm/yyyy',
};

/** Longest text a cell may hold in Excel, and the widest column worth having (in characters). */
const TEXTE_MAX = 32_767;
const LARGEUR_MAX = 48;
const LARGEUR_PARAGRAPHE = 70;

/** Lines looked at to size the columns. */
const ECHANTILLON = 200;

/** Excel counts no day before this one correctly: an older date stays text. */
const PREMIER_JOUR = '1900-03-01';

/** Workbooks read `_x0041_` as a letter: the same signs typed by someone are told apart. */
const echapper = (texte: string) => texte.toWellFormed().replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');

/** A sheet with paragraphs has tall lines: everything in it starts at the top. */
function versCellule(dite: Cellule, colonne: StyleCellule, haut: boolean): CellObject | null {
  const { valeur, style } =
    dite !== null && typeof dite === 'object' ? dite : { valeur: dite, style: colonne };
  if (valeur === null || valeur === '') return null;
  const place = haut ? ({ alignVertical: 'top' } as const) : {};
  if (typeof valeur === 'number')
    return {
      value: valeur,
      type: Number,
      ...place,
      ...(style === 'nombre' ? {} : { format: FORMATS[style] }),
    };
  if (style === 'date' && valeur >= PREMIER_JOUR)
    return { value: new Date(`${valeur}T00:00:00Z`), type: Date, format: FORMATS.date, ...place };
  // A text cell is never run, whatever it starts with: no guard here, the text stays as it was typed.
  return {
    value: echapper(valeur.slice(0, TEXTE_MAX)),
    type: String,
    format: FORMATS.texte,
    ...place,
    ...(style === 'paragraphe' ? { wrap: true } : {}),
  };
}

const longueur = (dite: Cellule, style: StyleCellule): number => {
  if (dite === null) return 0;
  if (typeof dite === 'object') return longueur(dite.valeur, dite.style);
  if (style === 'date') return 10;
  return Math.max(
    ...String(dite)
      .split('\n', 8)
      .map((ligne) => ligne.length),
  );
};

/** A tab name Excel accepts: 31 characters, none of its own signs. */
const nomFeuille = (nom: string) =>
  nom
    .replace(/[[\]:*?/\\'<>&"]/g, ' ')
    .trim()
    .slice(0, 31) || 'Feuille 1';

/** What the library's own type calls the content of a file, which it does not export. */
type FileContent = Stream | Buffer | Blob;

/** Names of the tabs, each its own: `Immersions`, `Immersions 2`. */
function nomsFeuilles(feuilles: readonly FeuilleClasseur[]): string[] {
  const pris = new Set<string>();
  return feuilles.map(({ nom }) => {
    const sur = nomFeuille(nom);
    let libre = sur;
    for (let rang = 2; pris.has(libre.toLowerCase()); rang += 1)
      libre = `${sur.slice(0, 30 - String(rang).length)} ${rang}`;
    pris.add(libre.toLowerCase());
    return libre;
  });
}

/** Arrows to sort and filter on the headings of each sheet. */
function filtres(noms: readonly string[], feuilles: readonly FeuilleClasseur[]): Feature<FileContent> {
  const zones = feuilles.map(({ colonnes, lignes }) => ({
    colonne: lettresDe(colonnes.length - 1),
    ligne: lignes.length + 1,
  }));
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _, { sheetIndex }) => {
            const { colonne, ligne } = zones[sheetIndex]!;
            return xml.replace('</sheetData>', () => `</sheetData><autoFilter ref="A1:${colonne}${ligne}"/>`);
          },
        },
        'xl/workbook.xml': {
          transform: (xml) =>
            xml.replace(
              // Left empty by the library, and in its place: after the sheets.
              '<definedNames/>',
              () =>
                `<definedNames>${zones
                  .map(
                    ({ colonne, ligne }, rang) =>
                      `<definedName name="_xlnm._FilterDatabase" localSheetId="${rang}" hidden="1">'${noms[rang]}'!$A$1:$${colonne}$${ligne}</definedName>`,
                  )
                  .join('')}</definedNames>`,
            ),
        },
      },
    },
  };
}

function largeurDe({ titre, style }: FeuilleClasseur['colonnes'][number], cellules: readonly Cellule[]) {
  if (style === 'paragraphe') return LARGEUR_PARAGRAPHE;
  const large = Math.max(titre.length + 2, ...cellules.map((cellule) => longueur(cellule, style)));
  return Math.min(large + 1, LARGEUR_MAX);
}

function versFeuille({ colonnes, lignes }: FeuilleClasseur, nom: string) {
  const echantillon = lignes.slice(0, ECHANTILLON);
  const haut = colonnes.some(({ style }) => style === 'paragraphe');
  const entetes = colonnes.map(({ titre }) => ({
    value: titre,
    type: String,
    fontWeight: 'bold' as const,
    backgroundColor: '#E6EFEC',
    bottomBorderStyle: 'thin' as const,
    bottomBorderColor: '#7A8F89',
  }));
  const data: SheetData = [
    entetes,
    ...lignes.map((ligne) => ligne.map((valeur, rang) => versCellule(valeur, colonnes[rang]!.style, haut))),
  ];
  return {
    data,
    sheet: nom,
    stickyRowsCount: 1,
    columns: colonnes.map((colonne, rang) => ({
      width: largeurDe(
        colonne,
        echantillon.map((ligne) => ligne[rang] ?? null),
      ),
    })),
  };
}

/** A workbook: bold headings that stay in sight and filter, on each sheet. The same lines make the same bytes. */
export async function ecrireClasseur(feuilles: readonly FeuilleClasseur[]): Promise<Uint8Array> {
  const noms = nomsFeuilles(feuilles);
  const octets = await writeExcelFile(
    feuilles.map((feuille, rang) => versFeuille(feuille, noms[rang]!)),
    { features: [filtres(noms, feuilles)] },
  ).toBuffer();
  return figerZip(octets);
}
