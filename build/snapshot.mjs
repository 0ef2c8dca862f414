import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateSQLiteDrizzleJson } from 'drizzle-kit/api';
import * as schema from '../db/schema/index.ts';

/** Brings drizzle's last snapshot in line with the schema, after the migration not yet released was edited by hand. */
const META = fileURLToPath(new URL('../db/migrations/meta', import.meta.url));
const dernier = readdirSync(META)
  .filter((nom) => nom.endsWith('_snapshot.json'))
  .sort()
  .at(-1);
const chemin = join(META, dernier);
const { id, prevId } = JSON.parse(readFileSync(chemin, 'utf8'));
const instantane = { ...(await generateSQLiteDrizzleJson(schema, prevId)), id };
writeFileSync(chemin, `${JSON.stringify(instantane, null, 2)}\n`);
console.log(`${dernier} suit le schéma.`);
