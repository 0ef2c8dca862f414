import type { DateCivile } from '../shared/dates.ts';
import {
  echeanceSituation,
  etatSituation,
  moisADemander,
  type Suivie,
} from '../shared/formation/regles-suites.ts';
import { type CategorieSortie, MOIS_SORTIE } from '../shared/nomenclatures/sorties.ts';
import { seuilsAu } from '../shared/parametres/seuils.ts';
import type { SituationLue, SortieLue } from '../shared/sorties/contrat.ts';
import { estDynamique, type LecturePropre } from '../shared/sorties/motifs.ts';
import { type FaitsSortie, jugerSortie, motifAu, type Verdict } from '../shared/sorties/regles.ts';
import type { Base } from './open.ts';
import { requete } from './requetes.ts';
import { readSeuils } from './seuils.ts';

/** An exit with its verdict, its category and what became of the person: what lists and bilans count. */
export interface SortieJugee extends SortieLue {
  dynamique: boolean;
  salarie: SortieLue['salarie'] & { naissance: DateCivile; cherche: string; referentId: string | null };
}

/** How the structure reads the motifs, by code and first day. */
export const readMotifs = (db: Base): LecturePropre[] =>
  (
    requete(
      db,
      'SELECT code, depuis, label, categorie, source, retire FROM motif_sortie ORDER BY code, depuis',
    ).all() as (Omit<LecturePropre, 'retire'> & { retire: number })[]
  ).map((lue) => ({ ...lue, retire: lue.retire === 1 }));

/** Kind of the structure; empty before it said so. */
export const genreStructure = (db: Base): string =>
  (requete(db, 'SELECT genre FROM structure').pluck().get() as string | undefined) ?? '';

const SORTIES = `
  SELECT x.id, x.date, x.motif, x.contrat, x.duree_mois AS dureeMois, x.embauche_id AS embaucheId, x.metier,
    x.minutes_hebdo AS minutesHebdo, x.note, x.archived_at AS archivedAt,
    o.id AS organisationId, o.nom AS organisation,
    s.id AS salarieId, s.prenom, s.nom, s.sexe, s.telephone, s.naissance, s.cherche, s.referent_id AS referentId,
    (SELECT json_group_array(json_object('mois', t.mois, 'date', t.date, 'situation', t.situation, 'note', t.note))
       FROM situation_sortie t WHERE t.sortie_id = x.id) AS situations
  FROM sortie x JOIN salarie s ON s.id = x.salarie_id LEFT JOIN organisation o ON o.id = x.organisation_id`;
const ORDRE = 'ORDER BY x.date DESC, s.nom_tri, x.id';

interface Lue {
  id: string;
  date: DateCivile;
  motif: string;
  contrat: SortieLue['contrat'];
  dureeMois: number | null;
  embaucheId: string | null;
  metier: string;
  minutesHebdo: number | null;
  note: string;
  archivedAt: string | null;
  organisationId: string | null;
  organisation: string | null;
  salarieId: string;
  prenom: string;
  nom: string;
  sexe: string;
  telephone: string;
  naissance: DateCivile;
  cherche: string;
  referentId: string | null;
  situations: string;
}

interface ContratLu {
  salarieId: string;
  id: string;
  debut: DateCivile;
  fin: DateCivile | null;
}

type Autre = { salarieId: string; id: string; date: DateCivile };
type Heures = FaitsSortie['heures'][number] & { salarieId: string };

/** Contracts, exits and hours of some people: what an exit is judged from. One query of each kind whatever their number. */
export class Dossiers {
  private readonly contrats: Map<string, ContratLu[]>;
  private readonly sorties: Map<string, Autre[]>;
  private readonly heures: Map<string, Heures[]>;
  private readonly commun: { genreStructure: string; propres: LecturePropre[] };
  private readonly seuilsPropres: ReturnType<typeof readSeuils>;

  constructor(db: Base, salarieIds: readonly string[]) {
    const ids = JSON.stringify([...new Set(salarieIds)]);
    const lire = <L extends { salarieId: string }>(sql: string) =>
      Map.groupBy(requete(db, sql).all(ids) as L[], ({ salarieId }) => salarieId);
    this.contrats = lire(`SELECT c.salarie_id AS salarieId, c.id, c.debut, c.fin
      FROM json_each(?) v CROSS JOIN contrat c ON c.salarie_id = v.value`);
    this.sorties = lire(`SELECT x.salarie_id AS salarieId, x.id, x.date
      FROM json_each(?) v CROSS JOIN sortie x ON x.salarie_id = v.value WHERE x.archived_at IS NULL`);
    this.heures = lire(`SELECT c.salarie_id AS salarieId, h.contrat_id AS contratId, h.mois, h.minutes
      FROM json_each(?) v CROSS JOIN contrat c ON c.salarie_id = v.value
      JOIN heures_mois h ON h.contrat_id = c.id`);
    this.commun = { genreStructure: genreStructure(db), propres: readMotifs(db) };
    this.seuilsPropres = readSeuils(db);
  }

