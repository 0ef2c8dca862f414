import { NAF_REV2 } from './naf-rev2.ts';
import { type Entree, entree, lireListe } from './recherche.ts';

/**
 * The NAF. Heavy: screens import it when a picker is opened (`renderer/reseau/choix-naf.tsx`), never at their top.
 */

/** Sections, by their first and last divisions. */
const SECTIONS: readonly [premiere: number, derniere: number, label: string][] = [
  [1, 3, 'Agriculture, sylviculture et pêche'],
  [5, 9, 'Industries extractives'],
  [10, 33, 'Industrie manufacturière'],
  [35, 35, 'Électricité, gaz, vapeur et air conditionné'],
  [36, 39, 'Eau, assainissement, déchets et dépollution'],
  [41, 43, 'Construction'],
  [45, 47, 'Commerce, réparation d’automobiles et de motocycles'],
  [49, 53, 'Transports et entreposage'],
  [55, 56, 'Hébergement et restauration'],
  [58, 63, 'Information et communication'],
  [64, 66, 'Activités financières et d’assurance'],
  [68, 68, 'Activités immobilières'],
  [69, 75, 'Activités spécialisées, scientifiques et techniques'],
  [77, 82, 'Services administratifs et de soutien'],
  [84, 84, 'Administration publique'],
  [85, 85, 'Enseignement'],
  [86, 88, 'Santé humaine et action sociale'],
  [90, 93, 'Arts, spectacles et activités récréatives'],
  [94, 96, 'Autres activités de services'],
  [97, 98, 'Ménages employeurs et productions pour usage propre'],
  [99, 99, 'Activités extraterritoriales'],
];

/** Section a code belongs to, in words; empty for an unknown division. */
export function sectionNaf(code: string): string {
  const division = Number(code.slice(0, 2));
  return SECTIONS.find(([premiere, derniere]) => division >= premiere && division <= derniere)?.[2] ?? '';
}

/** The 732 sub-classes of the NAF rév. 2. */
export const ACTIVITES: readonly Entree[] = lireListe(NAF_REV2).map(([code, label]) =>
  entree(code, label, sectionNaf(code)),
);

const rev2 = new Map(ACTIVITES.map(({ code, label }) => [code, label]));

/** Label of a code in the version it was read in; empty when the list of that version is not here. */
export function libelleNaf(code: string, version: string): string {
  return version === '2025' ? '' : (rev2.get(code) ?? '');
}
