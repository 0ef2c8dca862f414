import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { ajouterJours, ecartJours } from '../shared/dates.ts';
import { ErreurMetier } from '../shared/erreurs.ts';
import { accorder, formaterDate } from '../shared/format.ts';
import { etatSession } from '../shared/formation/etat-session.ts';
import { fautesSession, parDate, pointsSession } from '../shared/formation/regles-session.ts';
import type {
  Creneau,
  PartenaireSession,
  SessionFiche,
  SessionSaisieLue,
  sessionSaisie,
  statutDemande,
} from '../shared/formation/session.ts';
import {
  estEnAttente,
  estEngage,
  type StatutInscription,
  type StatutSession,
} from '../shared/formation/statuts.ts';
import { direTitre } from '../shared/formation/titre-session.ts';
import { STATUTS_INSCRIPTION } from '../shared/nomenclatures/formation.ts';
import type { Contexte } from './contexte.ts';
import { verifierExistence } from './existe.ts';
import { actionsFormationOperations, RECONNU, readAction } from './formation-actions.ts';
import { calendrierFormationOperations, estEnAlsaceMoselle } from './formation-calendrier.ts';
import { sessionsListeOperations } from './formation-sessions-liste.ts';
import { verifierCodes } from './nomenclatures.ts';
import type { Base } from './open.ts';
import { requete } from './requetes.ts';
import { inscription, sessionCreneau, sessionFormation, sessionPartenaire } from './schema/index.ts';

type Saisie = Omit<SessionSaisieLue, 'id'>;

const CRENEAUX = 'SELECT date, demi, debut, fin FROM session_creneau WHERE session_id = ?';
const PARTENAIRES = `
  SELECT p.id, o.id AS organisationId, o.nom, p.places, p.entres, p.entres_femmes AS entresFemmes, p.part
  FROM session_partenaire p JOIN organisation o ON o.id = p.organisation_id
  WHERE p.session_id = ? ORDER BY o.nom_tri, o.id`;
const INSCRITS = `
  SELECT i.statut, count(*) AS nombre, count(*) FILTER (WHERE s.sexe = 'F') AS femmes
  FROM inscription i JOIN salarie s ON s.id = i.salarie_id
  WHERE i.session_id = ? AND i.archived_at IS NULL GROUP BY i.statut`;

/** The half-days of a session, in the order of the calendar. */
export const readCreneaux = (db: Base, sessionId: string): Creneau[] =>
  (requete(db, CRENEAUX).all(sessionId) as Creneau[]).sort(parDate);

function readPartenaires(db: Base, sessionId: string): PartenaireSession[] {
  const lus = requete(db, PARTENAIRES).all(sessionId) as (Omit<PartenaireSession, 'organisation'> & {
    organisationId: string;
    nom: string;
  })[];
  return lus.map(({ organisationId, nom, ...reste }) => ({
    ...reste,
    organisation: { id: organisationId, nom },
  }));
}

function readInscrits(db: Base, sessionId: string) {
  const lus = requete(db, INSCRITS).all(sessionId) as {
    statut: StatutInscription;
    nombre: number;
    femmes: number;
  }[];
  const somme = (garde: (statut: string) => boolean, lire: 'nombre' | 'femmes') =>
    lus.reduce((total, lu) => total + (garde(lu.statut) ? lu[lire] : 0), 0);
  return {
    inscriptions: Object.fromEntries(
      STATUTS_INSCRIPTION.valeurs.map(({ code }) => [
        code,
        lus.find(({ statut }) => statut === code)?.nombre ?? 0,
      ]),
    ) as Record<StatutInscription, number>,
    engages: somme(estEngage, 'nombre'),
    engagesFemmes: somme(estEngage, 'femmes'),
    enAttente: somme(estEnAttente, 'nombre'),
  };
}

