import { type DateCivile, ecartJours } from '../dates.ts';
import { accorder, formaterDuree, formaterNombre, formaterTaux } from '../format.ts';
import { formaterEuros } from '../montant.ts';
import type { ChoixPlan, FigurePlan, LignePlan, PlanAnnee } from './plan.ts';
import { AXES_PLAN, type AxePlan, type FiguresPlan } from './regles-plan.ts';

/** The plan in its tables, its rates and its words: one definition for the screen, the paper and the spreadsheets. */

export const TITRES_AXES: Record<AxePlan, string> = {
  genre: 'Par nature de formation',
  theme: 'Par thème',
  support: 'Par support d’activité',
  sexe: 'Femmes et hommes',
  organisme: 'Par organisme de formation',
};

/** Heading of the lines of a breakdown. */
export const NOMS_AXES: Record<AxePlan, string> = {
  genre: 'Nature',
  theme: 'Thème',
  support: 'Support',
  sexe: 'Stagiaires',
  organisme: 'Organisme',
};

/** Breakdowns whose sessions add up: a session has one kind, and several trainees. */
export const AXES_DE_SESSION: readonly AxePlan[] = ['genre', 'theme', 'organisme'];

/** What neither funders' grants nor their promises cover; negative when they exceed the cost. */
export const resteDe = ({
  cout,
  accorde,
  attendu,
}: Pick<FiguresPlan, 'cout' | 'accorde' | 'attendu'>): number => cout - accorde - attendu;

/** A breakdown of the year, its lines then their sum. */
export interface TablePlan {
  axe: AxePlan;
  titre: string;
  lignes: readonly LignePlan[];
}

export const tables = ({ axes }: PlanAnnee): TablePlan[] =>
  AXES_PLAN.map((axe) => ({ axe, titre: TITRES_AXES[axe], lignes: axes[axe] })).filter(
    ({ lignes }) => lignes.length > 0,
  );

/** True when nothing of the year is there to be counted. */
export const estVide = ({ figures, sessions, note }: PlanAnnee): boolean =>
  sessions.length === 0 &&
  figures.cout === 0 &&
  figures.accorde === 0 &&
  figures.attendu === 0 &&
  note.orientations === '' &&
  note.budgetCentimes === null;

/** A rate with what it is made of, and what it leaves out. */
export interface TauxPlan {
  code: string;
  label: string;
  /** `78 %`, or a dash without base. */
  taux: string;
  /** `312 h sur 400 h`. */
  base: string;
  /** What is neither above nor below the line. */
  apart: string;
  figure: FigurePlan;
}

const presentes = ({ certification: { total, partiel, echoue } }: FiguresPlan) => total + partiel + echoue;

/** Rates of the year, each printed with numerator, denominator, excluded and unknown. */
export function tauxDe({ figures, demis }: Pick<PlanAnnee, 'figures' | 'demis'>): TauxPlan[] {
  const { realisees, engagees, prevues, auBout, interrompus, enCours, certification } = figures;
  const base = presentes(figures);
  const aSaisir = Math.max(0, demis.passees - demis.saisies);
  const parties = (...celles: (string | false)[]) => celles.filter(Boolean).join(' ; ');
  return [
    {
      code: 'realisation',
      label: 'Réalisation',
      taux: formaterTaux(realisees, engagees),
      base:
        engagees === 0
          ? 'aucune heure engagée'
          : `${formaterDuree(realisees)} sur ${formaterDuree(engagees)} engagées`,
      apart: parties(
        prevues > 0 && `${formaterTaux(realisees, prevues)} des ${formaterDuree(prevues)} prévues`,
        aSaisir > 0 &&
          `${accorder(aSaisir, 'demi-journée passée', 'demi-journées passées')} sans présence saisie`,
      ),
      figure: 'realisees',
    },
    {
      code: 'auBout',
      label: 'Allés au bout',
      taux: formaterTaux(auBout, auBout + interrompus),
      base:
        auBout + interrompus === 0
          ? 'aucune fin notée'
          : `${formaterNombre(auBout)} sur ${accorder(auBout + interrompus, 'parcours fini', 'parcours finis')}`,
      apart: parties(
        interrompus > 0 && accorder(interrompus, 'interrompu'),
        enCours > 0 && `${formaterNombre(enCours)} pas encore ${enCours > 1 ? 'finis' : 'fini'}`,
      ),
      figure: 'auBout',
    },
    {
      code: 'certification',
      label: 'Certification',
      taux: formaterTaux(certification.total, base),
      base:
        base === 0
          ? 'aucun candidat présenté'
          : `${accorder(certification.total, 'certifié')} sur ${accorder(base, 'présenté')}`,
      apart: parties(
        certification.partiel > 0 && `${formaterNombre(certification.partiel)} en partie`,
        certification.nonPresente > 0 && accorder(certification.nonPresente, 'non présenté', 'non présentés'),
        certification.attente > 0 && `${formaterNombre(certification.attente)} sans résultat connu`,
      ),
      figure: 'total',
    },
  ];
}

