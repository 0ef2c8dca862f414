import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { ErreurMetier } from '../shared/erreurs.ts';
import { normaliser } from '../shared/normaliser.ts';
import { fauteDateEchange } from '../shared/sollicitations/regles.ts';
import type { sollicitationCorrigee, sollicitationNotee } from '../shared/sollicitations/schema.ts';
import { brouillonsOperations } from './brouillons.ts';
import type { Contexte } from './contexte.ts';
import { historiqueDe } from './historique.ts';
import { insertOrganisation, refreshSearch, refreshSummary } from './organisations.ts';
import { auteurCourant } from './parametres.ts';
import { completeRelance, insertRelances, relancesOperations } from './relances.ts';
import { requete } from './requetes.ts';
import {
  fonction,
  interlocuteur,
  sollicitation,
  sollicitationInterlocuteur,
  sollicitationOrganisation,
} from './schema/index.ts';

type Notee = z.output<typeof sollicitationNotee>;
type Corrigee = z.output<typeof sollicitationCorrigee>;

function verifierDate(date: string, today: string): void {
  const faute = fauteDateEchange(date, today);
  if (faute) throw new ErreurMetier('regle', { message: faute, champs: { date: faute } });
}

/** Refuses organisations that are gone, and people who never worked for any of them. */
function verifierLiens(contexte: Contexte, organisationIds: string[], interlocuteurIds: string[]): void {
  const { db } = contexte;
  const existe = requete(db, 'SELECT 1 FROM organisation WHERE id = ? AND archived_at IS NULL').pluck();
  for (const [rang, id] of organisationIds.entries()) {
    if (existe.get(id)) continue;
    const faute = 'Cette organisation n’existe plus : retirez-la de l’échange.';
    throw new ErreurMetier('introuvable', { message: faute, champs: { [`organisationIds.${rang}`]: faute } });
  }
  const travaille = requete(
    db,
    `SELECT 1 FROM interlocuteur i JOIN fonction f ON f.interlocuteur_id = i.id
     WHERE i.id = ? AND i.archived_at IS NULL AND f.organisation_id IN (SELECT value FROM json_each(?))`,
  ).pluck();
  for (const [rang, id] of interlocuteurIds.entries()) {
    if (travaille.get(id, JSON.stringify(organisationIds))) continue;
    const faute = 'Cet interlocuteur n’est dans aucune des organisations de l’échange.';
    throw new ErreurMetier('regle', { message: faute, champs: { [`interlocuteurIds.${rang}`]: faute } });
  }
}

function insertInterlocuteur(
  { db, ids, instant }: Contexte,
  organisationId: string,
  { fonction: intitule, ...identite }: NonNullable<Notee['nouvelInterlocuteur']>,
): string {
  const id = ids.next();
  db.orm
    .insert(interlocuteur)
    .values({ id, ...identite, createdAt: instant, updatedAt: instant })
    .run();
  db.orm
    .insert(fonction)
    .values({ id: ids.next(), interlocuteurId: id, organisationId, intitule, updatedAt: instant })
    .run();
  refreshSearch(db, [organisationId]);
  return id;
}

function insertLiens(
  { db }: Contexte,
  id: string,
  organisationIds: string[],
  interlocuteurIds: string[],
): void {
  for (const organisationId of organisationIds)
    db.orm.insert(sollicitationOrganisation).values({ sollicitationId: id, organisationId }).run();
  for (const interlocuteurId of interlocuteurIds)
    db.orm.insert(sollicitationInterlocuteur).values({ sollicitationId: id, interlocuteurId }).run();
}

const uniques = (ids: string[]) => [...new Set(ids)];

function organisationsDe({ db }: Contexte, id: string): string[] {
  return db.sqlite
    .prepare('SELECT organisation_id FROM sollicitation_organisation WHERE sollicitation_id = ?')
    .pluck()
    .all(id) as string[];
}

