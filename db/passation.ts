import type { z } from 'zod';
import { ErreurMetier } from '../shared/erreurs.ts';
import {
  LIGNES_PASSATION,
  type PassationFaite,
  type Portefeuille,
  type PortefeuilleLigne,
  type passationSaisie,
} from '../shared/reseau/passation.ts';
import type { Contexte } from './contexte.ts';
import { changerEnVrac } from './recherche.ts';
import { requete } from './requetes.ts';

/** Organisations of the network, and the follow-ups still to be done there. */
const SUIVIES = 'organisation o WHERE o.archived_at IS NULL';
const A_FAIRE = `
  relance r JOIN organisation o ON o.id = r.organisation_id
  WHERE r.archived_at IS NULL AND r.fait_le IS NULL AND o.archived_at IS NULL`;

const PORTEFEUILLES = `
  WITH suivies AS (SELECT o.referent_id AS id, count(*) AS nombre FROM ${SUIVIES} GROUP BY 1),
    dues AS (SELECT r.responsable_id AS id, count(*) AS nombre FROM ${A_FAIRE} GROUP BY 1)
  SELECT m.id AS membreId, m.prenom, m.nom, m.fonction, m.archived_at IS NOT NULL AS parti,
    coalesce(s.nombre, 0) AS organisations, coalesce(d.nombre, 0) AS relances
  FROM membre m LEFT JOIN suivies s ON s.id = m.id LEFT JOIN dues d ON d.id = m.id
  WHERE m.archived_at IS NULL OR s.nombre > 0 OR d.nombre > 0
  ORDER BY m.archived_at IS NOT NULL, m.created_at, m.id`;

function portefeuilles({ db }: Contexte): Portefeuille[] {
  const lignes = requete(db, PORTEFEUILLES).all() as (Omit<Portefeuille, 'parti'> & { parti: 0 | 1 })[];
  return lignes.map((ligne) => ({ ...ligne, parti: ligne.parti === 1 }));
}

const LIGNES = `
  SELECT o.id, o.nom, o.ville, o.referent_id IS @membreId AS referent, count(r.id) AS relances,
    min(r.echeance) AS echeance, count(*) OVER () AS total
  FROM organisation o
  LEFT JOIN relance r ON r.organisation_id = o.id AND r.responsable_id = @membreId AND r.archived_at IS NULL
    AND r.fait_le IS NULL
  WHERE o.archived_at IS NULL AND o.id IN (
    SELECT id FROM organisation WHERE referent_id = @membreId
    UNION SELECT organisation_id FROM relance
    WHERE responsable_id = @membreId AND archived_at IS NULL AND fait_le IS NULL)
  GROUP BY o.id ORDER BY o.nom_tri, o.id LIMIT ${LIGNES_PASSATION}`;

function portefeuille({ db }: Contexte, { membreId }: { membreId: string }) {
  const lues = requete(db, LIGNES).all({ membreId }) as (Omit<PortefeuilleLigne, 'referent'> & {
    referent: 0 | 1;
    total: number;
  })[];
  return {
    total: lues[0]?.total ?? 0,
    lignes: lues.map(({ total: _total, referent, ...ligne }) => ({ ...ligne, referent: referent === 1 })),
  };
}

function verifierMembres({ db }: Contexte, { deId, aId }: { deId: string; aId: string }): void {
  const connu = requete(db, 'SELECT archived_at IS NOT NULL FROM membre WHERE id = ?').pluck();
  if (connu.get(deId) === undefined)
    throw new ErreurMetier('introuvable', { message: 'Cette personne n’a jamais été de l’équipe.' });
  if (connu.get(aId) === 0) return;
  const message = 'Cette personne n’est plus dans l’équipe : choisissez-en une autre.';
  throw new ErreurMetier('introuvable', { message, champs: { aId: message } });
}

const REFERENT = 'UPDATE organisation SET referent_id = @vers, updated_at = @instant WHERE id = @id';
const RESPONSABLE = 'UPDATE relance SET responsable_id = @vers, updated_at = @instant WHERE id = @id';

/** Puts organisations and follow-ups in other hands; who wrote the past stays its author. */
function confier(
  { db, instant }: Contexte,
  vers: string,
  organisationIds: readonly string[],
  relanceIds: readonly string[],
): void {
  const referent = requete(db, REFERENT);
  const responsable = requete(db, RESPONSABLE);
  changerEnVrac(db, organisationIds.length, () => {
    for (const id of organisationIds) referent.run({ id, vers, instant });
  });
  for (const id of relanceIds) responsable.run({ id, vers, instant });
}

const SES_ORGANISATIONS = `SELECT o.id FROM ${SUIVIES} AND o.referent_id = ? ORDER BY o.id`;
const SES_RELANCES = `SELECT r.id, r.organisation_id AS organisationId FROM ${A_FAIRE} AND r.responsable_id = ? ORDER BY r.id`;

function handover(contexte: Contexte, entree: z.output<typeof passationSaisie>): PassationFaite {
  const { deId, aId } = entree;
  verifierMembres(contexte, entree);
  if (!entree.organisations && !entree.relances) {
    const message = 'Choisissez ce qui est confié.';
    throw new ErreurMetier('regle', { message, champs: { organisations: message } });
  }
  const voulues = entree.organisationIds ? new Set(entree.organisationIds) : null;
  const organisations = requete(contexte.db, SES_ORGANISATIONS).pluck().all(deId) as string[];
  const relances = requete(contexte.db, SES_RELANCES).all(deId) as { id: string; organisationId: string }[];
  const organisationIds = entree.organisations ? organisations.filter((id) => voulues?.has(id) ?? true) : [];
  const relanceIds = entree.relances
    ? relances.filter(({ organisationId }) => voulues?.has(organisationId) ?? true).map(({ id }) => id)
    : [];
  if (organisationIds.length + relanceIds.length === 0)
    throw new ErreurMetier('regle', { message: 'Il n’y a rien à confier : ce portefeuille est vide.' });
  confier(contexte, aId, organisationIds, relanceIds);
  return { deId, aId, organisationIds, relanceIds };
}

/** Gives back what the receiver still holds of it; what went elsewhere since stays there. */
function undoHandover(contexte: Contexte, { deId, aId, ...faite }: PassationFaite) {
  const { db } = contexte;
  if (requete(db, 'SELECT 1 FROM membre WHERE id = ?').get(deId) === undefined)
    throw new ErreurMetier('introuvable', { message: 'Cette personne n’a jamais été de l’équipe.' });
  const tenue = requete(db, 'SELECT 1 FROM organisation WHERE id = ? AND referent_id = ?');
  const due = requete(db, 'SELECT 1 FROM relance WHERE id = ? AND responsable_id = ?');
  const organisationIds = faite.organisationIds.filter((id) => tenue.get(id, aId));
  const relanceIds = faite.relanceIds.filter((id) => due.get(id, aId));
  confier(contexte, deId, organisationIds, relanceIds);
  return { organisations: organisationIds.length, relances: relanceIds.length };
}

export const passationOperations = {
  'reseau.portefeuilles': portefeuilles,
  'reseau.portefeuille': portefeuille,
  'reseau.handover': handover,
  'reseau.undoHandover': undoHandover,
};
