import { z } from 'zod';
import { codePostal, courriel, dateCivile, id, telephone, texte, texteRequis } from '../champs.ts';
import { ageAu } from '../dates.ts';
import { codes, type Nomenclature } from '../nomenclatures/nomenclature.ts';
import { codeOuvert } from '../nomenclatures/ouvertes.ts';
import {
  CRITERES,
  ETATS_PROJET,
  FREINS,
  HORAIRES_POSSIBLES,
  NIVEAUX_FORMATION,
  PERMIS,
  PREPARATIONS,
  SEXES,
  VEHICULES,
} from '../nomenclatures/salaries.ts';
import { metier } from '../reseau/schema.ts';
import { contratSaisie, contratSalarie, dateOuRien, passSaisie, passSalarie } from './contrats.ts';

export type { ContratSalarie } from './contrats.ts';

/** Minimum age to work: art. L4153-1 du code du travail. */
export const AGE_MIN = 16;
/** Older than this, the birth date is a typing error. */
export const AGE_MAX = 120;
/** Longest words about the project. */
export const PROJET_MAX = 2000;
export const METIERS_VISES_MAX = 8;

/** A coded answer, empty as long as nothing was chosen. */
const choix = <C extends string>(liste: Nomenclature<C>) => z.enum(['', ...codes(liste)] as ['', ...C[]]);

const plusieurs = <C extends string>(liste: Nomenclature<C>) =>
  z
    .array(z.enum(codes(liste)))
    .max(liste.valeurs.length)
    .transform((choisis) => [...new Set(choisis)]);

/** One record per code: a second one replaces the first. */
const parCode = <L>(lignes: readonly L[], cle: (ligne: L) => string): L[] => [
  ...new Map(lignes.map((ligne) => [cle(ligne), ligne])).values(),
];

export const critereSaisi = z.strictObject({
  critere: z.enum(codes(CRITERES)),
  /** Day it was seen on its proof. */
  constateLe: dateCivile,
  /** Where the proof is kept, never what it says; empty as long as there is none. */
  justificatif: texte(200).default(''),
});

export const freinSaisi = z.strictObject({
  frein: z.enum(codes(FREINS)),
  interne: z.boolean().default(false),
  externe: z.boolean().default(false),
});

/** All that can be known besides the name, the birth date and the contracts: left out of a change, it stays as it was. */
const details = z
  .strictObject({
    courriel,
    adresse: texte(300),
    codePostal,
    ville: texte(120),
    prescripteurId: id.nullable(),
    prescripteurConseiller: texte(120),
    orienteurId: id.nullable(),
    orienteLe: dateOuRien,
    niveauFormation: choix(NIVEAUX_FORMATION),
    projetEtat: choix(ETATS_PROJET),
    projet: texte(PROJET_MAX),
    /** Since when the project stands so; today when nothing is said. */
    projetLe: dateOuRien,
    preparation: choix(PREPARATIONS),
    preparationLe: dateOuRien,
    permis: plusieurs(PERMIS).refine((choisis) => choisis.length < 2 || !choisis.includes('aucun'), {
      error: '« Aucun » ne va pas avec un autre permis.',
    }),
    vehicule: choix(VEHICULES),
    zones: texte(300),
    horairesPossibles: plusieurs(HORAIRES_POSSIBLES),
    mobiliteNote: texte(500),
    referentId: id.nullable(),
    encadrantId: id.nullable(),
    support: codeOuvert.unwrap(),
    passIae: z.array(passSaisie).max(10),
    metiersVises: z
      .array(metier)
      .max(METIERS_VISES_MAX, `${METIERS_VISES_MAX} métiers au plus.`)
      .transform((choisis) => parCode(choisis, ({ code, libelle }) => `${code} ${libelle}`)),
    criteres: z
      .array(critereSaisi)
      .max(60)
      .transform((lus) => parCode(lus, ({ critere }) => critere)),
    freins: z
      .array(freinSaisi)
      .max(30)
      .transform((lus) => parCode(lus, ({ frein }) => frein)),
  })
  .partial();

const identite = {
  prenom: texteRequis(80, 'Indiquez le prénom.'),
  nom: texteRequis(120, 'Indiquez le nom.'),
  sexe: z.enum(codes(SEXES), { error: 'Choisissez : les bilans comptent femmes et hommes.' }),
  naissance: dateCivile,
  telephone,
  contrats: z.array(contratSaisie).max(30),
};

