import { Button, Drawer } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { nomPart } from '../../shared/bilans/libelles.ts';
import { nomPeriode } from '../../shared/bilans/regles.ts';
import type { Axe, Choix, Figure, Filtre, LigneBilan, Periode } from '../../shared/bilans/schema.ts';
import type { Sortie } from '../../shared/contrat.ts';
import { accorder, formaterDate } from '../../shared/format.ts';
import { useListe } from '../app/listes.ts';
import { appeler, type ErreurOperation } from '../app/operations.ts';
import { BoutonExporter } from '../components/exporter.tsx';
import { EtatVide } from '../components/page.tsx';
import { choixDe, type Ouvert } from './adresse.ts';
import styles from './bilans.module.css';

const NOMS: Record<Figure, string> = {
  organisations: 'Organisations contactées',
  jointes: 'Organisations jointes',
  nouvelles: 'Organisations contactées pour la première fois',
  echanges: 'Échanges',
  accords: 'Accords et actions réalisées',
  relances: 'Relances faites',
  immersions: 'Immersions',
  personnes: 'Personnes en immersion',
  embauches: 'Embauches',
};

const FICHES: Record<LigneBilan['fiche']['genre'], string> = {
  organisation: '/reseau',
  immersion: '/immersions',
  salarie: '/salaries',
};

const PAGE = 100;

/** The rows behind a figure, each leading to its sheet, all of them exportable. */
export function TiroirLignes(props: { periode: Periode; ouvert: Ouvert | null; onClose: () => void }) {
  const { periode, ouvert, onClose } = props;
  const canaux = useListe('canaux');
  const causes = useListe('causes');
  return (
    <Drawer
      opened={ouvert !== null}
      onClose={onClose}
      position="right"
      size={560}
      title={ouvert ? titreDe(ouvert, { canal: canaux.libelle, cause: causes.libelle }) : ''}
    >
      {ouvert && <Lignes choix={choixDe(periode, ouvert)} />}
    </Drawer>
  );
}

/** The lists that the structure may extend, in its own words. */
type Libelles = Partial<Record<Axe, (code: string) => string>>;

function titreDe({ figure, filtres }: Ouvert, libelles: Libelles): string {
  const dire = ({ axe, code }: Filtre) => (code && libelles[axe]?.(code)) || nomPart(axe, code);
  return [NOMS[figure], ...filtres.map(dire)].join(' · ');
}

function useLignes(choix: Choix) {
  return useInfiniteQuery<Sortie<'bilans.rows'>, ErreurOperation>({
    queryKey: ['bilans.rows', choix],
    queryFn: ({ pageParam }) =>
      appeler('bilans.rows', { ...choix, depuis: pageParam as number, nombre: PAGE }),
    initialPageParam: 0,
    getNextPageParam: ({ total }, pages) => {
      const lues = pages.reduce((somme, { lignes }) => somme + lignes.length, 0);
      return lues < total ? lues : undefined;
    },
  });
}

function Lignes({ choix }: { choix: Choix }) {
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage } = useLignes(choix);
  if (error) return <EtatVide titre="Ce détail ne peut pas s’afficher">{error.message}</EtatVide>;
  if (!data) return null;
  const lignes = data.pages.flatMap((page) => page.lignes);
  const total = data.pages[0]!.total;
  return (
    <>
      <div className={styles.tiroirTete}>
        <span>
          {accorder(total, 'ligne')}, {nomPeriode(choix)}
        </span>
        <BoutonExporter
          operation="bilans.exportRows"
          entree={choix}
          label="Exporter ces lignes"
          taille="compact-md"
          disabled={total === 0}
        />
      </div>
      {total === 0 && <EtatVide titre="Rien à montrer ici">Ce chiffre est à zéro sur la période.</EtatVide>}
      <ul className={styles.lignes}>
        {lignes.map(({ id, date, titre, detail, fiche }) => (
          <li key={id}>
            <Link to={`${FICHES[fiche.genre]}/${fiche.id}`}>{titre}</Link>
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
