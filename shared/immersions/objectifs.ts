import { ajouterMois, type DateCivile, ecartJours } from '../dates.ts';
import { accorder, formaterNombre, insecables } from '../format.ts';
import { normaliser } from '../normaliser.ts';

/** What immersions are broken down by. */
export const AXES_ANNEE = [
  'objet',
  'hote',
  'secteur',
  'metier',
  'sexe',
  'realisation',
  'objectifs',
  'decision',
] as const;
export type AxeAnnee = (typeof AXES_ANNEE)[number];

/** What a number of the year may be aimed at. */
export const AXES_VISES = [
  'total',
  'personnes',
  'organisations',
  'embauches',
  'objet',
  'hote',
  'secteur',
  'metier',
  'sexe',
] as const;
export type AxeVise = (typeof AXES_VISES)[number];

/** Figures whose rows can be opened. */
export const FIGURES_ANNEE = [
  'total',
  'a_venir',
  'renouvellements',
  'personnes',
  'organisations',
  'embauches',
  ...AXES_ANNEE,
] as const;
export type FigureAnnee = (typeof FIGURES_ANNEE)[number];

/** Over, and its bilan is not closed. */
export const BILAN_MANQUANT = 'manquant';
/** Its last day is not past. */
export const PAS_FINIE = 'pas_finie';

/** A convention out of draft, neither refused nor cancelled, with its dates. */
export interface ImmersionVecue {
  id: string;
  debut: DateCivile;
  fin: DateCivile;
  jours: number;
  /** Hours done once they are known, planned until then. */
  minutes: number;
  renouvelleId: string | null;
  salarieId: string;
  organisationId: string;
  objet: string;
  hote: string;
  secteur: string;
  metier: string;
  romeCode: string;
  sexe: string;
  /** Null while the bilan is not closed. */
  bilan: { realisation: string; objectifs: string; decision: string } | null;
  /** Its bilan says hired by the host, or a hire is linked to it. */
  embauche: boolean;
}

/** A métier has its ROME code for key, even when it is only typed in front of its words; without one, the words. */
export function cleMetier({ romeCode, metier }: { romeCode: string; metier: string }): string {
  return romeCode || (/^[A-N]\d{4}\b/.exec(metier)?.[0] ?? normaliser(metier));
}

/** Which line of a breakdown an immersion is counted in. */
export function codeDe(axe: AxeAnnee, immersion: ImmersionVecue, today: DateCivile): string {
  switch (axe) {
    case 'metier':
      return cleMetier(immersion);
    case 'realisation':
    case 'objectifs':
    case 'decision':
      if (immersion.bilan !== null) return immersion.bilan[axe];
      return immersion.fin >= today ? PAS_FINIE : BILAN_MANQUANT;
    default:
      return immersion[axe];
  }
}

const anneeDe = (jour: DateCivile): number => Number(jour.slice(0, 4));

/** Last day counted: today while the year runs (or has not begun), its last one once it is over. */
export function arretDe(annee: number, today: DateCivile): { arret: DateCivile; enCours: boolean } {
  const dernier = `${annee}-12-31`;
  return { arret: today < dernier ? today : dernier, enCours: anneeDe(today) === annee };
}

/** Those begun in a year, up to a day of it. */
export function commencees<I extends ImmersionVecue>(
  toutes: readonly I[],
  annee: number,
  arret: DateCivile,
): I[] {
  return toutes.filter(({ debut }) => anneeDe(debut) === annee && debut <= arret);
}

/** The immersions behind a figure of the year: its rows, and for persons or hosts those they are made of. */
export function retenues<I extends ImmersionVecue>(
  toutes: readonly I[],
  { annee, figure, code }: { annee: number; figure: FigureAnnee; code: string },
  today: DateCivile,
): I[] {
  const { arret } = arretDe(annee, today);
  if (figure === 'a_venir')
    return commencees(toutes, annee, `${annee}-12-31`).filter(({ debut }) => debut > arret);
  const faites = commencees(toutes, annee, arret);
  switch (figure) {
    case 'total':
    case 'personnes':
    case 'organisations':
      return faites;
    case 'renouvellements':
      return faites.filter(({ renouvelleId }) => renouvelleId !== null);
    case 'embauches':
      return faites.filter(({ embauche }) => embauche);
    default:
      return faites.filter((immersion) => codeDe(figure, immersion, today) === code);
  }
}

