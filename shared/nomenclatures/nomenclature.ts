export interface Valeur<C extends string = string> {
  code: C;
  label: string;
  /** The value of another list that this one specifies, for a list in two levels. */
  parent?: string;
}

/** A list: stored codes never change meaning; a new meaning is a new code and a new version. */
export interface Nomenclature<C extends string = string> {
  version: string;
  valeurs: readonly Valeur<C>[];
}

export function nomenclature<const C extends string>(
  version: string,
  valeurs: readonly Valeur<C>[],
): Nomenclature<C> {
  return { version, valeurs };
}

/** Codes of a list as a tuple, for `z.enum`. */
export function codes<C extends string>(liste: Nomenclature<C>): [C, ...C[]] {
  return liste.valeurs.map((valeur) => valeur.code) as [C, ...C[]];
}

/** Label of a code; the code itself when an older list knew it and this one does not. */
export function label<C extends string>(liste: Nomenclature<C>, code: string): string {
  return liste.valeurs.find((valeur) => valeur.code === code)?.label ?? code;
}
