import { z } from 'zod';
import { dateCivile, id, texteRequis } from '../champs.ts';
import { ecriture, lecture } from '../operation.ts';

/** Longest words quoted in a bilan. */
export const TEMOIGNAGE_MAX = 2000;

export const temoignageSaisie = z.strictObject({
  id: id.optional(),
  date: dateCivile,
  signature: texteRequis(120, 'Dites comment ces mots sont signés : « Salariée en parcours, 34 ans ».'),
  texte: texteRequis(TEMOIGNAGE_MAX, 'Écrivez ce qui a été dit.'),
  /** The person agreed in writing that it be quoted. */
  accord: z.boolean().default(false),
  salarieId: id.nullable().default(null),
  organisationId: id.nullable().default(null),
});
export type TemoignageSaisie = z.input<typeof temoignageSaisie>;

export const temoignage = z.object({
  id: z.string(),
  date: z.string(),
  signature: z.string(),
  texte: z.string(),
  accord: z.boolean(),
  salarie: z.object({ id: z.string(), nom: z.string() }).nullable(),
  organisation: z.object({ id: z.string(), nom: z.string() }).nullable(),
  archivedAt: z.string().nullable(),
});
export type Temoignage = z.output<typeof temoignage>;

const DE_TEMOIGNAGE = ['bilan', 'salarie', 'organisation'] as const;
const designe = z.strictObject({ id });
const RIEN = z.object({});

export const temoignagesContrat = {
  /** Latest first; archived ones apart. */
  'bilans.temoignages': lecture(
    z.strictObject({ archives: z.boolean().default(false) }),
    z.array(temoignage),
    DE_TEMOIGNAGE,
  ),
  'bilans.saveTemoignage': ecriture(temoignageSaisie, z.object({ id: z.string() }), ['bilan']),
  'bilans.archiveTemoignage': ecriture(designe, RIEN, ['bilan']),
  'bilans.restoreTemoignage': ecriture(designe, RIEN, ['bilan']),
};
