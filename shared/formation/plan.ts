import { z } from 'zod';
import { ligneOuverte } from '../bilans/lignes.ts';
import { dateOptionnelle, texte } from '../champs.ts';
import { formatTableur, livraison } from '../livraison.ts';
import { ecriture, lecture } from '../operation.ts';
import { AXES_PLAN } from './regles-plan.ts';

export const anneePlan = z
  .int('Indiquez une année.')
  .min(2000, 'Cette année est trop ancienne.')
  .max(2199, 'Cette année est trop lointaine.');

/** Figures whose rows can be opened. */
export const FIGURES_PLAN = [
  'sessions',
  'stagiaires',
  'inscriptions',
  'prevues',
  'engagees',
  'realisees',
  'cout',
  'accorde',
  'attendu',
  'reste',
  'auBout',
  'interrompus',
  'enCours',
  'total',
  'partiel',
  'echoue',
  'nonPresente',
  'attente',
] as const;
export type FigurePlan = (typeof FIGURES_PLAN)[number];

const nombre = z.int();

const figures = z.object({
  sessions: nombre,
  stagiaires: nombre,
  inscriptions: nombre,
  prevues: nombre,
  engagees: nombre,
  realisees: nombre,
  cout: nombre,
  accorde: nombre,
  attendu: nombre,
  auBout: nombre,
  interrompus: nombre,
  enCours: nombre,
  certification: z.object({
    total: nombre,
    partiel: nombre,
    echoue: nombre,
    nonPresente: nombre,
    attente: nombre,
  }),
});

/** One line of a breakdown; `avant`: the same a year before, null when that year has no plan. */
const lignePlan = z.object({
  code: z.string(),
  nom: z.string(),
  figures,
  avant: figures.nullable(),
});
export type LignePlan = z.output<typeof lignePlan>;

const financeurPlan = z.object({
  id: z.string(),
  nom: z.string(),
  /** Cents, on the accounts of the year. */
  demande: nombre,
  accorde: nombre,
  /** Counted on and not granted yet. */
  attendu: nombre,
  refuse: nombre,
  verse: nombre,
  aRecevoir: nombre,
  /** Sessions it has granted something to, their trainees and their hours: a session with two funders is in both. */
  sessions: nombre,
  stagiaires: nombre,
  engagees: nombre,
  realisees: nombre,
  /** Granted a year before; null when that year has no plan. */
  accordeAvant: nombre.nullable(),
});
export type FinanceurPlan = z.output<typeof financeurPlan>;

const sessionPlan = z.object({
  id: z.string(),
  numero: z.string(),
  titre: z.string(),
  genre: z.string(),
  statut: z.string(),
  debut: z.string(),
  fin: z.string(),
  organisme: z.string(),
  /** Hours of a trainee in the year. */
  minutes: nombre,
  placesMin: nombre,
  placesMax: nombre,
  prevus: nombre,
  engages: nombre,
  enAttente: nombre,
  partenaires: nombre,
  cout: nombre,
  accorde: nombre,
  attendu: nombre,
});
export type SessionDuPlan = z.output<typeof sessionPlan>;

const planAnnee = z.object({
  annee: nombre,
  /** Today while the year runs: hours done are counted up to it. */
  arreteAu: z.string().nullable(),
  figures,
  avant: figures.nullable(),
  /** Hours done on the same day a year before; null once the year is over, or when there was no plan. */
  realiseesMemeDate: nombre.nullable(),
  parMois: z.array(z.object({ mois: z.string(), prevues: nombre, engagees: nombre, realisees: nombre })),
  demis: z.object({ passees: nombre, saisies: nombre }),
  axes: z.record(z.enum(AXES_PLAN), z.array(lignePlan)),
  phases: z.array(
    z.object({ code: z.string(), nom: z.string(), cout: nombre, accorde: nombre, attendu: nombre }),
  ),
  financeurs: z.array(financeurPlan),
  /** Own funds set aside, within what is left to bear. */
  propres: nombre,
  sessions: z.array(sessionPlan),
  /** Other structures on our sessions: apart from every figure. */
  partenaires: z.object({
    structures: nombre,
    sessions: nombre,
    places: nombre,
    entres: nombre,
    entresFemmes: nombre,
    /** Seats held on a session that has begun, whose entries nobody has noted. */
    inconnues: nombre,
  }),
  /** Open today, for the year or without a wished day; empty for a year gone by. */
  besoins: z.array(
    z.object({ theme: z.string(), nom: z.string(), personnes: nombre, prioritaires: nombre, places: nombre }),
  ),
  /** What the structure writes beside its figures. */
  note: z.object({
    orientations: z.string(),
    budgetCentimes: nombre.nullable(),
    presenteLe: z.string().nullable(),
  }),
});
export type PlanAnnee = z.output<typeof planAnnee>;

const choixPlan = z.strictObject({
  annee: anneePlan,
  figure: z.enum(FIGURES_PLAN),
  /** A line of a breakdown; without it, the whole year. */
  axe: z.enum(AXES_PLAN).nullable().default(null),
  code: z.string().max(60).default(''),
});
export type ChoixPlan = z.output<typeof choixPlan>;

export const planSaisie = z.strictObject({
  annee: anneePlan,
  orientations: texte(4000),
  budgetCentimes: z
    .int('Indiquez un montant en euros.')
    .min(0, 'Un budget ne peut pas être négatif.')
    .max(10_000_000_00, 'Dix millions d’euros au plus : vérifiez les zéros.')
    .nullable(),
  presenteLe: dateOptionnelle,
});

const TABLES = ['formation', 'salarie', 'organisation', 'nomenclature', 'reglage'] as const;
const PAGE = [...TABLES, 'structure'] as const;

/** The plan of a year: hours, trainees and money, planned, engaged and done. */
export const planContrat = {
  'formation.plan': lecture(z.strictObject({ annee: anneePlan }), planAnnee, TABLES),
  /** The rows behind a figure of the plan; `total` says how many. */
  'formation.planLignes': lecture(
    choixPlan.extend({
      depuis: z.int().min(0).max(1_000_000).default(0),
      nombre: z.int().min(1).max(200).default(50),
    }),
    z.object({ total: z.int(), lignes: z.array(ligneOuverte) }),
    TABLES,
  ),
  'formation.planExportLignes': lecture(choixPlan.extend({ format: formatTableur }), livraison, TABLES),
  /** Every figure of the plan, line by line. */
  'formation.planExport': lecture(
    z.strictObject({ annee: anneePlan, format: formatTableur }),
    livraison,
    TABLES,
  ),
  /** Relative address of the plan on paper. */
  'formation.planPage': lecture(
    z.strictObject({ annee: anneePlan }),
    z.object({ adresse: z.string() }),
    PAGE,
  ),
  'formation.planPdf': lecture(z.strictObject({ annee: anneePlan }), livraison, PAGE),
  'formation.savePlan': ecriture(planSaisie, z.object({}), ['formation']),
};