/** Persons, hosts, or the immersions themselves: what a figure counts. */
export function compterFigure(figure: FigureAnnee, immersions: readonly ImmersionVecue[]): number {
  if (figure === 'personnes') return new Set(immersions.map(({ salarieId }) => salarieId)).size;
  if (figure === 'organisations') return new Set(immersions.map(({ organisationId }) => organisationId)).size;
  return immersions.length;
}

export interface Moyenne {
  nombre: number;
  /** Sums, to be divided by `nombre`. */
  jours: number;
  minutes: number;
}

export interface Durees {
  /** Each convention on its own. */
  sans: Moyenne;
  /** A convention and its renewal are one immersion, of the year of the first. */
  avec: Moyenne;
}

const somme = <L>(lignes: readonly L[], lire: (ligne: L) => number) =>
  lignes.reduce((total, ligne) => total + lire(ligne), 0);

function moyenneDe(groupes: readonly (readonly ImmersionVecue[])[]): Moyenne {
  return {
    nombre: groupes.length,
    jours: somme(groupes, (groupe) => somme(groupe, ({ jours }) => jours)),
    minutes: somme(groupes, (groupe) => somme(groupe, ({ minutes }) => minutes)),
  };
}

/** Durations of what began in a year; `toutes` also holds the renewals, whenever they began. */
export function dureesDe(toutes: readonly ImmersionVecue[], annee: number, today: DateCivile): Durees {
  const faites = retenues(toutes, { annee, figure: 'total', code: '' }, today);
  const parId = new Map(toutes.map((immersion) => [immersion.id, immersion]));
  const racineDe = (immersion: ImmersionVecue): ImmersionVecue =>
    (immersion.renouvelleId !== null && parId.get(immersion.renouvelleId)) || immersion;
  const premieres = faites.filter((immersion) => racineDe(immersion) === immersion);
  return {
    sans: moyenneDe(faites.map((immersion) => [immersion])),
    avec: moyenneDe(premieres.map((premiere) => toutes.filter((autre) => racineDe(autre) === premiere))),
  };
}

/** One line of the year: done, aimed at, and the year before. */
export interface MesureAnnee {
  code: string;
  valeur: number;
  /** Up to the same day of the year before. */
  precedent: number;
  /** Over the whole of it: the same once the year is over. */
  precedentEntier: number;
  objectif: number | null;
  /** What an even pace would have made by now; null without an aim, or once the year is over. */
  attendu: number | null;
}

export interface Vise {
  axe: string;
  code: string;
  nombre: number;
}

export interface AnneeImmersions {
  enCours: boolean;
  /** Begins later in the year, already agreed. */
  aVenir: number;
  renouvellements: number;
  minutes: number;
  total: MesureAnnee;
  personnes: MesureAnnee;
  organisations: MesureAnnee;
  embauches: MesureAnnee;
  durees: Durees;
  dureesAvant: Durees;
  axes: Record<AxeAnnee, MesureAnnee[]>;
}

/** What an even pace through the year makes on a day, both ends included: all of it on 31 December. */
export function attenduAu(objectif: number, jour: DateCivile): number {
  const debut = `${jour.slice(0, 4)}-01-01`;
  const total = ecartJours(debut, `${anneeDe(jour) + 1}-01-01`);
  return Math.round((objectif * (ecartJours(debut, jour) + 1)) / total);
}

/**
 * The immersions of a year beside the ones aimed at and those of the year before. `connus`: the codes each breakdown shows
 * even at zero; those met or aimed at come after them, « non renseigné » last.
 */