function readOrganisme(db: Base, id: string | null, today: string): SessionFiche['organisme'] {
  if (id === null) return null;
  const lu = requete(
    db,
    `SELECT o.id, o.nom, ${RECONNU} AS reconnu FROM organisation o WHERE o.id = @id`,
  ).get({ id, today }) as { id: string; nom: string; reconnu: number };
  return { ...lu, reconnu: lu.reconnu === 1 };
}

function readReferent(db: Base, id: string | null): SessionFiche['referent'] {
  if (id === null) return null;
  return requete(db, 'SELECT id, prenom, nom FROM membre WHERE id = ?').get(id) as SessionFiche['referent'];
}

/** One session, put away or not. Throws `introuvable`. */
export function readSession({ db, today }: Pick<Contexte, 'db' | 'today'>, id: string): SessionFiche {
  const lue = db.orm.select().from(sessionFormation).where(eq(sessionFormation.id, id)).get();
  if (!lue) throw new ErreurMetier('introuvable');
  const { actionId, organismeId, referentId, createdAt: _c, updatedAt: _u, ...reste } = lue;
  const statut = lue.statut as StatutSession;
  const action = readAction({ db, today }, actionId);
  const creneaux = readCreneaux(db, id);
  const partenaires = readPartenaires(db, id);
  const { enAttente, ...inscrits } = readInscrits(db, id);
  const organisme = readOrganisme(db, organismeId, today);
  const etat = etatSession({ ...lue, statut }, today);
  const remplissage = {
    min: lue.placesMin,
    max: lue.placesMax,
    nous: inscrits.engages,
    partenaires: partenaires.reduce((somme, { places }) => somme + places, 0),
    enAttente,
  };
  return {
    ...reste,
    ...inscrits,
    statut,
    etat,
    coutMode: lue.coutMode as SessionFiche['coutMode'],
    titre: direTitre({ titre: action.titre, intitule: lue.intitule }),
    action,
    organisme,
    referent: readReferent(db, referentId),
    creneaux,
    partenaires,
    remplissage,
    points: pointsSession({
      ...lue,
      ...action,
      etat,
      statut,
      debut: lue.debut,
      minutes: lue.minutes,
      coutMode: lue.coutMode,
      coutCentimes: lue.coutCentimes,
      creneaux,
      remplissage,
      organisme,
      alsaceMoselle: estEnAlsaceMoselle(db),
    }),
  };
}

/** Next number of the year, `F2026-014`: the rank follows the highest one given, even to what was put away. */
function prochainNumero(db: Base, annee: string): string {
  const rang = requete(
    db,
    'SELECT coalesce(max(CAST(substr(numero, 7) AS INTEGER)), 0) + 1 FROM session_formation WHERE numero LIKE ?',
  )
    .pluck()
    .get(`F${annee}-%`) as number;
  return `F${annee}-${String(rang).padStart(3, '0')}`;
}

function verifier(db: Base, saisie: Saisie): void {
  verifierCodes(db, [{ champ: 'support', liste: 'supports', code: saisie.support }]);
  verifierExistence(db, [
    { champ: 'actionId', table: 'action_formation', id: saisie.actionId },
    { champ: 'organismeId', table: 'organisation', id: saisie.organismeId },
    { champ: 'referentId', table: 'membre', id: saisie.referentId },
    ...saisie.partenaires.map(({ organisationId: id }, rang) => ({
      champ: `partenaires.${rang}.organisationId`,
      table: 'organisation' as const,
      id,
    })),
  ]);
  const champs = fautesSession(saisie);
  const [message] = Object.values(champs);
  if (message !== undefined) throw new ErreurMetier('regle', { message, champs });
}

const colonnes = ({ creneaux: _c, partenaires: _p, ...saisie }: Saisie, instant: string) => ({
  ...saisie,
  updatedAt: instant,
});

