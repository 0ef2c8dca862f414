import type { Metier } from '../shared/reseau/schema.ts';
import type { Base } from './open.ts';
import { requete } from './requetes.ts';

/** Métiers exercised in an organisation, those of the ROME first. */
export function readMetiers(db: Base, organisationId: string): Metier[] {
  return requete(
    db,
    `SELECT code, version, libelle FROM metier_organisation WHERE organisation_id = ?
     ORDER BY code = '', code, libelle`,
  ).all(organisationId) as Metier[];
}

/** Replaces the métiers of an organisation. */
export function writeMetiers(db: Base, organisationId: string, metiers: readonly Metier[]): void {
  requete(db, 'DELETE FROM metier_organisation WHERE organisation_id = ?').run(organisationId);
  const ajouter = requete(
    db,
    'INSERT INTO metier_organisation (organisation_id, code, version, libelle) VALUES (?, ?, ?, ?)',
  );
  for (const { code, version, libelle } of metiers) ajouter.run(organisationId, code, version, libelle);
}

/** What a search may say of a métier. */
export const motsDuMetier = ({ code, libelle }: Metier): string[] => [code, libelle];
