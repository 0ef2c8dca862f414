import { z } from 'zod';
import { dateCivile } from '../champs.ts';
import { ajouterMois } from '../dates.ts';

/** Longest period of a bilan, in years. */
export const ANNEES_MAX = 20;

/** Both limits belong to the period. */
export interface Periode {
  debut: string;
  fin: string;
}

export function verifierBornes({ debut, fin }: Periode, ctx: z.RefinementCtx): void {
  if (fin < debut) {
    ctx.addIssue({ code: 'custom', path: ['fin'], message: 'La fin de la période précède son début.' });
  } else if (fin >= ajouterMois(debut, ANNEES_MAX * 12)) {
    ctx.addIssue({ code: 'custom', path: ['fin'], message: `Un bilan couvre ${ANNEES_MAX} ans au plus.` });
  }
}

export const bornes = z.strictObject({ debut: dateCivile, fin: dateCivile });

export const periodeSaisie = bornes.superRefine(verifierBornes);
