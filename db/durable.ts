import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What an antivirus or an indexer looking at the file makes a rename answer on Windows, for a moment. */
const PASSAGERS = new Set(['EPERM', 'EBUSY', 'EACCES']);
const ESSAIS = 10;
const ATTENTE_MS = 60;

/** Forces a file to the disk. */
export function syncFile(chemin: string): void {
  const fichier = openSync(chemin, 'r+');
  try {
    fsyncSync(fichier);
  } finally {
    closeSync(fichier);
  }
}

/** Forces a folder's entries to the disk, so that a rename survives a power cut. Windows does it by itself and refuses. */
export function syncFolder(chemin: string): void {
  if (process.platform === 'win32') return;
  const dossier = openSync(chemin, 'r');
  try {
    fsyncSync(dossier);
  } finally {
    closeSync(dossier);
  }
}

/** Renames over what is there, durably; waits a little for a file held by another program. */
export function moveDurably(depuis: string, vers: string): void {
  for (let essai = 1; ; essai += 1) {
    try {
      renameSync(depuis, vers);
      break;
    } catch (erreur) {
      const code = (erreur as NodeJS.ErrnoException).code ?? '';
      if (process.platform !== 'win32' || essai === ESSAIS || !PASSAGERS.has(code)) throw erreur;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ATTENTE_MS);
    }
  }
  syncFolder(dirname(vers));
  if (dirname(depuis) !== dirname(vers)) syncFolder(dirname(depuis));
}

/** Writes a small text so that a reader sees all of it or nothing. */
export function writeDurably(chemin: string, texte: string): void {
  writeFileSync(`${chemin}.tmp`, texte);
  syncFile(`${chemin}.tmp`);
  moveDurably(`${chemin}.tmp`, chemin);
}

/** Removes a base and the files SQLite may leave beside it. */
export function removeBase(chemin: string): void {
  for (const suffixe of ['', '-wal', '-shm', '-journal']) rmSync(chemin + suffixe, { force: true });
}
