import { nomCourt } from '../shared/format.ts';
import type { LigneHistorique, PieceJointe } from '../shared/sollicitations/schema.ts';
import type { Base } from './open.ts';

interface Ligne {
  id: string;
  date: string;
  canal: string;
  sens: string;
  nature: string;
  sousNature: string;
  resultat: string;
  cause: string;
  objet: string;
  texte: string;
  dureeMinutes: number | null;
  auteurId: string | null;
  auteurPrenom: string | null;
  auteurNom: string | null;
}

/** Groups rows that carry the exchange they belong to. */
function parEchange<L extends { sollicitationId: string }>(lignes: unknown[]): Map<string, L[]> {
  return Map.groupBy(lignes as L[], ({ sollicitationId }) => sollicitationId);
}

/** Exchanges of an organisation, newest first. Six queries whatever their number. */
export function historiqueDe({ sqlite }: Base, organisationId: string): LigneHistorique[] {
  const DE_CELLE_CI = `
    SELECT so.sollicitation_id FROM sollicitation_organisation so
    CROSS JOIN sollicitation s ON s.id = so.sollicitation_id
    WHERE so.organisation_id = ? AND s.archived_at IS NULL`;
  const lignes = sqlite
    .prepare(
      `SELECT s.id, s.date, s.canal, s.sens, s.nature, s.sous_nature sousNature, s.resultat, s.cause, s.objet,
              s.texte, s.duree_minutes dureeMinutes,
              m.id auteurId, m.prenom auteurPrenom, m.nom auteurNom
       FROM sollicitation_organisation so CROSS JOIN sollicitation s ON s.id = so.sollicitation_id
       LEFT JOIN membre m ON m.id = s.auteur_id
       WHERE so.organisation_id = ? AND s.archived_at IS NULL
       ORDER BY s.date DESC, s.created_at DESC, s.id DESC`,
    )
    .all(organisationId) as Ligne[];
  const organisations = parEchange<{ sollicitationId: string; id: string; nom: string }>(
    sqlite
      .prepare(
        `SELECT l.sollicitation_id sollicitationId, o.id, o.nom
         FROM sollicitation_organisation l JOIN organisation o ON o.id = l.organisation_id
         WHERE l.sollicitation_id IN (${DE_CELLE_CI}) ORDER BY o.nom_tri`,
      )
      .all(organisationId),
  );
  const interlocuteurs = parEchange<{ sollicitationId: string } & LigneHistorique['interlocuteurs'][number]>(
    sqlite
      .prepare(
        `SELECT l.sollicitation_id sollicitationId, i.id, i.civilite, i.prenom, i.nom,
                coalesce((SELECT f.intitule FROM fonction f WHERE f.interlocuteur_id = i.id
                          ORDER BY f.organisation_id = ? DESC, f.fin IS NULL DESC LIMIT 1), '') intitule
         FROM sollicitation_interlocuteur l JOIN interlocuteur i ON i.id = l.interlocuteur_id
         WHERE l.sollicitation_id IN (${DE_CELLE_CI}) ORDER BY i.nom, i.prenom`,
      )
      .all(organisationId, organisationId),
  );
  const salaries = parEchange<{ sollicitationId: string } & LigneHistorique['salaries'][number]>(
    sqlite
      .prepare(
        `SELECT l.sollicitation_id sollicitationId, p.id, p.prenom, p.nom
         FROM sollicitation_salarie l JOIN salarie p ON p.id = l.salarie_id
         WHERE l.sollicitation_id IN (${DE_CELLE_CI}) ORDER BY p.nom_tri, p.prenom`,
      )
      .all(organisationId),
  );
  const pieces = parEchange<{ sollicitationId: string } & PieceJointe>(
    sqlite
      .prepare(
        `SELECT sollicitation_id sollicitationId, id, nom, type, taille FROM piece_jointe
         WHERE archived_at IS NULL AND sollicitation_id IN (${DE_CELLE_CI}) ORDER BY created_at, id`,
      )
      .all(organisationId),
  );
  const relances = parEchange<{ sollicitationId: string } & NonNullable<LigneHistorique['relance']>>(
    sqlite
      .prepare(
        `SELECT sollicitation_id sollicitationId, id, libelle, echeance, evenement, fait_le faitLe FROM relance
         WHERE organisation_id = ? AND sollicitation_id IS NOT NULL AND archived_at IS NULL`,
      )
      .all(organisationId),
  );
  return lignes.map(({ auteurId, auteurPrenom, auteurNom, ...ligne }) => ({
    ...ligne,
    auteur: auteurId === null ? null : { id: auteurId, nom: nomCourt(auteurPrenom ?? '', auteurNom ?? '') },
    organisations: organisations.get(ligne.id) ?? [],
    interlocuteurs: interlocuteurs.get(ligne.id) ?? [],
    salaries: salaries.get(ligne.id) ?? [],
    pieces: pieces.get(ligne.id) ?? [],
    relance: relances.get(ligne.id)?.[0] ?? null,
  }));
}
