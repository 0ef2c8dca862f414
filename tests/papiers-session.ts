import { eq } from 'drizzle-orm';
import {
  actionFormation,
  inscription,
  presenceFormation,
  sessionCreneau,
  sessionFormation,
} from '../db/schema/index.ts';
import type { Essai } from './appui.ts';
import { ajouterSalarie, poserInscription, poserSession } from './formation.ts';
import { parcours } from './immersions.ts';

/** Monday and Tuesday, morning and afternoon: twelve hours. */
export const CRENEAUX = ['2026-03-02', '2026-03-03'].flatMap((date) => [
  { date, demi: 'matin', debut: 540, fin: 720 },
  { date, demi: 'apres_midi', debut: 810, fin: 990 },
]);

export interface SessionEssai {
  sessionId: string;
  actionId: string;
  /** Aminata Diallo, validated, and Chloé Œuvrard-N’Diaye, only spotted. */
  valideeId: string;
  repereeId: string;
}

/** A session of two days that lacks nothing, with two people registered. */
export async function sessionFormee(e: Essai): Promise<SessionEssai> {
  const { salarieId, organisationId, referentId } = await parcours(e);
  const autreId = await ajouterSalarie(e, 'Chloé', 'Œuvrard-N’Diaye');
  const titre = 'Entretien des espaces verts';
  const { sessionId, actionId } = poserSession(e, {
    titre,
    debut: '2026-03-02',
    fin: '2026-03-03',
    numero: 'F2026-001',
  });
  const { orm } = e.depot.base();
  orm
    .update(actionFormation)
    .set({
      objectif: 'Tailler, tondre et débroussailler en sécurité.',
      contenu: '- Les machines\n- Les gestes',
      prerequis: JSON.stringify(['Comprendre une consigne simple', 'Travailler dehors']),
    })
    .where(eq(actionFormation.id, actionId))
    .run();
  changerSession(e, sessionId, {
    organismeId: organisationId,
    formateur: 'Luc Perrin',
    lieu: 'Ferme des Tilleuls, Riom',
    minutes: 720,
    referentId,
  });
  orm
    .insert(sessionCreneau)
    .values(CRENEAUX.map((creneau) => ({ sessionId, ...creneau })))
    .run();
  return {
    sessionId,
    actionId,
    valideeId: poserInscription(e, { sessionId, salarieId }),
    repereeId: poserInscription(e, { sessionId, salarieId: autreId, statut: 'repere' }),
  };
}

export function changerSession(
  e: Essai,
  id: string,
  quoi: Partial<typeof sessionFormation.$inferInsert>,
): void {
  e.depot.base().orm.update(sessionFormation).set(quoi).where(eq(sessionFormation.id, id)).run();
}

/** What became of somebody registered, as the workflow would have written it. */
export function changerInscription(
  e: Essai,
  id: string,
  quoi: Partial<typeof inscription.$inferInsert>,
): void {
  e.depot.base().orm.update(inscription).set(quoi).where(eq(inscription.id, id)).run();
}

/** Half-days as they went, in the order of `CRENEAUX`. */
export function noter(e: Essai, inscriptionId: string, minutes: readonly number[]): void {
  const lignes = minutes.map((faites, rang) => {
    const { date, demi } = CRENEAUX[rang]!;
    const motif = faites === 0 ? 'justifiee' : faites < 180 ? 'retard' : '';
    return { inscriptionId, date, demi, minutes: faites, motif, updatedAt: '2026-03-03T17:00:00.000Z' };
  });
  e.depot.base().orm.insert(presenceFormation).values(lignes).run();
}
