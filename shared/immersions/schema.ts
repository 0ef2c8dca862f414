import { z } from 'zod';
import { codePostal, dateCivile, dateOptionnelle, id, siret, texte, texteRequis } from '../champs.ts';
import { ajouterMois } from '../dates.ts';

import {
  MODES_CONTRAT,
  NATURES_FRAIS,
  OBJETS,
  PAYEURS,
  ROLES_SIGNATURE,
  STATUTS,
} from '../nomenclatures/immersions.ts';

import { codes } from '../nomenclatures/nomenclature.ts';
import { saturationSortie } from '../reseau/saturation.ts';
import { fauteHoraires } from './horaires.ts';

/** Said beside a day whose hours cannot be read: the form hands such a text out as `NaN`. */
export const HEURES_ILLISIBLES = 'Écrivez les heures ainsi : 9-12 13-17.';

const minute = z.number({ error: HEURES_ILLISIBLES }).int().min(0).max(1440);

const plage = z.strictObject({ debut: minute, fin: minute });

/** Mentions of the host that the convention needs; they are kept on its own record. */
const accueilSaisie = z.strictObject({
  adresse: texte(300),
  codePostal,
  ville: texte(120),
  siret,
  activite: texte(200),
  conventionCollective: texte(200),
});

/** A day that does not follow the week; no period is a day off. */
const exception = z.strictObject({
  date: dateCivile,
  plages: z.array(plage).max(6, 'Six présences par jour au plus.'),
});

/** A cost beside the immersion and who bears it; `centimes` is null while the amount is unknown. */
const frais = z.strictObject({
  nature: z.enum(codes(NATURES_FRAIS), { error: 'Choisissez la nature de la dépense.' }),
  precision: texte(200),
  centimes: z
    .number({ error: 'Indiquez un montant en euros.' })
    .int()
    .min(0, 'Indiquez un montant en euros.')
    .max(10_000_000, 'Ce montant dépasse 100 000 €.')
    .nullable(),
  payeur: z.enum(codes(PAYEURS), { error: 'Choisissez qui paie.' }),
});

/** A record that must be chosen. */
const choisi = (phrase: string) => z.string({ error: phrase }).min(1, phrase).pipe(id);

/** What the form of an immersion holds. A draft may be incomplete, never impossible. */
const saisie = {
  salarieId: choisi('Choisissez le bénéficiaire.'),
  organisationId: choisi('Choisissez la structure d’accueil.'),
  accueil: accueilSaisie,
  debut: dateOptionnelle,
  fin: dateOptionnelle,
  horaires: z.array(z.array(plage).max(6, 'Six présences par jour au plus.')).length(7),
  feriesTravailles: z.boolean(),
  exceptions: z.array(exception).max(60, 'Soixante jours particuliers au plus.').default([]),
  alsaceMoselle: z.boolean().default(false),
  objet: z.enum(['', ...codes(OBJETS)]),
  objectifs: texte(2000),
  metier: texte(200),
  /** ROME code and version of the métier, empty when it is only said in words. */
  romeCode: texte(10).default(''),
  romeVersion: texte(10).default(''),
  competences: z
    .array(texteRequis(200, 'Dites quelle compétence.'))
    .max(20, 'Vingt compétences au plus.')
    .default([]),
  activites: texte(4000),
  modalitesEvaluation: texte(2000),
  protection: texte(1000),
  prevention: texte(1000).default(''),
  transport: texte(500).default(''),
  frais: z.array(frais).max(20, 'Vingt dépenses au plus.').default([]),
  entretienDate: dateOptionnelle,
  attentesSalarie: texte(2000).default(''),
  attentesAccueil: texte(2000).default(''),
  attentesStructure: texte(2000).default(''),
  lieu: texte(400),
  siteId: id.nullable().default(null),
  modeContrat: z.enum(['', ...codes(MODES_CONTRAT)]),
  tuteurId: id.nullable().default(null),
  tuteurNom: texte(160),
  tuteurFonction: texte(160),
  referentId: id.nullable().default(null),
  representantLegal: texte(200),
  prescripteurNom: texte(200),
  prescripteurAdresse: texte(400),
  prescripteurReferent: texte(200).default(''),
  numeroImmersionFacilitee: texte(60),
  /** The convention this one renews. */
  renouvelleId: id.nullable().default(null),
  motifRenouvellement: texte(2000).default(''),
};

