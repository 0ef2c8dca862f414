import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { z } from 'zod';
import { idSauvegarde } from '../shared/donnees/schema.ts';
import { type CodeErreur, ErreurMetier } from '../shared/erreurs.ts';
import { backupPath, type Etape } from './backup.ts';
import { quickCheck } from './check.ts';
import { NOMS } from './dossier.ts';
import { moveDurably, removeBase, syncFile, writeDurably } from './durable.ts';
import { pendingMigrations } from './migrate.ts';
import type { Migration } from './migrations.ts';
import { codeStockage } from './open.ts';

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
      base.pragma('trusted_schema = OFF');
      base.pragma('journal_mode = DELETE');
      quickCheck(base);
      pendingMigrations(base, migrations);
    } finally {
      base.close();
    }
    syncFile(copie);
    etape('verifiee');
  } catch (erreur) {
    removeBase(copie);
    const code = erreur instanceof ErreurMetier ? erreur.code : codeStockage(erreur);
    const message = code ? REFUS[code] : undefined;
    if (!code || !message) throw erreur;
    // The code says where the fault is: the backup, not the open base.
    throw new ErreurMetier('fichier-illisible', { message, cause: erreur });
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
