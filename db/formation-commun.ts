import { ErreurMetier } from '../shared/erreurs.ts';
import { viseUnResultat } from '../shared/formation/regles-inscription.ts';
import type { SessionSuivie } from '../shared/formation/stagiaires.ts';
import { TITRE_SESSION } from './formation-titre.ts';
import type { Base } from './open.ts';
import { requete } from './requetes.ts';

/** Sessions (`f`) that take place: no figure counts the others. */
export const SESSION_COMPTEE = "f.archived_at IS NULL AND f.statut <> 'annulee'";

/** Minutes really followed on a registration (`i`), and half-days noted, one cancelled being nobody's absence. */
export const REALISE = `
  coalesce((SELECT sum(p.minutes) FROM presence_formation p WHERE p.inscription_id = i.id), 0) AS minutesRealisees,
  (SELECT count(*) FROM presence_formation p WHERE p.inscription_id = i.id AND p.motif <> 'annulee') AS demiNotees`;

const SESSION = `
  SELECT f.id, f.numero, ${TITRE_SESSION} AS titre, a.genre, a.theme, a.certification, a.prerequis, f.statut, f.debut,
    f.fin, f.minutes, f.sur_temps_travail AS surTempsTravail, f.places_min AS placesMin, f.places_max AS placesMax,
    f.archived_at AS archivedAt
  FROM session_formation f JOIN action_formation a ON a.id = f.action_id WHERE f.id = ?`;

const CRENEAUX = `
  SELECT date, demi, debut, fin FROM session_creneau WHERE session_id = ? ORDER BY date, debut`;

/** The session as the screens of its trainees say it, with its half-days in order. Throws `introuvable`. */
export function lireSessionSuivie(db: Base, id: string): SessionSuivie {
  const ligne = requete(db, SESSION).get(id) as
    | (Omit<SessionSuivie, 'prerequis' | 'viseResultat' | 'surTempsTravail' | 'creneaux'> & {
        certification: string;
        prerequis: string;
        surTempsTravail: number;
      })
    | undefined;
  if (!ligne) throw new ErreurMetier('introuvable', { message: 'Cette session n’existe plus.' });
  const { certification, prerequis, surTempsTravail, ...reste } = ligne;
  return {
    ...reste,
    surTempsTravail: surTempsTravail === 1,
    prerequis: JSON.parse(prerequis) as string[],
    viseResultat: viseUnResultat({ genre: ligne.genre, certification }),
    creneaux: requete(db, CRENEAUX).all(id) as SessionSuivie['creneaux'],
  };
}