type Plages = { debut: number; fin: number }[];

function refuserImpossible(
  {
    debut,
    fin,
    horaires,
    exceptions,
  }: {
    debut: string | null;
    fin: string | null;
    horaires: Plages[];
    exceptions: { date: string; plages: Plages }[];
  },
  ctx: z.RefinementCtx,
): void {
  if (debut !== null && fin !== null) {
    const message =
      fin < debut
        ? 'Le dernier jour précède le premier.'
        : fin > ajouterMois(debut, 12)
          ? 'Le dernier jour est à plus d’un an du premier : vérifiez l’année.'
          : null;
    if (message) ctx.addIssue({ code: 'custom', path: ['fin'], message });
  }
  for (const [jour, plages] of horaires.entries()) {
    const message = fauteHoraires(plages);
    if (message) ctx.addIssue({ code: 'custom', path: ['horaires', jour], message });
  }
  for (const [rang, { date, plages }] of exceptions.entries()) {
    const message = exceptions.slice(0, rang).some((autre) => autre.date === date)
      ? 'Ce jour figure deux fois.'
      : fauteHoraires(plages);
    if (message) ctx.addIssue({ code: 'custom', path: ['exceptions', rang], message });
  }
}

export const immersionSaisie = z.strictObject(saisie).superRefine(refuserImpossible);
export const immersionModification = z.strictObject({ id, ...saisie }).superRefine(refuserImpossible);
/** What the sheet beside the form is drawn from: people may still be missing. */
export const immersionApercu = z
  .strictObject({
    ...saisie,
    id: id.nullable(),
    salarieId: id.nullable(),
    organisationId: id.nullable(),
  })
  .superRefine(refuserImpossible);
export type ImmersionSaisie = z.output<typeof immersionSaisie>;

export const statut = z.enum(codes(STATUTS));
export type Statut = z.output<typeof statut>;

export const immersionLigne = z.object({
  id: z.string(),
  numero: z.string(),
  statut,
  salarie: z.object({ id: z.string(), prenom: z.string(), nom: z.string() }),
  organisation: z.object({ id: z.string(), nom: z.string() }),
  objet: z.string(),
  objectifs: z.string(),
  debut: z.string().nullable(),
  /** The last day there was; `finPrevue` is the one first agreed when the immersion was stopped before. */
  fin: z.string().nullable(),
  finPrevue: z.string().nullable(),
  minutes: z.number(),
  /** Minutes really done, once a presence differs from the plan; null is as planned. */
  minutesFaites: z.number().nullable(),
  jours: z.number(),
  metier: z.string(),
  renouvelleId: z.string().nullable(),
  /** `K. Brunet`; empty without one. */
  referent: z.string(),
  /** How many of its signatures are dated. */
  signatures: z.number(),
  /** Day its bilan was closed. */
  bilanLe: z.string().nullable(),
});
export type ImmersionLigne = z.output<typeof immersionLigne>;

/** Another convention of the same chain, as one shows it. */
const maillon = immersionLigne.pick({
  id: true,
  numero: true,
  statut: true,
  debut: true,
  fin: true,
  finPrevue: true,
  signatures: true,
  bilanLe: true,
});

/** A capacity in which the convention in force is signed; `date` is null while it is not. */
const signature = z.object({
  role: z.enum(codes(ROLES_SIGNATURE)),
  nom: z.string(),
  date: z.string().nullable(),
});

