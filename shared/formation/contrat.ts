import { besoinsContrat } from './besoins.ts';
import { financementContrat } from './financement.ts';
import { papiersContrat } from './papiers.ts';
import { planContrat } from './plan.ts';
import { sessionsContrat } from './sessions.ts';
import { stagiairesContrat } from './stagiaires.ts';
import { suitesContrat } from './suites.ts';

/** Training needs, sessions, their money, trainees and papers, and the plan of a year. */
export const formationContrat = {
  ...besoinsContrat,
  ...sessionsContrat,
  ...stagiairesContrat,
  ...financementContrat,
  ...papiersContrat,
  ...suitesContrat,
  ...planContrat,
};
