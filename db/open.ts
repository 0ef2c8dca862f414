import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { type CodeErreur, ErreurMetier } from '../shared/erreurs.ts';
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
  SQLITE_FULL: 'base-disque-plein',
  ENOSPC: 'base-disque-plein',
  SQLITE_CORRUPT: 'base-corrompue',
  SQLITE_NOTADB: 'base-corrompue',
  SQLITE_CANTOPEN: 'base-absente',
  SQLITE_IOERR: 'base-absente',
  EACCES: 'base-absente',
  ENOENT: 'base-absente',
  ENOTDIR: 'base-absente',
  EEXIST: 'base-absente',
};

/** Turns what SQLite or the file system says into one of our storage codes; `null` for anything else. */
export function codeStockage(erreur: unknown): CodeErreur | null {
  const code = (erreur as { code?: unknown } | null)?.code;
  if (typeof code !== 'string') return null;
  const famille = /^(SQLITE_[A-Z]+)/.exec(code)?.[1] ?? code;
  return CODES[code] ?? CODES[famille] ?? null;
}

/** Sets a connection up; the exclusive lock is asked for before WAL, so that a second opener gets SQLITE_BUSY. */
function regler(sqlite: Sqlite.Database): void {
  sqlite.pragma('busy_timeout = 1500');
  sqlite.pragma('locking_mode = EXCLUSIVE');
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
  sqlite.pragma('foreign_keys = ON');
  sqlite.pragma('trusted_schema = OFF');
  sqlite.pragma('cell_size_check = ON');
  sqlite.pragma('secure_delete = ON');
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
    if (chemin !== ':memory:' && !existsSync(dirname(chemin)))
      mkdirSync(dirname(chemin), { recursive: true });
    const connexion = new Sqlite(chemin);
    sqlite = connexion;
    regler(connexion);
    migrate(connexion, options.migrations ?? MIGRATIONS, {
      now: options.now,
      backup: () => options.backup(connexion),
    });
    return { sqlite: connexion, orm: drizzle(connexion, { schema }) };
  } catch (erreur) {
    sqlite?.close();
    const code = codeStockage(erreur);
    if (erreur instanceof ErreurMetier || code === null) throw erreur;
    throw new ErreurMetier(code, { cause: erreur });
  }
}

export function closeBase(base: Base): void {
  base.sqlite.pragma('optimize');
  base.sqlite.close();
}
