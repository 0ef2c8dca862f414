import { besoinsFormationOperations } from './formation-besoins.ts';
import { financementFormationOperations } from './formation-financement.ts';
import { planFormationOperations } from './formation-plan.ts';
import { sessionsFormationOperations } from './formation-sessions.ts';
import { stagiairesFormationOperations } from './formation-stagiaires.ts';
import { suitesFormationOperations } from './formation-suites.ts';
import { papiersFormationOperations } from './papiers/operations-formation.ts';

export const formationOperations = {
  ...besoinsFormationOperations,
  ...sessionsFormationOperations,
  ...stagiairesFormationOperations,
  ...financementFormationOperations,
  ...papiersFormationOperations,
  ...suitesFormationOperations,
  ...planFormationOperations,
};
