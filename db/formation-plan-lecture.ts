import { type CoutPhase, coutsSession } from '../shared/formation/couts.ts';
import { calculerLignes, type SommesLigne } from '../shared/formation/regles-financement.ts';
import type {
  InscriptionPlan,
  PresenceMois,
  SeancesMois,
  SessionPlan,
} from '../shared/formation/regles-plan.ts';
import { estEngage, STATUTS_EN_LICE } from '../shared/formation/statuts.ts';
import { propreAu, seuilLivre } from '../shared/parametres/seuils.ts';
import type { Contexte } from './contexte.ts';
import type { Base } from './open.ts';
import { enListe, requete } from './requetes.ts';
import { readSeuils } from './seuils.ts';

export interface SessionLue extends SessionPlan {
  intitule: string;
  statut: string;
  organisme: string;
  placesMin: number;
  placesMax: number;
  surTempsTravail: 0 | 1;
  coutMode: string;
  coutCentimes: number;
}

interface CoutLu {
  sessionId: string;
  phase: string;
  exercice: number;
  prevuCentimes: number;
  reelCentimes: number | null;
}

export interface LigneLue {
  id: string;
  sessionId: string;
  organisationId: string | null;
  financeur: string;
  phase: string;
  exercice: number;
  part: number | null;
  prevuCentimes: number | null;
}

export interface PartenaireLu {
  sessionId: string;
  organisationId: string;
  places: number;
  entres: number | null;
  entresFemmes: number | null;
  part: number | null;
}

/** The costs of a session and its funding lines, each with what it comes to. */
export interface ArgentLu {
  couts: CoutPhase[];
  lignes: (LigneLue & SommesLigne)[];
}

/** Sessions that touch a year or the one before, by their days or by their accounts. */
const SESSIONS = `
  SELECT s.id, s.numero, a.titre, s.intitule, s.statut, a.genre, a.theme, a.certification <> '' AS certifiante,
    s.support, s.debut, s.fin, s.minutes, s.sur_temps_travail AS surTempsTravail, s.places_min AS placesMin,
    s.places_max AS placesMax, s.stagiaires_prevus AS stagiairesPrevus, s.cout_mode AS coutMode,
    s.cout_centimes AS coutCentimes, s.organisme_id AS organismeId, coalesce(o.nom, '') AS organisme
  FROM session_formation s JOIN action_formation a ON a.id = s.action_id
  LEFT JOIN organisation o ON o.id = s.organisme_id
  WHERE s.archived_at IS NULL AND s.statut <> 'annulee' AND (s.debut <= @fin AND s.fin >= @debut
    OR s.id IN (SELECT session_id FROM session_cout WHERE archived_at IS NULL AND exercice BETWEEN @avant AND @annee)
    OR s.id IN (SELECT session_id FROM financement WHERE archived_at IS NULL AND exercice BETWEEN @avant AND @annee))
  ORDER BY s.debut, s.numero`;

/** Every other table is read once, for these sessions alone. */
const CELLES_LA = 'IN (SELECT value FROM json_each(@ids))';

const SEANCES = `
  SELECT session_id AS sessionId, substr(date, 1, 7) AS mois, min(date) AS premier, sum(fin - debut) AS minutes,
    count(*) AS demis, total(date < @today) AS passees
  FROM session_creneau WHERE session_id ${CELLES_LA} GROUP BY 1, 2`;

const INSCRIPTIONS = `
  SELECT i.id, i.session_id AS sessionId, i.salarie_id AS salarieId, i.statut, i.resultat, s.prenom, s.nom, s.sexe,
    s.support
  FROM inscription i JOIN salarie s ON s.id = i.salarie_id
  WHERE i.archived_at IS NULL AND i.statut <> 'ecarte' AND i.session_id ${CELLES_LA}
  ORDER BY s.nom_tri, i.id`;

type PresenceLue = PresenceMois & { avant: number };

