import { ErreurMetier } from '../shared/erreurs.ts';
import type { Base } from './open.ts';
import { requete } from './requetes.ts';

type TableNommee =
  | 'action_formation'
  | 'besoin_formation'
  | 'membre'
  | 'organisation'
  | 'salarie'
  | 'session_formation';

export function existe(db: Base, table: TableNommee, id: string): boolean {
  return requete(db, `SELECT 1 FROM ${table} WHERE id = ?`).get(id) !== undefined;
}

/** Refuses a record that names one that is not there, beside the field that names it. */
export function verifierExistence(
  db: Base,
  nommes: readonly { champ: string; table: TableNommee; id: string | null }[],
): void {
  for (const { champ, table, id } of nommes) {
    if (id === null || existe(db, table, id)) continue;
    const message = 'Cette fiche n’existe plus : choisissez-en une autre.';
    throw new ErreurMetier('introuvable', { message, champs: { [champ]: message } });
  }
}
