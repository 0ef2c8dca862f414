import { z } from 'zod';
import { dateCivile, dateOptionnelle, id, identifiant, texte } from '../champs.ts';
import { formatTableur, livraison } from '../livraison.ts';
import { MODES_COUT, MOUVEMENTS } from '../nomenclatures/formation.ts';
import { codes } from '../nomenclatures/nomenclature.ts';
import { ecriture, lecture } from '../operation.ts';
import { PHASES } from './couts.ts';
import { ETATS_LIGNE } from './regles-financement.ts';

/** A million euros: what no cost of a small structure reaches. */
const PLAFOND = 100_000_000;

const montant = z
  .number({ error: 'Écrivez un montant en euros.' })
  .int('Écrivez un montant en euros.')
  .min(0, 'Ce montant est négatif.')
  .max(PLAFOND, 'Ce montant dépasse un million d’euros.');

const phase = z.enum(PHASES, { error: 'Choisissez le poste.' });
const exercice = z
  .number({ error: 'Écrivez une année.' })
  .int('Écrivez une année.')
  .min(2000, 'Écrivez une année de 2000 à 2199.')
  .max(2199, 'Écrivez une année de 2000 à 2199.');

/** Thousandths. */
const part = z
  .number({ error: 'Écrivez une part en %, comme 70 ou 33,3.' })
  .int('Écrivez une part en %, comme 70 ou 33,3.')
  .min(1, 'Une part est au-dessus de 0 %.')
  .max(1000, 'Une part ne dépasse pas 100 %.');

const financeur = identifiant('Choisissez le financeur.').nullable();

/** `id` null: a new cost. */
export const coutSaisie = z.strictObject({
  id: id.nullable().default(null),
  sessionId: id,
  phase,
  libelle: texte(200).default(''),
  exercice,
  prevuCentimes: montant,
  reelCentimes: montant.nullable().default(null),
});

/** `id` null: a new line. A share of the phase's cost, or an amount; a funder, or own funds (null). */
export const financementSaisie = z
  .strictObject({
    id: id.nullable().default(null),
    sessionId: id,
    organisationId: financeur,
    phase,
    exercice,
    part: part.nullable().default(null),
    prevuCentimes: montant.nullable().default(null),
    reference: texte(100).default(''),
    echeance: dateOptionnelle,
    echeanceObjet: texte(200).default(''),
    note: texte(2000).default(''),
  })
  .superRefine((saisie, ctx) => {
    if (saisie.part === null && saisie.prevuCentimes === null) {
      ctx.addIssue({ code: 'custom', path: ['prevuCentimes'], message: 'Indiquez une part ou un montant.' });
    }
    if (saisie.echeanceObjet !== '' && saisie.echeance === null) {
      ctx.addIssue({ code: 'custom', path: ['echeance'], message: 'Indiquez le jour de cette échéance.' });
    }
  });

/** Several shares of one cost in one gesture: `OPCO 70 % / Région 30 %`, three thirds. */
export const repartitionSaisie = z
  .strictObject({
    sessionId: id,
    phase,
    exercice,
    parts: z
      .array(z.strictObject({ organisationId: financeur, part }))
      .min(1, 'Ajoutez un financeur.')
      .max(6, 'Six financeurs au plus.'),
  })
  .superRefine(({ parts }, ctx) => {
    const somme = parts.reduce((total, lue) => total + lue.part, 0);
    if (somme > 1000) {
      ctx.addIssue({
        code: 'custom',
        path: ['parts', parts.length - 1, 'part'],
        message: `Les parts font ${String(somme / 10).replace('.', ',')} % : 100 % au plus.`,
      });
    }
    for (const [rang, { organisationId }] of parts.entries()) {
      if (parts.slice(0, rang).every((autre) => autre.organisationId !== organisationId)) continue;
      ctx.addIssue({
        code: 'custom',
        path: ['parts', rang, 'organisationId'],
        message: 'Ce financeur figure deux fois.',
      });
    }
  });

/** `id` null: a new movement. */
export const mouvementSaisie = z.strictObject({
  id: id.nullable().default(null),
  financementId: id,
  genre: z.enum(codes(MOUVEMENTS), { error: 'Choisissez l’étape.' }),
  date: dateCivile,
  centimes: montant.min(1, 'Indiquez le montant.'),
  reference: texte(100).default(''),
});

