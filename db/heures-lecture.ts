import type { DateCivile } from '../shared/dates.ts';
import {
  joursDansMois,
  type Mois,
  minutesPrevues,
  moisDeLAnnee,
  type PeriodeContrat,
} from '../shared/heures/regles-heures.ts';
import type { CaseHeures, LigneHeures } from '../shared/heures/schema.ts';
import { moisDe } from '../shared/immersions/calendrier.ts';
import type { Base } from './open.ts';
import { requete } from './requetes.ts';

export interface HeuresLues {
  contratId: string;
  salarieId: string;
  /** `AAAA-MM`. */
  mois: Mois;
  minutes: number;
  origine: 'saisie' | 'collage' | 'import';
}

const HEURES = `
  SELECT h.contrat_id AS contratId, c.salarie_id AS salarieId, h.mois, h.minutes, h.origine
  FROM heures_mois h
  JOIN contrat c ON c.id = h.contrat_id
  WHERE h.mois BETWEEN ? AND ? ORDER BY h.mois, h.contrat_id`;

/** Hours entered for the months that a period touches. Filing a sheet away does not undo the work: it counts still. */
export const readHeures = (db: Base, { debut, fin }: { debut: DateCivile; fin: DateCivile }): HeuresLues[] =>
  requete(db, HEURES).all(moisDe(debut), moisDe(fin)) as HeuresLues[];

/** Minutes by month: a month nobody has hours in is not there. */
export function minutesParMois(heures: readonly HeuresLues[]): Map<Mois, number> {
  const sommes = new Map<Mois, number>();
  for (const { mois, minutes } of heures) sommes.set(mois, (sommes.get(mois) ?? 0) + minutes);
  return sommes;
}

const CONTRATS = `
  SELECT c.id AS contratId, c.salarie_id AS salarieId, s.prenom, s.nom, c.nature, c.debut, c.fin,
    c.minutes_hebdo AS minutesHebdo,
    (SELECT json_group_array(json_object('debut', p.debut, 'fin', p.fin))
       FROM contrat_suspension p WHERE p.contrat_id = c.id) AS suspensions
  FROM contrat c JOIN salarie s ON s.id = c.salarie_id
  WHERE (s.archived_at IS NULL AND c.debut <= @fin AND (c.fin IS NULL OR c.fin >= @debut))
    OR EXISTS (SELECT 1 FROM heures_mois h WHERE h.contrat_id = c.id AND h.mois BETWEEN substr(@debut, 1, 7) AND substr(@fin, 1, 7))
  ORDER BY s.nom_tri, s.id, c.debut, c.id`;

interface ContratLu extends Omit<LigneHeures, 'salarie' | 'mois'> {
  salarieId: string;
  prenom: string;
  nom: string;
  suspensions: string;
}

/** Contracts that run in a year, or have hours in it (only these of an archived person), each with its twelve months. */
export function lignesHeures(db: Base, annee: number): LigneHeures[] {
  const periode = { debut: `${annee}-01-01`, fin: `${annee}-12-31` };
  const notees = new Map(
    readHeures(db, periode).map((lue) => [`${lue.contratId} ${lue.mois}`, lue] as const),
  );
  const mois = moisDeLAnnee(annee);
  return (requete(db, CONTRATS).all(periode) as ContratLu[]).map(
    ({ salarieId, prenom, nom, suspensions, ...contrat }) => {
      const arrets = JSON.parse(suspensions) as PeriodeContrat[];
      return {
        ...contrat,
        salarie: { id: salarieId, prenom, nom },
        mois: mois.map((un): CaseHeures => {
          const notee = notees.get(`${contrat.contratId} ${un}`);
          return {
            minutes: notee?.minutes ?? null,
            origine: notee?.origine ?? null,
            jours: joursDansMois(contrat, un),
            prevues: minutesPrevues(contrat, arrets, un),
          };
        }),
      };
    },
  );
}

const ANNEES = `
  SELECT min(CAST(substr(c.debut, 1, 4) AS INTEGER))
  FROM contrat c JOIN salarie s ON s.id = c.salarie_id
  WHERE s.archived_at IS NULL OR EXISTS (SELECT 1 FROM heures_mois h WHERE h.contrat_id = c.id)`;

/** Years to choose from, latest first: those of the contracts up to this one, and the one shown. */
export function anneesDHeures(db: Base, today: DateCivile, montree: number): number[] {
  const courante = Number(today.slice(0, 4));
  const premiere = requete(db, ANNEES).pluck().get() as number | null;
  const debut = Math.min(premiere ?? courante, courante);
  const annees = Array.from({ length: courante - debut + 1 }, (_, rang) => courante - rang);
  return annees.includes(montree) ? annees : [...annees, montree].sort((a, b) => b - a);
}
