import { z } from 'zod';
import { id } from '../champs.ts';
import { formatTableur, livraison } from '../livraison.ts';
import { lecture, TOUTES } from '../operation.ts';
import { CODES_AXES } from './axes.ts';
import { ligneBilan } from './bilan.ts';
import { PLACES } from './mesure.ts';
import { bornes, verifierBornes } from './schema.ts';

const axe = z.enum(CODES_AXES);
const codeIndicateur = z.string().max(60);

export const filtresProfil = z
  .array(z.strictObject({ axe, codes: z.array(z.string().max(60)).min(1).max(40) }))
  .max(5)
  .default([]);

const mesureDemandee = bornes.extend({
  indicateurs: z
    .array(z.strictObject({ code: codeIndicateur, axes: z.array(axe).max(6).default([]) }))
    .min(1)
    .max(80),
  filtres: filtresProfil,
  conventionId: id.nullable().default(null),
});

/** A figure, or the part of it that a line of a breakdown, a reason or a search keeps. */
const choix = bornes.extend({
  indicateur: codeIndicateur,
  place: z.enum(PLACES).default('compte'),
  /** Of the rows set apart, those for this reason. */
  raison: z.string().max(200).nullable().default(null),
  /** Lines of breakdowns the rows are in; the empty code is « Non renseigné ». */
  parts: z
    .array(z.strictObject({ axe, code: z.string().max(120) }))
    .max(3)
    .default([]),
  /** Of the profile. */
  filtres: filtresProfil,
  cherche: z.string().max(120).default(''),
});
export type ChoixLignes = z.output<typeof choix>;

/** A row behind a figure. */
export const ligneOuverte = z.object({
  id: z.string(),
  date: z.string().nullable(),
  titre: z.string(),
  detail: z.string(),
  /** The sheet to open; null when it has none. */
  fiche: z
    .object({
      genre: z.enum(['organisation', 'immersion', 'salarie', 'session', 'convention']),
      id: z.string(),
    })
    .nullable(),
});
export type LigneOuverte = z.output<typeof ligneOuverte>;

export const lignesContrat = {
  /** Figures of a period, without a bilan: for a convention, a profile being made, the catalogue. */
  'bilans.mesurer': lecture(
    mesureDemandee.superRefine(verifierBornes),
    z.object({ lignes: z.array(ligneBilan), arreteAu: z.string().nullable() }),
    TOUTES,
  ),
  /** The rows behind a figure; `total` is that figure when it counts rows. */
  'bilans.lignes': lecture(
    choix
      .extend({
        depuis: z.int().min(0).max(1_000_000).default(0),
        nombre: z.int().min(1).max(200).default(50),
      })
      .superRefine(verifierBornes),
    z.object({ total: z.int(), lignes: z.array(ligneOuverte) }),
    TOUTES,
  ),
  /** All of them in a file; under pseudonyms when `pseudonymes` is set. */
  'bilans.exporterLignes': lecture(
    choix
      .extend({ format: formatTableur, pseudonymes: z.boolean().default(false) })
      .superRefine(verifierBornes),
    livraison,
    TOUTES,
  ),
};
