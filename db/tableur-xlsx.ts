import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import writeExcelFile, { type CellObject, type Feature, type SheetData } from 'write-excel-file/node';
import { lettresDe } from './classeur-feuille.ts';
import { figerZip } from './zip.ts';

/** How a column of a workbook looks and sorts. Codes and phones are `texte`: their zeros stay. */
export type StyleCellule = 'texte' | 'nombre' | 'heures' | 'euros' | 'date';

/** Text, number, or civil date of a `date` column; null or empty leaves the cell empty. */
export type Cellule = string | number | null;

const FORMATS: Record<StyleCellule, string> = {
  texte: '@',
  nombre: 'General',
  heures: '0.00',
  euros: '#,##0.00\\ "€"',
  date: 'dd/mm/yyyy',
};

/** Longest text a cell may hold in Excel, and the widest column worth having (in characters). */
const TEXTE_MAX = 32_767;
const LARGEUR_MAX = 48;

/** Lines looked at to size the columns. */
const ECHANTILLON = 200;

/** Excel counts no day before this one correctly: an older date stays text. */
const PREMIER_JOUR = '1900-03-01';

/** Workbooks read `_x0041_` as a letter: the same signs typed by someone are told apart. */
const echapper = (texte: string) => texte.toWellFormed().replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');

function versCellule(valeur: Cellule, style: StyleCellule): CellObject | null {
  if (valeur === null || valeur === '') return null;
  if (typeof valeur === 'number')
    return { value: valeur, type: Number, ...(style === 'nombre' ? {} : { format: FORMATS[style] }) };
  if (style === 'date' && valeur >= PREMIER_JOUR)
    return { value: new Date(`${valeur}T00:00:00Z`), type: Date, format: FORMATS.date };
  // A text cell is never run, whatever it starts with: no guard here, the text stays as it was typed.
  return { value: echapper(valeur.slice(0, TEXTE_MAX)), type: String, format: FORMATS.texte };
}

const longueur = (valeur: Cellule, style: StyleCellule) => {
  if (valeur === null) return 0;
  if (style === 'date') return 10;
  return Math.max(
    ...String(valeur)
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

/** Arrows to sort and filter on the headings. */
function filtres(nomDeFeuille: string, colonnes: number, lignes: number): Feature<FileContent> {
  const derniere = lettresDe(colonnes - 1);
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml) =>
            xml.replace('</sheetData>', () => `</sheetData><autoFilter ref="A1:${derniere}${lignes + 1}"/>`),
        },
        'xl/workbook.xml': {
          transform: (xml) =>
            xml.replace(
              // Left empty by the library, and in its place: after the sheets.
              '<definedNames/>',
              () =>
                `<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'${nomDeFeuille}'!$A$1:$${derniere}$${lignes + 1}</definedName></definedNames>`,
            ),
        },
      },
    },
  };
}

/** A workbook of one sheet. The same lines make the same bytes. */
export async function ecrireClasseur(
  feuille: string,
  colonnes: readonly { titre: string; style: StyleCellule }[],
  lignes: readonly Cellule[][],
): Promise<Uint8Array> {
  const nom = nomFeuille(feuille);
  const largeurs = colonnes.map(({ titre, style }, rang) => {
    let large = titre.length + 3;
    for (const ligne of lignes.slice(0, ECHANTILLON))
      large = Math.max(large, longueur(ligne[rang] ?? null, style) + 1);
    return { width: Math.min(large, LARGEUR_MAX) };
  });
  const entetes = colonnes.map(({ titre }) => ({
    value: titre,
    type: String,
    fontWeight: 'bold' as const,
    backgroundColor: '#E6EFEC',
    bottomBorderStyle: 'thin' as const,
    bottomBorderColor: '#7A8F89',
  }));
  const donnees: SheetData = [
    entetes,
    ...lignes.map((ligne) => ligne.map((valeur, rang) => versCellule(valeur, colonnes[rang]!.style))),
  ];
  const octets = await writeExcelFile(
    [{ data: donnees, sheet: nom, stickyRowsCount: 1, columns: largeurs }],
    { features: [filtres(nom, colonnes.length, lignes.length)] },
  ).toBuffer();
  return figerZip(octets);
}
