import { Button } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { LigneOuverte } from '../../shared/bilans/lignes.ts';
import type { Entree, NomOperation, Sortie } from '../../shared/contrat.ts';
import { accorder, formaterDate } from '../../shared/format.ts';
import { appeler, type ErreurOperation } from '../app/operations.ts';
import { BoutonExporter, type ExportTableur } from '../components/exporter.tsx';
import { EtatVide } from '../components/page.tsx';
import styles from './bilans.module.css';

export const FICHES: Record<NonNullable<LigneOuverte['fiche']>['genre'], string> = {
  organisation: '/reseau',
  immersion: '/immersions',
  salarie: '/salaries',
  session: '/formation/sessions',
  convention: '/bilans/conventions',
};

const PAGE = 100;

interface Page {
  total: number;
  lignes: LigneOuverte[];
}

/** Operations that read the rows behind a figure, part by part. */
type Detail = { [N in NomOperation]: Sortie<N> extends Page ? N : never }[NomOperation];

/** The rows behind a figure, each leading to its sheet, all of them exportable. */
export function LignesDetail<N extends Detail, S extends ExportTableur>(props: {
  operation: N;
  /** Left out when the rows do not leave one figure at a time. */
  sortie?: S;
  /** The figure, as both operations name it. */
  choix: Omit<Entree<N>, 'depuis' | 'nombre'>;
  /** What the export alone is asked besides. */
  enPlus?: Partial<Entree<S>>;
  /** The period in words. */
  quand: string;
  /** Above the rows: what narrows them. */
  children?: ReactNode;
  /** Why there is nothing to show. */
  vide?: string;
}) {
  const { operation, choix } = props;
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery<
    Page,
    ErreurOperation
  >({
    queryKey: [operation, choix],
    queryFn: async ({ pageParam }) =>
      (await appeler(operation, {
        ...choix,
        depuis: pageParam as number,
        nombre: PAGE,
      } as unknown as Entree<N>)) as Page,
    initialPageParam: 0,
    placeholderData: keepPreviousData,
    getNextPageParam: ({ total }, pages) => {
      const lues = pages.reduce((somme, { lignes }) => somme + lignes.length, 0);
      return lues < total ? lues : undefined;
    },
  });
  if (error) return <EtatVide titre="Ce détail ne peut pas s’afficher">{error.message}</EtatVide>;
  if (!data) return null;
  const lignes = data.pages.flatMap((page) => page.lignes);
  const total = data.pages[0]!.total;
  return (
    <>
      <div className={styles.tiroirTete}>
        <span>
          {accorder(total, 'ligne')}, {props.quand}
        </span>
        {props.sortie ? (
          <BoutonExporter
            operation={props.sortie}
            entree={{ ...choix, ...props.enPlus } as unknown as Omit<Entree<S>, 'format'>}
            label="Exporter ces lignes"
            taille="compact-md"
            disabled={total === 0}
          />
        ) : null}
      </div>
      {props.children}
      {total === 0 && (
        <EtatVide titre="Rien à montrer ici">
          {props.vide ?? 'Ce chiffre est à zéro sur la période.'}
        </EtatVide>
      )}
      <ul className={styles.lignes}>
        {lignes.map(({ id, date, titre, detail, fiche }) => (
          <li key={id}>
            {fiche === null ? (
              <strong>{titre}</strong>
            ) : (
              <Link to={`${FICHES[fiche.genre]}/${fiche.id}`}>{titre}</Link>
            )}
            {date && <span className={styles.ligneDate}>{formaterDate(date)}</span>}
            <p className={styles.ligneDetail}>{detail}</p>
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button variant="default" fullWidth loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Afficher la suite ({accorder(total - lignes.length, 'ligne')})
        </Button>
      )}
    </>
  );
}