/** What each trainee followed by month; `avant`: up to a day of the year before. */
const PRESENCES = `
  SELECT inscription_id AS inscriptionId, substr(date, 1, 7) AS mois, sum(minutes) AS minutes, count(*) AS demis,
    total(minutes) FILTER (WHERE date <= @memeDate) AS avant
  FROM presence_formation WHERE date BETWEEN @debut AND @fin GROUP BY 1, 2`;

const PARTENAIRES = `
  SELECT session_id AS sessionId, organisation_id AS organisationId, places, entres, entres_femmes AS entresFemmes, part
  FROM session_partenaire WHERE session_id ${CELLES_LA}`;

const COUTS = `
  SELECT session_id AS sessionId, phase, exercice, prevu_centimes AS prevuCentimes, reel_centimes AS reelCentimes
  FROM session_cout WHERE archived_at IS NULL AND session_id ${CELLES_LA}`;

const LIGNES = `
  SELECT f.id, f.session_id AS sessionId, f.organisation_id AS organisationId, coalesce(o.nom, '') AS financeur, f.phase,
    f.exercice, f.part, f.prevu_centimes AS prevuCentimes
  FROM financement f LEFT JOIN organisation o ON o.id = f.organisation_id
  WHERE f.archived_at IS NULL AND f.session_id ${CELLES_LA}
  ORDER BY f.created_at, f.id`;

const MOUVEMENTS = `
  SELECT m.financement_id AS financementId, m.genre, sum(m.centimes) AS centimes
  FROM financement_mouvement m JOIN financement f ON f.id = m.financement_id
  WHERE m.archived_at IS NULL AND f.archived_at IS NULL AND f.session_id ${CELLES_LA}
  GROUP BY 1, 2`;

export interface FaitsLus {
  sessions: SessionLue[];
  seances: SeancesMois[];
  inscriptions: InscriptionPlan[];
  presences: PresenceLue[];
  partenaires: PartenaireLu[];
  argent: Map<string, ArgentLu>;
}

/** What a year and the one before are made of, one reading a table. `memeDate`: the day of the year before to stop at. */
export function readFaits(
  { db, today }: Pick<Contexte, 'db' | 'today'>,
  annee: number,
  memeDate: string,
): FaitsLus {
  const portee = { annee, avant: annee - 1, debut: `${annee - 1}-01-01`, fin: `${annee}-12-31` };
  const sessions = (
    requete(db, SESSIONS).all(portee) as (Omit<SessionLue, 'certifiante'> & { certifiante: 0 | 1 })[]
  ).map(({ certifiante, ...session }) => ({ ...session, certifiante: certifiante === 1 }));
  const ids = JSON.stringify(sessions.map(({ id }) => id));
  const seances = requete(db, SEANCES).all({ ids, today }) as (SeancesMois & { premier: string })[];
  const inscriptions = requete(db, INSCRIPTIONS).all({ ids }) as InscriptionPlan[];
  const partenaires = requete(db, PARTENAIRES).all({ ids }) as PartenaireLu[];
  return {
    sessions,
    seances,
    inscriptions,
    presences: requete(db, PRESENCES).all({
      debut: portee.debut,
      fin: portee.fin,
      memeDate,
    }) as PresenceLue[],
    partenaires,
    argent: readArgent(db, ids, sessions, seances, inscriptions, partenaires),
  };
}

