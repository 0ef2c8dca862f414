import type { Indicateur } from './indicateur.ts';

export const PUBLICS: readonly Indicateur[] = [];
