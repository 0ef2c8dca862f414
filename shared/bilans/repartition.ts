import type { Part } from './schema.ts';

interface Compte {
  code: string;
  nombre: number;
}

function sommes(comptes: readonly Compte[]): Map<string, number> {
  const parCode = new Map<string, number>();
  for (const { code, nombre } of comptes) parCode.set(code, (parCode.get(code) ?? 0) + nombre);
  return parCode;
}

/**
 * A breakdown: every code of the list in its order, zeros included, then the codes met that it lacks, « non renseigné »
 * (the empty code) last. The lines add up to what was counted. `anciens` is null when there is no year before.
 */
export function repartir(
  connus: readonly string[],
  comptes: readonly Compte[],
  anciens: readonly Compte[] | null,
): Part[] {
  const valeurs = sommes(comptes);
  const precedents = anciens && sommes(anciens);
  const autres = new Set([...valeurs.keys(), ...(precedents?.keys() ?? [])]);
  for (const code of connus) autres.delete(code);
  const inconnu = autres.delete('') ? [''] : [];
  return [...connus, ...[...autres].sort(), ...inconnu].map((code) => ({
    code,
    valeur: valeurs.get(code) ?? 0,
    precedent: precedents && (precedents.get(code) ?? 0),
  }));
}
