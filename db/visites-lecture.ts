import { ErreurMetier } from '../shared/erreurs.ts';
import { nomCourt } from '../shared/format.ts';
import { APPEL_VIDE, type Appel, type Entretien, type Faits } from '../shared/visites/schema.ts';
import type { Base } from './open.ts';
import { requete } from './requetes.ts';

/** What the JSON of the call card holds beside the card: the next action that the appointment made. */
export type AppelGarde = Appel & { relanceId?: string | null };

interface Ligne {
  id: string;
  interlocuteurId: string | null;
  sollicitationId: string | null;
  visiteLe: string | null;
  auteurId: string | null;
  auteurPrenom: string | null;
  auteurNom: string | null;
  date: string | null;
  heure: number | null;
  dureeMinutes: number | null;
  lieu: string;
  appel: string;
  grille: string;
  creeLe: string;
  modifieLe: string;
}

// A visit that was taken back frees its interview: it can be logged again.
const ENTRETIENS = `
  SELECT e.id, e.interlocuteur_id AS interlocuteurId, s.id AS sollicitationId, s.date AS visiteLe,
    e.auteur_id AS auteurId, m.prenom AS auteurPrenom, m.nom AS auteurNom, e.date, e.heure,
    e.duree_minutes AS dureeMinutes, e.lieu, e.appel, e.grille, e.created_at AS creeLe, e.updated_at AS modifieLe
  FROM entretien e LEFT JOIN sollicitation s ON s.id = e.sollicitation_id AND s.archived_at IS NULL
    LEFT JOIN membre m ON m.id = e.auteur_id
  WHERE e.archived_at IS NULL AND `;
const DE_L_ORGANISATION = `${ENTRETIENS} e.organisation_id = ?
  ORDER BY s.id IS NOT NULL, coalesce(s.date, e.date, substr(e.created_at, 1, 10)) DESC, e.id DESC`;

function versEntretien(ligne: Ligne): Entretien {
  const { relanceId: _interne, ...appel } = { ...APPEL_VIDE, ...(JSON.parse(ligne.appel) as AppelGarde) };
  const { version: _version, ...grille } = JSON.parse(ligne.grille) as Record<string, unknown>;
  return {
    id: ligne.id,
    interlocuteurId: ligne.interlocuteurId,
    sollicitation:
      ligne.sollicitationId === null ? null : { id: ligne.sollicitationId, date: ligne.visiteLe! },
    auteur:
      ligne.auteurId === null
        ? null
        : { id: ligne.auteurId, nom: nomCourt(ligne.auteurPrenom ?? '', ligne.auteurNom ?? '') },
    date: ligne.date,
    heure: ligne.heure,
    dureeMinutes: ligne.dureeMinutes,
    lieu: ligne.lieu,
    appel,
    grille: grille as Entretien['grille'],
    creeLe: ligne.creeLe,
    modifieLe: ligne.modifieLe,
  };
}

/** An interview still there, with the organisation it is about. */
export function readEntretien(db: Base, id: string): Entretien & { organisationId: string } {
  const ligne = requete(db, `${ENTRETIENS} e.id = ?`).get(id) as Ligne | undefined;
  if (!ligne)
    throw new ErreurMetier('introuvable', { message: 'Cette préparation de visite n’existe plus.' });
  const organisationId = requete(db, 'SELECT organisation_id FROM entretien WHERE id = ?').pluck().get(id);
  return { ...versEntretien(ligne), organisationId: organisationId as string };
}

const FAITS = `
  SELECT effectif, taille, categorie, genre, activite, saison_note AS saisonNote, recruteur, recrutements, conditions,
    motivations, ne_plus_contacter_le IS NOT NULL AS silence
  FROM organisation WHERE id = ?`;
const METIERS = `
  SELECT code, version, libelle FROM metier_organisation WHERE organisation_id = ? ORDER BY libelle, code`;

/** What the sheet of an organisation says of what the grid asks. */
export function lireFaits(db: Base, organisationId: string): Faits {
  const ligne = requete(db, FAITS).get(organisationId) as Record<string, string | number | null> | undefined;
  if (!ligne) throw new ErreurMetier('introuvable');
  const liste = (champ: string) => JSON.parse(ligne[champ] as string) as string[];
  return {
    ...(ligne as unknown as Faits),
    recrutements: liste('recrutements'),
    conditions: liste('conditions'),
    motivations: liste('motivations'),
    metiers: requete(db, METIERS).all(organisationId) as Faits['metiers'],
    silence: ligne.silence === 1,
  };
}

/** Interviews of an organisation: those to come or being prepared first, then the visits held, latest first. */
export function entretiensDe(db: Base, organisationId: string): Entretien[] {
  return (requete(db, DE_L_ORGANISATION).all(organisationId) as Ligne[]).map(versEntretien);
}
