import { Button } from '@mantine/core';
import { IconFileTypePdf, IconLock } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { EmissionDite } from '../../../shared/bilans/bilans.ts';
import { dateLocale } from '../../../shared/dates.ts';
import { formaterDate, insecables } from '../../../shared/format.ts';
import { useExport } from '../../app/telecharger.ts';
import { Carte } from '../../components/page.tsx';
import styles from './emission.module.css';

/** Who sent a version, and when. */
export const direEmission = ({ emisLe, auteur }: Pick<EmissionDite, 'emisLe' | 'auteur'>): string =>
  insecables(
    `émise le ${formaterDate(dateLocale(new Date(emisLe)))}${auteur === '' ? '' : ` par ${auteur}`}`,
  );

/** What was sent of a bilan, the latest first: each as it left, and what has changed since. */
export function Versions({ id, emissions }: { id: string; emissions: readonly EmissionDite[] }) {
  const { exporter, enCours } = useExport('bilans.pdf');
  if (emissions.length === 0) return null;
  return (
    <Carte titre="Ce qui a été envoyé" sansMarge>
      <ul className={styles.versions}>
        {emissions.map(({ edition, ...emission }) => (
          <li key={edition}>
            <IconLock size={16} stroke={1.7} aria-hidden />
            <div>
              <Link to={`/bilans/${id}/versions/${edition}`}>Version {edition}</Link>
              <span>{direEmission(emission)}</span>
            </div>
            <Link className={styles.differences} to={`/bilans/${id}/versions/${edition}/differences`}>
              Ce qui a changé
              <span className="visuellement-cache"> depuis la version {edition}</span>
            </Link>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconFileTypePdf size={15} stroke={1.6} />}
              disabled={enCours}
              aria-label={`PDF de la version ${edition}`}
              onClick={() => void exporter({ id, edition })}
            >
              PDF
            </Button>
          </li>
        ))}
      </ul>
    </Carte>
  );
}
