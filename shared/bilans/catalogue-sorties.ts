import type { Indicateur } from './indicateur.ts';

export const SORTIES: readonly Indicateur[] = [];