export function calculerAnnee(
  toutes: readonly ImmersionVecue[],
  vises: readonly Vise[],
  connus: Partial<Record<AxeAnnee, readonly string[]>>,
  annee: number,
  today: DateCivile,
): AnneeImmersions {
  const { enCours } = arretDe(annee, today);
  // The same day of the year before; the whole of it beside a year that is over.
  const arretAvant = enCours ? ajouterMois(today, -12) : `${annee - 1}-12-31`;
  const commenceesAvant = commencees(toutes, annee - 1, `${annee - 1}-12-31`);
  const avant = commenceesAvant.filter(({ debut }) => debut <= arretAvant);
  const faites = retenues(toutes, { annee, figure: 'total', code: '' }, today);

  function mesurer(
    figure: FigureAnnee,
    code: string,
    de: (immersion: ImmersionVecue) => boolean,
  ): MesureAnnee {
    const compter = (immersions: readonly ImmersionVecue[]) => compterFigure(figure, immersions.filter(de));
    const objectif = vises.find((vise) => vise.axe === figure && vise.code === code)?.nombre ?? null;
    return {
      code,
      valeur: compter(faites),
      precedent: compter(avant),
      precedentEntier: compter(commenceesAvant),
      objectif,
      attendu: objectif !== null && enCours ? attenduAu(objectif, today) : null,
    };
  }
  const toutesDedans = () => true;
  const parAxe = (axe: AxeAnnee): MesureAnnee[] => {
    const rencontres = [...faites, ...commenceesAvant].map((immersion) => codeDe(axe, immersion, today));
    const voulus = vises.filter((vise) => vise.axe === axe).map(({ code }) => code);
    const base = connus[axe] ?? [];
    const autres = [...new Set([...rencontres, ...voulus])].filter((code) => !base.includes(code)).sort();
    const dernier = [BILAN_MANQUANT, PAS_FINIE, ''];
    const codes = [
      ...base,
      ...autres.filter((code) => !dernier.includes(code)),
      ...dernier.filter((code) => autres.includes(code)),
    ];
    return codes.map((code) => mesurer(axe, code, (immersion) => codeDe(axe, immersion, today) === code));
  };
  return {
    enCours,
    aVenir: retenues(toutes, { annee, figure: 'a_venir', code: '' }, today).length,
    renouvellements: faites.filter(({ renouvelleId }) => renouvelleId !== null).length,
    minutes: somme(faites, ({ minutes }) => minutes),
    total: mesurer('total', '', toutesDedans),
    personnes: mesurer('personnes', '', toutesDedans),
    organisations: mesurer('organisations', '', toutesDedans),
    embauches: mesurer('embauches', '', ({ embauche }) => embauche),
    durees: dureesDe(toutes, annee, today),
    dureesAvant: dureesDe(toutes, annee - 1, today),
    axes: Object.fromEntries(AXES_ANNEE.map((axe) => [axe, parAxe(axe)])) as Record<AxeAnnee, MesureAnnee[]>,
  };
}

/** `14 sur 30 ; au rythme de l’année : 16 attendues à ce jour`; empty without an aim. */
export function direObjectif({ valeur, objectif, attendu }: MesureAnnee, feminin = true): string {
  if (objectif === null) return '';
  const base = `${formaterNombre(valeur)} sur ${formaterNombre(objectif)}`;
  return insecables(
    attendu === null
      ? base
      : `${base} ; au rythme de l’année : ${accorder(attendu, feminin ? 'attendue' : 'attendu')} à ce jour`,
  );
}

/** `8,4 jours`, `—` without anything to divide. */
export function direMoyenne(valeur: number, nombre: number): string {
  return nombre === 0 ? '—' : formaterNombre(valeur / nombre, 1);
}

/** What counts, in the words printed beside the figures. */
export const DEFINITIONS_ANNEE: readonly { terme: string; texte: string }[] = [
  {
    terme: 'Immersion de l’année',
    texte:
      'convention sortie du brouillon, ni refusée ni annulée, dont le premier jour tombe dans l’année et n’est pas à venir ; un renouvellement compte pour une convention.',
  },
  {
    terme: 'À venir',
    texte: 'convention déjà préparée qui commence plus tard dans l’année ; elle n’est pas encore comptée.',
  },
  {
    terme: 'Durée moyenne',
    texte:
      'en jours de présence et en heures, faites quand elles sont connues, prévues sinon. « Avec renouvellement » : une convention et son renouvellement ne font qu’une immersion, de l’année de la première.',
  },
  {
    terme: 'Suivie d’une embauche',
    texte: 'le bilan conclut à une embauche par l’accueil, ou une embauche notée lui est liée.',
  },
  {
    terme: 'Bilan manquant',
    texte: 'l’immersion est finie et son bilan n’est pas clos : sa suite n’est pas connue.',
  },
  {
    terme: 'Au rythme de l’année',
    texte:
      'part de l’objectif égale à la part de l’année écoulée, jour pour jour ; ce n’est pas une prévision.',
  },
];
