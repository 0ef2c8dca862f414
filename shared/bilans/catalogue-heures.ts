import type { Indicateur } from './indicateur.ts';

export const HEURES: readonly Indicateur[] = [];