const organisation = z.object({ id: z.string(), nom: z.string() }).nullable();

export const mouvement = z.object({
  id: z.string(),
  genre: z.enum(codes(MOUVEMENTS)),
  date: z.string(),
  centimes: z.number(),
  reference: z.string(),
});
export type MouvementLu = z.output<typeof mouvement>;

const sommes = {
  prevu: z.number(),
  demande: z.number(),
  accorde: z.number(),
  refuse: z.number(),
  avance: z.number(),
  facture: z.number(),
  verse: z.number(),
  retenu: z.number(),
  aRecevoir: z.number(),
  aRembourser: z.number(),
};

/** A funding line, worked out. */
export const ligneFinancement = z.object({
  id: z.string(),
  organisation,
  phase: z.enum(PHASES),
  exercice: z.number(),
  part: z.number().nullable(),
  prevuCentimes: z.number().nullable(),
  reference: z.string(),
  echeance: z.string().nullable(),
  echeanceObjet: z.string(),
  note: z.string(),
  mouvements: z.array(mouvement),
  ...sommes,
  etat: z.enum(ETATS_LIGNE),
});
export type LigneLue = z.output<typeof ligneFinancement>;

export const coutSaisi = z.object({
  id: z.string(),
  phase: z.enum(PHASES),
  libelle: z.string(),
  exercice: z.number(),
  prevuCentimes: z.number(),
  reelCentimes: z.number().nullable(),
});
export type CoutSaisiLu = z.output<typeof coutSaisi>;

const coutPhase = z.object({
  phase: z.enum(PHASES),
  exercice: z.number(),
  prevuCentimes: z.number(),
  reelCentimes: z.number().nullable(),
  centimes: z.number(),
  calcule: z.boolean(),
  /** How a formula gave it: `8 stagiaires prévus × 21 h × 14,00 €`; empty when typed. */
  formule: z.string(),
});

const bouclage = z.object({
  cout: z.number(),
  financeurs: z.number(),
  accorde: z.number(),
  propres: z.number(),
  resteACharge: z.number(),
  ecart: z.number(),
});

/** What is to be looked at in the money of a session, in one sentence with its figures. */
export const avertissement = z.object({
  niveau: z.enum(['a_voir', 'info']),
  phrase: z.string(),
  /** The line it is about, when it is about one. */
  ligneId: z.string().nullable(),
});
export type Avertissement = z.output<typeof avertissement>;

/** The money of a session: what it costs, who pays, what is still to come. */
export const financementSession = z.object({
  session: z.object({
    id: z.string(),
    numero: z.string(),
    titre: z.string(),
    debut: z.string(),
    fin: z.string(),
    minutes: z.number(),
    coutMode: z.enum(codes(MODES_COUT)),
    coutCentimes: z.number(),
    surTempsTravail: z.boolean(),
    stagiairesPrevus: z.number(),
    engages: z.number(),
    annulee: z.boolean(),
  }),
  partenaires: z.array(
    z.object({
      id: z.string(),
      organisation: z.object({ id: z.string(), nom: z.string() }),
      places: z.number(),
      part: z.number().nullable(),
      centimes: z.number(),
    }),
  ),
  /** Years the session takes place in: those a new cost or line is offered for. */
  exercices: z.array(z.number()),
  couts: z.array(coutPhase),
  saisis: z.array(coutSaisi),
  lignes: z.array(ligneFinancement),
  bouclage,
  parPhase: z.array(bouclage.extend({ phase: z.enum(PHASES) })),
  /** Hours on working time really followed, and the wages they come to; null before anything was entered. */
  salairesRealises: z.object({ minutes: z.number(), centimes: z.number() }).nullable(),
  avertissements: z.array(avertissement),
});
export type FinancementSession = z.output<typeof financementSession>;

