import { z } from 'zod';
import { id } from '../champs.ts';
import { formatTableur, livraison } from '../livraison.ts';
import { lecture, TOUTES } from '../operation.ts';
import { GENRES_ANNEXE } from './dossier.ts';

const lu = z.strictObject({
  id,
  /** An issue; null is the bilan as the records say it now. */
  edition: z.int().min(1).max(999).nullable().default(null),
});

const annexe = z.enum(GENRES_ANNEXE, { error: 'Choisissez les lignes à joindre.' }).default('sans');

export const papiersBilanContrat = {
  /** Publishes the bilan on paper, for its preview and its print. */
  'bilans.page': lecture(lu, z.object({ adresse: z.string() }), TOUTES),
  /** The same page as a tagged PDF. */
  'bilans.pdf': lecture(lu, livraison, TOUTES),
  /** The same figures in a spreadsheet, with the rows behind them when asked. Tells how far it is, and can be stopped. */
  'bilans.tableur': lecture(lu.extend({ format: formatTableur, annexe }), livraison, TOUTES),
};
