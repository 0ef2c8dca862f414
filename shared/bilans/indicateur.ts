import type { CodeSeuil } from '../parametres/seuils.ts';
import type { Axe } from './axes.ts';
import type { Fait, FaitsParSource, NomSource } from './faits.ts';

/** Headings of the catalogue. */
export const RUBRIQUES = {
  reseau: 'Réseau d’employeurs',
  entonnoir: 'Du contact à l’embauche',
  immersions: 'Immersions',
  publics: 'Publics',
  accompagnement: 'Accompagnement',
  formation: 'Formation',
  heures: 'Heures et ETP',
  sorties: 'Sorties',
  devenir: 'Après la sortie',
  fse: 'FSE+',
  argent: 'Financements',
} as const;
export type Rubrique = keyof typeof RUBRIQUES;

/** How rows add up: rows, distinct persons or organisations, or what each one carries. */
export type Compte = 'lignes' | 'personnes' | 'organisations' | 'jours' | 'minutes' | 'centimes' | 'etp';

/**
 * Where a row goes. `compte`: in the figure (and in the base of its rate); `base`: in the base alone; `inconnu`: its
 * answer is not known; `exclu`: set apart, and why. `null`: the indicator does not look at it.
 */
export type Place = 'compte' | 'base' | 'inconnu' | { exclu: string } | null;

/** Unit of a figure: numbers; minutes; cents; hundredths of ETP; thousandths for a rate; hundredths for a quotient. */
export type UniteIndicateur = 'nombre' | 'minutes' | 'centimes' | 'etp' | 'taux' | 'quotient';

interface Commun {
  /** `sorties.dynamiques`: never changed once a bilan was sent. */
  code: string;
  rubrique: Rubrique;
  label: string;
  /** What it counts, in a sentence a funder reads. */
  formule: string;
  /** After « sur », for a rate: `sorties comptées`; what a number is made of otherwise. */
  base: string;
  /** What the unit counts, singular: `personne`, `immersion`; empty for hours, euros, ETP and rates. */
  nom: string;
  /** What it may break down by; by gender wherever people are counted. */
  axes: readonly Axe[];
  /** Text or table it comes from. */
  reference: string;
  /** What must be known before it is quoted; empty when nothing. */
  reserve: string;
  /** Which way is better, for an objective; null when neither. */
  sens: 'hausse' | 'baisse' | null;
  /** Threshold that stands for an objective when the convention sets none. */
  objectif: CodeSeuil | null;
}

/** A number of rows, persons, organisations, hours or euros; or the rate of some rows among others. */
export interface IndicateurCompte<S extends NomSource = NomSource> extends Commun {
  genre: 'nombre' | 'taux';
  source: S;
  compte: Compte;
  place(fait: FaitsParSource[S]): Place;
  /** What a row carries of the unit, when it is not what its facts usually carry; only for what adds up. */
  combien?(fait: FaitsParSource[S]): number;
}

/** One figure over another: hours per immersion, ETP done over ETP agreed. */
export interface IndicateurRapport extends Commun {
  genre: 'rapport';
  unite: 'minutes' | 'taux' | 'quotient' | 'centimes';
  /** Codes of two indicators of the catalogue that are numbers. */
  numerateur: string;
  denominateur: string;
}

export type Indicateur = IndicateurCompte | IndicateurRapport;

type Facultatifs = 'axes' | 'reference' | 'reserve' | 'sens' | 'objectif' | 'base' | 'nom';
type Dit<I> = Omit<I, Facultatifs | 'genre'> & Partial<Pick<I & Commun, Facultatifs>>;

const COMMUNS = {
  axes: [],
  reference: '',
  reserve: '',
  sens: null,
  objectif: null,
  base: '',
  nom: '',
} as const;

/** A number. `place` says which rows it counts. */
export function nombre<S extends NomSource>(dit: Dit<IndicateurCompte<S>>): Indicateur {
  return { ...COMMUNS, ...dit, genre: 'nombre' } as unknown as Indicateur;
}

/** A rate: `compte` over `compte` + `base`. */
export function taux<S extends NomSource>(dit: Dit<IndicateurCompte<S>>): Indicateur {
  return { ...COMMUNS, sens: 'hausse', ...dit, genre: 'taux' } as unknown as Indicateur;
}

/** One figure over another. */
export function rapport(dit: Dit<IndicateurRapport>): Indicateur {
  return { ...COMMUNS, ...dit, genre: 'rapport' };
}

export function uniteDe(indicateur: Indicateur): UniteIndicateur {
  if (indicateur.genre === 'rapport') return indicateur.unite;
  if (indicateur.genre === 'taux') return 'taux';
  switch (indicateur.compte) {
    case 'minutes':
    case 'centimes':
    case 'etp':
      return indicateur.compte;
    default:
      return 'nombre';
  }
}

/** Codes of a row on an axis; one empty code when nothing is known. */
export function codesDuFait(fait: Fait, axe: Axe): readonly string[] {
  const lus = fait.axes[axe];
  if (lus === undefined || lus === '' || lus.length === 0) return [''];
  return typeof lus === 'string' ? [lus] : lus;
}
