import type { Indicateur } from './indicateur.ts';

export const ACCOMPAGNEMENT: readonly Indicateur[] = [];
