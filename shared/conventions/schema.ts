import { z } from 'zod';
import { dateCivile, dateOptionnelle, id, identifiant, texte, texteRequis } from '../champs.ts';
import { ajouterMois, estDateCivile } from '../dates.ts';
import { GENRES_CONVENTION } from '../nomenclatures/bilans.ts';
import { codes } from '../nomenclatures/nomenclature.ts';

/** Longest period a convention may cover, in years. */
export const ANNEES_CONVENTION = 20;

/** A hundred million euros, in cents. */
const CENTIMES_MAX = 10_000_000_000;
/** Ten thousand full-time equivalents, in hundredths. */
const ETP_MAX = 1_000_000;

export const genreConvention = z.enum(codes(GENRES_CONVENTION), {
  error: 'Choisissez le type de convention.',
});
export type GenreConvention = z.output<typeof genreConvention>;

const montant = z
  .number({ error: 'Écrivez un montant en euros, comme 45 000.' })
  .int('Écrivez un montant en euros, comme 45 000.')
  .min(0, 'Un montant n’est pas négatif.')
  .max(CENTIMES_MAX, 'Ce montant dépasse cent millions d’euros.');

export const anneeConvention = z
  .number({ error: 'Écrivez une année.' })
  .int('Écrivez une année.')
  .min(1900, 'Écrivez une année de 1900 à 2199.')
  .max(2199, 'Écrivez une année de 1900 à 2199.');

/** Adds why a period cannot be, beside its last day. */
function verifierPeriode(
  { debut, fin }: { debut: string | null; fin: string | null },
  ctx: z.RefinementCtx,
): void {
  const dire = (message: string) => ctx.addIssue({ code: 'custom', path: ['fin'], message });
  if (debut === null || fin === null) return;
  if (fin < debut) dire('La fin précède le début.');
  else if (fin >= ajouterMois(debut, ANNEES_CONVENTION * 12))
    dire(`Une période couvre ${ANNEES_CONVENTION} ans au plus.`);
}

const champs = {
  organisationId: identifiant('Choisissez le financeur.').nullable().default(null),
  genre: genreConvention,
  intitule: texteRequis(200, 'Donnez un intitulé, comme « Convention 2026-2028 ».'),
  numero: texte(60).default(''),
  debut: dateCivile,
  fin: dateCivile,
  conventionneCentimes: montant.nullable().default(null),
  /** A shipped profile of bilan, or the id of one of the structure's own; empty: chosen when the bilan is made. */
  profil: z
    .string()
    .regex(/^[a-z0-9_-]{0,60}$/, 'Choisissez un profil de bilan.')
    .default(''),
  note: texte(4000).default(''),
};

export const conventionSaisie = z.strictObject(champs).superRefine(verifierPeriode);
export type ConventionEcrite = z.output<typeof conventionSaisie>;
export const conventionModification = z.strictObject({ id, ...champs }).superRefine(verifierPeriode);

/** `id` null: a new one. */
const part = { id: id.nullable().default(null), conventionId: id };

export const annexeSaisie = z
  .strictObject({
    ...part,
    numero: texte(60).default(''),
    debut: dateCivile,
    fin: dateCivile,
    /** Hundredths. */
    etpCentiemes: z
      .number({ error: 'Écrivez un nombre d’ETP, comme 8,5.' })
      .int('Écrivez un nombre d’ETP, comme 8,5.')
      .min(0, 'Un nombre d’ETP n’est pas négatif.')
      .max(ETP_MAX, 'Ce nombre d’ETP dépasse 10 000.')
      .nullable()
      .default(null),
    centimes: montant.nullable().default(null),
    /** Thousandths. */
    partDepartement: z
      .number({ error: 'Écrivez une part en %, comme 40 ou 33,3.' })
      .int('Écrivez une part en %, comme 40 ou 33,3.')
      .min(0, 'Une part n’est pas négative.')
      .max(1000, 'Une part ne dépasse pas 100 %.')
      .nullable()
      .default(null),
  })
  .superRefine(verifierPeriode);

export const versementSaisie = z.strictObject({
  ...part,
  date: dateCivile,
  centimes: montant.min(1, 'Indiquez le montant reçu.'),
  libelle: texte(200).default(''),
});

const codeIndicateur = z
  .string({ error: 'Choisissez un indicateur.' })
  .regex(/^[a-z0-9_.]{1,60}$/, 'Choisissez un indicateur.');

/** In the unit of the indicator; null takes it away. */
export const objectifSaisie = z.strictObject({
  conventionId: id,
  annee: anneeConvention,
  indicateur: codeIndicateur,
  valeur: z
    .number({ error: 'Écrivez la valeur visée.' })
    .int('Écrivez la valeur visée.')
    .min(0, 'Un objectif n’est pas négatif.')
    .max(1_000_000_000_000, 'Ce nombre est trop grand.')
    .nullable(),
});

