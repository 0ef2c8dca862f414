import { ACCOMPAGNEMENT } from './catalogue-accompagnement.ts';
import { FORMATION } from './catalogue-formation.ts';
import { FSE } from './catalogue-fse.ts';
import { HEURES } from './catalogue-heures.ts';
import { IMMERSIONS } from './catalogue-immersions.ts';
import { PUBLICS } from './catalogue-publics.ts';
import { RESEAU } from './catalogue-reseau.ts';
import { SORTIES } from './catalogue-sorties.ts';
import type { Indicateur } from './indicateur.ts';

/** Every indicator Passerelle knows, by heading: a profile picks among them. */
export const INDICATEURS: readonly Indicateur[] = [
  ...RESEAU,
  ...IMMERSIONS,
  ...PUBLICS,
  ...ACCOMPAGNEMENT,
  ...FORMATION,
  ...HEURES,
  ...SORTIES,
  ...FSE,
];

const PAR_CODE = new Map(INDICATEURS.map((indicateur) => [indicateur.code, indicateur]));

/** Undefined for a code that this version no longer knows. */
export const trouverIndicateur = (code: string): Indicateur | undefined => PAR_CODE.get(code);

/** Throws on a code that is not in the catalogue: for codes that the catalogue itself names. */
export function indicateurDe(code: string): Indicateur {
  const trouve = PAR_CODE.get(code);
  if (!trouve) throw new Error(`No such indicator: ${code}`);
  return trouve;
}
