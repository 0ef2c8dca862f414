import { type Axe, axe as definitionAxe } from '../../../shared/bilans/axes.ts';
import { codesDe } from '../../../shared/bilans/edition-profil.ts';
import type { ProfilContenu } from '../../../shared/bilans/profil.ts';
import type { ProfilLu } from '../../../shared/bilans/profils.ts';
import { accorder } from '../../../shared/format.ts';

/** `6 parties, 43 chiffres`. */
export const direTaille = (contenu: ProfilContenu): string =>
  `${accorder(contenu.sections.length, 'partie')}, ${accorder(codesDe(contenu).length, 'chiffre')}`;

/** `par sexe, par âge`; empty without breakdown. */
export const direAxes = (axes: readonly Axe[]): string =>
  axes.map((code) => `par ${definitionAxe(code).par}`).join(', ');

/** `Sexe`: an axis as the label of a field. */
export function nomAxe(axe: Axe): string {
  const { par } = definitionAxe(axe);
  return par.charAt(0).toUpperCase() + par.slice(1);
}

/** For whom a profile is: the shipped ones say it, the others say what they were made from. */
export function pourQui({ description, propre, origine }: ProfilLu, profils: readonly ProfilLu[]): string {
  if (!propre) return description;
  const source = profils.find(({ code }) => code === origine);
  return source ? `Copié de « ${source.nom} ».` : 'Un profil de votre structure.';
}