function readArgent(
  db: Base,
  ids: string,
  sessions: readonly SessionLue[],
  seances: readonly (SeancesMois & { premier: string })[],
  inscriptions: readonly InscriptionPlan[],
  partenaires: readonly PartenaireLu[],
): Map<string, ArgentLu> {
  const propres = readSeuils(db);
  const coutHoraire = (date: string): number =>
    (propreAu('coutHoraireSalaire', date, propres) ?? seuilLivre('coutHoraireSalaire')).valeur;
  const par = <T extends { sessionId: string }>(lus: readonly T[]) =>
    Map.groupBy(lus, ({ sessionId }) => sessionId);
  const mouvements = Map.groupBy(
    requete(db, MOUVEMENTS).all({ ids }) as { financementId: string; genre: string; centimes: number }[],
    ({ financementId }) => financementId,
  );
  const [couts, lignes, seancesDe, inscritsDe, partenairesDe] = [
    par(requete(db, COUTS).all({ ids }) as CoutLu[]),
    par(requete(db, LIGNES).all({ ids }) as LigneLue[]),
    par(seances),
    par(inscriptions),
    par(partenaires),
  ];
  const argent = new Map<string, ArgentLu>();
  for (const session of sessions) {
    const { id } = session;
    const calcules = coutsSession(
      {
        ...session,
        surTempsTravail: session.surTempsTravail === 1,
        // The months of a session weigh on its years as its half-days do.
        creneaux: (seancesDe.get(id) ?? []).map(({ premier, minutes }) => ({
          date: premier,
          debut: 0,
          fin: minutes,
        })),
        partenaires: partenairesDe.get(id) ?? [],
        engages: (inscritsDe.get(id) ?? []).filter(({ statut }) => estEngage(statut)).length,
      },
      couts.get(id) ?? [],
      coutHoraire,
    );
    const siennes = lignes.get(id) ?? [];
    const sommes = calculerLignes(
      siennes.map(({ organisationId, phase, exercice, part, prevuCentimes, id: ligneId }) => ({
        organisationId,
        phase,
        exercice,
        part,
        prevuCentimes,
        mouvements: mouvements.get(ligneId) ?? [],
      })),
      calcules,
    );
    argent.set(id, {
      couts: calcules,
      lignes: siennes.map((ligne, rang) => Object.assign(ligne, sommes[rang]!)),
    });
  }
  return argent;
}

/**
 * A person who asked for the same theme twice is one person; a need of a support counts the places it still lacks.
 * Whom a session holds, or has taken to its end, is answered.
 */
const BESOINS = `
  SELECT theme, count(DISTINCT salarie_id) + total(CASE WHEN salarie_id IS NULL THEN effectif - repondus END) AS personnes,
    count(DISTINCT CASE WHEN priorite = 'haute' THEN salarie_id END)
      + total(CASE WHEN priorite = 'haute' AND salarie_id IS NULL THEN effectif - repondus END) AS prioritaires
  FROM (
    SELECT b.theme, b.salarie_id, b.effectif, b.priorite, coalesce(v.repondus, 0) AS repondus
    FROM besoin_formation b
    LEFT JOIN (
      SELECT i.besoin_id, count(*) AS repondus
      FROM inscription i JOIN session_formation f ON f.id = i.session_id
      WHERE i.besoin_id IS NOT NULL AND i.archived_at IS NULL AND i.statut IN (${enListe([...STATUTS_EN_LICE, 'au_bout'])})
        AND f.archived_at IS NULL AND f.statut <> 'annulee'
      GROUP BY i.besoin_id) v ON v.besoin_id = b.id
    WHERE b.archived_at IS NULL AND b.statut IN ('recueilli', 'retenu')
      AND (b.souhaite_le IS NULL OR b.souhaite_le <= @fin))
  WHERE repondus < CASE WHEN salarie_id IS NULL THEN effectif ELSE 1 END
  GROUP BY theme`;

/** Needs still open today that concern a year, by theme. */
export const readBesoins = (
  db: Base,
  annee: number,
): { theme: string; personnes: number; prioritaires: number }[] =>
  requete(db, BESOINS).all({ fin: `${annee}-12-31` }) as ReturnType<typeof readBesoins>;

interface NoteLue {
  orientations: string;
  budgetCentimes: number | null;
  presenteLe: string | null;
}

/** What the structure wrote about the plan of a year. */
export const readNote = (db: Base, annee: number): NoteLue =>
  (requete(
    db,
    `SELECT orientations, budget_centimes AS budgetCentimes, presente_le AS presenteLe
     FROM plan_formation WHERE annee = ?`,
  ).get(annee) as NoteLue | undefined) ?? { orientations: '', budgetCentimes: null, presenteLe: null };