export const echeanceSaisie = z
  .strictObject({
    ...part,
    libelle: texteRequis(200, 'Dites ce qui est à rendre.'),
    date: dateCivile,
    debut: dateOptionnelle,
    fin: dateOptionnelle,
  })
  .superRefine((saisie, ctx) => {
    const { debut, fin } = saisie;
    const manque = debut === null ? 'debut' : 'fin';
    if ((debut === null) !== (fin === null))
      ctx.addIssue({
        code: 'custom',
        path: [manque],
        message: 'Indiquez les deux dates de la période, ou aucune.',
      });
    verifierPeriode(saisie, ctx);
  });

/** Day of every year, `MM-JJ`. */
export const jourAnnuel = z
  .string({ error: 'Indiquez un jour de l’année.' })
  .refine((jour) => /^\d{2}-\d{2}$/.test(jour) && estDateCivile(`2024-${jour}`), 'Ce jour n’existe pas.');

/** What a convention holds, each put away and taken back alike. */
export const PARTIES = ['annexe', 'versement', 'echeance', 'piece'] as const;
export type PartieConvention = (typeof PARTIES)[number];

const financeur = z.object({ id: z.string(), nom: z.string() }).nullable();

const annexe = z.object({
  id: z.string(),
  numero: z.string(),
  debut: z.string(),
  fin: z.string(),
  etpCentiemes: z.number().nullable(),
  centimes: z.number().nullable(),
  partDepartement: z.number().nullable(),
});
export type AnnexeLue = z.output<typeof annexe>;

const versement = z.object({ id: z.string(), date: z.string(), centimes: z.number(), libelle: z.string() });
export type VersementLu = z.output<typeof versement>;

const objectif = z.object({ annee: z.number(), indicateur: z.string(), valeur: z.number() });
export type ObjectifLu = z.output<typeof objectif>;

const echeance = z.object({
  id: z.string(),
  libelle: z.string(),
  date: z.string(),
  debut: z.string().nullable(),
  fin: z.string().nullable(),
  renduLe: z.string().nullable(),
});
export type EcheanceLue = z.output<typeof echeance>;

const piece = z.object({ id: z.string(), nom: z.string(), taille: z.number() });

export const conventionLue = z.object({
  id: z.string(),
  organisation: financeur,
  genre: genreConvention,
  intitule: z.string(),
  numero: z.string(),
  debut: z.string(),
  fin: z.string(),
  conventionneCentimes: z.number().nullable(),
  /** Sum of what was received. */
  verseCentimes: z.number(),
  profil: z.string(),
  note: z.string(),
  archivedAt: z.string().nullable(),
  annexes: z.array(annexe),
  /** The latest first. */
  versements: z.array(versement),
  objectifs: z.array(objectif),
  /** In the order of their days. */
  echeances: z.array(echeance),
});
export type ConventionLue = z.output<typeof conventionLue>;

export const avertissement = z.object({
  niveau: z.enum(['a_voir', 'info']),
  phrase: z.string(),
  /** The annexe or payment it is about. */
  partieId: z.string().nullable(),
});
export type AvertissementConvention = z.output<typeof avertissement>;

export const conventionFiche = conventionLue.extend({
  pieces: z.array(piece),
  avertissements: z.array(avertissement),
});
export type ConventionFiche = z.output<typeof conventionFiche>;

export const VUES_CONVENTIONS = ['en_cours', 'finies', 'toutes', 'archivees'] as const;

export const conventionsFiltres = z.strictObject({
  /** `en_cours`: not over yet, those to come included. */
  vue: z.enum(VUES_CONVENTIONS).default('en_cours'),
  genre: z.union([z.literal(''), genreConvention]).default(''),
  organisationId: id.nullable().default(null),
  recherche: texte(200).default(''),
});
export type ConventionsFiltres = z.output<typeof conventionsFiltres>;

const ligne = z.object({
  id: z.string(),
  organisation: financeur,
  genre: genreConvention,
  intitule: z.string(),
  numero: z.string(),
  debut: z.string(),
  fin: z.string(),
  conventionneCentimes: z.number().nullable(),
  verseCentimes: z.number(),
  /** The first thing still to hand in. */
  prochaine: z.object({ id: z.string(), libelle: z.string(), date: z.string() }).nullable(),
  /** Objectives of the years it covers. */
  objectifs: z.number(),
  archivedAt: z.string().nullable(),
});
export type ConventionLigne = z.output<typeof ligne>;

export const conventionsListe = z.object({
  lignes: z.array(ligne),
  /** How many in each view, with the other filters. */
  vues: z.record(z.enum(VUES_CONVENTIONS), z.number()),
  /** None at all, whatever the filters. */
  aucune: z.boolean(),
});
export type ConventionsListe = z.output<typeof conventionsListe>;

/** A bilan to hand in soon, or late, for the day's list. */
export const echeanceDue = z.object({
  id: z.string(),
  libelle: z.string(),
  date: z.string(),
  debut: z.string().nullable(),
  fin: z.string().nullable(),
  convention: z.object({
    id: z.string(),
    intitule: z.string(),
    genre: genreConvention,
    profil: z.string(),
    financeur: z.string(),
  }),
});
export type EcheanceDue = z.output<typeof echeanceDue>;
