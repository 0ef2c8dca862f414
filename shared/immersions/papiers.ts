import { z } from 'zod';
import { GENRES_DOCUMENT } from '../nomenclatures/immersions.ts';
import { codes } from '../nomenclatures/nomenclature.ts';
import { contratPapiers } from '../papiers/contrat.ts';

const genreDocument = z.enum(codes(GENRES_DOCUMENT));
export type GenreDocument = z.output<typeof genreDocument>;

const papiers = contratPapiers(
  genreDocument.default('convention'),
  ['immersion', 'salarie', 'organisation', 'interlocuteur', 'structure', 'membre', 'reglage'],
  ['immersion'],
);

/** A convention is issued from a draft that no check blocks, and becomes ready to sign. */
export const papiersContrat = {
  'immersions.papiers': papiers.papiers,
  'immersions.differences': papiers.differences,
  'immersions.page': papiers.page,
  'immersions.issue': papiers.issue,
  'immersions.pdf': papiers.pdf,
};
