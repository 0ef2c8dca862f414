import { ageAu, ajouterJours, ajouterMois, type DateCivile, ecartJours } from '../dates.ts';
import { accorder, formaterDate } from '../format.ts';
import {
  enEmploi,
  type MomentFse,
  questionnaireDe,
  questionsSansReponse,
  type Reponses,
  SANS_REPONSE,
} from './questionnaire.ts';

/** Days after the exit within which its results are asked: annex I of regulation (EU) 2021/1057. */
export const DELAI_SORTIE_JOURS = 28;
/** Months after the exit at which what became of the person is asked. */
export const MOIS_APRES = 6;
/** Days after the sixth month past which the question is late: our own reading, as for the exit. */
export const DELAI_SIX_MOIS_JOURS = 28;
/** Past that many months after the exit, nobody is reminded any more. */
export const RAPPEL_MOIS = 12;

/** A line of the register, as it was written. */
export interface LigneFse {
  id: string;
  /** Rank of the participation of this person, from 1. */
  participation: number;
  conventionId: string | null;
  moment: MomentFse;
  /** Day of the entry or of the exit; of the answer, six months after. */
  date: DateCivile;
  /** Day the questionnaire was filled in. */
  recueilliLe: DateCivile;
  version: string;
  reponses: Reponses;
  corrigeId: string | null;
  /** Written by mistake: what it said counts no more. */
  annulee: boolean;
}

/** Lines that count: those that nothing corrects, and that were not withdrawn. */
export function enVigueur<L extends LigneFse>(lignes: readonly L[]): L[] {
  const corrigees = new Set(lignes.map(({ corrigeId }) => corrigeId));
  return lignes.filter(({ id, annulee }) => !annulee && !corrigees.has(id));
}

export interface Participation<L extends LigneFse = LigneFse> {
  rang: number;
  entree: L;
  sortie: L | null;
  sixMois: L | null;
}

/** The participations of one person, oldest first; one whose entry was withdrawn is none. */
export function participationsDe<L extends LigneFse>(lignes: readonly L[]): Participation<L>[] {
  const parRang = Map.groupBy(enVigueur(lignes), ({ participation }) => participation);
  return [...parRang]
    .flatMap(([rang, siennes]) => {
      const du = (moment: MomentFse) => siennes.find((ligne) => ligne.moment === moment) ?? null;
      const entree = du('entree');
      return entree ? [{ rang, entree, sortie: du('sortie'), sixMois: du('six_mois') }] : [];
    })
    .sort((a, b) => a.rang - b.rang);
}

/** Day six months after the exit; null while there is none. */
export const echeanceSixMois = ({ sortie }: Participation): DateCivile | null =>
  sortie ? ajouterMois(sortie.date, MOIS_APRES) : null;

/** Last day to ask about an exit. */
export const echeanceSortie = (sortie: DateCivile): DateCivile => ajouterJours(sortie, DELAI_SORTIE_JOURS);

/** Whether somebody counts as a participant, in a sentence: a day or less is not a participation. */
export function jugerParticipation({ entree, sortie }: Participation): {
  participant: boolean;
  pourquoi: string;
} {
  if (!sortie)
    return { participant: true, pourquoi: `Participation en cours depuis le ${formaterDate(entree.date)}.` };
  const jours = ecartJours(entree.date, sortie.date) + 1;
  if (jours <= 1)
    return {
      participant: false,
      pourquoi: `Entrée et sortie le ${formaterDate(entree.date)} : une participation d’un jour ou moins ne se compte pas.`,
    };
  return {
    participant: true,
    pourquoi: `Participation de ${accorder(jours, 'jour')}, du ${formaterDate(entree.date)} au ${formaterDate(sortie.date)}.`,
  };
}

/** Bands of age of the FSE+, on the day of the entry. */
export const AGES_FSE = ['moins_18', '18_29', '30_54', '55_plus'] as const;
export type AgeFse = (typeof AGES_FSE)[number];
export const LIBELLES_AGE_FSE: Record<AgeFse, string> = {
  moins_18: 'Moins de 18 ans',
  '18_29': 'De 18 à 29 ans',
  '30_54': 'De 30 à 54 ans',
  '55_plus': '55 ans et plus',
};

