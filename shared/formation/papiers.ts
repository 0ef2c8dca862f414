import { z } from 'zod';
import { id } from '../champs.ts';
import { livraison } from '../livraison.ts';
import { GENRES_DOCUMENT_FORMATION } from '../nomenclatures/formation.ts';
import { codes } from '../nomenclatures/nomenclature.ts';
import { entretien, lecture } from '../operation.ts';
import { contratPapiers } from '../papiers/contrat.ts';

const genreDocument = z.enum(codes(GENRES_DOCUMENT_FORMATION));
export type GenreDocumentFormation = z.output<typeof genreDocument>;

/** Papers of a session that are one per trainee, and what all of them are called together. */
export const NOMS_LOT: Partial<Record<GenreDocumentFormation, string>> = {
  positionnement: 'Fiches de positionnement',
  convocation: 'Convocations',
  assiduite: 'Attestations d’assiduité',
  fin_formation: 'Attestations de fin de formation',
  evaluation_chaud: 'Évaluations à chaud',
  evaluation_froid: 'Évaluations à froid',
};

const LUES = ['formation', 'salarie', 'organisation', 'structure', 'membre'] as const;
const papiers = contratPapiers(genreDocument, LUES, ['formation']);

const lot = { id, genre: genreDocument };
/** `vierge`: those to be filled by hand, of everybody. */
const lotLu = z.strictObject({ ...lot, vierge: z.boolean().default(false) });

/** Papers of a session, named by the id of the session; `objetId` is the registration of the trainee. */
export const papiersContrat = {
  'formation.papiers': papiers.papiers,
  'formation.differences': papiers.differences,
  'formation.page': papiers.page,
  'formation.issue': papiers.issue,
  'formation.pdf': papiers.pdf,
  /** Those of every trainee in one page: issued, or ready to be. Refused when there is none. */
  'formation.lotPage': lecture(lotLu, z.object({ adresse: z.string() }), LUES),
  'formation.lotPdf': lecture(lotLu, livraison, LUES),
  /**
   * Issues those that can be and never were; with `remplace`, again those whose records changed since. Says how far it
   * is; asked to stop, it keeps those already issued.
   */
  'formation.lotIssue': entretien(
    z.strictObject({ ...lot, remplace: z.boolean().default(false) }),
    z.object({ emis: z.number() }),
    ['formation'],
  ),
};