/** What a list of the lines of a year keeps. */
export const financementsFiltres = z.strictObject({
  annee: exercice,
  /** Id of a funder, `propres`, or everyone. */
  financeur: z.union([z.literal(''), z.literal('propres'), id]).default(''),
  phase: z.union([z.literal(''), phase]).default(''),
  etat: z.union([z.literal(''), z.enum(ETATS_LIGNE)]).default(''),
  /** Lines something is still awaited of. */
  attente: z
    .enum(['', 'recevoir', 'rembourser', 'echeance'], { error: 'Ce choix n’existe pas.' })
    .default(''),
});
export type FinancementsFiltres = z.output<typeof financementsFiltres>;

/** A line of a year among those of the other sessions. */
export const financementLigne = ligneFinancement
  .omit({ mouvements: true, note: true, prevuCentimes: true })
  .extend({
    session: z.object({
      id: z.string(),
      numero: z.string(),
      titre: z.string(),
      debut: z.string(),
      fin: z.string(),
    }),
  });
export type FinancementLigne = z.output<typeof financementLigne>;

const totaux = z.object(sommes);

export const financementsAnnee = z.object({
  annee: z.number(),
  lignes: z.array(financementLigne),
  /** Sums of the lines shown. */
  totaux,
  /** The same by funder, own funds last. */
  parFinanceur: z.array(totaux.extend({ organisation, nombre: z.number() })),
  /** Every funder of the year, whatever the other filters. */
  financeurs: z.array(z.object({ id: z.string(), nom: z.string() })),
  /** Lines of the year before any filter. */
  total: z.number(),
});
export type FinancementsAnnee = z.output<typeof financementsAnnee>;

/** A deadline of a line, among what there is to do. */
export const echeanceFinancement = z.object({
  id: z.string(),
  sessionId: z.string(),
  numero: z.string(),
  titre: z.string(),
  organisation,
  phase: z.enum(PHASES),
  echeance: z.string(),
  objet: z.string(),
  reference: z.string(),
});
export type EcheanceFinancement = z.output<typeof echeanceFinancement>;

const parId = z.strictObject({ id });
const rien = z.object({});
const fait = z.object({ id: z.string() });

export const financementContrat = {
  'formation.financement': lecture(z.strictObject({ sessionId: id }), financementSession, [
    'formation',
    'organisation',
    'salarie',
    'reglage',
  ]),
  'formation.saveCout': ecriture(coutSaisie, fait, ['formation']),
  'formation.archiveCout': ecriture(parId, rien, ['formation']),
  'formation.restoreCout': ecriture(parId, rien, ['formation']),
  'formation.saveFinancement': ecriture(financementSaisie, fait, ['formation']),
  /** Adds one line per share; returns those made, so that they can be taken back together. */
  'formation.repartirFinancement': ecriture(repartitionSaisie, z.object({ ids: z.array(z.string()) }), [
    'formation',
  ]),
  'formation.archiveFinancement': ecriture(z.strictObject({ ids: z.array(id).min(1).max(20) }), rien, [
    'formation',
  ]),
  'formation.restoreFinancement': ecriture(z.strictObject({ ids: z.array(id).min(1).max(20) }), rien, [
    'formation',
  ]),
  /** Moves a deadline, or says that it was met (`echeance` null); returns what it was. */
  'formation.deplaceEcheance': ecriture(
    z.strictObject({ id, echeance: dateOptionnelle, objet: texte(200).nullable().default(null) }),
    z.object({ echeance: z.string().nullable(), objet: z.string() }),
    ['formation'],
  ),
  'formation.saveMouvement': ecriture(mouvementSaisie, fait, ['formation']),
  'formation.archiveMouvement': ecriture(parId, rien, ['formation']),
  'formation.restoreMouvement': ecriture(parId, rien, ['formation']),
  /** Every line of a financial year, of sessions neither cancelled nor archived. */
  'formation.financements': lecture(financementsFiltres, financementsAnnee, [
    'formation',
    'organisation',
    'salarie',
    'reglage',
  ]),
  'formation.financementsExport': lecture(financementsFiltres.extend({ format: formatTableur }), livraison, [
    'formation',
    'organisation',
    'salarie',
    'reglage',
  ]),
  /** Deadlines late or within the reminder of the settings. */
  'formation.echeancesFinancement': lecture(z.strictObject({}), z.array(echeanceFinancement), [
    'formation',
    'organisation',
    'reglage',
  ]),
};
