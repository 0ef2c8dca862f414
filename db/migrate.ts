import type { Database } from 'better-sqlite3';
import { ErreurMetier } from '../shared/erreurs.ts';
import type { Migration } from './migrations.ts';

/**
 * Names of the migrations still to apply. The applied ones must be a prefix of ours, name and sha256:
 * more of them is a newer application's base (`base-future`), a different one an edited base (`base-modifiee`).
 */
export function migrationsEnAttente(
  sqlite: Database,
  migrations: readonly Migration[],
): readonly Migration[] {
  sqlite.exec(
    'CREATE TABLE IF NOT EXISTS _migrations (nom TEXT PRIMARY KEY, sha256 TEXT NOT NULL, appliquee_le TEXT NOT NULL) STRICT',
  );
  const appliquees = sqlite.prepare('SELECT nom, sha256 FROM _migrations ORDER BY nom').all() as Pick<
    Migration,
    'nom' | 'sha256'
  >[];
  appliquees.forEach((appliquee, rang) => {
    const attendue = migrations[rang];
    if (attendue === undefined) throw new ErreurMetier('base-future');
    if (attendue.nom !== appliquee.nom) {
      throw new ErreurMetier(
        migrations.some((m) => m.nom === appliquee.nom) ? 'base-modifiee' : 'base-future',
      );
    }
    if (attendue.sha256 !== appliquee.sha256) throw new ErreurMetier('base-modifiee');
  });
  return migrations.slice(appliquees.length);
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
  const attente = migrationsEnAttente(sqlite, migrations);
  if (attente.length === 0) return;
  if (attente.length < migrations.length) options.backup();
  const noter = sqlite.prepare('INSERT INTO _migrations (nom, sha256, appliquee_le) VALUES (?, ?, ?)');
  sqlite.pragma('foreign_keys = OFF');
  try {
    sqlite
      .transaction(() => {
        for (const migration of attente) {
          sqlite.exec(migration.sql);
          noter.run(migration.nom, migration.sha256, options.now().toISOString());
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
