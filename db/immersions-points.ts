import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { ajouterJours, type DateCivile } from '../shared/dates.ts';
import { ErreurMetier } from '../shared/erreurs.ts';
import { formaterDate, nomCourt } from '../shared/format.ts';
import {
  CONTENU_VIDE,
  type ContenuPoint,
  type GenrePoint,
  type ImmersionSuivie,
  type Point,
  type PointGarde,
  pointsDe,
} from '../shared/immersions/regles-points.ts';
import { contenuGarde, type suiviContrat } from '../shared/immersions/suivi.ts';
import type { Contexte } from './contexte.ts';
import { AVANCEMENT, joursDe, trouverImmersion } from './immersions.ts';
import { verifierCodes } from './nomenclatures.ts';
import type { Base } from './open.ts';
import { auteurCourant } from './parametres.ts';
import { requete } from './requetes.ts';
import { readSalarie } from './salaries.ts';
import { type immersion, immersionPoint } from './schema/index.ts';
import { recordExchange } from './sollicitations.ts';

type Entree<N extends keyof typeof suiviContrat> = z.output<(typeof suiviContrat)[N]['entree']>;

/** Days after the last one until which a point can still be put off: beyond, it is another story. */
const HORIZON_POINT = 365;

const PAR_IMMERSION = `
  SELECT immersion_id AS immersionId, id, cle, genre, echeance, fait_le AS faitLe, archived_at AS retireLe, contenu
  FROM immersion_point WHERE immersion_id IN (SELECT value FROM json_each(?)) ORDER BY echeance, id`;

interface LignePoint extends Omit<PointGarde, 'retire' | 'contenu' | 'genre'> {
  immersionId: string;
  genre: string;
  retireLe: string | null;
  contenu: string;
}

const versGarde = ({ id, cle, genre, echeance, faitLe, retireLe, contenu }: LignePoint): PointGarde => ({
  ...{ id, cle, echeance, faitLe },
  genre: genre as GenrePoint,
  retire: retireLe !== null,
  contenu: contenuGarde.parse(JSON.parse(contenu)),
});

/** Points of immersions that have a row of their own, by immersion. */
export function lirePoints(db: Base, immersionIds: readonly string[]): Map<string, PointGarde[]> {
  const lignes = requete(db, PAR_IMMERSION).all(JSON.stringify(immersionIds)) as LignePoint[];
  const parImmersion = Map.groupBy(lignes, ({ immersionId }) => immersionId);
  return new Map([...parImmersion].map(([id, points]) => [id, points.map(versGarde)]));
}

/** What the points of a record follow from; `bilanLe` comes with `AVANCEMENT`. */
export const suivieDe = (
  ligne: typeof immersion.$inferSelect,
  bilanLe: DateCivile | null,
): ImmersionSuivie => ({
  ...joursDe(ligne),
  statut: ligne.statut,
  objet: ligne.objet,
  finPrevue: ligne.finPrevue,
  bilanLe,
});

/** The points of an immersion as they are today. */
export function readPoints({ db, today }: Contexte, ligne: typeof immersion.$inferSelect): Point[] {
  const { bilanLe } = requete(db, `SELECT ${AVANCEMENT} FROM immersion i WHERE i.id = ?`).get(ligne.id) as {
    bilanLe: string | null;
  };
  return pointsDe(suivieDe(ligne, bilanLe), lirePoints(db, [ligne.id]).get(ligne.id) ?? [], today);
}

function trouverPoint(contexte: Contexte, { id, cle }: { id: string; cle: string }) {
  const ligne = trouverImmersion(contexte.db, id);
  const point = readPoints(contexte, ligne).find((celui) => celui.cle === cle);
  if (!point) throw new ErreurMetier('introuvable', { message: 'Ce point n’existe plus.' });
  return { ligne, point };
}

const duPoint = (immersionId: string, cle: string) =>
  and(eq(immersionPoint.immersionId, immersionId), eq(immersionPoint.cle, cle));

