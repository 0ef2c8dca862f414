import type { DateCivile } from '../shared/dates.ts';
import type { PreparationFse } from '../shared/fse/contrat.ts';
import type { MomentFse, Reponses } from '../shared/fse/questionnaire.ts';
import { label } from '../shared/nomenclatures/nomenclature.ts';
import { CRITERES, NIVEAUX_FORMATION } from '../shared/nomenclatures/salaries.ts';
import { MOTIFS_SORTIE } from '../shared/nomenclatures/sorties.ts';
import type { Contexte } from './contexte.ts';
import { GENRES_FSE, lireParticipations } from './fse-lecture.ts';
import type { Base } from './open.ts';
import { enListe, requete } from './requetes.ts';
import { readSalarie } from './salaries.ts';

/** What each level of the ASP's list is in the three steps of the FSE+ (ISCED): a level without its diploma is the one below. */
const NIVEAU_DE: Record<string, string> = {
  '01': '0_2',
  '70': '0_2',
  '60': '0_2',
  '00': '0_2',
  '50': '0_2',
  '51': '3_4',
  '40': '3_4',
  '41': '3_4',
  '30': '5_8',
  '20': '5_8',
  '10': '5_8',
};

/** Criteria that answer a question by themselves. */
const PAR_CRITERE: readonly { critere: string; reponses: Reponses }[] = [
  { critere: 'deld', reponses: { situation: 'chomage', duree_recherche: '12_23' } },
  { critere: 'detld', reponses: { situation: 'chomage', duree_recherche: '24_plus' } },
  { critere: 'parent_isole', reponses: { enfants: 'oui' } },
  { critere: 'frr', reponses: { rural: 'oui' } },
];

/** Criteria that only the person may turn into an answer. */
const A_CONFIRMER: readonly { critere: string; question: string }[] = [
  { critere: 'th', question: 'handicap' },
  { critere: 'aah', question: 'handicap' },
  { critere: 'sans_hebergement', question: 'logement' },
];

/** What the motifs of exit say of the situation on leaving. */
const SITUATION_DE: Record<string, string> = {
  '1': 'cdi',
  '3': 'cdi',
  '13': 'cdi',
  '11': 'cdi',
  '9': 'cdd_long',
  '10': 'cdd_court',
  '14': 'cdd_court',
  '4': 'independant',
  '2': 'siae',
  '96': 'siae',
  '5': 'formation',
  '7': 'recherche',
  '6': 'inactif',
  '15': 'inactif',
  '8': 'sans_reponse',
};

type Prepare = Omit<PreparationFse, 'conventionId'>;
const RIEN: Prepare = { date: null, reponses: {}, indices: {} };

function preparerEntree(db: Base, salarieId: string, depuis: DateCivile | null): Prepare {
  const { contrats, niveauFormation, criteres } = readSalarie(db, salarieId);
  const reponses: Reponses = {};
  const indices: Record<string, string> = {};
  const niveau = NIVEAU_DE[niveauFormation];
  if (niveau !== undefined) {
    reponses.niveau = niveau;
    indices.niveau = `D’après la fiche : ${label(NIVEAUX_FORMATION, niveauFormation)}.`;
  }
  const nomDe = (code: string) => label(CRITERES, code);
  for (const { critere, reponses: dites } of PAR_CRITERE) {
    if (!criteres.some((connu) => connu.critere === critere)) continue;
    Object.assign(reponses, dites);
    for (const question of Object.keys(dites)) indices[question] = `D’après la fiche : ${nomDe(critere)}.`;
  }
  for (const { critere, question } of A_CONFIRMER)
    if (criteres.some((connu) => connu.critere === critere))
      indices[question] = `La fiche porte le critère « ${nomDe(critere)} » : à confirmer avec la personne.`;
  // A re-entry starts with a contract that came after the last exit.
  const debuts = contrats.map(({ debut }) => debut).filter((debut) => depuis === null || debut >= depuis);
  return { date: debuts.sort()[0] ?? null, reponses, indices };
}

const SORTIE = `
  SELECT date, motif FROM sortie WHERE salarie_id = ? AND archived_at IS NULL AND date >= ? ORDER BY date LIMIT 1`;
const CERTIFIEE = `
  SELECT a.titre FROM inscription i JOIN session_formation f ON f.id = i.session_id
  JOIN action_formation a ON a.id = f.action_id
  WHERE i.salarie_id = ? AND i.archived_at IS NULL AND i.resultat IN ('total', 'partiel') AND f.fin >= ?
  ORDER BY f.fin LIMIT 1`;

function preparerSortie(
  db: Base,
  salarieId: string,
  entree: DateCivile,
  departLe: DateCivile | null,
): Prepare {
  const sortie = requete(db, SORTIE).get(salarieId, entree) as { date: string; motif: string } | undefined;
  const certifiee = requete(db, CERTIFIEE).pluck().get(salarieId, entree) as string | undefined;
  const reponses: Reponses = {};
  const indices: Record<string, string> = {};
  const situation = sortie && SITUATION_DE[sortie.motif];
  if (situation !== undefined) {
    reponses.situation = situation;
    const motif = MOTIFS_SORTIE.find(({ code }) => code === sortie!.motif)!;
    indices.situation = `D’après la sortie notée : ${motif.label}.`;
  }
  if (certifiee !== undefined) {
    reponses.qualification = 'oui';
    indices.qualification = `D’après la formation « ${certifiee} ».`;
  }
  return { date: sortie?.date ?? departLe, reponses, indices };
}

/** The convention that runs on a day, when one alone does. */
function conventionDu(db: Base, jour: DateCivile): string | null {
  const trouvees = requete(
    db,
    `SELECT id FROM convention
     WHERE archived_at IS NULL AND genre IN (${enListe(GENRES_FSE)}) AND debut <= @jour AND fin >= @jour`,
  )
    .pluck()
    .all({ jour }) as string[];
  return trouvees.length === 1 ? trouvees[0]! : null;
}

/** What the records already answer: each answer with where it comes from, so that nobody takes it for theirs. */
export function preparer(
  { db, today }: Pick<Contexte, 'db' | 'today'>,
  { salarieId, moment }: { salarieId: string; moment: MomentFse },
): PreparationFse {
  const participations = lireParticipations(db, today, salarieId);
  const derniere = participations.at(-1);
  if (moment === 'entree') {
    const prepare = preparerEntree(db, salarieId, derniere?.sortie?.date ?? null);
    return { ...prepare, conventionId: conventionDu(db, prepare.date ?? today) };
  }
  if (!derniere) return { ...RIEN, conventionId: null };
  const { entree, departLe } = derniere;
  const prepare =
    moment === 'sortie' ? preparerSortie(db, salarieId, entree.date, departLe) : { ...RIEN, date: today };
  return { ...prepare, conventionId: entree.conventionId };
}
