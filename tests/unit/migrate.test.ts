import Sqlite from 'better-sqlite3';
import { beforeEach, expect, test, vi } from 'vitest';
import { migrate, pendingMigrations } from '../../db/migrate.ts';
import { type Migration, migrationDepuis } from '../../db/migrations.ts';

const PREMIERE = migrationDepuis(
  '0000_initiale',
  `CREATE TABLE organisation (id INTEGER PRIMARY KEY, nom TEXT) STRICT;
   CREATE TABLE contact (
     id INTEGER PRIMARY KEY,
     organisation_id INTEGER NOT NULL REFERENCES organisation(id) ON DELETE CASCADE
   ) STRICT;`,
);

/** What drizzle-kit generates to change a column: a rebuild, which with foreign keys on deletes every contact. */
const REFONTE = migrationDepuis(
  '0001_refonte',
  `PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE __new_organisation (id INTEGER PRIMARY KEY, nom TEXT NOT NULL DEFAULT '') STRICT;--> statement-breakpoint
INSERT INTO __new_organisation SELECT id, nom FROM organisation;--> statement-breakpoint
DROP TABLE organisation;--> statement-breakpoint
ALTER TABLE __new_organisation RENAME TO organisation;--> statement-breakpoint
PRAGMA foreign_keys=ON;`,
);

let sqlite: Sqlite.Database;
const backup = vi.fn();

function appliquer(...migrations: Migration[]): void {
  migrate(sqlite, migrations, { now: () => new Date('2026-03-24T12:00:00Z'), backup });
}

const compter = (table: string) => sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
const clesActives = () => sqlite.pragma('foreign_keys', { simple: true }) === 1;

beforeEach(() => {
  backup.mockReset();
  sqlite = new Sqlite(':memory:');
  sqlite.pragma('foreign_keys = ON');
  appliquer(PREMIERE);
  sqlite.exec("INSERT INTO organisation VALUES (1, 'Faure')");
  sqlite.exec('INSERT INTO contact VALUES (1, 1), (2, 1), (3, 1)');
});

test('a new base needs no backup; each migration leaves its name, fingerprint and instant', () => {
  expect(backup).not.toHaveBeenCalled();
  expect(sqlite.prepare('SELECT * FROM _migrations').all()).toEqual([
    { nom: PREMIERE.nom, sha256: PREMIERE.sha256, appliquee_le: '2026-03-24T12:00:00.000Z' },
  ]);
});

test('rebuilding a table keeps the children of its cascades, and the cascade itself', () => {
  appliquer(PREMIERE, REFONTE);
  expect(backup).toHaveBeenCalledOnce();
  expect(compter('contact')).toBe(3);
  expect(clesActives()).toBe(true);
  sqlite.exec('DELETE FROM organisation');
  expect(compter('contact')).toBe(0);
});

test('nothing pending: no backup, no write', () => {
  const avant = sqlite.pragma('data_version', { simple: true });
  const changements = sqlite.prepare('SELECT total_changes()').pluck().get();
  appliquer(PREMIERE);
  expect(backup).not.toHaveBeenCalled();
  expect(sqlite.pragma('data_version', { simple: true })).toBe(avant);
  expect(sqlite.prepare('SELECT total_changes()').pluck().get()).toBe(changements);
});

test('a failed backup stops everything before the first change', () => {
  backup.mockImplementation(() => {
    throw new Error('disk full');
  });
  expect(() => appliquer(PREMIERE, REFONTE)).toThrow('disk full');
  expect(compter('_migrations')).toBe(1);
  expect(clesActives()).toBe(true);
});

const refus: [string, Migration[], string][] = [
  ['an edited migration', [{ ...PREMIERE, sha256: 'autre' }, REFONTE], 'base-modifiee'],
  ['a base of a newer application', [], 'base-future'],
  [
    'a migration merged late under an older name',
    [migrationDepuis('0000_avant', 'CREATE TABLE x (id TEXT) STRICT;'), PREMIERE],
    'base-modifiee',
  ],
];

test.each(refus)('%s is refused and nothing changes', (_cas, migrations, code) => {
  expect(() => appliquer(...migrations)).toThrow(expect.objectContaining({ code }));
  expect(backup).not.toHaveBeenCalled();
  expect(compter('_migrations')).toBe(1);
  expect(compter('contact')).toBe(3);
  expect(clesActives()).toBe(true);
});

test('newer wins over edited: the way out is to update', () => {
  appliquer(PREMIERE, REFONTE);
  expect(() => appliquer({ ...PREMIERE, sha256: 'autre' })).toThrow(
    expect.objectContaining({ code: 'base-future' }),
  );
});

test('a base that is not ours is refused without a byte written', () => {
  const autre = new Sqlite(':memory:');
  autre.exec('CREATE TABLE recettes (id INTEGER)');
  expect(() => pendingMigrations(autre, [PREMIERE])).toThrow(
    expect.objectContaining({ code: 'base-modifiee' }),
  );
  expect(autre.prepare('SELECT name FROM sqlite_schema').pluck().all()).toEqual(['recettes']);
});

const accidents: [string, string][] = [
  ['bad SQL', 'CREATE TABLE y (id TEXT) STRICT; SELECT * FROM absente;'],
  ['a foreign key violation', 'CREATE TABLE y (id TEXT) STRICT; INSERT INTO contact VALUES (9, 404);'],
];

test.each(accidents)('%s rolls everything back, the good migration before it included', (_cas, sql) => {
  expect(() => appliquer(PREMIERE, REFONTE, migrationDepuis('0002_fautive', sql))).toThrow();
  expect(sqlite.prepare('SELECT nom FROM _migrations').pluck().all()).toEqual([PREMIERE.nom]);
  expect(sqlite.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'y'").pluck().get()).toBe(0);
  expect(compter('contact')).toBe(3);
  expect(sqlite.inTransaction).toBe(false);
  expect(clesActives()).toBe(true);
  appliquer(PREMIERE, REFONTE);
  expect(compter('contact')).toBe(3);
});

test('a migration that ends its own transaction is noticed', () => {
  expect(() => appliquer(PREMIERE, migrationDepuis('0001_fautive', 'COMMIT;'))).toThrow();
  expect(clesActives()).toBe(true);
});

test('line endings do not change a fingerprint', () => {
  expect(migrationDepuis('a', 'SELECT 1;\r\n').sha256).toBe(migrationDepuis('a', 'SELECT 1;\n').sha256);
});
