import { codes } from '../nomenclatures/nomenclature.ts';
import { STADES } from '../nomenclatures/reseau.ts';

export type Stade = (typeof STADES)['valeurs'][number]['code'];

/** How far the relation went, for the stages that say so; the others are outside that road. */
const CHEMIN: readonly string[] = ['a_prospecter', 'contactee', 'interessee', 'engagee', 'partenaire'];

const MENE: Partial<Record<string, Stade>> = {
  interessee: 'interessee',
  accord: 'engagee',
  realisee: 'engagee',
};

/**
 * Stage that an outcome suggests, never applied without being asked for. Nothing when the relation is already there or
 * further; who was lost or asleep and says yes is on the road again.
 */
export function stadePropose(stade: string, resultat: string): Stade | null {
  const propose = MENE[resultat];
  if (!propose || !(codes(STADES) as string[]).includes(stade)) return null;
  return CHEMIN.indexOf(stade) < CHEMIN.indexOf(propose) ? propose : null;
}
