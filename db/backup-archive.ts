import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { unzipSync, type Zippable, zipSync } from 'fflate';
import { ErreurMetier } from '../shared/erreurs.ts';
import { PIECE_MAX } from '../shared/sollicitations/pieces.ts';
import { backupName, backupPath } from './backup.ts';
import type { FichierProduit } from './contexte.ts';
import { NOMS } from './dossier.ts';
import { mentionedPieces, readPiece, sha256De } from './pieces.ts';

/**
 * A backup and the files it mentions (attachments, papers handed out), as one file to keep elsewhere. Without any, the
 * backup alone is that file.
 */

/** Largest archive: all of it stands in memory while it is made. */
const ARCHIVE_MAX = 600_000_000;
/** Largest base accepted out of an archive. */
const BASE_MAX = 1_000_000_000;

const TROP_LOURDE =
  'Avec ses pièces jointes et ses documents, cette sauvegarde est trop lourde pour un seul fichier. Ouvrez le dossier des données et copiez-le en entier.';
const ILLISIBLE = 'Ce fichier n’est pas une sauvegarde de Passerelle, ou il est abîmé.';

const SIGNATURE = [0x50, 0x4b, 0x03, 0x04];
const PIECE = /^pieces\/([0-9a-f]{64})$/;
const BASE = /^passerelle_[\w-]+\.sqlite$/;

export const isArchive = (contenu: Uint8Array) => SIGNATURE.every((octet, rang) => contenu[rang] === octet);

/** The file to keep elsewhere; files that have vanished are not in it, as they are not here. */
export function exportBackup(dossier: string, id: string): FichierProduit {
  const contenu = readFileSync(backupPath(dossier, id));
  const empreintes = piecesDe(backupPath(dossier, id));
  const nom = backupName(id);
  if (empreintes.size === 0) return { nom, type: 'application/vnd.sqlite3', contenu };
  const poids = [...empreintes.values()].reduce((somme, taille) => somme + taille, contenu.length);
  if (poids > ARCHIVE_MAX) throw new ErreurMetier('regle', { message: TROP_LOURDE });
  const fichiers: Zippable = { [nom]: [contenu, { level: 3 }] };
  for (const sha256 of empreintes.keys()) {
    const piece = readPiece(join(dossier, NOMS.pieces), sha256);
    // Documents are compressed already: the time would be lost.
    if (piece instanceof Uint8Array) fichiers[`pieces/${sha256}`] = [piece, { level: 0 }];
  }
  return { nom: nom.replace(/sqlite$/, 'zip'), type: 'application/zip', contenu: zipSync(fichiers) };
}

/** Kept files that a backup mentions, with their sizes; none when it cannot be read, which restoring would say. */
function piecesDe(chemin: string): Map<string, number> {
  let base: Sqlite.Database | undefined;
  try {
    base = new Sqlite(chemin, { readonly: true, fileMustExist: true });
    return new Map(mentionedPieces(base).map(({ sha256, taille }) => [sha256, taille]));
  } catch {
    return new Map();
  } finally {
    base?.close();
  }
}

/** The base an archive holds and its kept files. Throws `ErreurMetier` on anything else. */
export function openArchive(contenu: Uint8Array): { base: Uint8Array; pieces: Uint8Array[] } {
  const fichiers = lire(contenu);
  const bases = Object.keys(fichiers).filter((nom) => BASE.test(nom));
  const [base] = bases;
  if (base === undefined || bases.length > 1)
    throw new ErreurMetier('fichier-illisible', { message: ILLISIBLE });
  // A file that is not what its name says is left out: the line that mentions it will say that it is lost.
  const pieces = Object.entries(fichiers).filter(
    ([nom, octets]) => PIECE.exec(nom)?.[1] === sha256De(octets),
  );
  return { base: fichiers[base]!, pieces: pieces.map(([, octets]) => octets) };
}

function lire(contenu: Uint8Array): Record<string, Uint8Array> {
  let total = 0;
  try {
    return unzipSync(contenu, {
      // Sizes are bounded before anything is inflated: a small archive may claim to hold terabytes.
      filter: ({ name, originalSize }) => {
        if (originalSize > (BASE.test(name) ? BASE_MAX : PIECE.test(name) ? PIECE_MAX : 0)) return false;
        total += originalSize;
        return total <= ARCHIVE_MAX + BASE_MAX;
      },
    });
  } catch (cause) {
    throw new ErreurMetier('fichier-illisible', { message: ILLISIBLE, cause });
  }
}

/** Archives that someone put by hand into the folder of backups. */
export function droppedArchives(dossier: string): string[] {
  const sauvegardes = join(dossier, NOMS.sauvegardes);
  if (!existsSync(sauvegardes)) return [];
  return readdirSync(sauvegardes)
    .filter((nom) => /^passerelle_[\w-]+\.zip$/.test(nom))
    .map((nom) => join(sauvegardes, nom));
}