  get propres(): readonly LecturePropre[] {
    return this.commun.propres;
  }

  /** Days of the exits of a person but this one. */
  autresSorties(salarieId: string, saufId: string | undefined): DateCivile[] {
    return (this.sorties.get(salarieId) ?? []).filter(({ id }) => id !== saufId).map(({ date }) => date);
  }

  /** `terminees`: as if the contracts that still run ended on that day. */
  juger(
    salarieId: string,
    sortie: FaitsSortie['sortie'] & { id?: string | undefined },
    terminees = false,
  ): Verdict {
    const contrats = (this.contrats.get(salarieId) ?? []).map((contrat) => {
      const { debut, fin } = contrat;
      const court = debut <= sortie.date && (fin === null || fin > sortie.date);
      return terminees && court ? { ...contrat, fin: sortie.date } : contrat;
    });
    return jugerSortie({
      ...this.commun,
      sortie,
      contrats,
      sortiesAvant: this.autresSorties(salarieId, sortie.id),
      heures: this.heures.get(salarieId) ?? [],
      seuils: seuilsAu(sortie.date, this.seuilsPropres),
    });
  }
}

type Dite = { mois: (typeof MOIS_SORTIE)[number]; date: DateCivile; situation: string; note: string };

/** Nobody is asked what became of somebody whose exit is withdrawn from those counted: some are dead. */
export const estSuivie = (categorie: CategorieSortie): boolean => categorie !== 'retrait';

function situationsDe(dites: readonly Dite[], suivie: Suivie, today: DateCivile): SituationLue[] {
  return MOIS_SORTIE.map((mois) => {
    const dite = dites.find((une) => une.mois === mois);
    return {
      mois,
      echeance: echeanceSituation(suivie.fin, mois),
      etat: etatSituation(suivie, mois, today),
      date: dite?.date ?? null,
      situation: (dite?.situation ?? '') as SituationLue['situation'],
      note: dite?.note ?? '',
    };
  });
}

function versJugee(lue: Lue, dossiers: Dossiers, today: DateCivile): SortieJugee {
  const { id, date, contrat, dureeMois, salarieId } = lue;
  const motif = motifAu(lue.motif, date, dossiers.propres) ?? {
    label: `Motif ${lue.motif}`,
    categorie: 'autre' as const,
  };
  const suivie = estSuivie(motif.categorie);
  const dites = JSON.parse(lue.situations) as Dite[];
  const devenir: Suivie = {
    fin: date,
    situations: Object.fromEntries(dites.map(({ mois, situation }) => [mois, situation])),
  };
  return {
    id,
    salarie: {
      id: salarieId,
      prenom: lue.prenom,
      nom: lue.nom,
      sexe: lue.sexe,
      telephone: lue.telephone,
      naissance: lue.naissance,
      cherche: lue.cherche,
      referentId: lue.referentId,
    },
    date,
    motif: { code: lue.motif, label: motif.label, categorie: motif.categorie },
    dynamique: estDynamique(motif.categorie),
    contrat,
    dureeMois,
    organisation:
      lue.organisationId === null ? null : { id: lue.organisationId, nom: lue.organisation ?? '' },
    embaucheId: lue.embaucheId,
    metier: lue.metier,
    minutesHebdo: lue.minutesHebdo,
    note: lue.note,
    verdict: dossiers.juger(salarieId, { id, date, motif: lue.motif, contrat, dureeMois }),
    situations: suivie ? situationsDe(dites, devenir, today) : [],
    aDemander: suivie ? moisADemander(devenir, today) : null,
    archivedAt: lue.archivedAt,
  };
}

function juger(db: Base, lues: readonly Lue[], today: DateCivile): SortieJugee[] {
  const dossiers = new Dossiers(
    db,
    lues.map(({ salarieId }) => salarieId),
  );
  return lues.map((lue) => versJugee(lue, dossiers, today));
}

/** Every exit between two days with its verdict and its situations, the latest first. */
export function readSortiesJugees(
  db: Base,
  { debut, fin }: { debut: DateCivile; fin: DateCivile },
  today: DateCivile,
): SortieJugee[] {
  const sql = `${SORTIES} WHERE x.archived_at IS NULL AND x.date BETWEEN ? AND ? ${ORDRE}`;
  return juger(db, requete(db, sql).all(debut, fin) as Lue[], today);
}

/** Those of one person, the latest first. */
export function readSortiesDe(db: Base, salarieId: string, today: DateCivile): SortieJugee[] {
  const sql = `${SORTIES} WHERE x.archived_at IS NULL AND x.salarie_id = ? ${ORDRE}`;
  return juger(db, requete(db, sql).all(salarieId) as Lue[], today);
}

/** One exit, archived or not; null when there is none. */
export function readSortie(db: Base, id: string, today: DateCivile): SortieJugee | null {
  return juger(db, requete(db, `${SORTIES} WHERE x.id = ?`).all(id) as Lue[], today)[0] ?? null;
}
