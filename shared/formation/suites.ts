import { z } from 'zod';
import { dateCivile, id, texte } from '../champs.ts';
import { formatTableur, livraison } from '../livraison.ts';
import { MOIS_SITUATION, SITUATIONS } from '../nomenclatures/formation.ts';
import { codes } from '../nomenclatures/nomenclature.ts';
import { ecriture, lecture } from '../operation.ts';
import { CODES_QUESTIONS, GENRES_EVALUATION, REPONSE_TEXTE_MAX } from './evaluations.ts';
import { resultatCertification, statutInscription } from './statuts.ts';

export const VUES_SUITES = ['a_demander', 'tous', 'sans_reponse'] as const;

const mois = z.union(
  [z.literal(MOIS_SITUATION[0]), z.literal(MOIS_SITUATION[1]), z.literal(MOIS_SITUATION[2])],
  { error: 'Choisissez 3, 6 ou 12 mois.' },
);
const situation = z.enum(codes(SITUATIONS), { error: 'Choisissez la situation.' });

export const suitesFiltres = z.strictObject({
  /** Of the end of the training; null: every year. */
  annee: z.number().int().min(2000).max(2100).nullable().default(null),
  actionId: id.nullable().default(null),
  sessionId: id.nullable().default(null),
  /** The month that breakdowns look at. */
  mois: mois.default(MOIS_SITUATION[0]),
  vue: z.enum(VUES_SUITES).default('a_demander'),
});
export type SuitesFiltres = z.output<typeof suitesFiltres>;

const mesure = z.object({
  cohorte: z.number(),
  pasEncore: z.number(),
  nonDemandes: z.number(),
  sansReponse: z.number(),
  repondants: z.number(),
  dynamiques: z.number(),
  enParcours: z.number(),
  situations: z.array(z.object({ code: z.string(), nombre: z.number() })),
});

const groupe = z.object({ id: z.string(), nom: z.string(), mesure });
export type GroupeSuite = z.output<typeof groupe>;

const personne = z.object({
  id: z.string(),
  prenom: z.string(),
  nom: z.string(),
  sexe: z.string(),
  telephone: z.string(),
});
const sessionFinie = z.object({ id: z.string(), numero: z.string(), titre: z.string(), fin: z.string() });

const suiteLigne = z.object({
  inscriptionId: z.string(),
  salarie: personne,
  session: sessionFinie,
  statut: statutInscription,
  resultat: z.union([z.literal(''), resultatCertification]),
  /** The month to ask about now. */
  aDemander: mois.nullable(),
  situations: z.array(
    z.object({
      mois,
      echeance: z.string(),
      etat: z.enum(['pas_encore', 'non_demande', 'sans_reponse', 'repondu']),
      date: z.string().nullable(),
      situation: z.string(),
      note: z.string(),
    }),
  ),
});
export type SuiteLigne = z.output<typeof suiteLigne>;

const suites = z.object({
  /** Years in which trainings ended, the latest first. */
  annees: z.array(z.object({ annee: z.number(), nombre: z.number() })),
  actions: z.array(z.object({ id: z.string(), titre: z.string() })),
  /** At 3, 6 and 12 months: all, then women and men. */
  cohortes: z.array(z.object({ mois, tous: mesure, femmes: mesure, hommes: mesure })),
  parAction: z.array(groupe),
  parSession: z.array(groupe),
  parAnnee: z.array(groupe),
  lignes: z.array(suiteLigne),
  vues: z.record(z.enum(VUES_SUITES), z.number()),
});
export type Suites = z.output<typeof suites>;

/** A question to ask now, for the day's list. */
const suiteDue = z.object({
  inscriptionId: z.string(),
  mois,
  echeance: z.string(),
  salarie: personne,
  session: sessionFinie,
});
export type SuiteDue = z.output<typeof suiteDue>;

const situationDite = z.object({ date: z.string(), situation, note: z.string() });

/** A mark from 1 to 4, the code of a choice, or words. */
const reponses = z.partialRecord(
  z.enum(CODES_QUESTIONS, { error: 'Cette question n’est pas posée.' }),
  z.union([z.number().int().min(1).max(4), texte(REPONSE_TEXTE_MAX)], {
    error: 'Cette réponse ne se lit pas.',
  }),
);

const fiche = z.object({
  date: z.string(),
  version: z.string(),
  reponses: z.record(z.string(), z.union([z.number(), z.string()])),
});
export type FicheEvaluation = z.output<typeof fiche>;

const syntheseQuestion = z.object({
  code: z.string(),
  court: z.string(),
  texte: z.string(),
  genre: z.enum(['note', 'choix', 'texte']),
  reponses: z.number(),
  repartition: z.array(z.object({ code: z.string(), label: z.string(), nombre: z.number() })),
  moyenne: z.number().nullable(),
  favorables: z.number(),
  textes: z.array(z.string()),
});

const evaluations = z.object({
  sessionId: z.string(),
  fin: z.string(),
  /** Day from which what remains of the training is asked. */
  froidLe: z.string(),
  stagiaires: z.array(
    z.object({
      inscriptionId: z.string(),
      salarie: personne,
      statut: statutInscription,
      chaud: fiche.nullable(),
      froid: fiche.nullable(),
    }),
  ),
  syntheses: z.object({ chaud: z.array(syntheseQuestion), froid: z.array(syntheseQuestion) }),
});
export type Evaluations = z.output<typeof evaluations>;

const evaluation = { inscriptionId: id, genre: z.enum(GENRES_EVALUATION) };

const DE_SUITE = ['formation', 'salarie'] as const;

export const suitesContrat = {
  'formation.suites': lecture(suitesFiltres, suites, DE_SUITE),
  'formation.suitesDues': lecture(z.strictObject({}), z.array(suiteDue), DE_SUITE),
  'formation.exportSuites': lecture(suitesFiltres.extend({ format: formatTableur }), livraison, DE_SUITE),
  /** `precedent`: what was known before, to take it back. */
  'formation.saveSituation': ecriture(
    z.strictObject({ inscriptionId: id, mois, date: dateCivile, situation, note: texte(300).default('') }),
    z.object({ precedent: situationDite.nullable() }),
    ['formation'],
  ),
  'formation.removeSituation': ecriture(
    z.strictObject({ inscriptionId: id, mois }),
    z.object({ precedent: situationDite.nullable() }),
    ['formation'],
  ),
  'formation.evaluations': lecture(z.strictObject({ sessionId: id }), evaluations, DE_SUITE),
  'formation.exportEvaluations': lecture(
    z.strictObject({ sessionId: id, genre: z.enum(GENRES_EVALUATION), format: formatTableur }),
    livraison,
    DE_SUITE,
  ),
  /** The whole sheet of a trainee, in the version it was filled in (the current one when empty). */
  'formation.saveEvaluation': ecriture(
    z.strictObject({ ...evaluation, date: dateCivile, version: texte(20).default(''), reponses }),
    z.object({ precedente: fiche.nullable() }),
    ['formation'],
  ),
  'formation.removeEvaluation': ecriture(
    z.strictObject(evaluation),
    z.object({ precedente: fiche.nullable() }),
    ['formation'],
  ),
};
