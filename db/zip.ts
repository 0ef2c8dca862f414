import { inflateRawSync } from 'node:zlib';

/** One entry of a zip as its directory declares it: nothing is unpacked to know it. */
export interface EntreeZip {
  nom: string;
  methode: number;
  chiffree: boolean;
  /** Where its local header starts, and the sizes declared (bytes). */
  debut: number;
  compresse: number;
  taille: number;
  /** Where the directory holds this entry. */
  repertoire: number;
}

const FIN = 0x06054b50;
const ENTREE = 0x02014b50;
const COMMENTAIRE_MAX = 65_535;

/** Entries of a zip from its central directory, or null when it is not a whole zip. Sizes may lie: see `extraire`. */
export function lireRepertoire(octets: Uint8Array): EntreeZip[] | null {
  const vue = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  let fin = octets.length - 22;
  const plancher = Math.max(0, fin - COMMENTAIRE_MAX);
  while (fin >= plancher && vue.getUint32(fin, true) !== FIN) fin -= 1;
  if (fin < plancher || fin < 0) return null;
  const nombre = vue.getUint16(fin + 10, true);
  const entrees: EntreeZip[] = [];
  let ici = vue.getUint32(fin + 16, true);
  for (let rang = 0; rang < nombre; rang += 1) {
    if (ici + 46 > octets.length || vue.getUint32(ici, true) !== ENTREE) return null;
    const longueurNom = vue.getUint16(ici + 28, true);
    const suite = longueurNom + vue.getUint16(ici + 30, true) + vue.getUint16(ici + 32, true);
    entrees.push({
      nom: new TextDecoder().decode(octets.subarray(ici + 46, ici + 46 + longueurNom)),
      methode: vue.getUint16(ici + 10, true),
      chiffree: (vue.getUint16(ici + 8, true) & 1) === 1,
      compresse: vue.getUint32(ici + 20, true),
      taille: vue.getUint32(ici + 24, true),
      debut: vue.getUint32(ici + 42, true),
      repertoire: ici,
    });
    ici += 46 + suite;
  }
  return entrees;
}

/**
 * Content of one entry, never more than `max` bytes nor than its directory declared: a zip that lies, is damaged, or
 * swells a thousandfold stops there. Throws `RangeError` past a limit, another error when the bytes are damaged.
 */
export function extraire(octets: Uint8Array, entree: EntreeZip, max: number): Uint8Array {
  if (entree.taille > max) throw new RangeError('The entry is larger than allowed');
  const vue = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  const { debut, compresse } = entree;
  const contenu = debut + 30 + vue.getUint16(debut + 26, true) + vue.getUint16(debut + 28, true);
  const brut = octets.subarray(contenu, contenu + compresse);
  if (brut.length !== compresse) throw new Error('The entry is cut');
  if (entree.methode === 0) return brut;
  if (entree.methode !== 8) throw new Error('Unknown compression');
  // One byte more than declared is enough to know that the directory lied.
  const lu = inflateRawSync(brut, { maxOutputLength: Math.max(entree.taille, 1) });
  if (lu.length !== entree.taille) throw new Error('The directory lied about a size');
  return lu;
}

/** 1 January 1980 at midnight, the first moment a zip can tell. */
const PREMIER_MOMENT = 0x00210000;

/** The same zip without the moment it was made, so that the same content makes the same bytes. */
export function figerZip(octets: Uint8Array): Uint8Array {
  const vue = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  for (const { debut, repertoire } of lireRepertoire(octets) ?? []) {
    vue.setUint32(debut + 10, PREMIER_MOMENT, true);
    vue.setUint32(repertoire + 12, PREMIER_MOMENT, true);
  }
  return octets;
}