export function ageFse(naissance: DateCivile, entree: DateCivile): AgeFse {
  const age = ageAu(naissance, entree);
  if (age < 18) return 'moins_18';
  if (age < 30) return '18_29';
  return age < 55 ? '30_54' : '55_plus';
}

/** Months of search from which somebody is long-term unemployed: fewer for the young. */
const LONGUE_DUREE = { jeune: ['6_11', '12_23', '24_plus'], autre: ['12_23', '24_plus'] } as const;
/** Age from which a year of search is asked for. */
const AGE_LONGUE_DUREE = 25;

/**
 * Long-term unemployed on the day of the entry: six months of search before 25, twelve from then on. Null as long as the
 * answers do not say it.
 */
export function chomeurLongueDuree(
  reponses: Reponses,
  naissance: DateCivile,
  entree: DateCivile,
): boolean | null {
  if (reponses.situation === undefined) return null;
  if (reponses.situation !== 'chomage') return false;
  if (reponses.duree_recherche === undefined) return null;
  const durees: readonly string[] =
    LONGUE_DUREE[ageAu(naissance, entree) < AGE_LONGUE_DUREE ? 'jeune' : 'autre'];
  return durees.includes(reponses.duree_recherche);
}

/** How a result stands: never mix those who said nothing with those nobody asked. */
export type EtatResultat = 'pas_encore' | 'non_demande' | 'sans_reponse' | 'repondu';

const etatDe = (ligne: LigneFse | null): EtatResultat | null => {
  const situation = ligne?.reponses.situation;
  if (situation === undefined) return null;
  return situation === SANS_REPONSE ? 'sans_reponse' : 'repondu';
};

export function etatSortie({ sortie }: Participation, today: DateCivile): EtatResultat {
  if (!sortie) return 'pas_encore';
  return etatDe(sortie) ?? (echeanceSortie(sortie.date) < today ? 'non_demande' : 'pas_encore');
}

export function etatSixMois(participation: Participation, today: DateCivile): EtatResultat {
  const echeance = echeanceSixMois(participation);
  return (
    etatDe(participation.sixMois) ?? (echeance !== null && echeance <= today ? 'non_demande' : 'pas_encore')
  );
}

/** Results on leaving, as the FSE+ counts them: several may be true at once; empty while nothing was answered. */
export function resultatsSortie({ entree, sortie }: Participation): {
  emploi: boolean;
  formation: boolean;
  qualification: boolean;
  /** Seeks a job, and did not before. */
  recherche: boolean;
} | null {
  if (!sortie || etatDe(sortie) !== 'repondu') return null;
  const { situation, qualification } = sortie.reponses;
  return {
    emploi: enEmploi(situation),
    formation: situation === 'formation',
    qualification: qualification === 'oui',
    recherche: situation === 'recherche' && entree.reponses.situation === 'inactif',
  };
}

/** In a job six months after the exit; null while nothing was answered. */
export const emploiSixMois = ({ sixMois }: Participation): boolean | null =>
  etatDe(sixMois) === 'repondu' ? enEmploi(sixMois!.reponses.situation) : null;

export interface Manque {
  moment: MomentFse;
  /** What there is to do, in a sentence. */
  phrase: string;
  /** Past its day. */
  retard: boolean;
  /** Something can still be done about it. */
  aFaire: boolean;
}

const NOMS: Record<MomentFse, string> = { entree: 'Entrée', sortie: 'Sortie', six_mois: 'Six mois après' };

function incomplet(ligne: LigneFse, retard: boolean): Manque[] {
  const vides = questionsSansReponse(questionnaireDe(ligne.moment, ligne.version), ligne.reponses);
  if (vides.length === 0) return [];
  const quoi =
    vides.length > 3
      ? accorder(vides.length, 'réponse')
      : vides.map(({ court }) => `« ${court} »`).join(', ');
  return [
    { moment: ligne.moment, phrase: `${NOMS[ligne.moment]} : il manque ${quoi}.`, retard, aFaire: true },
  ];
}

