import type { CoutPhase } from '../shared/formation/couts.ts';
import type { LigneLue, MouvementLu } from '../shared/formation/financement.ts';
import { calculerLignes } from '../shared/formation/regles-financement.ts';
import type { SessionFinancee } from './formation-couts.ts';
import type { Base } from './open.ts';
import { requete } from './requetes.ts';

const LIGNES = `
  SELECT f.id, f.session_id AS sessionId, f.organisation_id AS organisationId, o.nom AS organisationNom, f.phase,
    f.exercice, f.part, f.prevu_centimes AS prevuCentimes, f.reference, f.echeance,
    f.echeance_objet AS echeanceObjet, f.note
  FROM json_each(?) voulue CROSS JOIN financement f ON f.session_id = voulue.value
  LEFT JOIN organisation o ON o.id = f.organisation_id
  WHERE f.archived_at IS NULL ORDER BY f.exercice, f.created_at, f.id`;

const MOUVEMENTS = `
  SELECT m.financement_id AS financementId, m.id, m.genre, m.date, m.centimes, m.reference
  FROM json_each(?) voulue CROSS JOIN financement f ON f.session_id = voulue.value
  JOIN financement_mouvement m ON m.financement_id = f.id
  WHERE f.archived_at IS NULL AND m.archived_at IS NULL ORDER BY m.date, m.created_at, m.id`;

type Ligne = Omit<LigneLue, 'mouvements' | 'organisation'> & {
  sessionId: string;
  organisationId: string | null;
  organisationNom: string | null;
};

/** Funding lines of sessions, worked out against their costs, by session. */
export function lireLignes(
  db: Base,
  sessions: readonly { session: SessionFinancee; couts: readonly CoutPhase[] }[],
): Map<string, LigneLue[]> {
  const voulues = JSON.stringify(sessions.map(({ session }) => session.id));
  const mouvements = new Map<string, MouvementLu[]>();
  for (const { financementId, ...mouvement } of requete(db, MOUVEMENTS).all(voulues) as (MouvementLu & {
    financementId: string;
  })[]) {
    mouvements.set(financementId, [...(mouvements.get(financementId) ?? []), mouvement]);
  }
  const lignes = requete(db, LIGNES).all(voulues) as Ligne[];
  return new Map(
    sessions.map(({ session, couts }) => {
      const celles = lignes
        .filter(({ sessionId }) => sessionId === session.id)
        .map((ligne) => ({ ...ligne, mouvements: mouvements.get(ligne.id) ?? [] }));
      const calculees = calculerLignes(celles, couts);
      return [
        session.id,
        celles.map(({ sessionId: _, organisationId, organisationNom, ...ligne }, rang) => ({
          ...ligne,
          organisation: organisationId === null ? null : { id: organisationId, nom: organisationNom ?? '' },
          ...calculees[rang]!,
        })),
      ];
    }),
  );
}
