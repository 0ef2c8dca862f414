import type { GenreDocument } from '../../shared/immersions/papiers.ts';
import { papierAccident } from './accident.ts';
import { papierAccueil } from './accueil.ts';
import { papierAvenant } from './avenant.ts';
import { papierBilanImmersion } from './bilan-immersion.ts';
import { papierConvention } from './convention.ts';
import { papierGrilleDecouverte, papierGrilleValidation } from './grilles.ts';
import { papierNote } from './note.ts';
import type { PapierQuelconque } from './papier.ts';
import { papierPresence } from './presence.ts';

/** The kinds of paper, in the order of an immersion's life. */
export const PAPIERS = {
  convention: papierConvention,
  avenant: papierAvenant,
  accueil: papierAccueil,
  presence: papierPresence,
  grille_decouverte: papierGrilleDecouverte,
  grille_validation: papierGrilleValidation,
  note: papierNote,
  bilan: papierBilanImmersion,
  accident: papierAccident,
} as unknown as Partial<Record<GenreDocument, PapierQuelconque>>;