/** Writes what a point has become; its row is made on the first occasion. */
function garder(
  { db, ids, instant }: Contexte,
  immersionId: string,
  point: Point,
  set: Partial<typeof immersionPoint.$inferInsert>,
): string {
  if (point.id !== null) {
    db.orm
      .update(immersionPoint)
      .set({ ...set, updatedAt: instant })
      .where(eq(immersionPoint.id, point.id))
      .run();
    return point.id;
  }
  const { cle, genre, echeance } = point;
  const id = ids.next();
  const suivi = { createdAt: instant, updatedAt: instant };
  db.orm
    .insert(immersionPoint)
    .values({ id, immersionId, cle, genre, echeance, ...suivi, ...set })
    .run();
  return id;
}

/** A row that says nothing the dates do not say is no use. */
function oublierSiVide({ db }: Contexte, immersionId: string, cle: string): void {
  const ligne = db.orm.select().from(immersionPoint).where(duPoint(immersionId, cle)).get();
  if (!ligne || ligne.faitLe !== null || ligne.archivedAt !== null || ligne.genre === 'libre') return;
  const contenu = contenuGarde.parse(JSON.parse(ligne.contenu));
  if (JSON.stringify(contenu) === JSON.stringify(CONTENU_VIDE))
    db.orm.delete(immersionPoint).where(eq(immersionPoint.id, ligne.id)).run();
}

function refuser(champ: string, message: string): never {
  throw new ErreurMetier('regle', { message, champs: { [champ]: message } });
}

function verifierTenu({ today }: Contexte, ligne: typeof immersion.$inferSelect, faitLe: string): void {
  if (faitLe > today) refuser('faitLe', 'Un point tenu ne peut pas être daté dans le futur.');
  if (ligne.debut !== null && faitLe < ajouterJours(ligne.debut, -HORIZON_POINT))
    refuser('faitLe', `L’immersion commence le ${formaterDate(ligne.debut)} : vérifiez l’année.`);
}

function verifierEcheance(ligne: typeof immersion.$inferSelect, champ: string, echeance: string): void {
  const { debut, fin } = ligne;
  if (debut === null || fin === null) refuser(champ, 'L’immersion n’a pas encore ses dates.');
  if (echeance < debut) refuser(champ, `L’immersion commence le ${formaterDate(debut)}.`);
  if (echeance > ajouterJours(fin, HORIZON_POINT))
    refuser(champ, `L’immersion finit le ${formaterDate(fin)} : vérifiez l’année.`);
}

/** What the history of the host keeps of a point: a line for each who spoke. */
function texteEchange({ personne, tuteur, structure, suite }: ContenuPoint, prenom: string): string {
  return [
    [prenom, personne],
    ['Tuteur', tuteur],
    ['Nous', structure],
    ['Suite', suite],
  ]
    .filter(([, dit]) => dit)
    .map(([qui, dit]) => `${qui} : ${dit}`)
    .join('\n')
    .slice(0, 4000);
}

function noterEchange(
  contexte: Contexte,
  ligne: typeof immersion.$inferSelect,
  point: Point,
  { faitLe, contenu }: { faitLe: string; contenu: ContenuPoint },
): string {
  const { db } = contexte;
  const { prenom, nom } = readSalarie(db, ligne.salarieId);
  // A tutor of the network who still works there; one known by name alone is in the text.
  const joint =
    ligne.tuteurId !== null &&
    contenu.presents.includes('tuteur') &&
    requete(
      db,
      `SELECT 1 FROM fonction f JOIN interlocuteur p ON p.id = f.interlocuteur_id AND p.archived_at IS NULL
       WHERE f.interlocuteur_id = ? AND f.organisation_id = ? AND f.fin IS NULL`,
    ).get(ligne.tuteurId, ligne.organisationId) !== undefined;
  try {
    return recordExchange(contexte, {
      date: faitLe,
      canal: contenu.canal || 'telephone',
      sens: 'sortante',
      nature: '',
      sousNature: '',
      resultat: 'realisee',
      cause: '',
      objet: `Immersion de ${nomCourt(prenom, nom)} : ${point.titre.toLowerCase()}`.slice(0, 160),
      texte: texteEchange(contenu, prenom),
      dureeMinutes: null,
      organisationIds: [ligne.organisationId],
      interlocuteurIds: joint && ligne.tuteurId !== null ? [ligne.tuteurId] : [],
      salarieIds: [ligne.salarieId],
      nouvelleOrganisation: null,
      nouvelInterlocuteur: null,
      relance: null,
      relanceId: null,
    }).id;
  } catch (erreur) {
    // Whatever the history refuses, the form has one box for it.
    if (erreur instanceof ErreurMetier) refuser('echange', erreur.message);
    throw erreur;
  }
}