/** A figure of the year beside the same a year before. */
export interface IndicateurPlan {
  figure: FigurePlan;
  label: string;
  texte: string;
  /** Empty when the year before has no plan. */
  avant: string;
}

export function indicateursPlan({ figures, avant }: Pick<PlanAnnee, 'figures' | 'avant'>): IndicateurPlan[] {
  const dire = (figure: FigurePlan, lire: (une: FiguresPlan) => string): IndicateurPlan => ({
    figure,
    label: NOMS_FIGURES[figure],
    texte: lire(figures),
    avant: avant ? lire(avant) : '',
  });
  return [
    dire('sessions', (une) => formaterNombre(une.sessions)),
    dire('stagiaires', (une) => formaterNombre(une.stagiaires)),
    dire('inscriptions', (une) => formaterNombre(une.inscriptions)),
    dire('prevues', (une) => formaterDuree(une.prevues)),
    dire('engagees', (une) => formaterDuree(une.engagees)),
    dire('realisees', (une) => formaterDuree(une.realisees)),
    dire('cout', (une) => formaterEuros(une.cout)),
    dire('accorde', (une) => formaterEuros(une.accorde)),
    dire('attendu', (une) => formaterEuros(une.attendu)),
    dire('reste', (une) => formaterEuros(resteDe(une))),
  ];
}

/** The budget of the year against what it costs; empty when none was set. */
export function direBudget({ note, figures, propres }: PlanAnnee): string {
  const reste = resteDe(figures);
  const couvert = propres > 0 ? `Fonds propres inscrits : ${formaterEuros(propres)}.` : '';
  if (note.budgetCentimes === null) return couvert;
  const ecart = note.budgetCentimes - reste;
  const budget = `Budget de l’année : ${formaterEuros(note.budgetCentimes)} pour ${formaterEuros(reste)} de reste à charge, ${
    ecart < 0 ? `dépassé de ${formaterEuros(-ecart)}` : `${formaterEuros(ecart)} disponibles`
  }.`;
  return [budget, couvert].filter(Boolean).join(' ');
}

