import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { ajouterJours } from '../shared/dates.ts';
import { ErreurMetier } from '../shared/erreurs.ts';
import { nomCourt } from '../shared/format.ts';
import { fauteEcheance, HORIZON } from '../shared/sollicitations/regles.ts';
import type {
  GroupeRelances,
  Relance,
  relancePrevue,
  relanceReportee,
  sollicitationNotee,
} from '../shared/sollicitations/schema.ts';
import type { Contexte } from './contexte.ts';
import type { Base } from './open.ts';
import { refreshSummary } from './organisations.ts';
import { auteurCourant } from './parametres.ts';
import { requete } from './requetes.ts';
import { organisation, relance, sollicitation } from './schema/index.ts';
import { verifierContact } from './silence.ts';

function verifierEcheance(echeance: string | null, echange: string | null, champ: string): void {
  const faute = echeance === null ? null : fauteEcheance(echeance, echange);
  if (faute) throw new ErreurMetier('regle', { message: faute, champs: { [champ]: faute } });
}

/** Who will be in charge: the one chosen, or else the author. */
function responsable({ db }: Contexte, choisi: string | null, champ: string): string | null {
  if (choisi === null) return auteurCourant(db);
  if (requete(db, 'SELECT 1 FROM membre WHERE id = ?').get(choisi)) return choisi;
  const faute = 'Cette personne n’est plus dans l’équipe.';
  throw new ErreurMetier('introuvable', { message: faute, champs: { [champ]: faute } });
}

const INSERTION = `
  INSERT INTO relance (id, organisation_id, sollicitation_id, libelle, echeance, evenement, responsable_id, created_at,
    updated_at)
  VALUES (@id, @organisationId, @sollicitationId, @libelle, @echeance, @evenement, @responsableId, @instant, @instant)`;

type Prevue = NonNullable<z.output<typeof sollicitationNotee>['relance']>;

/** A follow-up due is a contact to come: never to who asked for silence. */
function verifierReprise(contexte: Contexte, organisationIds: readonly string[]): void {
  verifierContact(contexte, { organisationIds, interlocuteurIds: [], sens: 'sortante' });
}

/** The next action of an exchange: one row per organisation, each done or postponed on its own. */
export function insertRelances(
  contexte: Contexte,
  echange: { id: string; date: string },
  organisationIds: readonly string[],
  prevue: Prevue,
): void {
  const { db, ids, instant } = contexte;
  verifierEcheance(prevue.echeance, echange.date, 'relance.echeance');
  // Even after an exchange that came from them: a next action is ours to make.
  verifierReprise(contexte, organisationIds);
  const responsableId = responsable(contexte, prevue.responsableId, 'relance.responsableId');
  const insertion = requete(db, INSERTION);
  for (const organisationId of organisationIds)
    insertion.run({
      ...prevue,
      id: ids.next(),
      organisationId,
      sollicitationId: echange.id,
      responsableId,
      instant,
    });
}

function trouver({ db }: Contexte, id: string) {
  const trouvee = db.orm
    .select()
    .from(relance)
    .where(and(eq(relance.id, id), isNull(relance.archivedAt)))
    .get();
  if (!trouvee) throw new ErreurMetier('introuvable', { message: 'Cette action n’existe plus.' });
  return trouvee;
}

/** Applies a change to a follow-up and brings the summary of its organisation up to date. */
function modifier(
  { db, instant }: Contexte,
  id: string,
  set: Partial<typeof relance.$inferInsert>,
): { id: string } {
  db.orm
    .update(relance)
    .set({ ...set, updatedAt: instant })
    .where(eq(relance.id, id))
    .run();
  const { organisationId } = db.orm.select().from(relance).where(eq(relance.id, id)).get()!;
  refreshSummary(db, [organisationId]);
  return { id };
}

/** Marks a follow-up as done; `reponseId` is the exchange that answers it. Already done: nothing changes. */
export function completeRelance(contexte: Contexte, id: string, reponseId: string | null): { id: string } {
  if (trouver(contexte, id).faitLe !== null) return { id };
  return modifier(contexte, id, { faitLe: contexte.today, reponseId });
}

function planRelance(contexte: Contexte, entree: z.output<typeof relancePrevue>): { id: string } {
  const { db, ids, instant } = contexte;
  verifierEcheance(entree.echeance, null, 'echeance');
  const existe = db.orm
    .select()
    .from(organisation)
    .where(and(eq(organisation.id, entree.organisationId), isNull(organisation.archivedAt)))
    .get();
  if (!existe) throw new ErreurMetier('introuvable');
  verifierReprise(contexte, [entree.organisationId]);
  const id = ids.next();
  const responsableId = responsable(contexte, entree.responsableId, 'responsableId');
  requete(db, INSERTION).run({ ...entree, id, sollicitationId: null, responsableId, instant });
  refreshSummary(db, [entree.organisationId]);
  return { id };
}

interface Moment {
  echeance: string | null;
  evenement: string;
}

