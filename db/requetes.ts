import type { Database, Statement } from 'better-sqlite3';
import type { Base } from './open.ts';

/** Quoted list for `IN`: codes of our own, never what a user typed. */
export const enListe = (codes: readonly string[]): string => codes.map((code) => `'${code}'`).join(', ');

const preparees = new WeakMap<Database, Map<string, Statement>>();

/**
 * The prepared statement of a query, prepared once per connection. For texts taken from a small fixed set:
 * a text built from what a user typed would fill the memory.
 */
export function requete({ sqlite }: Base, sql: string): Statement {
  let connues = preparees.get(sqlite);
  if (!connues) {
    connues = new Map();
    preparees.set(sqlite, connues);
  }
  let trouvee = connues.get(sql);
  if (!trouvee) {
    trouvee = sqlite.prepare(sql);
    connues.set(sql, trouvee);
  }
  return trouvee;
}
