import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { moveDurably, syncFile } from './durable.ts';

/**
 * Files kept with the exchanges and PDFs handed out, each named by what it holds. One written there is never changed nor removed: every
 * backup that mentions it finds it again, and the same document attached twice takes its place once.
 */

export const sha256De = (contenu: Uint8Array) => createHash('sha256').update(contenu).digest('hex');

const chemin = (dossier: string, sha256: string) => join(dossier, sha256);

/** Puts a file away, on the disk before it returns; the one already there serves, unless it was altered since. */
export function storePiece(dossier: string, contenu: Uint8Array): string {
  const sha256 = sha256De(contenu);
  if (readPiece(dossier, sha256) instanceof Uint8Array) return sha256;
  mkdirSync(dossier, { recursive: true });
  const provisoire = `${chemin(dossier, sha256)}.tmp`;
  try {
    writeFileSync(provisoire, contenu);
    syncFile(provisoire);
    moveDurably(provisoire, chemin(dossier, sha256));
  } catch (erreur) {
    rmSync(provisoire, { force: true });
    throw erreur;
  }
  return sha256;
}

/** The bytes as they were put away, or what became of them. `sha256` comes from the base. */
export function readPiece(dossier: string, sha256: string): Uint8Array | 'absente' | 'alteree' {
  let contenu: Uint8Array;
  try {
    contenu = readFileSync(chemin(dossier, sha256));
  } catch {
    return 'absente';
  }
  return sha256De(contenu) === sha256 ? contenu : 'alteree';
}

interface Gardee {
  nom: string;
  sha256: string;
  taille: number;
}

/** PDFs of the papers handed out, under a name a person recognises. */
const PAPIERS = `
  SELECT d.genre || ' ' || i.numero || '.pdf' AS nom, d.sha256, d.taille
  FROM document_emis d JOIN immersion i ON i.id = d.immersion_id WHERE d.taille > 0 ORDER BY d.id`;

/** Files a base mentions, those of archived exchanges included; a base older than a table has none of its own. */
export function mentionedPieces(sqlite: Database): Gardee[] {
  const connue = sqlite.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?");
  const lire = (table: string, requete: string) =>
    connue.get(table) === undefined ? [] : (sqlite.prepare(requete).all() as Gardee[]);
  return [
    ...lire('piece_jointe', 'SELECT nom, sha256, taille FROM piece_jointe ORDER BY id'),
    ...lire('document_emis', PAPIERS),
  ];
}

const EN_USAGE = `
  SELECT p.nom, p.sha256, p.taille FROM piece_jointe p JOIN sollicitation s ON s.id = p.sollicitation_id
  WHERE p.archived_at IS NULL AND s.archived_at IS NULL ORDER BY p.id`;

/** Names of the files in use whose file vanished or was altered; `complet` reads them all again. */
export function lostPieces(sqlite: Database, dossier: string, complet: boolean): string[] {
  const saine = ({ sha256, taille }: Gardee) =>
    complet
      ? readPiece(dossier, sha256) instanceof Uint8Array
      : statSync(chemin(dossier, sha256), { throwIfNoEntry: false })?.size === taille;
  const gardees = [EN_USAGE, PAPIERS].flatMap((requete) => sqlite.prepare(requete).all() as Gardee[]);
  return gardees.filter((piece) => !saine(piece)).map(({ nom }) => nom);
}
