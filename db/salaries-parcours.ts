import { and, eq, isNull } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { z } from 'zod';
import { ajouterJours } from '../shared/dates.ts';
import { ErreurMetier } from '../shared/erreurs.ts';
import { formaterDate, nomCourt } from '../shared/format.ts';
import { etatImmersion, LIBELLES_ETAT } from '../shared/immersions/etat.ts';
import { STATUTS_SANS_SUITE } from '../shared/immersions/statuts.ts';
import { STATUTS_INSCRIPTION } from '../shared/nomenclatures/formation.ts';
import { label } from '../shared/nomenclatures/nomenclature.ts';
import {
  CONTRATS,
  ETATS_OBJECTIF,
  GENRES_ENTRETIEN,
  MOTIFS_ABSENCE,
  MOTIFS_SUSPENSION,
} from '../shared/nomenclatures/salaries.ts';
import { CONTRATS_EMBAUCHE } from '../shared/nomenclatures/sollicitations.ts';
import type {
  Absence,
  Entretien,
  Moment,
  Objectif,
  Parcours,
  parcoursContrat,
  Trait,
} from '../shared/salaries/parcours.ts';
import { contratCourant } from '../shared/salaries/regles.ts';
import { finPass, type PassLu } from '../shared/salaries/regles-pass.ts';
import { etapesApres } from '../shared/salaries/regles-suite.ts';
import { PREMIER_JOUR } from '../shared/sollicitations/regles.ts';
import type { Contexte } from './contexte.ts';
import { TITRE_SESSION } from './formation-titre.ts';
import { AVANCEMENT } from './immersions.ts';
import { libelles } from './nomenclatures.ts';
import type { Base } from './open.ts';
import { auteurCourant } from './parametres.ts';
import { enListe, requete } from './requetes.ts';
import { lireFaits } from './salaries-suite.ts';
import { absence, contrat, entretienSalarie, membre, objectifParcours, salarie } from './schema/index.ts';

type Entree<N extends keyof typeof parcoursContrat> = z.output<(typeof parcoursContrat)[N]['entree']>;

/** How far ahead a day agreed on may be, in days: beyond, the year is wrong. */
const HORIZON_PREVU = 3 * 366;

function refuser(champ: string, message: string): never {
  throw new ErreurMetier('regle', { message, champs: { [champ]: message } });
}

/** Refuses a person that is gone: what is said of a parcours stays with its sheet. */
function verifierSalarie({ db }: Contexte, salarieId: string): void {
  const connu = db.orm
    .select({ id: salarie.id })
    .from(salarie)
    .where(and(eq(salarie.id, salarieId), isNull(salarie.archivedAt)))
    .get();
  if (connu) return;
  const message = 'Cette fiche de salarié n’existe plus, ou est archivée.';
  throw new ErreurMetier('introuvable', { message, champs: { salarieId: message } });
}

function verifierPasse({ today }: Contexte, champ: string, date: string, phrase: string): void {
  if (date > today) refuser(champ, phrase);
  if (date < PREMIER_JOUR) refuser(champ, 'Cette date est trop ancienne : vérifiez l’année.');
}

function verifierPrevu({ today }: Contexte, champ: string, date: string | null): void {
  if (date !== null && date > ajouterJours(today, HORIZON_PREVU))
    refuser(champ, 'Cette date est trop lointaine : vérifiez l’année.');
}

type Suivie = SQLiteTable & { id: SQLiteColumn; salarieId: SQLiteColumn; archivedAt: SQLiteColumn };

/** Puts away or back one of the records of a parcours. */
function setArchive(
  { db }: Contexte,
  table: Suivie,
  id: string,
  archivedAt: string | null,
  instant: string,
): Record<string, never> {
  const { changes } = db.orm
    .update(table)
    .set({ archivedAt, updatedAt: instant } as never)
    .where(eq(table.id, id))
    .run();
  if (changes === 0) throw new ErreurMetier('introuvable', { message: 'Cette ligne n’existe plus.' });
  return {};
}

/** Changes a record of the person, or adds one; one that belongs to somebody else is unknown here. */
function ecrire(
  { db, ids, instant }: Contexte,
  table: Suivie,
  id: string | undefined,
  salarieId: string,
  valeurs: Record<string, unknown>,
  nouvelles: Record<string, unknown> = {},
): { id: string } {
  if (id === undefined) {
    const cle = ids.next();
    db.orm
      .insert(table)
      .values({
        id: cle,
        salarieId,
        ...valeurs,
        ...nouvelles,
        createdAt: instant,
        updatedAt: instant,
      } as never)
      .run();
    return { id: cle };
  }
  const { changes } = db.orm
    .update(table)
    .set({ ...valeurs, updatedAt: instant } as never)
    .where(and(eq(table.id, id), eq(table.salarieId, salarieId), isNull(table.archivedAt)))
    .run();
  if (changes === 0) throw new ErreurMetier('introuvable', { message: 'Cette ligne n’existe plus.' });
  return { id };
}

