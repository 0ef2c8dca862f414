import { zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';
import { ErreurMetier } from '../shared/erreurs.ts';
import { formaterNombre } from '../shared/format.ts';
import { COLONNES_MAX, LIGNES_MAX } from '../shared/reseau/import/schema.ts';
import { type FeuillePreparee, preparerFeuille } from './classeur-feuille.ts';
import type { Enregistrement } from './importation-decoupe.ts';
import { type EntreeZip, extraire, lireRepertoire } from './zip.ts';

/** What a workbook may hold once unpacked, all its useful parts together (bytes), and the cells of a sheet. */
const DEPAQUETE_MAX = 150_000_000;
const CELLULES_MAX = 3_000_000;
const FEUILLES_MAX = 200;

const ENREGISTRER =
  'Ouvrez-le dans Excel ou LibreOffice, choisissez « Enregistrer sous », puis le type « Classeur Excel (.xlsx) », et importez ce nouveau fichier.';

const illisible = (message: string, cause?: unknown) =>
  new ErreurMetier('fichier-illisible', { message, cause });
const endommage = (cause?: unknown) =>
  illisible(`Ce classeur est endommagé : il n’a pas pu être lu. ${ENREGISTRER}`, cause);
const tropGros = (message: string) => new ErreurMetier('fichier-trop-gros', { message });

const commence = (octets: Uint8Array, debut: readonly number[]) =>
  debut.every((octet, rang) => octets[rang] === octet);

/** Text of a part as the archives of Microsoft name them, two bytes a sign. */
const enUtf16 = (texte: string) => Buffer.from(texte, 'utf16le');

/** True for an Excel workbook, told by its content; throws what to do about the other files a spreadsheet makes. */
export function estClasseur(octets: Uint8Array): boolean {
  if (commence(octets, [0xd0, 0xcf, 0x11, 0xe0])) {
    const protege = Buffer.from(octets).includes(enUtf16('EncryptedPackage'));
    throw illisible(
      protege
        ? 'Ce classeur est protégé par un mot de passe : ouvrez-le, choisissez « Enregistrer sous » sans mot de passe, et importez ce nouveau fichier.'
        : `Ce fichier est un classeur Excel d’un ancien format (.xls). ${ENREGISTRER}`,
    );
  }
  if (!commence(octets, [0x50, 0x4b])) return false;
  const noms = lireRepertoire(octets)?.map(({ nom }) => nom);
  if (!noms) throw endommage();
  if (noms.includes('xl/workbook.xml')) return true;
  if (noms.includes('xl/workbook.bin'))
    throw illisible(`Ce classeur Excel est au format binaire (.xlsb). ${ENREGISTRER}`);
  if (noms.includes('content.xml'))
    throw illisible(`Ce fichier vient de LibreOffice ou d’OpenOffice. ${ENREGISTRER}`);
  throw illisible(
    noms.some((nom) => nom.startsWith('word/'))
      ? 'Ce fichier est un document Word : copiez son tableau, puis utilisez « Coller depuis un tableur ».'
      : 'Ce fichier est une archive (.zip) : ouvrez-la, et choisissez la liste qu’elle contient.',
  );
}

/** One sheet of a workbook as text cells, and the names of all those that can be chosen. */
export interface ClasseurLu {
  feuilles: string[];
  feuille: number;
  enregistrements: Enregistrement[];
  avertissements: string[];
}

/** Unpacks the parts asked for, and no more than the limit in all. */
class Parties {
  private readonly octets: Uint8Array;
  private readonly entrees: ReadonlyMap<string, EntreeZip>;
  private reste = DEPAQUETE_MAX;

  constructor(octets: Uint8Array) {
    this.octets = octets;
    this.entrees = new Map((lireRepertoire(octets) ?? []).map((entree) => [entree.nom, entree]));
  }

  /** Null when the workbook has no such part. */
  lire(nom: string): Uint8Array | null {
    const entree = this.entrees.get(nom);
    if (!entree) return null;
    if (entree.chiffree)
      throw illisible('Ce classeur est protégé par un mot de passe : enregistrez-le sans mot de passe.');
    if (entree.taille > this.reste) {
      throw tropGros(
        'Une fois ouvert, ce classeur est beaucoup trop gros pour une liste d’adresses. Copiez les lignes utiles dans un nouveau classeur, et importez celui-ci.',
      );
    }
    let contenu: Uint8Array;
    try {
      contenu = extraire(this.octets, entree, this.reste);
    } catch (cause) {
      throw endommage(cause);
    }
    this.reste -= contenu.length;
    // No workbook declares a document type: only an attack does.
    if (Buffer.from(contenu.buffer, contenu.byteOffset, contenu.byteLength).includes('<!DOCTYPE'))
      throw illisible('Ce classeur contient des instructions inattendues : il n’est pas lu, par prudence.');
    return contenu;
  }

  texte(nom: string): string {
    const octets = this.lire(nom);
    if (octets === null) throw endommage();
    return new TextDecoder().decode(octets);
  }
}

const ENTITES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Value of an attribute whatever the prefix of its name; empty when absent. */
function attribut(balise: string, nom: string): string {
  const brut = new RegExp(`\\s(?:\\w+:)?${nom}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(balise);
  return (brut?.[1] ?? brut?.[2] ?? '').replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi,
    (tout, hexa, deci, mot) => {
      if (mot) return ENTITES[mot] ?? tout;
      const code = hexa ? Number.parseInt(hexa, 16) : Number(deci);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );
}

const balises = (xml: string, nom: string) =>
  xml.match(new RegExp(`<(?:\\w+:)?${nom}(?=[\\s/>])[^<>]*>`, 'g')) ?? [];

interface Onglet {
  nom: string;
  chemin: string;
}

/** Sheets in the order of their tabs, hidden ones left out unless they all are. */
function lireOnglets(parties: Parties): { onglets: Onglet[]; depuis1904: boolean } {
  const classeur = parties.texte('xl/workbook.xml');
  const cibles = new Map(
    balises(parties.texte('xl/_rels/workbook.xml.rels'), 'Relationship').map((balise) => [
      attribut(balise, 'Id'),
      attribut(balise, 'Target'),
    ]),
  );
  const tous = balises(classeur, 'sheet').slice(0, FEUILLES_MAX);
  const visibles = tous.filter((balise) => !/hidden/i.test(attribut(balise, 'state')));
  const onglets = (visibles.length > 0 ? visibles : tous).flatMap((balise, rang) => {
    const cible = cibles.get(/\s\w+:id\s*=\s*["']([^"']*)/.exec(balise)?.[1] ?? '') ?? '';
    if (cible === '') return [];
    const chemin = cible.startsWith('/') ? cible.slice(1) : `xl/${cible}`;
    return [{ nom: attribut(balise, 'name').slice(0, 80) || `Feuille ${rang + 1}`, chemin }];
  });
  if (onglets.length === 0) throw endommage();
  const depuis1904 = balises(classeur, 'workbookPr').some((balise) =>
    ['1', 'true'].includes(attribut(balise, 'date1904')),
  );
  return { onglets, depuis1904 };
}

function preparer(xml: string, verifier: () => void): FeuillePreparee {
  try {
    return preparerFeuille(xml, verifier);
  } catch (cause) {
    throw cause instanceof ErreurMetier ? cause : endommage(cause);
  }
}

/** The sheet asked for, else the first one that holds something. */
function choisirFeuille(
  parties: Parties,
  onglets: readonly Onglet[],
  choisie: number | undefined,
  verifier: () => void,
): { feuille: number; preparee: FeuillePreparee } {
  if (choisie !== undefined && !onglets[choisie]) {
    throw new ErreurMetier('entree-invalide', {
      champs: { feuille: 'Cette feuille n’est pas dans ce classeur.' },
    });
  }
  for (const feuille of choisie === undefined ? onglets.keys() : [choisie]) {
    verifier();
    const preparee = preparer(parties.texte(onglets[feuille]!.chemin), verifier);
    if (preparee.lignes.length > 0 || choisie !== undefined) return { feuille, preparee };
  }
  throw illisible('Ce classeur est vide : aucune de ses feuilles ne contient de liste.');
}

const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of the one prepared sheet, its words and its styles, for the library to read: nothing else gets to it. */
function reduire(parties: Parties, preparee: FeuillePreparee, depuis1904: boolean): ArrayBuffer {
  const texte = (xml: string) => new TextEncoder().encode(xml);
  const fichiers: Record<string, Uint8Array> = {
    'xl/workbook.xml': texte(
      `<workbook><workbookPr${depuis1904 ? ' date1904="1"' : ''}/><sheets><sheet name="Liste" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': texte(
      `<Relationships><Relationship Id="rId1" Type="${TYPE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': texte(preparee.xml),
  };
  for (const nom of ['xl/sharedStrings.xml', 'xl/styles.xml']) {
    const contenu = parties.lire(nom);
    if (contenu) fichiers[nom] = contenu;
  }
  const { buffer, byteOffset, byteLength } = zipSync(fichiers, { level: 0 });
  return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
}

const ERREURS = new Set(['#N/A', '#REF!', '#VALUE!', '#DIV/0!', '#NAME?', '#NULL!', '#NUM!', '#SPILL!']);

const deux = (nombre: number) => String(nombre).padStart(2, '0');

/** A date as people write it; a time of day alone when Excel holds no day. */
function ecrireDate(date: Date): string {
  const heure = `${deux(date.getUTCHours())}:${deux(date.getUTCMinutes())}`;
  if (date.getUTCFullYear() < 1900) return heure;
  const jour = `${deux(date.getUTCDate())}/${deux(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
  return heure === '00:00' ? jour : `${jour} ${heure}`;
}

/** All the digits of a number: `4.2414308900037E13` → `42414308900037`, `12.5` → `12,5`. */
function ecrireNombre(brut: string): string {
  const nombre = Number(brut);
  if (!Number.isFinite(nombre)) return '';
  if (Number.isSafeInteger(nombre)) return String(nombre);
  return String(Math.round(nombre * 1e6) / 1e6).replace('.', ',');
}

function enTexte(valeur: unknown): string {
  if (valeur === null || valeur === undefined) return '';
  if (valeur instanceof Date) return ecrireDate(valeur);
  if (typeof valeur === 'boolean') return valeur ? 'oui' : 'non';
  const texte = String(valeur).replace(/\r\n?/g, '\n');
  return ERREURS.has(texte) ? '' : texte;
}

/** What is merged downwards belongs to each of its lines; what is merged sideways is a title. */
function etendre(enregistrements: readonly Enregistrement[], fusions: FeuillePreparee['fusions']): void {
  if (fusions.length === 0) return;
  const parLigne = new Map(enregistrements.map((enregistrement) => [enregistrement.ligne, enregistrement]));
  for (const { colonne, premiere, derniere } of fusions) {
    const valeur = parLigne.get(premiere)?.cellules[colonne] ?? '';
    if (valeur === '') continue;
    for (let ligne = premiere + 1; ligne <= derniere; ligne += 1) {
      const cellules = parLigne.get(ligne)?.cellules;
      if (cellules && cellules.length > colonne) cellules[colonne] = valeur;
    }
  }
}

/**
 * Reads one sheet of an Excel workbook as the text people see: dates written out, numbers with all their digits.
 * `verifier` is called along the way and may throw to stop. Throws `fichier-illisible` or `fichier-trop-gros`.
 */
export async function lireClasseur(
  octets: Uint8Array,
  choisie: number | undefined,
  verifier: () => void,
): Promise<ClasseurLu> {
  const parties = new Parties(octets);
  const { onglets, depuis1904 } = lireOnglets(parties);
  const { feuille, preparee } = choisirFeuille(parties, onglets, choisie, verifier);
  const { lignes, largeur, sansValeur, fusions } = preparee;
  if (lignes.length > LIGNES_MAX + 1000) {
    throw tropGros(
      `La feuille « ${onglets[feuille]!.nom} » a ${formaterNombre(lignes.length)} lignes : Passerelle en lit ${formaterNombre(LIGNES_MAX)} à la fois. Découpez-la en plusieurs fichiers.`,
    );
  }
  if (largeur > COLONNES_MAX) {
    throw illisible(
      `La feuille « ${onglets[feuille]!.nom} » a ${formaterNombre(largeur)} colonnes : ce n’est sans doute pas une liste d’adresses.`,
    );
  }
  if (lignes.length * largeur > CELLULES_MAX) {
    throw tropGros(
      `La feuille « ${onglets[feuille]!.nom} » a trop de cellules : gardez les colonnes utiles, ou découpez-la.`,
    );
  }
  const avertissements =
    sansValeur > 0
      ? [
          `${formaterNombre(sansValeur)} cellule${sansValeur > 1 ? 's sont des formules' : ' est une formule'} sans résultat enregistré : ouvrez ce classeur dans Excel, enregistrez-le, puis importez-le à nouveau.`,
        ]
      : [];
  const reduit = reduire(parties, preparee, depuis1904);
  verifier();
  let donnees: unknown[][];
  try {
    donnees = await readSheet(reduit, { trim: false, parseNumber: ecrireNombre } as never);
  } catch (cause) {
    throw endommage(cause);
  }
  verifier();
  const enregistrements = donnees.map((valeurs, rang) => ({
    ligne: lignes[rang] ?? rang + 1,
    cellules: valeurs.map(enTexte),
  }));
  etendre(enregistrements, fusions);
  return { feuilles: onglets.map(({ nom }) => nom), feuille, enregistrements, avertissements };
}
