import { z } from 'zod';
import { type CodeErreur, PHRASES } from '../erreurs.ts';
import { entretien, lecture, TOUTES } from '../operation.ts';

const codeErreur = z.enum(Object.keys(PHRASES) as [CodeErreur, ...CodeErreur[]]);

const etat = z.object({ ouverte: z.boolean(), probleme: codeErreur.nullable(), exemples: z.boolean() });
export type EtatDonnees = z.output<typeof etat>;

export const donneesContrat = {
  /** State of the base; answers even when no base could be opened. */
  'donnees.etat': lecture(z.strictObject({}), etat, ['donnees']),
  'donnees.reopen': entretien(z.strictObject({}), etat, TOUTES),
  /** Creates the deterministic base of examples and opens it in place of the structure's own, which is untouched. */
  'donnees.openExamples': entretien(z.strictObject({}), etat, TOUTES),
  'donnees.removeExamples': entretien(z.strictObject({}), etat, TOUTES),
};
