import { z } from 'zod';
import { dateCivile, dateOptionnelle, id, texte, texteRequis } from '../champs.ts';
import { formatTableur, livraison } from '../livraison.ts';
import { ecriture, lecture } from '../operation.ts';
import { CODES_MOMENTS, CODES_QUESTIONS } from './questionnaire.ts';
import { AGES_FSE } from './regles.ts';

const moment = z.enum(CODES_MOMENTS, { error: 'Choisissez l’entrée, la sortie ou les six mois.' });

/** Code of a choice by question; which ones are possible is said by the questionnaire. */
const reponses = z.partialRecord(
  z.enum(CODES_QUESTIONS, { error: 'Cette question n’est pas posée.' }),
  texte(40),
  { error: 'Ces réponses ne se lisent pas.' },
);

export const fseSaisie = z.strictObject({
  salarieId: id,
  /** Convention of the entry; later moments keep that of their entry. */
  conventionId: id.nullable().default(null),
  moment,
  /** Rank of the participation, for the six months of one that others follow; the last one when nothing is said. */
  participation: z.int().min(1).max(99).nullable().default(null),
  date: dateCivile,
  /** Day the questionnaire was filled in; today when nothing is said. */
  recueilliLe: dateOptionnelle,
  reponses,
});
export type FseSaisie = z.input<typeof fseSaisie>;

export const fseCorrection = z.strictObject({
  id,
  conventionId: id.nullable().default(null),
  date: dateCivile,
  recueilliLe: dateOptionnelle,
  reponses,
  pourquoi: texteRequis(200, 'Dites pourquoi cette ligne change.'),
});

/** Views of the list: `VUES_FSE`. */
export const VUES_FSE = ['tous', 'en_cours', 'sortis', 'a_completer', 'sans_entree'] as const;
export type VueFse = (typeof VUES_FSE)[number];

export const fseFiltres = z.strictObject({
  /** Year of the entry, the exit or the six months; null: all. */
  annee: z.int().min(1990).max(2199).nullable().default(null),
  conventionId: id.nullable().default(null),
  recherche: texte(200).default(''),
  vue: z.enum(VUES_FSE).default('tous'),
});
export type FseFiltres = z.output<typeof fseFiltres>;

const personne = z.object({
  id: z.string(),
  prenom: z.string(),
  nom: z.string(),
  sexe: z.enum(['F', 'H']),
  naissance: z.string(),
  telephone: z.string(),
});

const convention = z.object({
  id: z.string(),
  intitule: z.string(),
  numero: z.string(),
  debut: z.string(),
  fin: z.string(),
});
export type ConventionFse = z.output<typeof convention>;

const ligne = z.object({
  id: z.string(),
  participation: z.number(),
  conventionId: z.string().nullable(),
  moment,
  date: z.string(),
  recueilliLe: z.string(),
  version: z.string(),
  reponses: z.record(z.string(), z.string()),
  corrigeId: z.string().nullable(),
  annulee: z.boolean(),
});

const etatResultat = z.enum(['pas_encore', 'non_demande', 'sans_reponse', 'repondu']);

export const manque = z.object({ moment, phrase: z.string(), retard: z.boolean(), aFaire: z.boolean() });

/** A participation with all that the bilans count of it. */
export const participationFse = z.object({
  salarie: personne,
  convention: convention.nullable(),
  rang: z.number(),
  entree: ligne,
  sortie: ligne.nullable(),
  sixMois: ligne.nullable(),
  participant: z.boolean(),
  pourquoi: z.string(),
  age: z.enum(AGES_FSE),
  longueDuree: z.boolean().nullable(),
  etatSortie: etatResultat,
  etatSixMois: etatResultat,
  echeanceSixMois: z.string().nullable(),
  manques: z.array(manque),
});
export type ParticipationFse = z.output<typeof participationFse>;

const sansEntree = z.object({ salarie: personne, depuis: z.string() });
export type SansEntreeFse = z.output<typeof sansEntree>;

const liste = z.object({
  participations: z.array(participationFse),
  /** Under contract today, and in no participation. */
  sansEntree: z.array(sansEntree),
  vues: z.record(z.enum(VUES_FSE), z.number()),
  annees: z.array(z.number()),
  /** Those a participant may enter under, the latest first. */
  conventions: z.array(convention),
});
export type ListeFse = z.output<typeof liste>;

const due = z.object({
  salarie: personne,
  entreeId: z.string(),
  participation: z.number(),
  moment: z.enum(['sortie', 'six_mois']),
  echeance: z.string(),
  departLe: z.string(),
  retard: z.boolean(),
});
export type FseDue = z.output<typeof due>;

const ecrite = ligne.extend({
  /** What it changes of the line it corrects, in words: question, before, after. */
  changements: z.array(z.object({ quoi: z.string(), avant: z.string(), apres: z.string() })),
  pourquoi: z.string(),
  auteur: z.string(),
  ecritLe: z.string(),
  /** Nothing corrects it, and it was not withdrawn. */
  enVigueur: z.boolean(),
  convention: z.string(),
});
export type LigneEcrite = z.output<typeof ecrite>;

const historique = z.object({
  participations: z.array(participationFse),
  /** As they were written, latest first. */
  lignes: z.array(ecrite),
  /** What there is to note next. */
  suivant: moment,
  conventions: z.array(convention),
});
export type HistoriqueFse = z.output<typeof historique>;

const preparation = z.object({
  /** Likely day; null when nothing says it. */
  date: z.string().nullable(),
  conventionId: z.string().nullable(),
  reponses: z.record(z.string(), z.string()),
  /** Where each answer comes from, or what the sheet holds without answering: by question, in words. */
  indices: z.record(z.string(), z.string()),
});
export type PreparationFse = z.output<typeof preparation>;

const DE_FSE = ['fse', 'salarie', 'convention', 'sortie', 'formation'] as const;
const papier = z.strictObject({ salarieId: id.nullable().default(null), moment });
const ECRIT = z.object({ id: z.string() });

export const fseContrat = {
  'fse.list': lecture(fseFiltres, liste, DE_FSE),
  'fse.export': lecture(fseFiltres.extend({ format: formatTableur }), livraison, DE_FSE),
  /** Questionnaires to have filled in now, the oldest first. */
  'fse.dues': lecture(z.strictObject({}), z.array(due), DE_FSE),
  'fse.historique': lecture(z.strictObject({ salarieId: id }), historique, DE_FSE),
  /** What the records of the person already answer. */
  'fse.preparer': lecture(z.strictObject({ salarieId: id, moment }), preparation, DE_FSE),
  'fse.noter': ecriture(fseSaisie, ECRIT, ['fse']),
  /** Writes another line in the place of one, which stays in the history. */
  'fse.corriger': ecriture(fseCorrection, ECRIT, ['fse']),
  /** Withdraws a line written by mistake; it stays in the history. */
  'fse.annuler': ecriture(
    z.strictObject({ id, pourquoi: texteRequis(200, 'Dites pourquoi cette ligne est retirée.') }),
    ECRIT,
    ['fse'],
  ),
  /** The questionnaire on paper, blank without a person. */
  'fse.page': lecture(papier, z.object({ adresse: z.string() }), [...DE_FSE, 'structure']),
  'fse.pdf': lecture(papier, livraison, [...DE_FSE, 'structure']),
};
