import type { DateCivile } from '../shared/dates.ts';
import type { ConventionFse, ParticipationFse } from '../shared/fse/contrat.ts';
import type { MomentFse, Reponses } from '../shared/fse/questionnaire.ts';
import {
  ageFse,
  chomeurLongueDuree,
  dueDe,
  echeanceSixMois,
  etatSixMois,
  etatSortie,
  jugerParticipation,
  type LigneFse,
  manquesDe,
  type Participation,
  participationsDe,
} from '../shared/fse/regles.ts';
import type { Base } from './open.ts';
import { requete } from './requetes.ts';

/** Kinds of convention whose participants are followed for the FSE+: a PLIE spends it too. */
export const GENRES_FSE = ['fse', 'plie'] as const;

interface Brute {
  id: string;
  participation: number;
  conventionId: string | null;
  moment: MomentFse;
  date: string;
  reponses: string;
  corrigeId: string | null;
}

/** What the JSON of a line holds besides the answers. */
interface Reserve {
  version?: string;
  recueilliLe?: string;
  annulee?: string;
}

/** JSON of a line: the version and the day beside the answers, which are all texts. */
export const ecrireReponses = (reserve: Reserve, reponses: Reponses): string =>
  JSON.stringify({ ...reserve, ...reponses });

export function versLigne(brute: Brute): LigneFse {
  const { reponses: json, id, participation, conventionId, moment, date, corrigeId } = brute;
  const { version = '', recueilliLe = date, annulee, ...reponses } = JSON.parse(json) as Reserve & Reponses;
  return {
    id,
    participation,
    conventionId,
    moment,
    date,
    recueilliLe,
    version,
    reponses,
    corrigeId,
    annulee: annulee === 'oui',
  };
}

export const COLONNES_LIGNE = `p.id, p.participation, p.convention_id AS conventionId, p.moment, p.date, p.reponses,
  p.corrige_id AS corrigeId`;

const LIGNES = `
  SELECT ${COLONNES_LIGNE}, p.salarie_id AS salarieId
  FROM participation_fse p JOIN salarie s ON s.id = p.salarie_id
  WHERE @salarieId IS NULL OR p.salarie_id = @salarieId
  ORDER BY s.nom_tri, s.id, p.created_at, p.rowid`;

/** The persons of the register; when each one left, as noted, and the last day of their last contract. */
const PERSONNES = `
  SELECT s.id, s.prenom, s.nom, s.sexe, s.naissance, s.telephone,
    (SELECT json_group_array(x.date) FROM sortie x WHERE x.salarie_id = s.id AND x.archived_at IS NULL) AS departs,
    (SELECT max(coalesce(c.fin, '9999-12-31')) FROM contrat c WHERE c.salarie_id = s.id) AS finContrat
  FROM salarie s
  WHERE s.id IN (SELECT salarie_id FROM participation_fse) AND (@salarieId IS NULL OR s.id = @salarieId)`;

interface PersonneLue {
  id: string;
  prenom: string;
  nom: string;
  sexe: 'F' | 'H';
  naissance: string;
  telephone: string;
  departs: string;
  finContrat: string | null;
}

const CONVENTIONS = 'SELECT id, intitule, numero, debut, fin FROM convention';

/** Day the person left after an entry: the exit noted, else the end of a last contract that nothing follows. */
function departApres(
  { departs, finContrat }: PersonneLue,
  entree: DateCivile,
  today: DateCivile,
): DateCivile | null {
  const notes = (JSON.parse(departs) as string[]).filter((date) => date >= entree).sort();
  if (notes[0]) return notes[0];
  return finContrat !== null && finContrat >= entree && finContrat < today ? finContrat : null;
}

export interface Lue extends ParticipationFse {
  departLe: DateCivile | null;
}

function juger(
  participation: Participation,
  personne: PersonneLue,
  conventions: ReadonlyMap<string, ConventionFse>,
  today: DateCivile,
): Lue {
  const { entree } = participation;
  const convention = entree.conventionId === null ? null : (conventions.get(entree.conventionId) ?? null);
  const departLe = departApres(personne, entree.date, today);
  const { departs: _departs, finContrat: _fin, ...salarie } = personne;
  return {
    ...participation,
    salarie,
    convention,
    ...jugerParticipation(participation),
    age: ageFse(personne.naissance, entree.date),
    longueDuree: chomeurLongueDuree(entree.reponses, personne.naissance, entree.date),
    etatSortie: etatSortie(participation, today),
    etatSixMois: etatSixMois(participation, today),
    echeanceSixMois: echeanceSixMois(participation),
    manques: manquesDe(participation, { today, departLe, convention }),
    departLe,
  };
}

/** Every participation, of one person or of all by name, oldest first. */
export function lireParticipations(db: Base, today: DateCivile, salarieId: string | null = null): Lue[] {
  const lignes = requete(db, LIGNES).all({ salarieId }) as (Brute & { salarieId: string })[];
  if (lignes.length === 0) return [];
  const personnes = new Map(
    (requete(db, PERSONNES).all({ salarieId }) as PersonneLue[]).map((lue) => [lue.id, lue]),
  );
  const conventions = new Map(
    (requete(db, CONVENTIONS).all() as ConventionFse[]).map((lue) => [lue.id, lue]),
  );
  return [...Map.groupBy(lignes, (ligne) => ligne.salarieId)].flatMap(([id, siennes]) =>
    participationsDe(siennes.map(versLigne)).map((participation) =>
      juger(participation, personnes.get(id)!, conventions, today),
    ),
  );
}

/**
 * The participations a bilan of a period may count: entered by its end, and still there, out or due at six months
 * within it or later. Each one says by itself whether it is a participation, and how its results stand; what the
 * period counts is read from the dates of `entree`, `sortie` and `echeanceSixMois`.
 */
export function readParticipations(
  db: Base,
  { debut, fin }: { debut: DateCivile; fin: DateCivile },
  today: DateCivile,
): ParticipationFse[] {
  const limite = fin < today ? fin : today;
  return lireParticipations(db, today)
    .filter(
      ({ entree, echeanceSixMois: echeance }) =>
        entree.date <= limite && (echeance === null || echeance >= debut),
    )
    .map(({ departLe: _depart, ...participation }) => participation);
}

/** The question to ask now about a participation, if any. */
export const dueLue = (lue: Lue, today: DateCivile) => dueDe(lue, { today, departLe: lue.departLe });
