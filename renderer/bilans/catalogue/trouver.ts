import { INDICATEURS } from '../../../shared/bilans/catalogue.ts';
import { type Indicateur, RUBRIQUES, type Rubrique } from '../../../shared/bilans/indicateur.ts';
import { normaliser } from '../../../shared/normaliser.ts';

/** Headings, in the order of the catalogue. */
export const CODES_RUBRIQUES = Object.keys(RUBRIQUES) as Rubrique[];

/** What is read of an indicator when somebody looks for one. */
const TEXTES = new Map(
  INDICATEURS.map(({ code, label, formule, base, reference, rubrique }) => [
    code,
    normaliser([label, formule, base, reference, RUBRIQUES[rubrique]].join(' ')),
  ]),
);

/** Indicators whose name, definition or heading holds every word. */
export function trouves(recherche: string): readonly Indicateur[] {
  const mots = normaliser(recherche).split(' ').filter(Boolean);
  return INDICATEURS.filter(({ code }) => mots.every((mot) => TEXTES.get(code)?.includes(mot)));
}
