import { formaterTaille } from '../donnees/regles.ts';
import { nomSur } from '../nom-fichier.ts';

/** Largest attachment, in bytes. */
export const PIECE_MAX = 15_000_000;
/** Most attachments one exchange keeps. */
export const PIECES_MAX = 20;

export type GenrePiece = 'pdf' | 'image' | 'texte' | 'tableau' | 'diaporama' | 'message' | 'autre';

/** Kinds of files the system may open for the user, by extension; any other is handed over to be saved. */
const CONNUES: Record<string, { genre: GenrePiece; type: string }> = {
  pdf: { genre: 'pdf', type: 'application/pdf' },
  png: { genre: 'image', type: 'image/png' },
  jpg: { genre: 'image', type: 'image/jpeg' },
  jpeg: { genre: 'image', type: 'image/jpeg' },
  gif: { genre: 'image', type: 'image/gif' },
  webp: { genre: 'image', type: 'image/webp' },
  heic: { genre: 'image', type: 'image/heic' },
  tif: { genre: 'image', type: 'image/tiff' },
  tiff: { genre: 'image', type: 'image/tiff' },
  txt: { genre: 'texte', type: 'text/plain' },
  rtf: { genre: 'texte', type: 'application/rtf' },
  doc: { genre: 'texte', type: 'application/msword' },
  docx: {
    genre: 'texte',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  odt: { genre: 'texte', type: 'application/vnd.oasis.opendocument.text' },
  xls: { genre: 'tableau', type: 'application/vnd.ms-excel' },
  xlsx: { genre: 'tableau', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  ods: { genre: 'tableau', type: 'application/vnd.oasis.opendocument.spreadsheet' },
  csv: { genre: 'tableau', type: 'text/csv' },
  ppt: { genre: 'diaporama', type: 'application/vnd.ms-powerpoint' },
  pptx: {
    genre: 'diaporama',
    type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  },
  odp: { genre: 'diaporama', type: 'application/vnd.oasis.opendocument.presentation' },
  eml: { genre: 'message', type: 'message/rfc822' },
  msg: { genre: 'message', type: 'application/vnd.ms-outlook' },
  ics: { genre: 'message', type: 'text/calendar' },
  vcf: { genre: 'message', type: 'text/vcard' },
};

/** Extensions that a system runs, mounts or follows when it opens them. */
const PROGRAMMES = new Set(
  (
    'ade adp app appimage appinstaller application appref-ms appx appxbundle bat bin chm cmd com command cpl csh ' +
    'deb desktop diagcab dll dmg exe gadget hta img inf ins iso jar jnlp js jse ksh lnk mcf mde msc msi msix msp ' +
    'mst pif pkg pl ps1 ps1xml psd1 psm1 py pyc pyw rb reg rpm run scf scpt scr sct settingcontent-ms sh shb shs ' +
    'svg sys url vb vbe vbs vhd vhdx website workflow ws wsc wsf wsh xbap xht xhtml xll htm html mht mhtml'
  ).split(' '),
);

/** Extension in lower case, without its dot; empty when there is none. */
export function extensionDe(nom: string): string {
  const point = nom.lastIndexOf('.');
  return point > 0 ? nom.slice(point + 1).toLowerCase() : '';
}

/** The name an attachment is kept under: its last part only, safe on any system. */
export function nomPiece(nom: string): string {
  return nomSur(nom.split(/[/\\]/).at(-1) ?? '');
}

/** What the system may be asked to open; `null` for a kind it is only trusted to save. */
export function typePiece(nom: string): string | null {
  const extension = extensionDe(nom);
  return Object.hasOwn(CONNUES, extension) ? CONNUES[extension]!.type : null;
}

export function genrePiece(nom: string): GenrePiece {
  const extension = extensionDe(nom);
  return Object.hasOwn(CONNUES, extension) ? CONNUES[extension]!.genre : 'autre';
}

/** French sentence when a file cannot be attached, else null; `nom` as it will be kept. */
export function fautePiece({ nom, taille }: { nom: string; taille: number }): string | null {
  if (PROGRAMMES.has(extensionDe(nom)))
    return `« ${nom} » est un programme ou une page active : par prudence, Passerelle ne garde que des documents.`;
  if (taille === 0) return `« ${nom} » est vide.`;
  if (taille > PIECE_MAX)
    return `« ${nom} » pèse ${formaterTaille(taille)} : une pièce jointe compte 15 Mo au plus.`;
  return null;
}
