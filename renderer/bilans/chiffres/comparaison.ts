import { aLaComparaison, nomComparaison, nomPeriode } from '../../../shared/bilans/regles.ts';
import type { Periode } from '../../../shared/bilans/schema.ts';

/** Names of a period and of the one it is compared with. */
export interface Comparaison {
  courante: string;
  avant: string;
  /** After « comparé »: `à 2025`. */
  phrase: string;
}

/** Null when there is nothing to compare with. */
export function comparaisonDe(periode: Periode, precedente: Periode | null): Comparaison | null {
  return (
    precedente && {
      courante: nomPeriode(periode),
      avant: nomComparaison(precedente),
      phrase: aLaComparaison(precedente),
    }
  );
}
