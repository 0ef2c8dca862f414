import type { Profil } from '../profil.ts';
import { CONSEIL } from './conseil.ts';
import { DDETS } from './ddets.ts';
import { DEPARTEMENT } from './departement.ts';
import { FSE_PLUS } from './fse.ts';
import { PLIE } from './plie.ts';
import { RESEAU_EMPLOYEURS } from './reseau.ts';

/** Profiles that ship with Passerelle: the structure copies them to change them. */
export const PROFILS_LIVRES: readonly Profil[] = [
  DDETS,
  FSE_PLUS,
  PLIE,
  DEPARTEMENT,
  CONSEIL,
  RESEAU_EMPLOYEURS,
];