function saveEntretien(contexte: Contexte, entree: Entree<'salaries.saveEntretien'>): { id: string } {
  const { db } = contexte;
  const { id, salarieId, auteurId, ...dit } = entree;
  verifierSalarie(contexte, salarieId);
  verifierPasse(
    contexte,
    'date',
    dit.date,
    'Un entretien à venir se note comme « prochain entretien » du dernier tenu.',
  );
  verifierPrevu(contexte, 'prochain', dit.prochain);
  if (auteurId && !db.orm.select().from(membre).where(eq(membre.id, auteurId)).get())
    refuser('auteurId', 'Cette personne n’est plus dans l’équipe.');
  const auteur =
    auteurId === undefined ? (id === undefined ? { auteurId: auteurCourant(db) } : {}) : { auteurId };
  return ecrire(contexte, entretienSalarie, id, salarieId, { ...dit, ...auteur });
}

const vivante = (table: Suivie, id: string) => and(eq(table.id, id), isNull(table.archivedAt));

function moveEntretien(contexte: Contexte, { id, prochain }: Entree<'salaries.moveEntretien'>) {
  const { db, instant } = contexte;
  const avant = db.orm.select().from(entretienSalarie).where(vivante(entretienSalarie, id)).get();
  if (!avant) throw new ErreurMetier('introuvable', { message: 'Cet entretien n’existe plus.' });
  if (prochain !== null && prochain <= avant.date)
    refuser('prochain', `Le prochain entretien vient après celui du ${formaterDate(avant.date)}.`);
  verifierPrevu(contexte, 'prochain', prochain);
  db.orm
    .update(entretienSalarie)
    .set({ prochain, updatedAt: instant })
    .where(eq(entretienSalarie.id, id))
    .run();
  return { avant: avant.prochain };
}

function saveObjectif(contexte: Contexte, entree: Entree<'salaries.saveObjectif'>): { id: string } {
  const { id, salarieId, ...dit } = entree;
  verifierSalarie(contexte, salarieId);
  verifierPasse(contexte, 'fixeLe', dit.fixeLe, 'Un objectif se fixe aujourd’hui, ou avant.');
  verifierPrevu(contexte, 'echeance', dit.echeance);
  return ecrire(contexte, objectifParcours, id, salarieId, dit, { etat: 'en_cours', etatLe: null });
}

function trouverObjectif({ db }: Contexte, id: string): typeof objectifParcours.$inferSelect {
  const trouve = db.orm.select().from(objectifParcours).where(vivante(objectifParcours, id)).get();
  if (!trouve) throw new ErreurMetier('introuvable', { message: 'Cet objectif n’existe plus.' });
  return trouve;
}

function etatObjectif(contexte: Contexte, { id, etat, le }: Entree<'salaries.etatObjectif'>) {
  const avant = trouverObjectif(contexte, id);
  if (le !== null) {
    verifierPasse(contexte, 'le', le, 'Ce jour n’est pas encore venu.');
    if (le < avant.fixeLe) refuser('le', `L’objectif a été fixé le ${formaterDate(avant.fixeLe)}.`);
  }
  contexte.db.orm
    .update(objectifParcours)
    .set({
      etat,
      etatLe: etat === 'en_cours' ? null : (le ?? contexte.today),
      updatedAt: contexte.instant,
    })
    .where(eq(objectifParcours.id, id))
    .run();
  return { avant: { etat: avant.etat as Objectif['etat'], le: avant.etatLe } };
}

function moveObjectif(contexte: Contexte, { id, echeance }: Entree<'salaries.moveObjectif'>) {
  const avant = trouverObjectif(contexte, id);
  if (echeance !== null && echeance < avant.fixeLe)
    refuser('echeance', `L’objectif a été fixé le ${formaterDate(avant.fixeLe)}.`);
  verifierPrevu(contexte, 'echeance', echeance);
  contexte.db.orm
    .update(objectifParcours)
    .set({ echeance, updatedAt: contexte.instant })
    .where(eq(objectifParcours.id, id))
    .run();
  return { avant: avant.echeance };
}

