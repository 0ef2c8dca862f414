import {
  keepPreviousData,
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
} from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { contrat, type Entree, type NomOperation, type Sortie } from '../../shared/contrat.ts';
import { type Enveloppe, type ErreurEnveloppe, PHRASES } from '../../shared/erreurs.ts';
import { CONFIRMEE, type Table } from '../../shared/operation.ts';
import { demanderConfirmation } from './confirmation.ts';
import { pont } from './pont.ts';

/** A refused operation, as the screens catch it: the French sentence is in `message`, the fields in `champs`. */
export class ErreurOperation extends Error {
  readonly enveloppe: ErreurEnveloppe;
  constructor(enveloppe: ErreurEnveloppe) {
    super(enveloppe.message);
    this.enveloppe = enveloppe;
  }
}

/** What an answer holds; throws `ErreurOperation` when the operation was refused. */
async function ouvrir<T>(reponse: Enveloppe<T> | Promise<Enveloppe<T>>): Promise<T> {
  const enveloppe = await reponse;
  if (!enveloppe.ok) throw new ErreurOperation(enveloppe.error);
  return enveloppe.value;
}

/**
 * Calls an operation; throws `ErreurOperation` when it is refused. What would take away a row of an issued bilan is asked
 * about first: said no, it is `annulee`.
 */
export async function appeler<N extends NomOperation>(nom: N, entree: Entree<N>): Promise<Sortie<N>> {
  const enveloppe = await pont.appeler(nom, entree);
  if (enveloppe.ok || enveloppe.error.code !== 'fige') return ouvrir(enveloppe);
  if (!(await demanderConfirmation(enveloppe.error.message)))
    throw new ErreurOperation({ code: 'annulee', message: PHRASES.annulee });
  return ouvrir(pont.appeler(CONFIRMEE as N, { operation: nom, entree } as never));
}

/** Reads an operation once: at once when a screen holds it already. */
export function lire<N extends NomOperation>(nom: N, entree: Entree<N>): Promise<Sortie<N>> {
  return clientRequetes.fetchQuery({ queryKey: [nom, entree], queryFn: () => appeler(nom, entree) });
}

export const clientRequetes = new QueryClient({
  defaultOptions: {
    queries: { retry: false, staleTime: Number.POSITIVE_INFINITY, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});

/** Remembers the answer to a reading that was asked for already; a refused one is asked again by the screen. */
export function recueillir(nom: NomOperation, entree: object, reponse: Promise<Enveloppe<unknown>>): void {
  void clientRequetes.prefetchQuery({ queryKey: [nom, entree], queryFn: () => ouvrir(reponse) });
}

/** Refetches what reads one of these tables. */
export function rafraichir(tables: readonly Table[]): void {
  void clientRequetes.invalidateQueries({
    predicate: ({ queryKey: [nom] }) =>
      contrat[nom as NomOperation]?.tables.some((table: Table) => tables.includes(table)) ?? false,
  });
}

/** How an operation is read and remembered, for the hooks of TanStack Query that take several at once. */
export function requeteDe<N extends NomOperation>(nom: N, entree: Entree<N>) {
  return { queryKey: [nom, entree] as const, queryFn: () => appeler(nom, entree) };
}

/** Reads an operation and keeps it fresh: it is read again when one of its tables changes. */
export function useLecture<N extends NomOperation>(
  nom: N,
  entree: Entree<N>,
  options: { actif?: boolean; garderPrecedent?: boolean } = {},
): UseQueryResult<Sortie<N>, ErreurOperation> {
  return useQuery<Sortie<N>, ErreurOperation>({
    ...requeteDe(nom, entree),
    enabled: options.actif ?? true,
    placeholderData: options.garderPrecedent ? keepPreviousData : undefined,
  });
}

/** Writes an operation; the host announces the changed tables, so readers refresh by themselves. */
export function useAction<N extends NomOperation>(
  nom: N,
): UseMutationResult<Sortie<N>, ErreurOperation, Entree<N>> {
  return useMutation<Sortie<N>, ErreurOperation, Entree<N>>({ mutationFn: (entree) => appeler(nom, entree) });
}

/** Progress of the long task under way, or null. */
export function useProgression(): { fait: number; total: number } | null {
  const [progression, setProgression] = useState<{ fait: number; total: number } | null>(null);
  useEffect(
    () =>
      pont.surEvenement((evenement) => {
        if (evenement.type === 'progression') setProgression(evenement);
      }),
    [],
  );
  return progression;
}