/** Moves a follow-up to another moment; answers with the one it leaves, for the undo. */
function deplacer(contexte: Contexte, id: string, moment: Partial<Moment>): { id: string; avant: Moment } {
  const { sollicitationId, echeance, evenement } = trouver(contexte, id);
  const avant = { echeance, evenement };
  const apres = { ...avant, ...moment };
  if (apres.echeance === null && apres.evenement === '') {
    const faute = 'Choisissez un jour, ou dites ce que vous attendez.';
    throw new ErreurMetier('entree-invalide', { message: faute, champs: { echeance: faute } });
  }
  const echange = sollicitationId
    ? contexte.db.orm.select().from(sollicitation).where(eq(sollicitation.id, sollicitationId)).get()
    : undefined;
  verifierEcheance(apres.echeance, echange?.date ?? null, 'echeance');
  modifier(contexte, id, apres);
  return { id, avant };
}

const postponeRelance = (contexte: Contexte, { id, ...moment }: z.output<typeof relanceReportee>) =>
  deplacer(contexte, id, moment);

function eventHappened(contexte: Contexte, { id, echeance }: { id: string; echeance: string | null }) {
  if (trouver(contexte, id).evenement === '') {
    const message = 'Cette action n’attend plus rien : elle a déjà sa date.';
    throw new ErreurMetier('regle', { message });
  }
  return deplacer(contexte, id, { echeance: echeance ?? contexte.today, evenement: '' });
}

function uncompleteRelance(contexte: Contexte, { id }: { id: string }): { id: string } {
  verifierReprise(contexte, [trouver(contexte, id).organisationId]);
  return modifier(contexte, id, { faitLe: null, reponseId: null });
}

function restoreRelance(contexte: Contexte, { id }: { id: string }): { id: string } {
  const archivee = contexte.db.orm.select().from(relance).where(eq(relance.id, id)).get();
  if (!archivee) throw new ErreurMetier('introuvable');
  verifierReprise(contexte, [archivee.organisationId]);
  return modifier(contexte, id, { archivedAt: null });
}

interface Ligne {
  id: string;
  libelle: string;
  echeance: string | null;
  evenement: string;
  texte: string | null;
  organisationId: string;
  organisationNom: string;
  ville: string;
  telephone: string;
  interlocuteurId: string | null;
  civilite: string | null;
  prenom: string | null;
  nom: string | null;
  interlocuteurTelephone: string | null;
  membreId: string | null;
  membrePrenom: string | null;
  membreNom: string | null;
}

const lignesDe = (relances: string) => `
  SELECT r.id, r.libelle, r.echeance, r.evenement, s.texte,
         o.id organisationId, o.nom organisationNom, o.ville, o.telephone,
         i.id interlocuteurId, i.civilite, i.prenom, i.nom, i.telephone interlocuteurTelephone,
         m.id membreId, m.prenom membrePrenom, m.nom membreNom
  FROM ${relances} JOIN organisation o ON o.id = r.organisation_id AND o.archived_at IS NULL
  LEFT JOIN sollicitation s ON s.id = r.sollicitation_id
  LEFT JOIN interlocuteur i ON i.archived_at IS NULL AND i.id = (
    SELECT si.interlocuteur_id FROM sollicitation_interlocuteur si
    JOIN fonction f ON f.interlocuteur_id = si.interlocuteur_id AND f.organisation_id = r.organisation_id
    WHERE si.sollicitation_id = r.sollicitation_id ORDER BY si.interlocuteur_id LIMIT 1)
  LEFT JOIN membre m ON m.id = r.responsable_id
  WHERE r.archived_at IS NULL AND r.fait_le IS NULL`;

function versRelance<L extends Ligne>(ligne: L): Relance & Pick<L, 'echeance'> {
  return {
    id: ligne.id,
    libelle: ligne.libelle,
    echeance: ligne.echeance,
    evenement: ligne.evenement,
    texte: ligne.texte ?? '',
    organisation: {
      id: ligne.organisationId,
      nom: ligne.organisationNom,
      ville: ligne.ville,
      telephone: ligne.telephone,
    },
    interlocuteur:
      ligne.interlocuteurId === null
        ? null
        : {
            id: ligne.interlocuteurId,
            civilite: ligne.civilite ?? '',
            prenom: ligne.prenom ?? '',
            nom: ligne.nom ?? '',
            telephone: ligne.interlocuteurTelephone ?? '',
          },
    responsable:
      ligne.membreId === null
        ? null
        : { id: ligne.membreId, nom: nomCourt(ligne.membrePrenom ?? '', ligne.membreNom ?? '') },
  };
}

/** Most lines shown at once: beyond, the day is lost anyway, and the counts still tell. */
const MAXIMUM = 200;

const LES_MIENNES = '(@moi IS NULL OR r.responsable_id IS NULL OR r.responsable_id = @moi)';

type LigneDatee = Ligne & { echeance: string };

/** Follow-ups of one exchange from which they stand as one line: a mailing must not hide the rest of the day. */
const GROUPE = 6;

interface Portee {
  moi: string | null;
  limite: string;
}