function writeCreneaux(db: Base, sessionId: string, creneaux: readonly Creneau[]): void {
  db.orm.delete(sessionCreneau).where(eq(sessionCreneau.sessionId, sessionId)).run();
  const ajouter = requete(
    db,
    'INSERT INTO session_creneau (session_id, date, demi, debut, fin) VALUES (?, ?, ?, ?, ?)',
  );
  for (const { date, demi, debut, fin } of creneaux) ajouter.run(sessionId, date, demi, debut, fin);
}

/** Replaces the partners of a session; those it already had keep their record. */
function writePartenaires(
  { db, ids, instant }: Contexte,
  sessionId: string,
  saisis: Saisie['partenaires'],
): void {
  const connus = new Set(readPartenaires(db, sessionId).map(({ id }) => id));
  const lignes = saisis.map(({ id, ...partenaire }) => ({
    ...partenaire,
    id: id && connus.delete(id) ? id : ids.next(),
    sessionId,
    updatedAt: instant,
  }));
  db.orm.delete(sessionPartenaire).where(eq(sessionPartenaire.sessionId, sessionId)).run();
  for (const ligne of lignes) db.orm.insert(sessionPartenaire).values(ligne).run();
}

/** Registers the people of these needs, each once: the first need named is the one answered. */
function inscrireBesoins(
  { db, ids, instant, today }: Contexte,
  sessionId: string,
  besoinIds: readonly string[],
): void {
  verifierExistence(
    db,
    besoinIds.map((id) => ({ champ: 'besoinIds', table: 'besoin_formation', id })),
  );
  const vus = new Set<string>();
  for (const besoinId of besoinIds) {
    const salarieId = requete(
      db,
      'SELECT salarie_id FROM besoin_formation WHERE id = ? AND archived_at IS NULL',
    )
      .pluck()
      .get(besoinId) as string | null | undefined;
    // A need of a whole support names nobody yet.
    if (!salarieId || vus.has(salarieId)) continue;
    vus.add(salarieId);
    const suivi = { createdAt: instant, updatedAt: instant };
    db.orm
      .insert(inscription)
      .values({ id: ids.next(), sessionId, salarieId, besoinId, statut: 'repere', repereLe: today, ...suivi })
      .run();
  }
}

function create(
  contexte: Contexte,
  { besoinIds, statut, ...saisie }: z.output<typeof sessionSaisie>,
): { id: string } {
  const { db, ids, instant } = contexte;
  verifier(db, saisie);
  const id = ids.next();
  const numero = prochainNumero(db, saisie.debut.slice(0, 4));
  db.orm
    .insert(sessionFormation)
    .values({ id, numero, statut, ...colonnes(saisie, instant), createdAt: instant })
    .run();
  writeCreneaux(db, id, saisie.creneaux);
  writePartenaires(contexte, id, saisie.partenaires);
  inscrireBesoins(contexte, id, besoinIds);
  return { id };
}

const PRESENCES = `
  SELECT DISTINCT p.date, p.demi FROM presence_formation p JOIN inscription i ON i.id = p.inscription_id
  WHERE i.session_id = ?`;

/** A half-day whose presences are entered stays at the calendar: its hours would be lost. */
function refuserPresencesPerdues(db: Base, id: string, creneaux: readonly Creneau[]): void {
  const gardes = new Set(creneaux.map(({ date, demi }) => `${date} ${demi}`));
  const perdues = (requete(db, PRESENCES).all(id) as Pick<Creneau, 'date' | 'demi'>[]).filter(
    ({ date, demi }) => !gardes.has(`${date} ${demi}`),
  );
  const [premiere] = perdues;
  if (!premiere) return;
  const message =
    perdues.length === 1
      ? `Des présences sont saisies le ${formaterDate(premiere.date)} : cette demi-journée reste au calendrier.`
      : `Des présences sont saisies sur ${accorder(perdues.length, 'demi-journée')} retirées, dont le ${formaterDate(premiere.date)} : elles restent au calendrier.`;
  throw new ErreurMetier('regle', { message, champs: { creneaux: message } });
}

