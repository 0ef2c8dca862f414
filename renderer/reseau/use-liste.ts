import { useQueries } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ListeFiltres, OrganisationLigne } from '../../shared/reseau/liste.ts';
import { requeteDe } from '../app/operations.ts';

const PAR_PAGE = 100;

interface Lues {
  total: number;
  /** Page number → its lines. */
  pages: Map<number, OrganisationLigne[]>;
}

/**
 * The lines of a list from `premiere` to `derniere`, read page by page. While the first page of new filters is on its
 * way, the lines of the former ones stay on screen. `total` is null before anything was read.
 */
export function useListe(
  filtres: ListeFiltres,
  premiere: number,
  derniere: number,
): { total: number | null; ligne: (rang: number) => OrganisationLigne | undefined } {
  const debut = Math.floor(premiere / PAR_PAGE);
  const numeros = Array.from(
    { length: Math.floor(derniere / PAR_PAGE) - debut + 1 },
    (_, ecart) => debut + ecart,
  );
  const reponses = useQueries({
    queries: numeros.map((numero) =>
      requeteDe('reseau.list', { ...filtres, debut: numero * PAR_PAGE, nombre: PAR_PAGE }),
    ),
  });
  const precedentes = useRef<Lues | null>(null);
  const refus = reponses.find(({ error }) => error)?.error;
  if (refus) throw refus;
  const recue = reponses.find(({ data }) => data)?.data;
  const lues: Lues | null = recue
    ? {
        total: recue.total,
        pages: new Map(numeros.map((numero, rang) => [numero, reponses[rang]?.data?.lignes ?? []])),
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
