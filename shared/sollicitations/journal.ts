import { z } from 'zod';
import { dateOptionnelle, id, texte } from '../champs.ts';
import { formatTableur } from '../livraison.ts';
import { codes } from '../nomenclatures/nomenclature.ts';
import { codeOuvert } from '../nomenclatures/ouvertes.ts';
import { NATURES, RESULTATS, SENS } from '../nomenclatures/sollicitations.ts';
import { ligneHistorique } from './schema.ts';

/** Filter value for « nothing was given », where the empty text means « whatever it is ». */
export const NON_PRECISE = 'non_precise';

const filtres = {
  recherche: texte(200).default(''),
  /** Both limits belong to the period. */
  du: dateOptionnelle,
  au: dateOptionnelle,
  sens: z.enum(['', ...codes(SENS)]).default(''),
  canal: codeOuvert,
  nature: z.enum(['', NON_PRECISE, ...codes(NATURES)]).default(''),
  sousNature: codeOuvert,
  resultat: z.enum(['', ...codes(RESULTATS)]).default(''),
  cause: codeOuvert,
  auteurId: z.union([z.literal(''), id]).default(''),
  /** Of an organisation it reached. */
  secteur: codeOuvert,
};

export const journalFiltres = z.strictObject(filtres);
export type JournalFiltres = z.output<typeof journalFiltres>;

export const journalExport = journalFiltres.extend({ format: formatTableur });
export type JournalExport = z.output<typeof journalExport>;

export const journalDemande = journalFiltres.extend({
  debut: z.int().min(0).max(10_000_000).default(0),
  nombre: z.int().min(1).max(200).default(100),
});

export const journalPage = z.object({ total: z.number(), lignes: z.array(ligneHistorique) });

export const journalComptes = z.object({
  /** An exchange with three organisations is one exchange, and reaches three. */
  echanges: z.number(),
  organisations: z.number(),
  /** Why, when refusals or unmet requests are asked for, whatever cause is; the most frequent first. */
  causes: z.array(z.object({ cause: z.string(), nombre: z.number() })),
});
export type JournalComptes = z.output<typeof journalComptes>;
