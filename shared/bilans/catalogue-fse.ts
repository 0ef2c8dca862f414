import type { Indicateur } from './indicateur.ts';

export const FSE: readonly Indicateur[] = [];