/** The age at the start of each contract must be possible; said beside the birth date. */
function verifierAges(
  { naissance, contrats }: { naissance: string; contrats: { debut: string }[] },
  ctx: z.RefinementCtx,
): void {
  for (const { debut } of contrats) {
    const age = ageAu(naissance, debut);
    if (age >= AGE_MIN && age <= AGE_MAX) continue;
    const message =
      age < 0
        ? 'Cette personne serait née après le début de son contrat.'
        : age < AGE_MIN
          ? `Cette personne aurait ${age} ans au début de son contrat : ${AGE_MIN} ans au moins.`
          : `Cette personne aurait ${age} ans au début de son contrat : vérifiez l’année de naissance.`;
    ctx.addIssue({ code: 'custom', path: ['naissance'], message });
    return;
  }
}

/** Days that cannot be to come are compared with today by the operation. */
export const salarieSaisie = z.strictObject({ ...identite, ...details.shape }).superRefine(verifierAges);
export const salarieModification = z
  .strictObject({ id, ...identite, ...details.shape })
  .superRefine(verifierAges);
export type SalarieSaisie = z.input<typeof salarieSaisie>;
/** As the operation receives it. */
export type SalarieEcrit = z.output<typeof salarieSaisie>;

/** The contract of today, else the next one, else the last one. */
export const contratResume = contratSalarie.pick({ nature: true, debut: true, fin: true });

export const salarieLigne = z.object({
  id: z.string(),
  prenom: z.string(),
  nom: z.string(),
  sexe: z.enum(codes(SEXES)),
  naissance: z.string(),
  telephone: z.string(),
  contrat: contratResume.nullable(),
  /** Last day of the PASS that counts, suspensions and prolongations included; null without PASS. */
  passFin: z.string().nullable(),
  projetEtat: choix(ETATS_PROJET),
  preparation: choix(PREPARATIONS),
  /** Open list `supports`. */
  support: z.string(),
  /** `K. Brunet`; empty when there is nobody. */
  referent: z.string(),
  encadrant: z.string(),
  /** Criteria whose proof is kept nowhere yet. */
  sansJustificatif: z.number(),
  immersions: z.number(),
});
export type SalarieLigne = z.output<typeof salarieLigne>;

/** All of it but `archivedAt` can be handed back to `salaries.update`. */
export const salarieFiche = z.object({
  id: z.string(),
  prenom: z.string(),
  nom: z.string(),
  sexe: z.enum(codes(SEXES)),
  naissance: z.string(),
  telephone: z.string(),
  courriel: z.string(),
  adresse: z.string(),
  codePostal: z.string(),
  ville: z.string(),
  prescripteurId: z.string().nullable(),
  prescripteurConseiller: z.string(),
  orienteurId: z.string().nullable(),
  orienteLe: z.string().nullable(),
  niveauFormation: choix(NIVEAUX_FORMATION),
  projetEtat: choix(ETATS_PROJET),
  projet: z.string(),
  projetLe: z.string().nullable(),
  preparation: choix(PREPARATIONS),
  preparationLe: z.string().nullable(),
  permis: z.array(z.enum(codes(PERMIS))),
  vehicule: choix(VEHICULES),
  zones: z.string(),
  horairesPossibles: z.array(z.enum(codes(HORAIRES_POSSIBLES))),
  mobiliteNote: z.string(),
  referentId: z.string().nullable(),
  encadrantId: z.string().nullable(),
  /** Open list `supports`. */
  support: z.string(),
  /** Oldest first; so are the PASS. */
  contrats: z.array(contratSalarie),
  passIae: z.array(passSalarie),
  /** The first is the one aimed at most. */
  metiersVises: z.array(z.object({ code: z.string(), version: z.string(), libelle: z.string() })),
  /** In the order of their list. */
  criteres: z.array(
    z.object({ critere: z.enum(codes(CRITERES)), constateLe: z.string(), justificatif: z.string() }),
  ),
  freins: z.array(z.object({ frein: z.enum(codes(FREINS)), interne: z.boolean(), externe: z.boolean() })),
  archivedAt: z.string().nullable(),
});
export type SalarieFiche = z.output<typeof salarieFiche>;

/** A person of whom nothing more than the identity is known. */
export const DETAILS_VIDES = {
  courriel: '',
  adresse: '',
  codePostal: '',
  ville: '',
  prescripteurId: null,
  prescripteurConseiller: '',
  orienteurId: null,
  orienteLe: null,
  niveauFormation: '',
  projetEtat: '',
  projet: '',
  projetLe: null,
  preparation: '',
  preparationLe: null,
  permis: [],
  vehicule: '',
  zones: '',
  horairesPossibles: [],
  mobiliteNote: '',
  referentId: null,
  encadrantId: null,
  support: '',
  passIae: [],
  metiersVises: [],
  criteres: [],
  freins: [],
} satisfies Omit<
  SalarieFiche,
  'id' | 'prenom' | 'nom' | 'sexe' | 'naissance' | 'telephone' | 'contrats' | 'archivedAt'
>;
