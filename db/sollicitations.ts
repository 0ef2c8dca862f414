import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { ErreurMetier } from '../shared/erreurs.ts';
import type { ListeOuverte } from '../shared/nomenclatures/ouvertes.ts';
import { normaliser } from '../shared/normaliser.ts';
import { fauteCause, fauteDateEchange, fauteSousNature, natureDe } from '../shared/sollicitations/regles.ts';
import type { sollicitationCorrigee, sollicitationNotee } from '../shared/sollicitations/schema.ts';
import { brouillonsOperations } from './brouillons.ts';
import type { Contexte } from './contexte.ts';
import { embauchesOperations } from './embauches.ts';
import { histoireDe, histoireDuSalarie } from './historique.ts';
import { comptesJournal, journal } from './journal.ts';
import { exportJournal } from './journal-export.ts';
import { valeursDe, verifierCodes } from './nomenclatures.ts';
import { insertOrganisation, refreshSearch, refreshSummary } from './organisations.ts';
import { auteurCourant } from './parametres.ts';
import { piecesJointesOperations } from './pieces-jointes.ts';
import { completeRelance, insertRelances, relancesOperations } from './relances.ts';
import { fonction, interlocuteur, sollicitation } from './schema/index.ts';
import { verifierContact } from './silence.ts';
import { type Liens, remplacerLiens, verifierLiens } from './sollicitations-liens.ts';

type Notee = z.output<typeof sollicitationNotee>;
type Corrigee = z.output<typeof sollicitationCorrigee>;

function verifierDate(date: string, today: string): void {
  const faute = fauteDateEchange(date, today);
  if (faute) throw new ErreurMetier('regle', { message: faute, champs: { date: faute } });
}

/** What both the logging and the correction write, once checked: each code in its list, the two levels in agreement. */
function colonnesDe(contexte: Contexte, entree: Notee | Corrigee) {
  const { db } = contexte;
  verifierDate(entree.date, contexte.today);
  verifierCodes(db, [
    { champ: 'canal', liste: 'canaux', code: entree.canal },
    { champ: 'sousNature', liste: 'sous_natures', code: entree.sousNature },
    { champ: 'cause', liste: 'causes', code: entree.cause },
  ]);
  const parentDe = (liste: ListeOuverte, code: string) =>
    valeursDe(db, liste).find((valeur) => valeur.code === code)?.parent ?? '';
  const nature = natureDe(entree.nature, parentDe('sous_natures', entree.sousNature));
  const fautes = {
    sousNature: fauteSousNature(nature, parentDe('sous_natures', entree.sousNature)),
    cause: entree.cause === '' ? null : fauteCause(entree.resultat, parentDe('causes', entree.cause)),
  };
  for (const [champ, faute] of Object.entries(fautes))
    if (faute) throw new ErreurMetier('regle', { message: faute, champs: { [champ]: faute } });
  const { date, canal, sens, sousNature, resultat, cause, objet, texte, dureeMinutes } = entree;
  return {
    date,
    canal,
    sens,
    nature,
    sousNature,
    resultat,
    cause,
    objet,
    texte,
    dureeMinutes,
    cherche: normaliser(`${objet} ${texte}`.trim()),
    updatedAt: contexte.instant,
  };
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

const uniques = (ids: readonly string[]) => [...new Set(ids)];

const liensDe = ({ organisationIds, interlocuteurIds, salarieIds }: Notee | Corrigee): Liens => ({
  organisationIds: uniques(organisationIds),
  interlocuteurIds: uniques(interlocuteurIds),
  salarieIds: uniques(salarieIds),
});

function sansOrganisation(): ErreurMetier {
  const faute = 'Choisissez au moins une organisation.';
  return new ErreurMetier('entree-invalide', { message: faute, champs: { organisationIds: faute } });
}

function organisationsDe({ db }: Contexte, id: string): string[] {
  return db.sqlite
    .prepare('SELECT organisation_id FROM sollicitation_organisation WHERE sollicitation_id = ?')
    .pluck()
    .all(id) as string[];
}

/** Notes an exchange, inside the caller's transaction. */
export function recordExchange(
  contexte: Contexte,
  entree: Notee,
): { id: string; organisationIds: string[]; creations: string[] } {
  const { db, ids, instant } = contexte;
  const colonnes = colonnesDe(contexte, entree);
  const liens = liensDe(entree);
  const { organisationIds, interlocuteurIds } = liens;
  verifierLiens(contexte, liens, null);
  verifierContact(contexte, { ...liens, sens: entree.sens, date: entree.date });
  const creations: string[] = [];
  if (entree.nouvelleOrganisation) {
    const creee = insertOrganisation(contexte, entree.nouvelleOrganisation);
    organisationIds.unshift(creee);
    creations.push(creee);
  }
  const [premiere] = organisationIds;
  if (premiere === undefined) throw sansOrganisation();
  if (entree.nouvelInterlocuteur) {
    const cree = insertInterlocuteur(contexte, premiere, entree.nouvelInterlocuteur);
    interlocuteurIds.push(cree);
    creations.push(cree);
  }
  const id = ids.next();
  db.orm
    .insert(sollicitation)
    .values({ id, ...colonnes, auteurId: auteurCourant(db), createdAt: instant })
    .run();
  remplacerLiens(db, id, liens);
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

function update(contexte: Contexte, entree: Corrigee): { id: string } {
  const { db } = contexte;
  const { id } = entree;
  const { archivedAt, sens } = trouver(contexte, id);
  if (archivedAt !== null) throw new ErreurMetier('introuvable');
  const colonnes = colonnesDe(contexte, entree);
  const liens = liensDe(entree);
  if (liens.organisationIds.length === 0) throw sansOrganisation();
  verifierLiens(contexte, liens, id);
  const avant = organisationsDe(contexte, id);
  // What was written in its time stays correctable; a new link, or another first step, is a new contact.
  const nouvelles = liens.organisationIds.filter((lien) => !avant.includes(lien));
  verifierContact(contexte, {
    organisationIds: sens === entree.sens ? nouvelles : liens.organisationIds,
    interlocuteurIds: sens === entree.sens ? [] : liens.interlocuteurIds,
    sens: entree.sens,
    date: entree.date,
  });
  db.orm.update(sollicitation).set(colonnes).where(eq(sollicitation.id, id)).run();
  remplacerLiens(db, id, liens);
  refreshSummary(db, uniques([...avant, ...liens.organisationIds]));
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
      // Nobody is reminded to call who asked for silence in the meantime.
      `UPDATE relance SET archived_at = NULL, updated_at = ? WHERE sollicitation_id = ? AND archived_at = ?
         AND organisation_id NOT IN (SELECT id FROM organisation WHERE ne_plus_contacter_le IS NOT NULL)`,
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
  'sollicitations.record': recordExchange,
  'sollicitations.undoRecord': undoRecord,
  'sollicitations.ofOrganisation': ({ db }: Contexte, { organisationId }: { organisationId: string }) =>
    histoireDe(db, organisationId),
  'sollicitations.ofSalarie': ({ db }: Contexte, { salarieId }: { salarieId: string }) =>
    histoireDuSalarie(db, salarieId),
  'sollicitations.journal': journal,
  'sollicitations.journalComptes': comptesJournal,
  'sollicitations.exportJournal': exportJournal,
  'sollicitations.update': update,
  'sollicitations.archive': archive,
  'sollicitations.restore': restore,
  ...relancesOperations,
  ...piecesJointesOperations,
  ...brouillonsOperations,
  ...embauchesOperations,
};