/** Other structures on our sessions, apart from every figure; empty when there are none. */
export function direPartenaires({ partenaires }: PlanAnnee): string {
  const { structures, sessions, places, entres, entresFemmes, inconnues } = partenaires;
  if (structures === 0) return '';
  return [
    `${accorder(structures, 'structure partenaire', 'structures partenaires')} sur ${accorder(sessions, 'session')} : ${accorder(places, 'place')}${entres > 0 ? `, ${accorder(entres, 'stagiaire entré', 'stagiaires entrés')} dont ${accorder(entresFemmes, 'femme')}` : ''}.`,
    inconnues > 0 && `Entrées non renseignées pour ${accorder(inconnues, 'réservation')}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

export const NOMS_FIGURES: Record<FigurePlan, string> = {
  sessions: 'Sessions',
  stagiaires: 'Stagiaires',
  inscriptions: 'Inscriptions',
  prevues: 'Heures prévues',
  engagees: 'Heures engagées',
  realisees: 'Heures réalisées',
  cout: 'Coût',
  accorde: 'Financement accordé',
  attendu: 'Financement attendu',
  reste: 'Reste à charge',
  auBout: 'Allés au bout',
  interrompus: 'Interrompus',
  enCours: 'Pas encore finis',
  total: 'Certifiés',
  partiel: 'Certifiés en partie',
  echoue: 'Échoués',
  nonPresente: 'Non présentés',
  attente: 'Résultat inconnu',
};

/** `Heures engagées · Module court`: what an open figure is called. */
export function nomChoix(plan: PlanAnnee, { figure, axe, code }: Omit<ChoixPlan, 'annee'>): string {
  const ligne = axe && plan.axes[axe].find((une) => une.code === code);
  return ligne ? `${NOMS_FIGURES[figure]} · ${ligne.nom}` : NOMS_FIGURES[figure];
}

/** Where the bar of a session stands along its year. */
export function placeDansAnnee(
  annee: number,
  { debut, fin }: { debut: DateCivile; fin: DateCivile },
): { left: string; width: string } {
  const premier = `${annee}-01-01`;
  const jours = ecartJours(premier, `${annee + 1}-01-01`);
  const borner = (jour: number) => Math.min(jours, Math.max(0, jour));
  const depart = borner(ecartJours(premier, debut));
  const part = (nombre: number) => `${((nombre / jours) * 100).toFixed(2)}%`;
  return { left: part(depart), width: part(borner(ecartJours(premier, fin) + 1) - depart) };
}

export const DEFINITIONS_PLAN: readonly { terme: string; texte: string }[] = [
  {
    terme: 'Session',
    texte:
      'ni annulée ni retirée, dont une demi-journée au moins tombe dans l’année ; sans demi-journée saisie, celle de son début.',
  },
  {
    terme: 'Heures prévues',
    texte: 'stagiaires prévus de la session, fois les heures d’un stagiaire.',
  },
  {
    terme: 'Heures engagées',
    texte:
      'inscriptions validées, entrées, allées au bout ou interrompues, fois les heures de la session. Un stagiaire repéré ou positionné ne compte pas encore.',
  },
  {
    terme: 'Heures réalisées',
    texte: 'heures de présence saisies, demi-journée par demi-journée, des stagiaires engagés.',
  },
  {
    terme: 'Stagiaires',
    texte:
      'personnes engagées, chacune comptée une fois par ligne ; une personne inscrite à deux sessions fait deux inscriptions. Seules les inscriptions s’additionnent d’une ligne à l’autre.',
  },
  {
    terme: 'Places à pourvoir',
    texte: 'heures prévues que personne ne tient encore, et coût des sessions sans stagiaire engagé.',
  },
  {
    terme: 'Support d’activité',
    texte: 'celui où travaille le stagiaire ; à défaut, celui de la session.',
  },
  {
    terme: 'Coût',
    texte:
      'ingénierie, coûts pédagogiques, salaires pendant la formation et frais annexes de l’exercice : le montant réel dès qu’il est connu, le montant prévu avant. La part des structures partenaires n’y est pas. Les tableaux par nature, thème, support, public et organisme arrondissent à l’euro.',
  },
  {
    terme: 'Accordé, attendu, reste',
    texte:
      'accordé par les financeurs ; compté sur eux sans accord encore ; et ce que la structure porte. Ni fonds propres ni demandes refusées dans les deux premiers.',
  },
  {
    terme: 'Certification',
    texte:
      'certifiés sur présentés (certifiés, certifiés en partie et échoués), pour les sessions qui finissent dans l’année. Les non présentés et les résultats inconnus sont à part.',
  },
  {
    terme: 'Structures partenaires',
    texte:
      'leurs stagiaires et leurs heures ne sont dans aucun de ces chiffres ; leurs places sont dites à part.',
  },
];