function savePoint(contexte: Contexte, entree: Entree<'immersions.savePoint'>) {
  const { id, cle, faitLe, echange, ...dit } = entree;
  const { ligne, point } = trouverPoint(contexte, { id, cle });
  verifierTenu(contexte, ligne, faitLe);
  verifierCodes(contexte.db, [{ champ: 'canal', liste: 'canaux', code: dit.canal }]);
  if (dit.prochain !== null) {
    if (dit.prochain <= faitLe) refuser('prochain', 'Le prochain point vient après celui-ci.');
    verifierEcheance(ligne, 'prochain', dit.prochain);
  }
  const contenu = { ...point.contenu, ...dit };
  const pointId = garder(contexte, id, point, {
    faitLe,
    auteurId: auteurCourant(contexte.db),
    contenu: JSON.stringify(contenu),
  });
  const sollicitationId = echange ? noterEchange(contexte, ligne, point, { faitLe, contenu }) : null;
  return { pointId, sollicitationId };
}

function donePoint(contexte: Contexte, { id, cle, fait }: Entree<'immersions.donePoint'>) {
  const { point } = trouverPoint(contexte, { id, cle });
  const auteurId = auteurCourant(contexte.db);
  if (fait && point.faitLe === null) garder(contexte, id, point, { faitLe: contexte.today, auteurId });
  if (!fait && point.faitLe !== null) {
    garder(contexte, id, point, { faitLe: null, auteurId: null });
    oublierSiVide(contexte, id, cle);
  }
  return {};
}

function movePoint(contexte: Contexte, { id, cle, echeance }: Entree<'immersions.movePoint'>) {
  const { ligne, point } = trouverPoint(contexte, { id, cle });
  if (point.faitLe !== null)
    throw new ErreurMetier('regle', { message: 'Ce point a été tenu : sa date ne bouge plus.' });
  verifierEcheance(ligne, 'echeance', echeance);
  const prevu = point.genre === 'libre' || echeance === point.prevu ? null : point.prevu;
  garder(contexte, id, point, { echeance, contenu: JSON.stringify({ ...point.contenu, prevu }) });
  oublierSiVide(contexte, id, cle);
  return { avant: point.echeance };
}

function addPoint(contexte: Contexte, { id, titre, echeance }: Entree<'immersions.addPoint'>) {
  const { db, ids, instant } = contexte;
  const ligne = trouverImmersion(db, id);
  if (ligne.statut === 'annulee' || ligne.statut === 'refusee')
    throw new ErreurMetier('regle', { message: 'Cette immersion n’a pas lieu : il n’y a rien à suivre.' });
  verifierEcheance(ligne, 'echeance', echeance);
  const cle = ids.next();
  db.orm
    .insert(immersionPoint)
    .values({
      id: cle,
      immersionId: id,
      cle,
      genre: 'libre',
      echeance,
      contenu: JSON.stringify({ ...CONTENU_VIDE, titre }),
      createdAt: instant,
      updatedAt: instant,
    })
    .run();
  return { cle };
}

function removePoint(contexte: Contexte, { id, cle }: Entree<'immersions.removePoint'>) {
  const { point } = trouverPoint(contexte, { id, cle });
  garder(contexte, id, point, { archivedAt: contexte.instant });
  return {};
}

function restorePoint(contexte: Contexte, { id, cle }: Entree<'immersions.restorePoint'>) {
  const { db, instant } = contexte;
  trouverImmersion(db, id);
  const { changes } = db.orm
    .update(immersionPoint)
    .set({ archivedAt: null, updatedAt: instant })
    .where(duPoint(id, cle))
    .run();
  if (changes === 0) throw new ErreurMetier('introuvable', { message: 'Ce point n’existe plus.' });
  oublierSiVide(contexte, id, cle);
  return {};
}

export const pointsOperations = {
  'immersions.savePoint': savePoint,
  'immersions.donePoint': donePoint,
  'immersions.movePoint': movePoint,
  'immersions.addPoint': addPoint,
  'immersions.removePoint': removePoint,
  'immersions.restorePoint': restorePoint,
};
