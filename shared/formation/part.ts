import { formaterNombre } from '../format.ts';

/** Thousandths → `70 %`, `33,3 %`. */
export function direPart(part: number): string {
  return `${formaterNombre(part / 10, part % 10 === 0 ? 0 : 1)}\u00a0%`;
}

/** A share as people type it (`70`, `70 %`, `33,3`, `1/3`) in thousandths; `null` when it cannot be read. */
export function lirePart(texte: string): number | null {
  const propre = texte.normalize('NFKC').replace(/[\s%]/g, '').replace('.', ',');
  const fraction = /^(\d)\/(\d{1,2})$/.exec(propre);
  if (fraction) {
    const [haut, bas] = [Number(fraction[1]), Number(fraction[2])];
    return bas === 0 ? null : Math.round((haut / bas) * 1000);
  }
  const lu = /^(\d{1,3})(?:,(\d)\d*)?$/.exec(propre);
  return lu ? Number(lu[1]) * 10 + Number(lu[2] ?? 0) : null;
}
