import { createHash } from 'node:crypto';

export interface Migration {
  nom: string;
  sql: string;
  sha256: string;
}

export function migrationDepuis(nom: string, sql: string): Migration {
  return { nom, sql, sha256: createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex') };
}

const fichiers = import.meta.glob<string>('./migrations/*.sql', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Every migration of this version, oldest first; the SQL is compiled into the bundle. */
export const MIGRATIONS: readonly Migration[] = Object.entries(fichiers)
  .map(([chemin, sql]) => migrationDepuis(chemin.replace(/^.*\/|\.sql$/g, ''), sql))
  .sort((a, b) => (a.nom < b.nom ? -1 : 1));
