import type { Contexte } from './contexte.ts';
import { remplirExemples } from './exemples.ts';

export const donneesOperations = {
  'donnees.etat': ({ depot }: Contexte) => depot.etat(),
  'donnees.reopen': ({ depot }: Contexte) => {
    depot.open();
    return depot.etat();
  },
  'donnees.openExamples': ({ depot, today }: Contexte) => {
    depot.openExamples((base) => remplirExemples(base, today));
    return depot.etat();
  },
  'donnees.removeExamples': ({ depot }: Contexte) => {
    depot.removeExamples();
    return depot.etat();
  },
};
