import type { Particuliers } from '../shared/reseau/schema.ts';
import type { Contexte } from './contexte.ts';
import type { Base } from './open.ts';
import { requete } from './requetes.ts';

type Roles = Particuliers['roles'];

/** Roles of an organisation: those it still plays first, the latest at the top. */
export function readRoles(db: Base, organisationId: string): Roles {
  return requete(
    db,
    `SELECT id, role, debut, fin FROM role_organisation WHERE organisation_id = ?
     ORDER BY fin IS NOT NULL, fin DESC, debut, role, id`,
  ).all(organisationId) as Roles;
}

/** Replaces the roles of an organisation; those it already had keep their record. */
export function writeRoles(
  { db, ids, instant }: Pick<Contexte, 'db' | 'ids' | 'instant'>,
  organisationId: string,
  roles: Roles,
): void {
  const connus = new Set(readRoles(db, organisationId).map(({ id }) => id));
  const gardes = roles.map((role) => ({
    ...role,
    id: role.id && connus.delete(role.id) ? role.id : ids.next(),
  }));
  requete(db, 'DELETE FROM role_organisation WHERE organisation_id = ?').run(organisationId);
  const ajouter = requete(
    db,
    `INSERT INTO role_organisation (id, organisation_id, role, debut, fin, updated_at) VALUES (?, ?, ?, ?, ?, ?)`,
  );
  for (const { id, role, debut, fin } of gardes) ajouter.run(id, organisationId, role, debut, fin, instant);
}

/** Adds roles to those an organisation has, their dates unknown. */
export function addRoles(
  { db, ids, instant }: Pick<Contexte, 'db' | 'ids' | 'instant'>,
  organisationId: string,
  codes: readonly string[],
): void {
  const ajouter = requete(
    db,
    'INSERT INTO role_organisation (id, organisation_id, role, updated_at) VALUES (?, ?, ?, ?)',
  );
  for (const code of codes) ajouter.run(ids.next(), organisationId, code, instant);
}
