import { z } from 'zod';
import { id } from '../champs.ts';
import { ecriture, lecture, TOUTES } from '../operation.ts';
import { bilanCalcule, ligneBilan } from './bilan.ts';
import { ligneOuverte } from './lignes.ts';
import { PLACES } from './mesure.ts';

const mesure = ligneBilan.shape.mesure;
const edition = z.int().min(1).max(10_000);
const emise = z.strictObject({ id, edition });

/** Rows of one figure told at most: beyond, how many there are is said. */
export const ECARTS_MAX = 300;

const ecartFigure = z.object({
  code: z.string(),
  label: z.string(),
  unite: ligneBilan.shape.unite,
  nom: z.string(),
  avant: mesure,
  apres: mesure.nullable(),
  /** How many rows differ; `lignes` holds the first of them. */
  total: z.int(),
  lignes: z.array(
    z.object({
      genre: z.enum(['ajoutee', 'retiree', 'deplacee', 'changee']),
      ligne: ligneOuverte,
      details: z.array(z.string()),
    }),
  ),
});

const differences = z.object({
  edition: z.number(),
  emisLe: z.string(),
  figures: z.array(ecartFigure),
  /** Thresholds and lists that are read otherwise now. */
  parametres: z.array(z.object({ label: z.string(), avant: z.string(), apres: z.string() })),
  /** Sections whose text is not the one that was sent. */
  textes: z.array(z.string()),
});
export type DifferencesBilan = z.output<typeof differences>;

const bilanEmis = z.object({
  edition: z.number(),
  emisLe: z.string(),
  auteur: z.string(),
  bilan: bilanCalcule,
  /** sha256 of the frozen data and of the PDF; the second is empty where none could be made. */
  donneesSha256: z.string(),
  sha256: z.string(),
  /** The frozen data still have their fingerprint. */
  intact: z.boolean(),
});
export type BilanEmis = z.output<typeof bilanEmis>;

export const emissionsContrat = {
  /** Freezes figures, rows, parameters, words and PDF. `remplace`: confirmed, when an edition was already sent. */
  'bilans.emettre': ecriture(
    z.strictObject({ id, remplace: z.boolean().default(false) }),
    z.object({ edition: z.number(), sha256: z.string() }),
    ['bilan', 'convention'],
  ),
  /** As it was sent. */
  'bilans.emis': lecture(emise, bilanEmis, ['bilan']),
  /** Rows behind a figure, as they were sent. */
  'bilans.lignesEmises': lecture(
    emise.extend({
      indicateur: z.string().max(60),
      place: z.enum(PLACES).default('compte'),
      depuis: z.int().min(0).max(1_000_000).default(0),
      nombre: z.int().min(1).max(200).default(50),
    }),
    z.object({ total: z.int(), lignes: z.array(ligneOuverte) }),
    ['bilan'],
  ),
  /** What a recalculation says otherwise than that edition. */
  'bilans.differences': lecture(emise, differences, TOUTES),
};
