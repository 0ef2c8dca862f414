import type { Indicateur } from './indicateur.ts';

export const FORMATION: readonly Indicateur[] = [];