const CHEVAUCHEE = `
  SELECT debut, fin FROM absence
  WHERE salarie_id = @salarieId AND archived_at IS NULL AND id <> @id AND debut <= @fin AND fin >= @debut LIMIT 1`;

function verifierChevauchement(
  { db }: Contexte,
  id: string,
  { salarieId, debut, fin }: Omit<Absence, 'motif' | 'id'> & { salarieId: string },
): void {
  const autre = requete(db, CHEVAUCHEE).get({ salarieId, debut, fin, id }) as
    | { debut: string; fin: string }
    | undefined;
  if (autre)
    refuser(
      'debut',
      `Une absence est déjà notée du ${formaterDate(autre.debut)} au ${formaterDate(autre.fin)}.`,
    );
}

function saveAbsence(contexte: Contexte, entree: Entree<'salaries.saveAbsence'>): { id: string } {
  const { id, salarieId, ...dite } = entree;
  verifierSalarie(contexte, salarieId);
  if (dite.debut < PREMIER_JOUR) refuser('debut', 'Cette date est trop ancienne : vérifiez l’année.');
  verifierPrevu(contexte, 'fin', dite.fin);
  verifierChevauchement(contexte, id ?? '', { salarieId, ...dite });
  return ecrire(contexte, absence, id, salarieId, dite);
}

function restoreAbsence(contexte: Contexte, { id }: { id: string }) {
  const ligne = contexte.db.orm.select().from(absence).where(eq(absence.id, id)).get();
  if (ligne) verifierChevauchement(contexte, id, ligne);
  return setArchive(contexte, absence, id, null, contexte.instant);
}

function saveSuite(contexte: Contexte, { contratId, suite, suiteNote }: Entree<'salaries.saveSuite'>) {
  const { db, instant } = contexte;
  const avant = db.orm.select().from(contrat).where(eq(contrat.id, contratId)).get();
  if (!avant) throw new ErreurMetier('introuvable', { message: 'Ce contrat n’existe plus.' });
  verifierSalarie(contexte, avant.salarieId);
  if (avant.fin === null && suite !== '') refuser('suite', 'Ce contrat n’a pas de fin : rien ne le suit.');
  db.orm
    .update(contrat)
    .set({ suite, suiteNote: suite === '' ? '' : suiteNote, updatedAt: instant })
    .where(eq(contrat.id, contratId))
    .run();
  return { avant: { suite: avant.suite as typeof suite, suiteNote: avant.suiteNote } };
}

const ENTRETIENS = `
  SELECT e.id, e.genre, e.date, e.duree_minutes AS dureeMinutes, e.texte, e.prochain,
    m.id AS membreId, m.prenom, m.nom
  FROM entretien_salarie e LEFT JOIN membre m ON m.id = e.auteur_id
  WHERE e.salarie_id = ? AND e.archived_at IS NULL ORDER BY e.date DESC, e.created_at DESC, e.id DESC`;
const OBJECTIFS = `
  SELECT id, libelle, fixe_le AS fixeLe, echeance, etat, etat_le AS etatLe FROM objectif_parcours
  WHERE salarie_id = ? AND archived_at IS NULL
  ORDER BY etat <> 'en_cours', CASE WHEN etat = 'en_cours' THEN echeance END NULLS LAST, etat_le DESC, fixe_le, id`;
const ABSENCES = `
  SELECT id, debut, fin, motif FROM absence WHERE salarie_id = ? AND archived_at IS NULL ORDER BY debut DESC, id`;

type EntretienLu = Omit<Entretien, 'auteur'> & {
  membreId: string | null;
  prenom: string | null;
  nom: string | null;
};

function lireEntretiens(db: Base, salarieId: string): Entretien[] {
  return (requete(db, ENTRETIENS).all(salarieId) as EntretienLu[]).map(
    ({ membreId, prenom, nom, ...entretien }) => ({
      ...entretien,
      auteur: membreId === null ? null : { id: membreId, nom: nomCourt(prenom ?? '', nom ?? '') },
    }),
  );
}

const TRAITS_CONTRATS = `
  SELECT c.id, c.debut, c.fin, c.nature,
    (SELECT json_group_array(json_object('debut', s.debut, 'fin', s.fin, 'motif', s.motif))
       FROM contrat_suspension s WHERE s.contrat_id = c.id) AS suspensions
  FROM contrat c WHERE c.salarie_id = ? ORDER BY c.debut, c.id`;
