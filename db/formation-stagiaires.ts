import { etapesOperations } from './formation-etapes.ts';
import { heuresOperations } from './formation-heures.ts';
import { inscriptionsOperations } from './formation-inscriptions.ts';
import { presencesFormationOperations } from './formation-presences.ts';

export const stagiairesFormationOperations = {
  ...inscriptionsOperations,
  ...etapesOperations,
  ...presencesFormationOperations,
  ...heuresOperations,
};
