/** A closed list: stored codes never change meaning; a new meaning is a new code and a new version. */
export interface Nomenclature<C extends string> {
  version: string;
  valeurs: readonly { code: C; label: string }[];
}

export function nomenclature<const C extends string>(
  version: string,
  valeurs: readonly { code: C; label: string }[],
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
