import type { Axe } from '../axes.ts';
import type { Profil, ProfilContenu } from '../profil.ts';

/** An indicator of a section, with its breakdowns. */
export const figure = (code: string, ...axes: Axe[]) => ({ code, axes });

type Section = ProfilContenu['sections'][number];

/** A part with figures, and what is to be written in it. */
export const partie = (
  code: string,
  titre: string,
  consigne: string,
  ...indicateurs: Section['indicateurs']
): Section => ({ code, titre, consigne, indicateurs });

/** A profile that ships with Passerelle. */
export const livre = (
  code: string,
  nom: string,
  description: string,
  contenu: Pick<ProfilContenu, 'sections' | 'resume'> & Partial<ProfilContenu>,
): Profil => ({
  code,
  nom,
  description,
  propre: false,
  contenu: { filtres: [], comparer: true, annexe: false, ...contenu },
});
