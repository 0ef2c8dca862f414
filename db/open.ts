import { accessSync, constants } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { type CodeErreur, ErreurMetier } from '../shared/erreurs.ts';
import { surveillerBilans } from './garde-bilans.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS, type Migration } from './migrations.ts';
import * as schema from './schema/index.ts';

export interface Base {
  /** Bare connection: lists, search and aggregates, where the SQL is the point. */
  sqlite: Sqlite.Database;
  /** Typed access to single records. */
  orm: BetterSQLite3Database<typeof schema>;
}

const CODES: Record<string, CodeErreur> = {
  SQLITE_BUSY: 'base-verrouillee',
  SQLITE_LOCKED: 'base-verrouillee',
  SQLITE_READONLY: 'base-lecture-seule',
  EROFS: 'base-lecture-seule',
  EPERM: 'base-lecture-seule',
  EBUSY: 'base-verrouillee',
  SQLITE_FULL: 'base-disque-plein',
  ENOSPC: 'base-disque-plein',
  EDQUOT: 'base-disque-plein',
  SQLITE_CORRUPT: 'base-corrompue',
  SQLITE_NOTADB: 'base-corrompue',
  SQLITE_CANTOPEN: 'base-absente',
  SQLITE_IOERR: 'base-absente',
  EACCES: 'base-absente',
  ENOENT: 'base-absente',
  ENOTDIR: 'base-absente',
  EEXIST: 'base-absente',
  EIO: 'base-absente',
  ENXIO: 'base-absente',
  ENODEV: 'base-absente',
  ETIMEDOUT: 'base-absente',
  EHOSTUNREACH: 'base-absente',
};

/** The search index contradicts its table: it is rebuilt, the base itself is sound. */
export const RECHERCHE_ABIMEE = 'SQLITE_CORRUPT_VTAB';

/** Turns what SQLite or the file system says into one of our storage codes; `null` for anything else. */
export function codeStockage(erreur: unknown): CodeErreur | null {
  const code = (erreur as { code?: unknown } | null)?.code;
  if (typeof code !== 'string' || code === RECHERCHE_ABIMEE) return null;
  const famille = /^(SQLITE_[A-Z]+)/.exec(code)?.[1] ?? code;
  return CODES[code] ?? CODES[famille] ?? null;
}

/** Sets a connection up; the exclusive lock is asked for before WAL, so that a second opener gets SQLITE_BUSY. */
function regler(sqlite: Sqlite.Database): void {
  sqlite.pragma('busy_timeout = 500');
  sqlite.pragma('locking_mode = EXCLUSIVE');
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
  sqlite.pragma('foreign_keys = ON');
  sqlite.pragma('trusted_schema = OFF');
  sqlite.pragma('cell_size_check = ON');
  sqlite.pragma('secure_delete = ON');
  // 64 MB, taken only as the base needs it: the counts of a large one read the same pages again and again.
  sqlite.pragma('cache_size = -65536');
}

/** SQLite opens a write-protected file without a word: better refused now than at the first save. */
function refuseReadOnly(chemin: string): void {
  try {
    accessSync(chemin, constants.W_OK);
  } catch (erreur) {
    if ((erreur as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw new ErreurMetier('base-lecture-seule', { cause: erreur });
  }
}

/**
 * Opens (creating it if needed) the base at `chemin`, migrated and exclusively locked.
 * Throws `ErreurMetier` with a storage code: locked, read-only, full, corrupted, missing, newer, edited.
 * The one place that opens live data, so that an encrypted engine is one import away.
 */
export function openBase(
  chemin: string,
  options: { now: () => Date; backup: (sqlite: Sqlite.Database) => void; migrations?: readonly Migration[] },
): Base {
  let sqlite: Sqlite.Database | undefined;
  try {
    refuseReadOnly(chemin);
    const connexion = new Sqlite(chemin);
    sqlite = connexion;
    regler(connexion);
    migrate(connexion, options.migrations ?? MIGRATIONS, {
      now: options.now,
      backup: () => options.backup(connexion),
    });
    surveillerBilans(connexion);
    return { sqlite: connexion, orm: drizzle(connexion, { schema }) };
  } catch (erreur) {
    sqlite?.close();
    const code = codeStockage(erreur);
    if (erreur instanceof ErreurMetier || code === null) throw erreur;
    throw new ErreurMetier(code, { cause: erreur });
  }
}

/** Closes the base, whatever state it is in. */
export function closeBase({ sqlite }: Base): void {
  try {
    sqlite.pragma('optimize');
  } catch {
    // Statistics only: a full disk or a damaged base must still be closed.
  } finally {
    sqlite.close();
  }
}