const TRAITS_PASS = `
  SELECT p.id, p.numero, p.debut, p.fin,
    (SELECT json_group_array(json_object('genre', e.genre, 'motif', e.motif, 'debut', e.debut, 'fin', e.fin))
       FROM pass_evenement e WHERE e.pass_id = p.id) AS evenements
  FROM pass_iae p WHERE p.salarie_id = ? ORDER BY p.debut, p.id`;
const TRAITS_IMMERSIONS = `
  SELECT i.id, i.debut, i.fin, i.statut, i.fin_prevue AS finPrevue, o.nom, ${AVANCEMENT}
  FROM immersion i JOIN organisation o ON o.id = i.organisation_id
  WHERE i.salarie_id = ? AND i.archived_at IS NULL AND i.debut IS NOT NULL AND i.fin IS NOT NULL
    AND i.statut NOT IN (${enListe(STATUTS_SANS_SUITE)}) ORDER BY i.debut, i.id`;
const TRAITS_FORMATIONS = `
  SELECT f.id, f.debut, coalesce(CASE WHEN n.statut = 'interrompu' THEN n.interrompu_le END, f.fin) AS fin, n.statut,
    ${TITRE_SESSION} AS titre
  FROM inscription n JOIN session_formation f ON f.id = n.session_id JOIN action_formation a ON a.id = f.action_id
  WHERE n.salarie_id = ? AND n.archived_at IS NULL AND n.statut <> 'ecarte'
    AND f.archived_at IS NULL AND f.statut <> 'annulee' ORDER BY f.debut, f.id`;
const ECHANGES = `
  SELECT s.id, s.date, s.canal, s.objet,
    coalesce((SELECT group_concat(o.nom, ', ') FROM sollicitation_organisation so JOIN organisation o ON o.id = so.organisation_id
       WHERE so.sollicitation_id = s.id), '') AS organisations
  FROM sollicitation_salarie l CROSS JOIN sollicitation s ON s.id = l.sollicitation_id
  WHERE l.salarie_id = ? AND s.archived_at IS NULL ORDER BY s.date, s.id`;
const EMBAUCHES = `
  SELECT e.id, e.date, e.contrat, o.nom FROM embauche e JOIN organisation o ON o.id = e.organisation_id
  WHERE e.salarie_id = ? AND e.archived_at IS NULL ORDER BY e.date, e.id`;

/** Everything that lasts, in the order of its lane. */
function lireTraits({ db, today }: Contexte, id: string, absences: readonly Absence[]): Trait[] {
  const lus = <L>(sql: string) => requete(db, sql).all(id) as L[];
  const simple = { precision: '', pauses: [], prolongeDepuis: null };
  return [
    ...lus<{ id: string; debut: string; fin: string | null; nature: string; suspensions: string }>(
      TRAITS_CONTRATS,
    ).map(
      ({ nature, suspensions, ...contrat }): Trait => ({
        sorte: 'contrat',
        ...contrat,
        ...simple,
        libelle: label(CONTRATS, nature),
        pauses: (JSON.parse(suspensions) as Trait['pauses']).map((pause) => ({
          ...pause,
          motif: label(MOTIFS_SUSPENSION, pause.motif),
        })),
      }),
    ),
    ...lus<{ id: string; numero: string; debut: string; fin: string; evenements: string }>(TRAITS_PASS).map(
      ({ numero, evenements: dits, ...pass }): Trait => {
        const evenements = JSON.parse(dits) as PassLu['evenements'];
        const fin = finPass({ ...pass, evenements });
        return {
          sorte: 'pass',
          ...pass,
          ...simple,
          fin,
          libelle: 'PASS IAE',
          precision: numero,
          pauses: evenements
            .filter(({ genre }) => genre === 'suspension')
            .map(({ debut, fin }) => ({ debut, fin, motif: 'Suspension' })),
          prolongeDepuis: fin > pass.fin ? pass.fin : null,
        };
      },
    ),
    ...lus<{
      id: string;
      debut: string;
      fin: string;
      statut: string;
      finPrevue: string | null;
      bilanLe: string | null;
      nom: string;
    }>(TRAITS_IMMERSIONS).map(
      ({ nom, ...immersion }): Trait => ({
        sorte: 'immersion',
        id: immersion.id,
        debut: immersion.debut,
        fin: immersion.fin,
        ...simple,
        libelle: nom,
        precision: LIBELLES_ETAT[etatImmersion(immersion as never, today)],
      }),
    ),
    ...lus<{ id: string; debut: string; fin: string; statut: string; titre: string }>(TRAITS_FORMATIONS).map(
      ({ titre, statut, ...session }): Trait => ({
        sorte: 'formation',
        ...session,
        ...simple,
        libelle: titre,
        precision: label(STATUTS_INSCRIPTION, statut),
      }),
    ),
    ...absences.toReversed().map(
      ({ id: cle, debut, fin, motif }): Trait => ({
        sorte: 'absence',
        id: cle,
        debut,
        fin,
        ...simple,
        libelle: label(MOTIFS_ABSENCE, motif),
      }),
    ),
  ];
}

