import type { z } from 'zod';
import { useAdresse } from './adresse.ts';

/** Filters that live in the address, as their schema says them: each field has a default, texts and numbers only. */
export interface FiltresAdresse<F> {
  /** What the address says; a value that means nothing is as if it were not there. */
  lire(adresse: URLSearchParams): F;
  /** The shortest address that says these filters. */
  ecrire(filtres: F): URLSearchParams;
}

export function filtresAdresse<S extends z.ZodObject>(schema: S): FiltresAdresse<z.output<S>> {
  type F = z.output<S>;
  const defauts = schema.parse({});
  const cles = Object.keys(schema.shape);
  const comprendre = (cle: string, dit: string): unknown =>
    [dit, Number(dit)].find((valeur) => (schema.shape[cle] as z.ZodType).safeParse(valeur).success);
  const lire = (adresse: URLSearchParams): F =>
    schema.parse(
      Object.fromEntries(
        cles
          .map((cle) => [cle, adresse.has(cle) ? comprendre(cle, adresse.get(cle)!) : undefined] as const)
          .filter(([, valeur]) => valeur !== undefined),
      ),
    );
  const ecrire = (filtres: F): URLSearchParams => {
    const adresse = new URLSearchParams();
    for (const cle of cles) {
      const valeur = filtres[cle];
      if (valeur !== undefined && valeur !== null && valeur !== defauts[cle])
        adresse.set(cle, String(valeur));
    }
    return adresse;
  };
  return { lire, ecrire };
}

/** Filters kept in the address of the screen: a link, a bookmark and « Précédent » find them again. */
export function useFiltresAdresse<F>({ lire, ecrire }: FiltresAdresse<F>): {
  filtres: F;
  changer: (changements: Partial<F>) => void;
  effacer: () => void;
} {
  const [adresse, changerAdresse] = useAdresse();
  return {
    filtres: lire(adresse),
    changer: (changements) => changerAdresse((actuelle) => ecrire({ ...lire(actuelle), ...changements })),
    effacer: () => changerAdresse(() => new URLSearchParams()),
  };
}
