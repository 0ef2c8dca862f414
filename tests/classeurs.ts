import { strToU8, type Zippable, zipSync } from 'fflate';

const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Rows of cells as a sheet writes them: a text is inline, a number bare, anything else is markup of its own. */
export type CelluleEssai = string | number | null | { xml: string };

export const echapper = (texte: string) =>
  texte.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export function adresse(colonne: number, ligne: number): string {
  return `${String.fromCharCode(65 + colonne)}${ligne}`;
}

/** Markup of a sheet; `suite` comes after its cells (merges). */
export function feuille(lignes: readonly (readonly CelluleEssai[])[], suite = ''): string {
  const rangees = lignes.map((cellules, rang) => {
    const contenu = cellules.map((cellule, colonne) => {
      const ou = adresse(colonne, rang + 1);
      if (cellule === null) return '';
      if (typeof cellule === 'object') return cellule.xml.replace('<c', `<c r="${ou}"`);
      if (typeof cellule === 'number') return `<c r="${ou}"><v>${cellule}</v></c>`;
      return `<c r="${ou}" t="inlineStr"><is><t xml:space="preserve">${echapper(cellule)}</t></is></c>`;
    });
    return `<row r="${rang + 1}">${contenu.join('')}</row>`;
  });
  return `<worksheet><sheetData>${rangees.join('')}</sheetData>${suite}</worksheet>`;
}

/** Styles 1 (date), 2 (date and time), 3 (five digits). */
const STYLES =
  '<styleSheet><numFmts count="1"><numFmt numFmtId="164" formatCode="00000"/></numFmts><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="164"/></cellXfs></styleSheet>';

/** The parts of a workbook by the names of its sheets; those that start with `~` are hidden. */
export function parties(feuilles: Record<string, string>): Zippable {
  const noms = Object.keys(feuilles);
  const fichiers: Zippable = {
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns:r="${TYPE}"><sheets>${noms
        .map(
          (nom, rang) =>
            `<sheet name="${echapper(nom)}" sheetId="${rang + 1}"${nom.startsWith('~') ? ' state="hidden"' : ''} r:id="rId${rang + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships>${noms
        .map(
          (_, rang) =>
            `<Relationship Id="rId${rang + 1}" Type="${TYPE}/worksheet" Target="worksheets/sheet${rang + 1}.xml"/>`,
        )
        .join('')}</Relationships>`,
    ),
    'xl/styles.xml': strToU8(STYLES),
  };
  for (const [rang, nom] of noms.entries())
    fichiers[`xl/worksheets/sheet${rang + 1}.xml`] = strToU8(feuilles[nom]!);
  return fichiers;
}

export const classeur = (feuilles: Record<string, string>, autres: Zippable = {}) =>
  zipSync({ ...parties(feuilles), ...autres }, { level: 1 });

/** As the screen sends it. */
export const fichierDe = (octets: Uint8Array, nom = 'liste.xlsx') => ({
  nom,
  contenu: Buffer.from(octets).toString('base64'),
});
