import { z } from 'zod';
import { id, texte } from '../champs.ts';
import { ORIGINES_HEURES } from '../nomenclatures/bilans.ts';
import { codes } from '../nomenclatures/nomenclature.ts';
import { CONTRATS } from '../nomenclatures/salaries.ts';
import { GENRES_SIAE } from '../nomenclatures/structures.ts';
import { COLONNES_MAX, fichierImport, LIGNES_MAX } from '../reseau/import/schema.ts';
import { CODES_PAIE } from './paie.ts';

export const anneeHeures = z
  .int('Indiquez une année.')
  .min(2000, 'Cette année est trop ancienne.')
  .max(2199, 'Cette année est trop lointaine.');

export const moisCivil = z.string().regex(/^(?:20|21)\d\d-(?:0[1-9]|1[0-2])$/, 'Ce mois n’existe pas.');

/** Cells written at once: a year of four hundred contracts. */
export const CASES_MAX = 5000;

const minutesSaisies = z
  .int('Écrivez un nombre d’heures.')
  .min(0, 'Un nombre d’heures ne peut pas être négatif.')
  .max(744 * 60, 'Un mois compte 744 heures au plus.');

/** Hours of a contract in a month; null takes them off. */
export const heuresSaisie = z.strictObject({
  contratId: id,
  mois: moisCivil,
  minutes: minutesSaisies.nullable(),
});

/** A pasted cell, as it is written; an empty one changes nothing. */
export const caseCollee = z.strictObject({ contratId: id, mois: moisCivil, texte: texte(40) });

const origine = z.enum(codes(ORIGINES_HEURES));

const caseHeures = z.object({
  /** Null as long as nothing was entered. */
  minutes: z.number().nullable(),
  origine: origine.nullable(),
  /** Days of the contract in the month. */
  jours: z.number(),
  /** What its weekly hours foresee, suspensions taken off; null when they are not known. */
  prevues: z.number().nullable(),
});
export type CaseHeures = z.output<typeof caseHeures>;

export const ligneHeures = z.object({
  contratId: z.string(),
  salarie: z.object({ id: z.string(), prenom: z.string(), nom: z.string() }),
  nature: z.enum(codes(CONTRATS)),
  debut: z.string(),
  fin: z.string().nullable(),
  minutesHebdo: z.number().nullable(),
  /** January to December. */
  mois: z.array(caseHeures).length(12),
});
export type LigneHeures = z.output<typeof ligneHeures>;

export const anneeDHeures = z.object({
  annee: z.number(),
  /** Years that have contracts, latest first; this one and the current one always. */
  annees: z.array(z.number()),
  /** People in the order of their names, contracts in that of their dates. */
  lignes: z.array(ligneHeures),
});
export type AnneeDHeures = z.output<typeof anneeDHeures>;

const centiemes = z.int();

const moisEtp = z.object({
  mois: z.string(),
  minutes: z.number(),
  /** Hours of a full-time job over a year, that month. */
  reference: z.number(),
  /** Null as long as nothing of it was entered. */
  realise: centiemes.nullable(),
  conventionne: centiemes.nullable(),
  /** Thousandths, of a month that counts. */
  taux: z.int().nullable(),
  /** Over, with its hours: it counts in the cumulated figures. */
  compte: z.boolean(),
  fini: z.boolean(),
  /** Contracts that ran in it, and those of them without hours (a future month lacks none). */
  contrats: z.number(),
  sansHeures: z.number(),
  cumul: z.object({
    realise: centiemes.nullable(),
    conventionne: centiemes.nullable(),
    taux: z.int().nullable(),
  }),
});
export type MoisEtp = z.output<typeof moisEtp>;

const annexeEtp = z.object({
  id: z.string(),
  conventionId: z.string(),
  convention: z.string(),
  financeur: z.string(),
  genre: z.string(),
  numero: z.string(),
  debut: z.string(),
  fin: z.string(),
  etp: centiemes,
  /** Over the months of the annexe that count, whichever the year: how many, agreed, done. */
  mois: z.number(),
  conventionne: centiemes.nullable(),
  realise: centiemes.nullable(),
  taux: z.int().nullable(),
  /** Another annexe runs on the same days: hours cannot be told apart. */
  partagee: z.boolean(),
});
export type AnnexeMesuree = z.output<typeof annexeEtp>;