function update(contexte: Contexte, { id, ...saisie }: SessionSaisieLue): { id: string } {
  const { db, instant } = contexte;
  verifierExistence(db, [{ champ: 'id', table: 'session_formation', id }]);
  verifier(db, saisie);
  refuserPresencesPerdues(db, id, saisie.creneaux);
  db.orm.update(sessionFormation).set(colonnes(saisie, instant)).where(eq(sessionFormation.id, id)).run();
  writeCreneaux(db, id, saisie.creneaux);
  writePartenaires(contexte, id, saisie.partenaires);
  return { id };
}

function changeStatut(
  { db, instant }: Contexte,
  { id, statut, motif }: z.output<typeof statutDemande>,
): Record<string, never> {
  const { changes } = db.orm
    .update(sessionFormation)
    .set({ statut, motifAnnulation: statut === 'annulee' ? motif : '', updatedAt: instant })
    .where(eq(sessionFormation.id, id))
    .run();
  if (changes === 0) throw new ErreurMetier('introuvable');
  return {};
}

function setArchive({ db, instant }: Contexte, id: string, archivedAt: string | null): Record<string, never> {
  const { changes } = db.orm
    .update(sessionFormation)
    .set({ archivedAt, updatedAt: instant })
    .where(eq(sessionFormation.id, id))
    .run();
  if (changes === 0) throw new ErreurMetier('introuvable');
  return {};
}

/** Puts a session away; one that people follow or followed is cancelled instead, its hours would leave the plan unseen. */
function archive(contexte: Contexte, id: string): Record<string, never> {
  const { statut, engages } = readSession(contexte, id);
  if (engages > 0 && statut !== 'annulee') {
    throw new ErreurMetier('regle', {
      message: `${accorder(engages, 'personne y est validée ou entrée', 'personnes y sont validées ou entrées')} : une telle session s’annule, elle ne se retire pas.`,
    });
  }
  return setArchive(contexte, id, contexte.instant);
}

function duplicate(contexte: Contexte, { id, debut }: { id: string; debut: string }): { id: string } {
  const { action, organisme, referent, partenaires, ...session } = readSession(contexte, id);
  const ecart = ecartJours(session.debut, debut);
  return create(contexte, {
    actionId: action.id,
    statut: 'envisagee',
    intitule: session.intitule,
    organismeId: organisme?.id ?? null,
    formateur: session.formateur,
    lieu: session.lieu,
    debut,
    fin: ajouterJours(session.fin, ecart),
    minutes: session.minutes,
    surTempsTravail: session.surTempsTravail,
    placesMin: session.placesMin,
    placesMax: session.placesMax,
    stagiairesPrevus: session.stagiairesPrevus,
    coutMode: session.coutMode,
    coutCentimes: session.coutCentimes,
    support: session.support,
    accessibilite: session.accessibilite,
    referentId: referent?.id ?? null,
    note: '',
    creneaux: session.creneaux.map((creneau) => ({ ...creneau, date: ajouterJours(creneau.date, ecart) })),
    partenaires: partenaires.map(({ organisation, places, part }) => ({
      organisationId: organisation.id,
      places,
      part,
      entres: null,
      entresFemmes: null,
    })),
    besoinIds: [],
  });
}

export const sessionsFormationOperations = {
  ...actionsFormationOperations,
  ...sessionsListeOperations,
  ...calendrierFormationOperations,
  'formation.session': (contexte: Contexte, { id }: { id: string }) => readSession(contexte, id),
  'formation.createSession': create,
  'formation.updateSession': update,
  'formation.changeStatutSession': changeStatut,
  'formation.archiveSession': (contexte: Contexte, { id }: { id: string }) => archive(contexte, id),
  'formation.restoreSession': (contexte: Contexte, { id }: { id: string }) => setArchive(contexte, id, null),
  'formation.duplicateSession': duplicate,
};
