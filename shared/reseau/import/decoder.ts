import { ErreurMetier } from '../../erreurs.ts';
import { nomenclature } from '../../nomenclatures/nomenclature.ts';

export const ENCODAGES = nomenclature('2026-1', [
  { code: 'utf-8', label: 'UTF-8 (universel)' },
  { code: 'windows-1252', label: 'Windows (Excel français)' },
  { code: 'utf-16le', label: 'Unicode (Excel « Texte Unicode »)' },
  { code: 'utf-16be', label: 'Unicode, octets inversés' },
  { code: 'macintosh', label: 'Mac ancien' },
]);
export type Encodage = (typeof ENCODAGES)['valeurs'][number]['code'];

const COMMENT =
  'Ouvrez-le dans votre tableur, choisissez « Fichier », « Enregistrer sous », puis le type « Classeur Excel (.xlsx) » ou « CSV », et importez ce nouveau fichier.';

/** First bytes of files often taken for a list, and what to tell who chose one. */
const INTRUS: readonly (readonly [readonly number[], string])[] = [
  [
    [0x25, 0x50, 0x44, 0x46],
    'Ce fichier est un PDF : il ne peut pas être importé. Demandez la liste au format Excel ou CSV à qui vous l’a donnée, puis importez-la.',
  ],
];

function marque(octets: Uint8Array): Encodage | null {
  if (octets[0] === 0xef && octets[1] === 0xbb && octets[2] === 0xbf) return 'utf-8';
  if (octets[0] === 0xff && octets[1] === 0xfe) return 'utf-16le';
  return octets[0] === 0xfe && octets[1] === 0xff ? 'utf-16be' : null;
}

/** UTF-16 without its mark: one byte of two is zero in the text of our alphabets. */
function unicodeSansMarque(octets: Uint8Array): Encodage | null {
  const debut = octets.subarray(0, 4096);
  let pairs = 0;
  let impairs = 0;
  for (let rang = 0; rang < debut.length; rang += 1) {
    if (debut[rang] !== 0) continue;
    if (rang % 2 === 0) pairs += 1;
    else impairs += 1;
  }
  const seuil = debut.length * 0.35;
  if (impairs > seuil && pairs < seuil / 10) return 'utf-16le';
  return pairs > seuil && impairs < seuil / 10 ? 'utf-16be' : null;
}

function estUtf8(octets: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(octets);
    return true;
  } catch {
    return false;
  }
}

/** Old Mac files end their lines with CR alone, and write é, è, à as 8E, 8F, 88 where Windows has E9, E8, E0. */
function estMac(octets: Uint8Array): boolean {
  let mac = 0;
  let windows = 0;
  for (const octet of octets) {
    if (octet === 0x0a) return false;
    if (octet === 0x8e || octet === 0x8f || octet === 0x88) mac += 1;
    if (octet === 0xe9 || octet === 0xe8 || octet === 0xe0) windows += 1;
  }
  return mac > windows;
}

function deviner(octets: Uint8Array): Encodage {
  const sure = marque(octets) ?? unicodeSansMarque(octets);
  if (sure) return sure;
  if (estUtf8(octets)) return 'utf-8';
  return estMac(octets) ? 'macintosh' : 'windows-1252';
}

/**
 * Text of a file, its encoding guessed unless given; line ends become a line feed, the mark is removed.
 * Throws `fichier-illisible` with what to do when the bytes are not a text list.
 */
export function decoder(octets: Uint8Array, choisi?: Encodage): { texte: string; encodage: Encodage } {
  for (const [debut, message] of INTRUS) {
    if (debut.every((octet, rang) => octets[rang] === octet))
      throw new ErreurMetier('fichier-illisible', { message });
  }
  const encodage = choisi ?? deviner(octets);
  const texte = new TextDecoder(encodage).decode(octets).replace(/\r\n?/g, '\n');
  if (texte.includes('\0')) {
    throw new ErreurMetier('fichier-illisible', {
      message: `Ce fichier ne contient pas du texte lisible. S’il vient d’un tableur : ${COMMENT.charAt(0).toLowerCase()}${COMMENT.slice(1)}`,
    });
  }
  if (/^\s*<(!doctype|html|table|\?xml)/i.test(texte)) {
    throw new ErreurMetier('fichier-illisible', {
      message: `Ce fichier est une page web ou du XML, pas une liste au format CSV. ${COMMENT}`,
    });
  }
  if (/^\s*[{[]\s*["{[]/.test(texte)) {
    throw new ErreurMetier('fichier-illisible', {
      message: `Ce fichier est du JSON, pas une liste au format CSV. Exportez vos données au format CSV ou Excel, puis importez ce nouveau fichier.`,
    });
  }
  return { texte, encodage };
}
