import { Drawer, SegmentedControl, Skeleton } from '@mantine/core';
import { trouverIndicateur } from '../../../shared/bilans/catalogue.ts';
import { nomPeriode } from '../../../shared/bilans/regles.ts';
import type { Periode } from '../../../shared/bilans/schema.ts';
import { insecables } from '../../../shared/format.ts';
import { useLecture } from '../../app/operations.ts';
import { EtatVide } from '../../components/page.tsx';
import type { Detail } from '../chiffres/detail.ts';
import { Definition } from './definition.tsx';
import { LignesFigure } from './lignes-figure.tsx';
import styles from './tiroir.module.css';

/** What narrows every figure of a bilan. */
export type FiltresBilan = readonly { axe: Detail['parts'][number]['axe']; codes: string[] }[];

export interface PropsTiroir {
  periode: Periode;
  filtres: FiltresBilan;
  conventionId: string | null;
  changer: (changements: Partial<Detail>) => void;
}

/** The rows behind a figure, beside the page: what it counts, its parts, each row leading to its sheet. */
export function TiroirChiffre(props: PropsTiroir & { detail: Detail | null; fermer: () => void }) {
  const { detail, fermer, ...reste } = props;
  return (
    <Drawer
      opened={detail !== null}
      onClose={fermer}
      position="right"
      size={620}
      title={detail ? insecables(trouverIndicateur(detail.indicateur)?.label ?? '') : ''}
    >
      {detail ? <Contenu {...reste} detail={detail} /> : null}
    </Drawer>
  );
}

/** A quotient has no rows of its own: it opens those of its two terms. */
function Contenu(props: PropsTiroir & { detail: Detail }) {
  const { detail, changer } = props;
  const indicateur = trouverIndicateur(detail.indicateur)!;
  const terme = detail.raison;
  if (indicateur.genre !== 'rapport') return <Figure {...props} />;
  const termes = [indicateur.numerateur, indicateur.denominateur];
  const choisi = terme !== null && termes.includes(terme) ? terme : indicateur.numerateur;
  return (
    <>
      <Definition indicateur={indicateur} />
      <SegmentedControl
        className={styles.termes}
        fullWidth
        aria-label="Terme du calcul"
        value={choisi}
        data={termes.map((code) => ({ value: code, label: trouverIndicateur(code)?.label ?? code }))}
        onChange={(raison) => changer({ raison })}
      />
      <Figure
        key={choisi}
        {...props}
        detail={{ ...detail, indicateur: choisi, place: 'compte', raison: null }}
        terme
      />
    </>
  );
}

function Figure(props: PropsTiroir & { detail: Detail; terme?: boolean }) {
  const { detail, periode, filtres, conventionId, changer, terme } = props;
  const indicateur = trouverIndicateur(detail.indicateur)!;
  const { data, error } = useLecture(
    'bilans.mesurer',
    {
      ...periode,
      indicateurs: [{ code: indicateur.code, axes: indicateur.axes.slice(0, AXES_MONTRES) }],
      filtres: filtres.map(({ axe, codes }) => ({ axe, codes: [...codes] })),
      conventionId,
    },
    { garderPrecedent: true },
  );
  const ligne = data?.lignes[0];
  if (error) return <EtatVide titre="Ce chiffre ne peut pas être calculé">{error.message}</EtatVide>;
  if (!ligne) return <Skeleton height={320} radius={8} />;
  return (
    <>
      {terme ? null : <Definition indicateur={indicateur} ligne={ligne} />}
      <LignesFigure
        ligne={ligne}
        detail={detail}
        periode={periode}
        filtres={filtres}
        quand={nomPeriode(periode)}
        changer={changer}
      />
    </>
  );
}

/** Breakdowns one can filter by. */
const AXES_MONTRES = 6;