function groupesDus({ sqlite }: Base, portee: Portee & { today: string }): GroupeRelances[] {
  return sqlite
    .prepare(
      `SELECT s.id, s.date, s.canal, s.objet, min(r.libelle) libelle, min(r.echeance) echeance, count(*) nombre,
              count(*) FILTER (WHERE r.echeance < @today) enRetard
       FROM relance r JOIN organisation o ON o.id = r.organisation_id AND o.archived_at IS NULL
       JOIN sollicitation s ON s.id = r.sollicitation_id
       WHERE r.archived_at IS NULL AND r.fait_le IS NULL AND r.echeance <= @limite AND ${LES_MIENNES}
       GROUP BY s.id HAVING count(*) >= ${GROUPE} ORDER BY min(r.echeance), s.date`,
    )
    .all(portee) as GroupeRelances[];
}

/** The follow-ups that one line of the due list stands for. */
function relancesOfExchange(
  { db, today }: Contexte,
  { sollicitationId, qui }: { sollicitationId: string; qui: 'moi' | 'equipe' },
) {
  const lignes = requete(
    db,
    `${lignesDe('relance r INDEXED BY relance_sollicitation')} AND r.sollicitation_id = @sollicitationId
     AND r.echeance <= @limite AND ${LES_MIENNES} ORDER BY r.echeance, o.nom_tri`,
  ).all({
    sollicitationId,
    moi: qui === 'moi' ? auteurCourant(db) : null,
    limite: ajouterJours(today, HORIZON),
  }) as LigneDatee[];
  return { lignes: lignes.map((ligne) => versRelance(ligne)) };
}

/** Waiting for its event: nothing to do before, except by its latest day when it has one. */
const EN_ATTENTE = "r.evenement <> '' AND (r.echeance IS NULL OR r.echeance > @limite)";

interface Comptes {
  enRetard: number;
  aujourdhui: number;
  plusTard: number;
  enAttente: number;
}

function relancesDues({ db, today }: Contexte, { qui }: { qui: 'moi' | 'equipe' }) {
  const moi = qui === 'moi' ? auteurCourant(db) : null;
  const limite = ajouterJours(today, HORIZON);
  const groupes = groupesDus(db, { moi, limite, today });
  const lignes = db.sqlite
    .prepare(
      `${lignesDe('relance r')} AND r.echeance <= @limite AND ${LES_MIENNES}
       AND (r.sollicitation_id IS NULL OR r.sollicitation_id NOT IN (SELECT value FROM json_each(@groupes)))
       ORDER BY r.echeance, o.nom_tri LIMIT ${MAXIMUM}`,
    )
    .all({ moi, limite, groupes: JSON.stringify(groupes.map(({ id }) => id)) }) as LigneDatee[];
  const attentes = db.sqlite
    .prepare(
      `${lignesDe('relance r')} AND ${EN_ATTENTE} AND ${LES_MIENNES} ORDER BY r.evenement, o.nom_tri LIMIT ${MAXIMUM}`,
    )
    .all({ moi, limite }) as Ligne[];
  const comptes = db.sqlite
    .prepare(
      `SELECT count(*) FILTER (WHERE r.echeance < @today) enRetard,
              count(*) FILTER (WHERE r.echeance = @today) aujourdhui,
              count(*) FILTER (WHERE r.echeance > @limite AND r.evenement = '') plusTard,
              count(*) FILTER (WHERE ${EN_ATTENTE}) enAttente
       FROM relance r JOIN organisation o ON o.id = r.organisation_id AND o.archived_at IS NULL
       WHERE r.archived_at IS NULL AND r.fait_le IS NULL AND ${LES_MIENNES}`,
    )
    .get({ moi, limite, today }) as Comptes;
  return { lignes: lignes.map(versRelance), groupes, attentes: attentes.map(versRelance), ...comptes };
}

/** Names its index: SQLite would rather read every follow-up of the network that is not done, already in order. */
function relancesOf({ db }: { db: Base }, { organisationId }: { organisationId: string }) {
  const lignes = db.sqlite
    .prepare(
      `${lignesDe('relance r INDEXED BY relance_organisation')} AND r.organisation_id = ? ORDER BY r.echeance IS NULL, r.echeance, r.id`,
    )
    .all(organisationId) as Ligne[];
  return { lignes: lignes.map(versRelance) };
}

type Cle = { id: string };

export const relancesOperations = {
  'sollicitations.relances': relancesDues,
  'sollicitations.relancesOf': relancesOf,
  'sollicitations.relancesOfExchange': relancesOfExchange,
  'sollicitations.planRelance': planRelance,
  'sollicitations.completeRelance': (contexte: Contexte, { id }: Cle) => completeRelance(contexte, id, null),
  'sollicitations.uncompleteRelance': uncompleteRelance,
  'sollicitations.postponeRelance': postponeRelance,
  'sollicitations.eventHappened': eventHappened,
  'sollicitations.archiveRelance': (contexte: Contexte, { id }: Cle) =>
    modifier(contexte, trouver(contexte, id).id, { archivedAt: contexte.instant }),
  'sollicitations.restoreRelance': restoreRelance,
};
