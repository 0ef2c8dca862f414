import type { DemiJournee, ReperesSession } from '../../../shared/documents/formation/commun.tsx';
import { adresseDe } from '../../../shared/documents/immersion/commun.tsx';
import { ErreurMetier } from '../../../shared/erreurs.ts';
import { direTitre } from '../../../shared/formation/titre-session.ts';
import { STRUCTURE_VIDE } from '../../../shared/parametres/schema.ts';
import type { Contexte } from '../../contexte.ts';
import type { Base } from '../../open.ts';
import { readParametres } from '../../parametres.ts';
import { requete } from '../../requetes.ts';
import { referentDe } from '../commun.ts';

const SESSION = `
  SELECT s.id, s.numero, s.statut, s.archived_at AS archivedAt, s.intitule, s.formateur, s.lieu, s.debut, s.fin, s.minutes,
    s.sur_temps_travail AS surTempsTravail, s.referent_id AS referentId,
    coalesce(nullif(s.accessibilite, ''), a.accessibilite) AS accessibilite,
    a.titre, a.genre, a.objectif, a.contenu, a.prerequis, a.certification, a.certification_code AS certificationCode,
    a.certification_titre AS certificationTitre,
    o.nom AS organismeNom, o.adresse, o.code_postal AS codePostal, o.ville
  FROM session_formation s JOIN action_formation a ON a.id = s.action_id
  LEFT JOIN organisation o ON o.id = s.organisme_id
  WHERE s.id = ?`;

interface LigneSession {
  id: string;
  numero: string;
  statut: string;
  archivedAt: string | null;
  intitule: string;
  formateur: string;
  lieu: string;
  debut: string;
  fin: string;
  minutes: number;
  surTempsTravail: number;
  referentId: string | null;
  accessibilite: string;
  titre: string;
  genre: string;
  objectif: string;
  contenu: string;
  prerequis: string;
  certification: string;
  certificationCode: string;
  certificationTitre: string;
  organismeNom: string | null;
  adresse: string;
  codePostal: string;
  ville: string;
}

/** Throws `introuvable` when there is no such session. */
export function trouverSession(db: Base, id: string): LigneSession {
  const ligne = requete(db, SESSION).get(id) as LigneSession | undefined;
  if (!ligne) throw new ErreurMetier('introuvable', { message: 'Cette session n’existe plus.' });
  return ligne;
}

const CRENEAUX = `
  SELECT date, demi, debut, fin FROM session_creneau WHERE session_id = ? ORDER BY date, debut`;

export const creneauxDe = (db: Base, sessionId: string): DemiJournee[] =>
  requete(db, CRENEAUX).all(sessionId) as DemiJournee[];

/** A session as its papers read it: its row, its half-days, and what they all say. */
export interface SessionLue {
  ligne: LigneSession;
  creneaux: DemiJournee[];
  reperes: ReperesSession;
}

export function lireSession({ db }: Contexte, id: string): SessionLue {
  const ligne = trouverSession(db, id);
  return {
    ligne,
    creneaux: creneauxDe(db, id),
    reperes: {
      structure: readParametres(db).structure ?? STRUCTURE_VIDE,
      numero: ligne.numero,
      formation: direTitre(ligne),
      organisme: ligne.organismeNom ?? '',
      formateur: ligne.formateur,
      // Where no place is said, it is at the training body's.
      lieu: ligne.lieu || (ligne.organismeNom === null ? '' : adresseDe(ligne)),
      debut: ligne.debut,
      fin: ligne.fin,
      minutes: ligne.minutes,
      referent: referentDe(db, ligne.referentId),
    },
  };
}

const INSCRITS = `
  SELECT i.id, i.statut, i.entre_le AS entreLe, i.interrompu_le AS interrompuLe, i.resultat, i.resultat_le AS resultatLe,
    i.positionnement, i.signe_salarie_le AS signeSalarieLe, i.signe_structure_le AS signeStructureLe,
    p.prenom, p.nom, p.sexe, p.naissance, p.adresse, p.code_postal AS codePostal, p.ville
  FROM inscription i JOIN salarie p ON p.id = i.salarie_id
  WHERE i.session_id = ? AND i.archived_at IS NULL ORDER BY p.nom_tri, p.id`;

export interface Inscrit {
  id: string;
  statut: string;
  entreLe: string | null;
  interrompuLe: string | null;
  resultat: string;
  resultatLe: string | null;
  positionnement: string;
  signeSalarieLe: string | null;
  signeStructureLe: string | null;
  prenom: string;
  nom: string;
  sexe: string;
  naissance: string;
  adresse: string;
  codePostal: string;
  ville: string;
}

/** Our trainees registered on a session, by name. */
export const inscritsDe = (db: Base, sessionId: string): Inscrit[] =>
  requete(db, INSCRITS).all(sessionId) as Inscrit[];

const INSCRIT = INSCRITS.replace(/WHERE .*$/s, 'WHERE i.session_id = ? AND i.id = ?');

/** Throws `introuvable` when nobody of the session is registered under that id. */
export function trouverInscrit(db: Base, sessionId: string, id: string): Inscrit {
  const inscrit = requete(db, INSCRIT).get(sessionId, id) as Inscrit | undefined;
  if (!inscrit) throw new ErreurMetier('introuvable', { message: 'Cette inscription n’existe plus.' });
  return inscrit;
}

/** One paper for each trainee whose registration has one of these states. */
export const parStagiaire =
  (retenu: (statut: string) => boolean) =>
  ({ db }: Contexte, sessionId: string): { id: string; titre: string }[] =>
    inscritsDe(db, sessionId).flatMap(({ id, statut, prenom, nom }) =>
      retenu(statut) ? [{ id, titre: `${prenom} ${nom}`.trim() }] : [],
    );

/** Of a session that will not take place, papers are kept but no more is handed out. */
export function obstacleSession({ statut }: LigneSession): { jamais: boolean; phrase: string } | null {
  return statut === 'annulee' ? { jamais: false, phrase: 'La session est annulée.' } : null;
}
