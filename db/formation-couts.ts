import type { DateCivile } from '../shared/dates.ts';
import { type CoutSaisi, coutsSession, type SessionACouter } from '../shared/formation/couts.ts';
import { STATUTS_ENGAGES } from '../shared/formation/statuts.ts';
import { direTitre } from '../shared/formation/titre-session.ts';
import { propreAu, seuilLivre } from '../shared/parametres/seuils.ts';
import type { Base } from './open.ts';
import { enListe, requete } from './requetes.ts';
import { readSeuils } from './seuils.ts';

/** A session as its costs and its funding need it. */
export interface SessionFinancee extends SessionACouter {
  id: string;
  numero: string;
  titre: string;
  statut: string;
  fin: DateCivile;
  partenaires: { id: string; organisationId: string; nom: string; places: number; part: number | null }[];
  saisis: (CoutSaisi & { id: string; libelle: string })[];
}

const SESSIONS = `
  SELECT s.id, s.numero, s.statut, s.debut, s.fin, s.minutes, s.sur_temps_travail AS surTempsTravail,
    s.places_max AS placesMax, s.stagiaires_prevus AS stagiairesPrevus, s.cout_mode AS coutMode,
    s.cout_centimes AS coutCentimes,
    a.titre, s.intitule,
    (SELECT count(*) FROM inscription i WHERE i.session_id = s.id AND i.archived_at IS NULL
      AND i.statut IN (${enListe(STATUTS_ENGAGES)})) AS engages
  FROM json_each(?) voulue CROSS JOIN session_formation s ON s.id = voulue.value
  JOIN action_formation a ON a.id = s.action_id`;

/** Hours of each year: as one long half-day, from its first. */
const CRENEAUX = `
  SELECT c.session_id AS sessionId, min(c.date) AS date, 0 AS debut, sum(c.fin - c.debut) AS fin
  FROM json_each(?) voulue CROSS JOIN session_creneau c ON c.session_id = voulue.value
  GROUP BY c.session_id, substr(c.date, 1, 4) ORDER BY 2`;

const PARTENAIRES = `
  SELECT p.session_id AS sessionId, p.id, p.organisation_id AS organisationId, o.nom, p.places, p.part
  FROM json_each(?) voulue CROSS JOIN session_partenaire p ON p.session_id = voulue.value
  JOIN organisation o ON o.id = p.organisation_id ORDER BY o.nom_tri, p.id`;

const COUTS = `
  SELECT c.session_id AS sessionId, c.id, c.phase, c.libelle, c.exercice, c.prevu_centimes AS prevuCentimes,
    c.reel_centimes AS reelCentimes
  FROM json_each(?) voulue CROSS JOIN session_cout c ON c.session_id = voulue.value
  WHERE c.archived_at IS NULL ORDER BY c.exercice, c.created_at, c.id`;

type De<L> = L & { sessionId: string };

/** What a query read about each session, without saying of which again. */
function parSession<L extends { sessionId: string }>(
  lignes: readonly L[],
): Map<string, Omit<L, 'sessionId'>[]> {
  const trouvees = new Map<string, Omit<L, 'sessionId'>[]>();
  for (const { sessionId, ...ligne } of lignes) {
    const celles = trouvees.get(sessionId);
    if (celles) celles.push(ligne);
    else trouvees.set(sessionId, [ligne]);
  }
  return trouvees;
}

/** Sessions with what their costs follow from, in the order of the ids; those that do not exist are left out. */
export function lireSessionsFinancees(db: Base, ids: readonly string[]): SessionFinancee[] {
  const voulues = JSON.stringify(ids);
  const tout = (sql: string) => requete(db, sql).all(voulues);
  const creneaux = parSession(tout(CRENEAUX) as De<SessionACouter['creneaux'][number]>[]);
  const partenaires = parSession(tout(PARTENAIRES) as De<SessionFinancee['partenaires'][number]>[]);
  const saisis = parSession(tout(COUTS) as De<SessionFinancee['saisis'][number]>[]);
  return (tout(SESSIONS) as (SessionFinancee & { intitule: string })[]).map(({ intitule, ...session }) => ({
    ...session,
    titre: direTitre({ titre: session.titre, intitule }),
    surTempsTravail: Boolean(session.surTempsTravail),
    creneaux: creneaux.get(session.id) ?? [],
    partenaires: partenaires.get(session.id) ?? [],
    saisis: saisis.get(session.id) ?? [],
  }));
}

/** An hour of wages on a day, in cents: the structure's own, or the shipped one. */
export function coutHoraireAu(db: Base): (date: DateCivile) => number {
  const propres = readSeuils(db);
  return (date) =>
    propreAu('coutHoraireSalaire', date, propres)?.valeur ?? seuilLivre('coutHoraireSalaire').valeur;
}

/** Costs of a session read by `lireSessionsFinancees`. */
export const coutsDe = (session: SessionFinancee, coutHoraire: (date: DateCivile) => number) =>
  coutsSession(session, session.saisis, coutHoraire);