export const immersionFiche = z.object({
  ...saisie,
  id: z.string(),
  numero: z.string(),
  statut,
  finPrevue: z.string().nullable(),
  /** Why it was cancelled, refused or stopped. */
  motifAnnulation: z.string(),
  /** Capacity of who refused it, empty when nobody did. */
  refuseePar: z.string(),
  archivedAt: z.string().nullable(),
  signatures: z.number(),
  /** Who signs the convention in force, in the order of the paper; none for a draft. */
  signataires: z.array(signature),
  bilanLe: z.string().nullable(),
  minutes: z.number(),
  jours: z.number(),
  salarie: z.object({ id: z.string(), prenom: z.string(), nom: z.string() }),
  organisation: z.object({ id: z.string(), nom: z.string() }),
  /** The convention in force: its rank among those issued, the fingerprint of its PDF where one could be made. */
  emission: z.object({ emiseLe: z.string(), edition: z.number(), sha256: z.string() }).nullable(),
  renouvelle: maillon.nullable(),
  /** The renewal of this one, if any. */
  renouveleePar: maillon.nullable(),
});
export type ImmersionFiche = z.output<typeof immersionFiche>;

const autreImmersion = immersionLigne
  .pick({
    id: true,
    numero: true,
    statut: true,
    objet: true,
    objectifs: true,
    debut: true,
    fin: true,
    jours: true,
    renouvelleId: true,
  })
  .extend({
    organisation: z.object({ id: z.string(), nom: z.string(), siret: z.string() }),
    /** What its days of presence are laid out from, as `calendrier` reads them. */
    horaires: z.array(z.array(plage)),
    exceptions: z.array(exception),
    feriesTravailles: z.boolean(),
    alsaceMoselle: z.boolean(),
  });
export type AutreImmersion = z.output<typeof autreImmersion>;

/** People and places behind a form: what the checks and the sheet need besides what is typed. */
export const parties = z.object({
  salarie: z
    .object({
      id: z.string(),
      prenom: z.string(),
      nom: z.string(),
      sexe: z.string(),
      naissance: z.string(),
      contrats: z.array(
        z.object({
          nature: z.string(),
          debut: z.string(),
          fin: z.string().nullable(),
          minutesHebdo: z.number().nullable(),
        }),
      ),
      immersions: z.array(autreImmersion),
      /** Trainings the person is on, or is thought of for, with their half-days in minutes since midnight. */
      formations: z.array(
        z.object({
          numero: z.string(),
          titre: z.string(),
          debut: z.string(),
          fin: z.string(),
          creneaux: z.array(z.object({ date: z.string(), debut: z.number(), fin: z.number() })),
        }),
      ),
    })
    .nullable(),
  organisation: z
    .object({
      id: z.string(),
      nom: z.string(),
      adresse: z.string(),
      codePostal: z.string(),
      ville: z.string(),
      siret: z.string(),
      activite: z.string(),
      conventionCollective: z.string(),
      interlocuteurs: z.array(
        z.object({ id: z.string(), prenom: z.string(), nom: z.string(), intitule: z.string() }),
      ),
      /** Its other places, archived ones left out. */
      sites: z.array(
        z.object({
          id: z.string(),
          nom: z.string(),
          siret: z.string(),
          adresse: z.string(),
          codePostal: z.string(),
          ville: z.string(),
        }),
      ),
      /** What it is to the structure: codes of the open list `roles`. */
      roles: z.array(z.string()),
      /** What was asked of it of late. */
      saturation: saturationSortie,
      /** It asked not to be contacted any more: since when, and the sentence that says so. */
      silence: z.object({ le: z.string(), phrase: z.string() }).nullable(),
    })
    .nullable(),
});
export type Parties = z.output<typeof parties>;

export const controle = z.object({
  code: z.string(),
  niveau: z.enum(['juste', 'a_voir', 'bloquant']),
  titre: z.string(),
  phrase: z.string(),
  /** Article of the code du travail, without « art. ». */
  reference: z.string().optional(),
  /** Field of the form to jump to; `structure.*` and `membres` live in the parameters, `salarie` on the sheet. */
  champ: z.string().optional(),
  /** Said when the structure reads the threshold otherwise than Passerelle ships it. */
  seuil: z.string().optional(),
});
export type Controle = z.output<typeof controle>;
