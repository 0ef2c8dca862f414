import { useQueries } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Entree, NomOperation, Sortie } from '../../shared/contrat.ts';
import { requeteDe } from '../app/operations.ts';

const PAR_PAGE = 100;

/** Operations that read a list page by page. */
export type Paginee = {
  [N in NomOperation]: Sortie<N> extends { total: number; lignes: unknown[] }
    ? Entree<N> extends { debut?: number; nombre?: number }
      ? N
      : never
    : never;
}[NomOperation];

export type Ligne<N extends Paginee> = Sortie<N> extends { lignes: (infer L)[] } ? L : never;

export type FiltresDe<N extends Paginee> = Omit<Entree<N>, 'debut' | 'nombre'>;

interface Lues<L> {
  total: number;
  /** Page number → its lines. */
  pages: Map<number, L[]>;
}

/**
 * The lines of a list from `premiere` to `derniere`, read page by page. While the first page of new filters is on its
 * way, the lines of the former ones stay on screen. `total` is null before anything was read.
 */
export function usePages<N extends Paginee>(
  operation: N,
  filtres: FiltresDe<N>,
  premiere: number,
  derniere: number,
): { total: number | null; ligne: (rang: number) => Ligne<N> | undefined } {
  const debut = Math.floor(premiere / PAR_PAGE);
  const numeros = Array.from(
    { length: Math.floor(derniere / PAR_PAGE) - debut + 1 },
    (_, ecart) => debut + ecart,
  );
  const reponses = useQueries({
    queries: numeros.map((numero) =>
      requeteDe(operation, {
        ...filtres,
        debut: numero * PAR_PAGE,
        nombre: PAR_PAGE,
      } as unknown as Entree<N>),
    ),
  });
  const precedentes = useRef<Lues<Ligne<N>> | null>(null);
  const refus = reponses.find(({ error }) => error)?.error;
  if (refus) throw refus;
  const donnees = reponses.map(({ data }) => data as { total: number; lignes: Ligne<N>[] } | undefined);
  const recue = donnees.find(Boolean);
  const lues = recue
    ? {
        total: recue.total,
        pages: new Map(numeros.map((numero, rang) => [numero, donnees[rang]?.lignes ?? []])),
      }
    : precedentes.current;
  useEffect(() => {
    if (recue) precedentes.current = lues;
  });
  return {
    total: lues?.total ?? null,
    ligne: (rang) => lues?.pages.get(Math.floor(rang / PAR_PAGE))?.[rang % PAR_PAGE],
  };
}
