import { NOMS_LOT } from '../../shared/formation/papiers.ts';
import { GENRES_DOCUMENT_FORMATION } from '../../shared/nomenclatures/formation.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { operationsPapiers } from './famille.ts';
import { trouverSession } from './formation/commun.ts';
import { operationsLot } from './lots.ts';
import { PAPIERS_FORMATION } from './registre-formation.ts';

const papiers = operationsPapiers({
  proprietaire: 'session',
  papiers: PAPIERS_FORMATION,
  trouver: trouverSession,
});

const lots = operationsLot(papiers, ({ db }, id, genre) =>
  [NOMS_LOT[genre] ?? label(GENRES_DOCUMENT_FORMATION, genre), trouverSession(db, id).numero].join(' '),
);

/** The paper side of a session: what is published, issued, kept, one by one or for all its trainees. */
export const papiersFormationOperations = {
  'formation.papiers': papiers.papiers,
  'formation.differences': papiers.differences,
  'formation.page': papiers.page,
  'formation.issue': papiers.issue,
  'formation.pdf': papiers.pdf,
  'formation.lotPage': lots.page,
  'formation.lotPdf': lots.pdf,
  'formation.lotIssue': lots.issue,
};
