import { formaterNombre } from './format.ts';

/** Euros as people type them (`12`, `12,5`, `1 234,50 €`, `12€50`) in cents; `null` when they cannot be read. */
export function lireEuros(texte: string): number | null {
  const lu = /^(\d{1,9})(?:[.,€](\d{1,2}))?€?$/.exec(texte.normalize('NFKC').replace(/\s/g, ''));
  if (!lu) return null;
  return Number(lu[1]) * 100 + Number((lu[2] ?? '').padEnd(2, '0'));
}

/** Cents → `45,90`. */
export function ecrireEuros(centimes: number): string {
  return formaterNombre(centimes / 100, 2);
}

/** Cents → `1 234,50 €`, on one line. */
export function formaterEuros(centimes: number): string {
  return `${ecrireEuros(centimes)}\u00a0€`;
}

/** The same to the nearest euro, for tables that hold many. */
export function formaterEurosRonds(centimes: number): string {
  return `${formaterNombre(Math.round(centimes / 100) || 0)}\u00a0€`;
}
