import type { Base } from './open.ts';

/** Fills an empty base with an imaginary structure; the same day always gives the same base. */
export function remplirExemples(_base: Base, _today: string): void {
  throw new Error('not yet');
}