/** What is known around a participation, that the register itself does not say. */
export interface Alentour {
  today: DateCivile;
  /** Day the person left the structure; null while there. */
  departLe: DateCivile | null;
  /** Period of the convention; null without any. */
  convention: { debut: DateCivile; fin: DateCivile } | null;
}

/** What is missing, late or doubtful in a participation, in the order of its life. */
export function manquesDe(participation: Participation, { today, departLe, convention }: Alentour): Manque[] {
  const { entree, sortie, sixMois } = participation;
  const manques = incomplet(entree, sortie !== null);
  if (entree.conventionId === null)
    manques.push({
      moment: 'entree',
      phrase: 'Aucune convention FSE+ n’est choisie : cette participation n’entre dans aucun bilan.',
      retard: false,
      aFaire: true,
    });
  else if (convention && (entree.date < convention.debut || entree.date > convention.fin))
    manques.push({
      moment: 'entree',
      phrase: `L’entrée du ${formaterDate(entree.date)} est en dehors de la convention, du ${formaterDate(convention.debut)} au ${formaterDate(convention.fin)}.`,
      retard: false,
      aFaire: true,
    });
  if (!sortie) {
    if (departLe !== null && departLe >= entree.date)
      manques.push({
        moment: 'sortie',
        phrase: `Parcours fini le ${formaterDate(departLe)} : sortie à demander avant le ${formaterDate(echeanceSortie(departLe))}.`,
        retard: echeanceSortie(departLe) < today,
        aFaire: true,
      });
    return manques;
  }
  if (!jugerParticipation(participation).participant) return manques;
  const limite = echeanceSortie(sortie.date);
  manques.push(...incomplet(sortie, limite < today));
  if (sortie.recueilliLe > limite)
    manques.push({
      moment: 'sortie',
      phrase: `Sortie recueillie le ${formaterDate(sortie.recueilliLe)}, après les 4 semaines finies le ${formaterDate(limite)}.`,
      retard: false,
      aFaire: false,
    });
  if (sixMois) manques.push(...incomplet(sixMois, false));
  else {
    const echeance = ajouterMois(sortie.date, MOIS_APRES);
    if (echeance <= today)
      manques.push({
        moment: 'six_mois',
        phrase: `Situation à demander depuis le ${formaterDate(echeance)}.`,
        retard: ajouterJours(echeance, DELAI_SIX_MOIS_JOURS) < today,
        aFaire: true,
      });
  }
  return manques;
}

/** A questionnaire to have filled in now. */
export interface Due {
  moment: 'sortie' | 'six_mois';
  /** Last day for an exit, first day for the six months. */
  echeance: DateCivile;
  /** Day of the exit, known or likely. */
  departLe: DateCivile;
  retard: boolean;
}

/** What is to be asked now of a participant, if anything; a year after the exit, nobody is reminded any more. */
export function dueDe(
  participation: Participation,
  { today, departLe }: Pick<Alentour, 'today' | 'departLe'>,
): Due | null {
  const { entree, sortie, sixMois } = participation;
  const depart = sortie?.date ?? (departLe !== null && departLe >= entree.date ? departLe : null);
  if (depart === null || depart > today || ajouterMois(depart, RAPPEL_MOIS) <= today) return null;
  if (!sortie || (jugerParticipation(participation).participant && etatDe(sortie) === null)) {
    const echeance = echeanceSortie(depart);
    return { moment: 'sortie', echeance, departLe: depart, retard: echeance < today };
  }
  if (!jugerParticipation(participation).participant || sixMois) return null;
  const echeance = ajouterMois(depart, MOIS_APRES);
  if (echeance > today) return null;
  const retard = ajouterJours(echeance, DELAI_SIX_MOIS_JOURS) < today;
  return { moment: 'six_mois', echeance, departLe: depart, retard };
}
