import { ajouterMois, type DateCivile } from '../dates.ts';
import { MOIS_SITUATION, SITUATIONS } from '../nomenclatures/formation.ts';

export type MoisSituation = (typeof MOIS_SITUATION)[number];

/** A trainee of a cohort: when the training ended, and what each answer said (`SITUATIONS`). */
export interface Suivie {
  fin: DateCivile;
  situations: Partial<Record<MoisSituation, string>>;
}

export type EtatSituation = 'pas_encore' | 'non_demande' | 'sans_reponse' | 'repondu';

export const echeanceSituation = (fin: DateCivile, mois: MoisSituation): DateCivile => ajouterMois(fin, mois);

/** Where the question of a month stands; an answer given before its day counts at once. */
export function etatSituation(
  { fin, situations }: Suivie,
  mois: MoisSituation,
  today: DateCivile,
): EtatSituation {
  const dite = situations[mois];
  if (dite === 'sans_reponse') return 'sans_reponse';
  if (dite !== undefined) return 'repondu';
  return echeanceSituation(fin, mois) > today ? 'pas_encore' : 'non_demande';
}

/** Months during which a question is still asked: past the next one, its moment is gone. */
const DERNIER_DELAI = 18;

/** The question to ask now: the last whose day has come, unless it has its answer or is a year and a half old. */
export function moisADemander(suivie: Suivie, today: DateCivile): MoisSituation | null {
  if (ajouterMois(suivie.fin, DERNIER_DELAI) <= today) return null;
  const echu = MOIS_SITUATION.findLast((mois) => echeanceSituation(suivie.fin, mois) <= today);
  return echu !== undefined && suivie.situations[echu] === undefined ? echu : null;
}

/** A cohort at a month: `cohorte` = `repondants` + `sansReponse` + `nonDemandes` + `pasEncore`. */
export interface MesureSuite {
  cohorte: number;
  pasEncore: number;
  nonDemandes: number;
  sansReponse: number;
  /** The base of every rate. */
  repondants: number;
  dynamiques: number;
  /** Still with us: among the respondents, said apart. */
  enParcours: number;
  /** Every situation in the order of its list, those of nobody too. */
  situations: { code: string; nombre: number }[];
}

const parentDe = (code: string) => SITUATIONS.valeurs.find((valeur) => valeur.code === code)?.parent;

/** Situations that are answers. */
export const SITUATIONS_DITES = SITUATIONS.valeurs.filter(({ parent }) => parent !== 'inconnue');

export function mesurerSuite(
  suivies: readonly Suivie[],
  mois: MoisSituation,
  today: DateCivile,
): MesureSuite {
  const etats = suivies.map((suivie) => etatSituation(suivie, mois, today));
  const compter = (etat: EtatSituation) => etats.filter((un) => un === etat).length;
  const dites = suivies.flatMap(({ situations }) => situations[mois] ?? []);
  const deParent = (parent: string) => dites.filter((code) => parentDe(code) === parent).length;
  return {
    cohorte: suivies.length,
    pasEncore: compter('pas_encore'),
    nonDemandes: compter('non_demande'),
    sansReponse: compter('sans_reponse'),
    repondants: compter('repondu'),
    dynamiques: deParent('dynamique'),
    enParcours: deParent('parcours'),
    situations: SITUATIONS_DITES.map(({ code }) => ({
      code,
      nombre: dites.filter((dite) => dite === code).length,
    })),
  };
}