export const etpAnnee = z.object({
  annee: z.number(),
  annees: z.array(z.number()),
  genre: z.enum(codes(GENRES_SIAE)),
  /** Empty as long as the structure is not described. */
  structure: z.string(),
  mois: z.array(moisEtp).length(12),
  cumul: z.object({
    mois: z.number(),
    minutes: z.number(),
    realise: centiemes.nullable(),
    conventionne: centiemes.nullable(),
    taux: z.int().nullable(),
  }),
  projection: z
    .object({
      realise: centiemes,
      conventionne: centiemes.nullable(),
      taux: z.int().nullable(),
      rythme: centiemes.nullable(),
      restants: z.number(),
    })
    .nullable(),
  hypothese: z.string(),
  annexes: z.array(annexeEtp),
  /** What is to be known before these figures are sent. */
  remarques: z.array(z.string()),
});
export type EtpAnnee = z.output<typeof etpAnnee>;

/** A change of many cells at once, which can be taken back. */
export const lotHeures = z.object({
  id: z.string(),
  origine: z.enum(['collage', 'import']),
  nom: z.string(),
  le: z.string(),
  cases: z.number(),
  annuleLe: z.string().nullable(),
});
export type LotHeures = z.output<typeof lotHeures>;

export const collageFait = z.object({
  /** Names what was pasted, to take it back; null when nothing changed. */
  id: z.string().nullable(),
  posees: z.number(),
  identiques: z.number(),
  refusees: z.array(
    z.object({ contratId: z.string(), mois: z.string(), texte: z.string(), pourquoi: z.string() }),
  ),
});
export type CollageFait = z.output<typeof collageFait>;

export const lotAnnule = z.object({
  rendues: z.number(),
  /** Changed since: left as they are. */
  gardees: z.number(),
});

/** A payroll file, and how to read it; what is absent is guessed. */
export const fichierPaie = fichierImport.pick({ nom: true, contenu: true, feuille: true }).extend({
  colonnes: z
    .array(z.enum(CODES_PAIE, { error: 'Choisissez à quoi sert cette colonne.' }))
    .max(COLONNES_MAX)
    .optional(),
  /** Of the months that do not say theirs. */
  annee: anneeHeures,
  /** The one month of a file that has no column for it. */
  mois: moisCivil.nullable().default(null),
  /** Who a line is about, when its name does not say; null leaves the line out. */
  choix: z
    .array(z.strictObject({ ligne: z.int().positive(), salarieId: id.nullable() }))
    .max(LIGNES_MAX)
    .default([]),
});

const personnePaie = z.object({
  id: z.string(),
  nom: z.string(),
  /** What tells two people of one name apart: birth date and contracts. */
  detail: z.string(),
});
export type PersonnePaie = z.output<typeof personnePaie>;

export const ETATS_PAIE = ['prete', 'identique', 'choisir', 'inconnue', 'rejetee', 'laissee'] as const;

const lignePaie = z.object({
  /** Line of the file. */
  ligne: z.number(),
  /** As written. */
  nom: z.string(),
  matricule: z.string(),
  etat: z.enum(ETATS_PAIE),
  salarie: personnePaie.nullable(),
  /** Several people of that name. */
  candidats: z.array(personnePaie),
  /** What it would write, and what is there. */
  valeurs: z.array(z.object({ mois: z.string(), minutes: z.number(), avant: z.number().nullable() })),
  /** Why nothing can be written of it; empty when something can. */
  raison: z.string(),
  remarques: z.array(z.string()),
});
export type LignePaie = z.output<typeof lignePaie>;

export const analysePaie = z.object({
  feuilles: z.array(z.string()),
  feuille: z.number().nullable(),
  colonnes: z.array(
    z.object({ label: z.string(), cible: z.enum(CODES_PAIE), exemples: z.array(z.string()) }),
  ),
  /** The file has no month of its own: which one it is must be said. */
  moisDemande: z.boolean(),
  lignes: z.array(lignePaie),
  totaux: z.record(z.enum(ETATS_PAIE), z.number()),
  /** Cells and minutes that would be written. */
  cases: z.number(),
  minutes: z.number(),
  /** People a line can be said to be about. */
  personnes: z.array(personnePaie),
  avertissements: z.array(z.string()),
});
export type AnalysePaie = z.output<typeof analysePaie>;

export const importPaieFait = z.object({
  /** To take it back; null when everything was already there. */
  id: z.string().nullable(),
  changees: z.number(),
  identiques: z.number(),
  /** Lines of which nothing was written. */
  restees: z.number(),
});
