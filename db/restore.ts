import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { z } from 'zod';
import { idSauvegarde } from '../shared/donnees/schema.ts';
import { type CodeErreur, ErreurMetier } from '../shared/erreurs.ts';
import { backupPath, type Etape, freeBackupId } from './backup.ts';
import { isArchive, openArchive } from './backup-archive.ts';
import { quickCheck } from './check.ts';
import { NOMS } from './dossier.ts';
import { moveDurably, removeBase, syncFile, writeDurably } from './durable.ts';
import { migrate, pendingMigrations } from './migrate.ts';
import type { Migration } from './migrations.ts';
import { codeStockage } from './open.ts';
import { storePiece } from './pieces.ts';

const ENTETE = 'SQLite format 3\0';

/**
 * Restoring in two halves. The first prepares a checked copy beside the base and touches nothing else. The second
 * replaces the base; it begins by writing a journal, so that wherever it stops, running it again ends it.
 */

const journal = z.object({ ecartee: idSauvegarde });

const REFUS: Partial<Record<CodeErreur, string>> = {
  'base-corrompue':
    'Cette sauvegarde est endommagée. Rien n’a été modifié : choisissez-en une autre dans la liste.',
  'base-future':
    'Cette sauvegarde vient d’une version plus récente de Passerelle. Rien n’a été modifié : installez d’abord cette version.',
  'base-modifiee':
    'La structure de cette sauvegarde a été modifiée en dehors de Passerelle. Rien n’a été modifié : choisissez-en une autre.',
};

/** Tables, indexes and triggers of a base, in their own words. */
function structureDe(sqlite: Sqlite.Database): string {
  const objets = sqlite
    .prepare("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name")
    .all();
  return JSON.stringify(objets);
}

/**
 * Throws unless the base is sound and its structure is exactly what our migrations make: a file may come from
 * anywhere, and a trigger added to it would run at the first save.
 */
function verifyBackup(sqlite: Sqlite.Database, migrations: readonly Migration[]): void {
  sqlite.pragma('trusted_schema = OFF');
  sqlite.pragma('cell_size_check = ON');
  quickCheck(sqlite);
  const attente = pendingMigrations(sqlite, migrations);
  const modele = new Sqlite(':memory:');
  try {
    migrate(modele, migrations.slice(0, migrations.length - attente.length), {
      now: () => new Date(0),
      backup: () => undefined,
    });
    if (structureDe(modele) !== structureDe(sqlite)) throw new ErreurMetier('base-modifiee');
  } finally {
    modele.close();
  }
}

/** What is wrong with a backup, in a sentence that says so: its code never says that the open base is at fault. */
function refusDe(erreur: unknown): unknown {
  const code = erreur instanceof ErreurMetier ? erreur.code : codeStockage(erreur);
  const message = code ? REFUS[code] : undefined;
  return message ? new ErreurMetier('fichier-illisible', { message, cause: erreur }) : erreur;
}

/**
 * Puts a file that comes from elsewhere among the backups, once checked: a backup, or an archive of one with its
 * attachments. Throws `ErreurMetier`, leaving no file.
 */
export function importBackup(
  dossier: string,
  contenu: Uint8Array,
  instant: Date,
  migrations: readonly Migration[],
): string {
  const { base, pieces } = isArchive(contenu) ? openArchive(contenu) : { base: contenu, pieces: [] };
  if (Buffer.from(base.subarray(0, ENTETE.length)).toString('latin1') !== ENTETE) {
    throw new ErreurMetier('fichier-illisible', {
      message: 'Ce fichier n’est pas une sauvegarde de Passerelle.',
    });
  }
  const id = freeBackupId(dossier, instant, 'apportee');
  const chemin = backupPath(dossier, id);
  const provisoire = `${chemin}.tmp`;
  try {
    writeFileSync(provisoire, base);
    const copie = new Sqlite(provisoire);
    try {
      // A base copied as it was, rather than a backup, would still expect its log beside it.
      copie.pragma('journal_mode = DELETE');
      verifyBackup(copie, migrations);
    } finally {
      copie.close();
    }
    syncFile(provisoire);
    // Before the backup takes its name: once in the list, it finds its attachments.
    for (const piece of pieces) storePiece(join(dossier, NOMS.pieces), piece);
    moveDurably(provisoire, chemin);
    return id;
  } catch (erreur) {
    removeBase(provisoire);
    throw refusDe(erreur);
  }
}

/** Copies the backup beside the base and checks the copy. Throws `ErreurMetier` with a sentence about the backup. */
export function prepareRestore(
  dossier: string,
  id: string,
  migrations: readonly Migration[],
  etape: Etape,
): void {
  const source = backupPath(dossier, id);
  const copie = join(dossier, NOMS.restauration);
  try {
    removeBase(copie);
    copyFileSync(source, copie);
    // Only a base set aside as it was has one.
    if (existsSync(`${source}-wal`)) copyFileSync(`${source}-wal`, `${copie}-wal`);
    etape('copiee');
    const base = new Sqlite(copie);
    try {
      base.pragma('journal_mode = DELETE');
      verifyBackup(base, migrations);
    } finally {
      base.close();
    }
    syncFile(copie);
    etape('verifiee');
  } catch (erreur) {
    removeBase(copie);
    throw refusDe(erreur);
  }
}

/** Commits to replacing the base, which goes to the backups under `ecartee`. Every base must be closed. */
export function commitRestore(dossier: string, ecartee: string, etape: Etape): void {
  writeDurably(join(dossier, NOMS.journalRestauration), JSON.stringify({ ecartee }));
  etape('engagee');
  resumeRestore(dossier, etape);
}

/** Ends a restore that was committed to; does nothing when there is none. */
export function resumeRestore(dossier: string, etape: Etape): void {
  const chemin = join(dossier, NOMS.journalRestauration);
  if (!existsSync(chemin)) return;
  const { ecartee } = journal.parse(JSON.parse(readFileSync(chemin, 'utf8')));
  const base = join(dossier, NOMS.base);
  const copie = join(dossier, NOMS.restauration);
  if (existsSync(copie)) {
    // The log goes first: it must never stay beside a base that is not its own.
    for (const suffixe of ['-wal', '']) {
      if (existsSync(base + suffixe)) moveDurably(base + suffixe, backupPath(dossier, ecartee) + suffixe);
      etape(`ecartee${suffixe}`);
    }
    rmSync(`${base}-shm`, { force: true });
    moveDurably(copie, base);
    etape('echangee');
  }
  rmSync(chemin);
}
