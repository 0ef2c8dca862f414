import { z } from 'zod';
import { CODES_AXES } from './axes.ts';
import { RUBRIQUES } from './indicateur.ts';

const nombre = z.number();

const mesure = z.object({
  /** In the unit of the indicator; null for a rate without base. */
  valeur: nombre.nullable(),
  /** Terms of a rate or of a quotient; null for a number. */
  numerateur: nombre.nullable(),
  denominateur: nombre.nullable(),
});

const part = z.object({
  /** Empty: « Non renseigné ». */
  code: z.string(),
  nom: z.string(),
  mesure,
  precedente: mesure.nullable(),
});
export type PartBilan = z.output<typeof part>;

const repartition = z.object({
  axe: z.enum(CODES_AXES),
  /** After « par ». */
  par: z.string(),
  /** A row may be in several lines: they do not add up to the figure. */
  multiple: z.boolean(),
  parts: z.array(part),
});
export type Repartition = z.output<typeof repartition>;

/** A figure of a bilan, with all that justifies it. */
export const ligneBilan = z.object({
  code: z.string(),
  rubrique: z.enum(Object.keys(RUBRIQUES) as [keyof typeof RUBRIQUES, ...(keyof typeof RUBRIQUES)[]]),
  label: z.string(),
  genre: z.enum(['nombre', 'taux', 'rapport']),
  unite: z.enum(['nombre', 'minutes', 'centimes', 'etp', 'taux', 'quotient']),
  /** What a unit of it is, singular; empty for hours, euros, ETP and rates. */
  nom: z.string(),
  /** Denominator of a rate, in words. */
  base: z.string(),
  mesure,
  /** A year before; null when there is nothing to compare with. */
  precedente: mesure.nullable(),
  exclus: z.array(z.object({ raison: z.string(), nombre })),
  inconnus: nombre,
  /** In the unit of the indicator, with where it comes from: the convention, or a threshold. */
  objectif: z.object({ valeur: nombre, source: z.string() }).nullable(),
  atteint: z.boolean().nullable(),
  sens: z.enum(['hausse', 'baisse']).nullable(),
  /** The filters of the profile do not apply to what it counts. */
  horsFiltre: z.boolean(),
  /** Its rows can be opened. */
  lignes: z.boolean(),
  repartitions: z.array(repartition),
});
export type LigneIndicateur = z.output<typeof ligneBilan>;

export const sectionBilan = z.object({
  code: z.string(),
  titre: z.string(),
  consigne: z.string(),
  texte: z.string(),
  /** The text is the one of an earlier bilan, not touched since: which one. */
  repriseDe: z.string().nullable(),
  lignes: z.array(ligneBilan),
});
export type SectionBilan = z.output<typeof sectionBilan>;

const temoignageCite = z.object({
  id: z.string(),
  texte: z.string(),
  signature: z.string(),
  date: z.string(),
});

/** What the figures rest on: printed on the method page. */
const methode = z.object({
  definitions: z.array(
    z.object({
      code: z.string(),
      label: z.string(),
      formule: z.string(),
      base: z.string(),
      reference: z.string(),
      reserve: z.string(),
    }),
  ),
  seuils: z.array(
    z.object({ label: z.string(), valeur: z.string(), reference: z.string(), propre: z.boolean() }),
  ),
  versions: z.array(z.object({ nom: z.string(), version: z.string() })),
});

const periode = z.object({ debut: z.string(), fin: z.string() });

/** A whole bilan: what the screen shows, what the PDF, the CSV and the workbook are made from, and what is frozen. */
export const bilanCalcule = z.object({
  titre: z.string(),
  profil: z.object({ code: z.string(), nom: z.string() }),
  periode,
  /** Last day counted while the period is still running: today. */
  arreteAu: z.string().nullable(),
  precedente: periode.nullable(),
  convention: z
    .object({
      id: z.string(),
      intitule: z.string(),
      numero: z.string(),
      genre: z.string(),
      financeur: z.string(),
      debut: z.string(),
      fin: z.string(),
      /** When this bilan is due; null when nothing says so. */
      aRendreLe: z.string().nullable(),
    })
    .nullable(),
  /** What the profile keeps, as codes and in words. */
  filtres: z.array(
    z.object({
      axe: z.enum(CODES_AXES),
      codes: z.array(z.string()),
      par: z.string(),
      valeurs: z.array(z.string()),
    }),
  ),
  /** Codes of the figures of the summary, in order. */
  resume: z.array(z.string()),
  sections: z.array(sectionBilan),
  temoignages: z.array(temoignageCite),
  methode,
  annexe: z.boolean(),
});
export type BilanCalcule = z.output<typeof bilanCalcule>;
