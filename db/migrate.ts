import type { Database } from 'better-sqlite3';
import { ErreurMetier } from '../shared/erreurs.ts';
import type { Migration } from './migrations.ts';

type Appliquee = Pick<Migration, 'nom' | 'sha256'>;

function appliquees(sqlite: Database): Appliquee[] {
  const tables = sqlite
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all();
  if (tables.length === 0) return [];
  // Somebody else's file under our name: nothing of ours may be written into it.
  if (!tables.includes('_migrations')) throw new ErreurMetier('base-modifiee');
  return sqlite.prepare('SELECT nom, sha256 FROM _migrations ORDER BY nom').all() as Appliquee[];
}

/**
 * Migrations still to apply; reads only. The applied ones must be a prefix of ours, name and sha256:
 * more of them is a newer application's base (`base-future`), a different one an edited base (`base-modifiee`).
 */
export function pendingMigrations(sqlite: Database, migrations: readonly Migration[]): readonly Migration[] {
  const deja = appliquees(sqlite);
  const connues = new Set(migrations.map(({ nom }) => nom));
  if (deja.some(({ nom }) => !connues.has(nom))) throw new ErreurMetier('base-future');
  deja.forEach(({ nom, sha256 }, rang) => {
    const attendue = migrations[rang];
    if (attendue?.nom !== nom || attendue.sha256 !== sha256) throw new ErreurMetier('base-modifiee');
  });
  return migrations.slice(deja.length);
}

/**
 * Applies the pending migrations in one transaction. Foreign keys are off meanwhile, which SQLite only accepts
 * outside a transaction: left on, rebuilding a table would delete the children of its cascades.
 * `backup` runs first when the base already holds something; its failure stops everything.
 */
export function migrate(
  sqlite: Database,
  migrations: readonly Migration[],
  options: { now: () => Date; backup: () => void },
): void {
  const attente = pendingMigrations(sqlite, migrations);
  if (attente.length === 0) return;
  if (attente.length < migrations.length) options.backup();
  sqlite.pragma('foreign_keys = OFF');
  try {
    sqlite
      .transaction(() => {
        sqlite.exec(
          'CREATE TABLE IF NOT EXISTS _migrations (nom TEXT PRIMARY KEY NOT NULL, sha256 TEXT NOT NULL, appliquee_le TEXT NOT NULL) STRICT',
        );
        const noter = sqlite.prepare('INSERT INTO _migrations (nom, sha256, appliquee_le) VALUES (?, ?, ?)');
        for (const { nom, sql, sha256 } of attente) {
          sqlite.exec(sql);
          if (!sqlite.inTransaction) throw new Error(`${nom} ends the transaction it runs in`);
          noter.run(nom, sha256, options.now().toISOString());
        }
        const orphelins = sqlite.pragma('foreign_key_check') as unknown[];
        if (orphelins.length > 0)
          throw new Error(`${orphelins.length} foreign key violations after migration`);
      })
      .immediate();
  } finally {
    sqlite.pragma('foreign_keys = ON');
  }
}