function record(
  contexte: Contexte,
  entree: Notee,
): { id: string; organisationIds: string[]; creations: string[] } {
  const { db, ids, instant, today } = contexte;
  verifierDate(entree.date, today);
  const organisationIds = uniques(entree.organisationIds);
  const interlocuteurIds = uniques(entree.interlocuteurIds);
  verifierLiens(contexte, organisationIds, interlocuteurIds);
  const creations: string[] = [];
  if (entree.nouvelleOrganisation) {
    const creee = insertOrganisation(contexte, entree.nouvelleOrganisation);
    organisationIds.unshift(creee);
    creations.push(creee);
  }
  const [premiere] = organisationIds;
  if (premiere === undefined) {
    const faute = 'Choisissez au moins une organisation.';
    throw new ErreurMetier('entree-invalide', { message: faute, champs: { organisationIds: faute } });
  }
  if (entree.nouvelInterlocuteur) {
    const cree = insertInterlocuteur(contexte, premiere, entree.nouvelInterlocuteur);
    interlocuteurIds.push(cree);
    creations.push(cree);
  }
  const id = ids.next();
  db.orm
    .insert(sollicitation)
    .values({
      id,
      date: entree.date,
      canal: entree.canal,
      sens: entree.sens,
      nature: entree.nature,
      resultat: entree.resultat,
      texte: entree.texte,
      cherche: normaliser(entree.texte),
      auteurId: auteurCourant(db),
      createdAt: instant,
      updatedAt: instant,
    })
    .run();
  insertLiens(contexte, id, organisationIds, interlocuteurIds);
  if (entree.relance) insertRelances(contexte, { id, date: entree.date }, organisationIds, entree.relance);
  if (entree.relanceId) completeRelance(contexte, entree.relanceId, id);
  refreshSummary(db, organisationIds);
  return { id, organisationIds, creations };
}

function trouver({ db }: Contexte, id: string) {
  const trouvee = db.orm.select().from(sollicitation).where(eq(sollicitation.id, id)).get();
  if (!trouvee) throw new ErreurMetier('introuvable');
  return trouvee;
}

function update(contexte: Contexte, { id, ...entree }: Corrigee): { id: string } {
  const { db, instant, today } = contexte;
  if (trouver(contexte, id).archivedAt !== null) throw new ErreurMetier('introuvable');
  verifierDate(entree.date, today);
  const organisationIds = uniques(entree.organisationIds);
  const interlocuteurIds = uniques(entree.interlocuteurIds);
  if (organisationIds.length === 0) {
    const faute = 'Choisissez au moins une organisation.';
    throw new ErreurMetier('entree-invalide', { message: faute, champs: { organisationIds: faute } });
  }
  verifierLiens(contexte, organisationIds, interlocuteurIds);
  const avant = organisationsDe(contexte, id);
  db.orm
    .update(sollicitation)
    .set({
      date: entree.date,
      canal: entree.canal,
      sens: entree.sens,
      nature: entree.nature,
      resultat: entree.resultat,
      texte: entree.texte,
      cherche: normaliser(entree.texte),
      updatedAt: instant,
    })
    .where(eq(sollicitation.id, id))
    .run();
  db.orm.delete(sollicitationOrganisation).where(eq(sollicitationOrganisation.sollicitationId, id)).run();
  db.orm.delete(sollicitationInterlocuteur).where(eq(sollicitationInterlocuteur.sollicitationId, id)).run();
  insertLiens(contexte, id, organisationIds, interlocuteurIds);
  refreshSummary(db, uniques([...avant, ...organisationIds]));
  return { id };
}

/** Follow-ups archived here carry the very instant of the exchange's own archive: the restore finds them by it. */
function archive(contexte: Contexte, { id }: { id: string }): { id: string } {
  const { db, instant } = contexte;
  if (trouver(contexte, id).archivedAt !== null) return { id };
  db.orm
    .update(sollicitation)
    .set({ archivedAt: instant, updatedAt: instant })
    .where(and(eq(sollicitation.id, id), isNull(sollicitation.archivedAt)))
    .run();
  db.sqlite
    .prepare(
      'UPDATE relance SET archived_at = ?, updated_at = ? WHERE sollicitation_id = ? AND archived_at IS NULL',
    )
    .run(instant, instant, id);
  db.sqlite
    .prepare('UPDATE relance SET fait_le = NULL, updated_at = ? WHERE reponse_id = ?')
    .run(instant, id);
  refreshSummary(db, touchees(contexte, id));
  return { id };
}

