import { readFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { Column, is, SQL } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { beforeAll, expect, test } from 'vitest';
import { searchIndexes } from '../../db/check.ts';
import { migrate } from '../../db/migrate.ts';
import { MIGRATIONS } from '../../db/migrations.ts';
import * as schema from '../../db/schema/index.ts';

const TABLES = Object.values(schema)
  .filter((table) => is(table, SQLiteTable))
  .map((table) => getTableConfig(table))
  .sort((a, b) => (a.name < b.name ? -1 : 1));

let sqlite: Sqlite.Database;
beforeAll(() => {
  sqlite = new Sqlite(':memory:');
  migrate(sqlite, MIGRATIONS, { now: () => new Date(), backup: () => undefined });
});

const noms = (type: string): string[] =>
  sqlite
    .prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = ? AND name <> 'sqlite_schema'",
    )
    .pluck()
    .all(type) as string[];

/** Name of an indexed column, `desc(column)` included. */
function nomDeColonne(colonne: unknown): string {
  const source = is(colonne, SQL) ? colonne.queryChunks.find((morceau) => is(morceau, Column)) : colonne;
  return (source as Column).name;
}

test('the migrated base has the tables of the schema, and only those', () => {
  expect(noms('table').sort()).toEqual([...TABLES.map(({ name }) => name), '_migrations'].sort());
});

test.each(TABLES.map((table) => [table.name, table] as const))('%s is as its schema says', (nom, table) => {
  const colonnes = sqlite.pragma(`table_info("${nom}")`) as {
    name: string;
    type: string;
    notnull: number;
    dflt_value: string | null;
  }[];
  // A column that a later migration adds comes last in the base, wherever its schema says it.
  const parNom = (a: { nom: string }, b: { nom: string }) => (a.nom < b.nom ? -1 : 1);
  expect(
    colonnes
      .map((c) => ({
        nom: c.name,
        type: c.type.toLowerCase(),
        requis: c.notnull === 1,
        defaut: c.dflt_value,
      }))
      .sort(parNom),
  ).toEqual(
    table.columns
      .map((c) => ({
        nom: c.name,
        type: c.getSQLType(),
        requis: c.notNull,
        defaut:
          c.default === undefined
            ? null
            : typeof c.default === 'string'
              ? `'${c.default}'`
              : String(c.default),
      }))
      .sort(parNom),
  );

  const index = sqlite.pragma(`index_list("${nom}")`) as { name: string; unique: number; origin: string }[];
  const trouves = index
    .filter(({ origin }) => origin === 'c')
    .map(({ name, unique }) => ({
      nom: name,
      unique: unique === 1,
      colonnes: (sqlite.pragma(`index_info("${name}")`) as { name: string }[]).map((c) => c.name),
    }));
  const attendus = [
    ...table.indexes.map(({ config }) => ({
      nom: config.name,
      unique: config.unique,
      colonnes: config.columns.map(nomDeColonne),
    })),
    ...table.columns
      .filter((c) => c.isUnique)
      .map((c) => ({ nom: c.uniqueName!, unique: true, colonnes: [c.name] })),
  ];
  expect(trouves.sort(parNom)).toEqual(attendus.sort(parNom));

  const cles = sqlite.pragma(`foreign_key_list("${nom}")`) as {
    from: string;
    table: string;
    to: string;
    on_delete: string;
  }[];
  const triees = (lignes: string[]) => lignes.sort();
  expect(triees(cles.map((c) => `${c.from} → ${c.table}.${c.to} ${c.on_delete.toLowerCase()}`))).toEqual(
    triees(
      table.foreignKeys.map((cle) => {
        const { columns, foreignTable, foreignColumns } = cle.reference();
        return `${columns[0]!.name} → ${getTableConfig(foreignTable).name}.${foreignColumns[0]!.name} ${cle.onDelete ?? 'no action'}`;
      }),
    ),
  );
});

test('every table is STRICT', () => {
  const laxistes = sqlite
    .prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name <> 'sqlite_schema'",
    )
    .pluck()
    .all();
  expect(laxistes).toEqual([]);
});

// A table rebuilt by a migration loses its triggers, and its search with them.
test('every search index follows the inserts, updates and deletes of its table', () => {
  const index = searchIndexes(sqlite);
  expect(index.map(({ nom }) => nom).sort()).toEqual(noms('virtual').sort());
  expect(index.length).toBeGreaterThan(0);
  for (const { nom, source } of index) {
    const triggers = sqlite
      .prepare("SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?")
      .pluck()
      .all(source) as string[];
    const suivis = triggers
      .filter((sql) => sql.includes(`INTO \`${nom}\``))
      .map((sql) => /AFTER (\w+)/.exec(sql)?.[1]);
    expect(suivis.sort(), nom).toEqual(['DELETE', 'INSERT', 'UPDATE']);
  }
});

test('the search index matches its content after inserts, updates and deletes', () => {
  const essai = new Sqlite(':memory:');
  migrate(essai, MIGRATIONS, { now: () => new Date(), backup: () => undefined });
  const inserer = essai.prepare(
    "INSERT INTO organisation (rang, id, nom, nom_tri, cherche, created_at, updated_at) VALUES (?, ?, '', '', ?, '', '')",
  );
  for (let rang = 1; rang <= 50; rang += 1) inserer.run(rang, `o${rang}`, `boulangerie numero ${rang}`);
  essai.exec("UPDATE organisation SET cherche = 'garage ' || rang WHERE rang % 3 = 0");
  essai.exec('DELETE FROM organisation WHERE rang % 5 = 0');
  essai.exec("INSERT INTO organisation_fts(organisation_fts, rank) VALUES ('integrity-check', 1)");
  const trouves = (mot: string) =>
    essai.prepare('SELECT count(*) FROM organisation_fts WHERE organisation_fts MATCH ?').pluck().get(mot);
  expect(trouves('garage')).toBe(13);
  expect(trouves('boulangerie')).toBe(27);
});

test("drizzle's snapshot is up to date (else: npm run migration:snapshot)", async () => {
  const { generateSQLiteDrizzleJson, generateSQLiteMigration } = await import('drizzle-kit/api');
  const dernier = String(MIGRATIONS.length - 1).padStart(4, '0');
  const avant = JSON.parse(readFileSync(`db/migrations/meta/${dernier}_snapshot.json`, 'utf8'));
  expect(await generateSQLiteMigration(avant, await generateSQLiteDrizzleJson(schema, avant.id))).toEqual([]);
});

test('a migration that drops a table bears the mark of its review, and none meddles with its transaction', () => {
  for (const { nom, sql } of MIGRATIONS) {
    const suppressions = sql.match(/^\s*DROP TABLE .*$/gim) ?? [];
    const sansRevue = suppressions.filter((ligne) => !/-- relu : \S/.test(ligne));
    expect(sansRevue, `${nom}: add « -- relu : why nothing is lost » to the line`).toEqual([]);
    const corps = sql.replace(/CREATE TRIGGER[\s\S]*?\bEND;/gi, '');
    expect(corps, nom).not.toMatch(/^\s*(BEGIN|COMMIT|END|ROLLBACK|VACUUM|ATTACH)\b/im);
  }
});

test('migrations are named in the order in which they were written', () => {
  const { entries } = JSON.parse(readFileSync('db/migrations/meta/_journal.json', 'utf8')) as {
    entries: { tag: string; when: number }[];
  };
  expect(MIGRATIONS.map(({ nom }) => nom)).toEqual(entries.map(({ tag }) => tag));
  expect(entries.map(({ when }) => when)).toEqual(entries.map(({ when }) => when).sort((a, b) => a - b));
});
