import { ageAu, type DateCivile } from '../dates.ts';
import { accorder } from '../format.ts';
import { CRITERES, CRITERES_NIVEAU_2 } from '../nomenclatures/salaries.ts';

type Critere = (typeof CRITERES)['valeurs'][number]['code'];

/** From this age on the person is a senior of the IAE; under the other, a young one. */
const AGE_SENIOR = 50;
const AGE_JEUNE = 26;

const NIVEAUX = new Map<string, string>(CRITERES.valeurs.map(({ code, parent }) => [code, parent ?? '']));
export const niveauDe = (critere: string): '1' | '2' => (NIVEAUX.get(critere) === '1' ? '1' : '2');

export interface Eligibilite {
  niveau1: number;
  niveau2: number;
  /** Criteria of level 2 that are enough together; null when the kind of structure is not known. */
  requis: number | null;
  acquise: boolean;
}

/** One criterion of level 1 is enough; of level 2, as many as the kind of structure asks for. */
export function eligibilite(criteres: readonly { critere: string }[], genre: string | null): Eligibilite {
  const niveau1 = criteres.filter(({ critere }) => niveauDe(critere) === '1').length;
  const niveau2 = criteres.length - niveau1;
  const requis = genre === null ? null : (CRITERES_NIVEAU_2[genre] ?? null);
  return { niveau1, niveau2, requis, acquise: niveau1 > 0 || (requis !== null && niveau2 >= requis) };
}

/** Where eligibility stands, with its figures. */
export function direEligibilite(
  { niveau1, niveau2, requis, acquise }: Eligibilite,
  genre: string | null,
): string {
  if (niveau1 > 0) return `${accorder(niveau1, 'critère')} de niveau 1 : il suffit.`;
  if (requis === null) return `${accorder(niveau2, 'critère')} de niveau 2.`;
  if (acquise)
    return `${accorder(niveau2, 'critère')} de niveau 2, ${requis} demandés pour une structure ${genre}.`;
  return niveau2 === 0
    ? `Aucun critère : il en faut ${requis} de niveau 2 pour une structure ${genre}, ou un seul de niveau 1.`
    : `${accorder(niveau2, 'critère')} de niveau 2, sur les ${requis} qu’il faut pour une structure ${genre} ; un seul de niveau 1 suffirait.`;
}

/** What is wrong between a criterion on age and the birth date, on the day it was seen; null when they agree. */
export function ageContredit(critere: Critere, naissance: DateCivile, le: DateCivile): string | null {
  const age = ageAu(naissance, le);
  if (critere === 'jeune' && age >= AGE_JEUNE)
    return `D’après sa date de naissance, cette personne avait ${age} ans : moins de ${AGE_JEUNE} ans ne va pas.`;
  if (critere === 'senior' && age < AGE_SENIOR)
    return `D’après sa date de naissance, cette personne avait ${age} ans : plus de ${AGE_SENIOR} ans ne va pas.`;
  return null;
}