function restore(contexte: Contexte, { id }: { id: string }): { id: string } {
  const { db, instant } = contexte;
  const { archivedAt, date } = trouver(contexte, id);
  if (archivedAt === null) return { id };
  db.orm
    .update(sollicitation)
    .set({ archivedAt: null, updatedAt: instant })
    .where(eq(sollicitation.id, id))
    .run();
  db.sqlite
    .prepare(
      'UPDATE relance SET archived_at = NULL, updated_at = ? WHERE sollicitation_id = ? AND archived_at = ?',
    )
    .run(instant, id, archivedAt);
  db.sqlite
    .prepare(
      'UPDATE relance SET fait_le = coalesce(fait_le, ?), updated_at = ? WHERE reponse_id = ? AND archived_at IS NULL',
    )
    .run(date, instant, id);
  refreshSummary(db, touchees(contexte, id));
  return { id };
}

/** Organisations of an exchange and of the follow-ups it promised or answered. */
function touchees({ db }: Contexte, id: string): string[] {
  return db.sqlite
    .prepare(
      `SELECT organisation_id FROM sollicitation_organisation WHERE sollicitation_id = @id
       UNION SELECT organisation_id FROM relance WHERE sollicitation_id = @id OR reponse_id = @id`,
    )
    .pluck()
    .all({ id }) as string[];
}

/** Of what `record` created on the way, only what nothing else has used since goes with it. */
function undoRecord(
  contexte: Contexte,
  { id, creations }: { id: string; creations: string[] },
): { id: string } {
  const { db, instant } = contexte;
  const { createdAt } = trouver(contexte, id);
  archive(contexte, { id });
  const parametres = { instant, createdAt, creations: JSON.stringify(creations) };
  db.sqlite
    .prepare(
      `UPDATE interlocuteur SET archived_at = @instant, updated_at = @instant
       WHERE id IN (SELECT value FROM json_each(@creations)) AND created_at = @createdAt AND archived_at IS NULL
         AND NOT EXISTS (SELECT 1 FROM sollicitation_interlocuteur si JOIN sollicitation s ON s.id = si.sollicitation_id
                         WHERE si.interlocuteur_id = interlocuteur.id AND s.archived_at IS NULL)`,
    )
    .run(parametres);
  db.sqlite
    .prepare(
      `UPDATE organisation SET archived_at = @instant, updated_at = @instant
       WHERE id IN (SELECT value FROM json_each(@creations)) AND created_at = @createdAt AND archived_at IS NULL
         AND NOT EXISTS (SELECT 1 FROM sollicitation_organisation so JOIN sollicitation s ON s.id = so.sollicitation_id
                         WHERE so.organisation_id = organisation.id AND s.archived_at IS NULL)
         AND NOT EXISTS (SELECT 1 FROM relance r WHERE r.organisation_id = organisation.id AND r.archived_at IS NULL)
         AND NOT EXISTS (SELECT 1 FROM immersion i WHERE i.organisation_id = organisation.id AND i.archived_at IS NULL)`,
    )
    .run(parametres);
  refreshSearch(db, organisationsDe(contexte, id));
  return { id };
}

export const sollicitationsOperations = {
  'sollicitations.record': record,
  'sollicitations.undoRecord': undoRecord,
  'sollicitations.ofOrganisation': ({ db }: Contexte, { organisationId }: { organisationId: string }) => ({
    lignes: historiqueDe(db, organisationId),
  }),
  'sollicitations.update': update,
  'sollicitations.archive': archive,
  'sollicitations.restore': restore,
  ...relancesOperations,
  ...brouillonsOperations,
};
