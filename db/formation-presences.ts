import type { z } from 'zod';
import { ErreurMetier } from '../shared/erreurs.ts';
import { cleDemi, refusDePresence } from '../shared/formation/regles-presences.ts';
import type { PresencesSession, stagiairesContrat } from '../shared/formation/stagiaires.ts';
import { STATUTS_ENGAGES } from '../shared/formation/statuts.ts';
import { enAlsaceMoselle, nomFerie } from '../shared/immersions/horaires.ts';
import type { Contexte } from './contexte.ts';
import { lireSessionSuivie } from './formation-commun.ts';
import type { Base } from './open.ts';
import { readParametres } from './parametres.ts';
import { enListe, requete } from './requetes.ts';

type Entree<N extends keyof typeof stagiairesContrat> = z.output<(typeof stagiairesContrat)[N]['entree']>;

const LIGNES = `
  SELECT i.id AS inscriptionId, s.id AS salarieId, s.prenom, s.nom, i.statut, i.entre_le AS entreLe,
    i.interrompu_le AS interrompuLe,
    (SELECT json_group_array(json_object('date', p.date, 'demi', p.demi, 'minutes', p.minutes, 'motif', p.motif))
       FROM (SELECT * FROM presence_formation WHERE inscription_id = i.id ORDER BY date, demi DESC) p) AS presences
  FROM inscription i JOIN salarie s ON s.id = i.salarie_id
  WHERE i.session_id = ? AND i.archived_at IS NULL AND i.statut IN (${enListe(STATUTS_ENGAGES)})
  ORDER BY s.nom_tri, s.id`;

type Ligne = Omit<PresencesSession['lignes'][number], 'salarie' | 'presences'> & {
  salarieId: string;
  prenom: string;
  nom: string;
  presences: string;
};

function lignesDe(db: Base, sessionId: string): PresencesSession['lignes'] {
  return (requete(db, LIGNES).all(sessionId) as Ligne[]).map(
    ({ salarieId, prenom, nom, presences, ...reste }) => ({
      ...reste,
      salarie: { id: salarieId, prenom, nom },
      presences: JSON.parse(presences),
    }),
  );
}

function presences({ db }: Contexte, { sessionId }: Entree<'formation.presences'>): PresencesSession {
  return { session: lireSessionSuivie(db, sessionId), lignes: lignesDe(db, sessionId) };
}

const EFFACER = 'DELETE FROM presence_formation WHERE inscription_id = ? AND date = ? AND demi = ?';
const POSER = `
  INSERT INTO presence_formation (inscription_id, date, demi, minutes, motif, updated_at)
  VALUES (@inscriptionId, @date, @demi, @minutes, @motif, @instant)
  ON CONFLICT (inscription_id, date, demi) DO UPDATE
    SET minutes = excluded.minutes, motif = excluded.motif, updated_at = excluded.updated_at`;

/** A presence is a fact: whoever was there had come in, and the steps before it cannot be dated after it. */
const ENTRER = `
  UPDATE inscription SET statut = CASE statut WHEN 'valide' THEN 'entre' ELSE statut END,
    entre_le = min(coalesce(entre_le, @date), @date), valide_le = min(valide_le, @date),
    positionne_le = min(positionne_le, @date), repere_le = min(repere_le, @date), updated_at = @instant
  WHERE id = @id AND (entre_le IS NULL OR entre_le > @date)`;

function savePresences(
  { db, instant, today }: Contexte,
  { sessionId, presences: notees }: Entree<'formation.savePresences'>,
): Record<string, never> {
  const session = lireSessionSuivie(db, sessionId);
  if (session.statut === 'annulee' || session.archivedAt !== null)
    throw new ErreurMetier('regle', { message: 'Cette session n’a pas lieu : il n’y a pas de présences.' });
  const lignes = new Map(lignesDe(db, sessionId).map((ligne) => [ligne.inscriptionId, ligne]));
  const creneaux = new Map(session.creneaux.map((creneau) => [cleDemi(creneau), creneau]));
  const alsace = enAlsaceMoselle(readParametres(db).structure?.codePostal ?? '');
  for (const [rang, { inscriptionId, ...presence }] of notees.entries()) {
    const ligne = lignes.get(inscriptionId);
    if (!ligne)
      throw new ErreurMetier('introuvable', {
        message: 'Cette personne n’est pas validée sur la session : validez-la d’abord.',
        champs: { [`presences.${rang}.inscriptionId`]: 'Cette personne n’est pas validée sur la session.' },
      });
    const refus = refusDePresence(presence, creneaux.get(cleDemi(presence)), {
      today,
      interrompuLe: ligne.interrompuLe,
      ferie: (date) => nomFerie(date, alsace),
    });
    if (refus)
      throw new ErreurMetier('regle', {
        message: refus.phrase,
        champs: { [`presences.${rang}.${refus.champ}`]: refus.phrase },
      });
    const { date, demi, minutes } = presence;
    if (minutes === null) requete(db, EFFACER).run(inscriptionId, date, demi);
    else requete(db, POSER).run({ inscriptionId, ...presence, instant });
    if ((minutes ?? 0) > 0) requete(db, ENTRER).run({ id: inscriptionId, date, instant });
  }
  return {};
}

export const presencesFormationOperations = {
  'formation.presences': presences,
  'formation.savePresences': savePresences,
};