/** Everything that happened on a day, the oldest first. */
function lireMoments(
  db: Base,
  id: string,
  entretiens: readonly Entretien[],
  objectifs: readonly Objectif[],
): Moment[] {
  const canal = libelles(db, 'canaux');
  const lus = <L>(sql: string) => requete(db, sql).all(id) as L[];
  return [
    ...entretiens.map(
      ({ id: cle, date, genre, auteur }): Moment => ({
        sorte: 'entretien',
        id: cle,
        date,
        libelle: label(GENRES_ENTRETIEN, genre),
        precision: auteur?.nom ?? '',
      }),
    ),
    ...lus<{ id: string; date: string; canal: string; objet: string; organisations: string }>(ECHANGES).map(
      (echange): Moment => ({
        sorte: 'echange',
        id: echange.id,
        date: echange.date,
        libelle: [canal(echange.canal), echange.organisations].filter(Boolean).join(', '),
        precision: echange.objet,
      }),
    ),
    ...lus<{ id: string; date: string; contrat: string; nom: string }>(EMBAUCHES).map(
      (hire): Moment => ({
        sorte: 'embauche',
        id: hire.id,
        date: hire.date,
        libelle: hire.nom,
        precision: label(CONTRATS_EMBAUCHE, hire.contrat),
      }),
    ),
    ...objectifs.flatMap(({ id: cle, libelle, etat, etatLe, echeance }): Moment[] => {
      const date = etat === 'en_cours' ? echeance : etatLe;
      return date === null
        ? []
        : [{ sorte: 'objectif', id: cle, date, libelle, precision: label(ETATS_OBJECTIF, etat) }];
    }),
  ].sort((a, b) => a.date.localeCompare(b.date));
}

/** Everything the sheet of a person tells besides who they are. Throws `introuvable`. */
export function readParcours(contexte: Contexte, { id }: { id: string }): Parcours {
  const { db, today } = contexte;
  if (!db.orm.select({ id: salarie.id }).from(salarie).where(eq(salarie.id, id)).get())
    throw new ErreurMetier('introuvable');
  const entretiens = lireEntretiens(db, id);
  const objectifs = requete(db, OBJECTIFS).all(id) as Objectif[];
  const absences = requete(db, ABSENCES).all(id) as Absence[];
  const faits = lireFaits(db, [id]).get(id)!;
  const courant = contratCourant(faits.contrats, today);
  const [dernier] = entretiens;
  return {
    entretiens,
    objectifs,
    absences,
    prochainEntretien: dernier?.prochain ? { entretienId: dernier.id, date: dernier.prochain } : null,
    etapes: courant === null ? [] : etapesApres(courant, faits, today),
    traits: lireTraits(contexte, id, absences),
    moments: lireMoments(db, id, entretiens, objectifs),
  };
}

type Cible = { id: string };
const ranger =
  (table: Suivie) =>
  (contexte: Contexte, { id }: Cible) =>
    setArchive(contexte, table, id, contexte.instant, contexte.instant);
const remettre =
  (table: Suivie) =>
  (contexte: Contexte, { id }: Cible) =>
    setArchive(contexte, table, id, null, contexte.instant);

export const parcoursSalarieOperations = {
  'salaries.parcours': readParcours,
  'salaries.saveEntretien': saveEntretien,
  'salaries.moveEntretien': moveEntretien,
  'salaries.archiveEntretien': ranger(entretienSalarie),
  'salaries.restoreEntretien': remettre(entretienSalarie),
  'salaries.saveObjectif': saveObjectif,
  'salaries.etatObjectif': etatObjectif,
  'salaries.moveObjectif': moveObjectif,
  'salaries.archiveObjectif': ranger(objectifParcours),
  'salaries.restoreObjectif': remettre(objectifParcours),
  'salaries.saveAbsence': saveAbsence,
  'salaries.archiveAbsence': ranger(absence),
  'salaries.restoreAbsence': restoreAbsence,
  'salaries.saveSuite': saveSuite,
};
