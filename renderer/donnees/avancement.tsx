import { Progress } from '@mantine/core';
import { useProgression } from '../app/operations.ts';
import styles from './donnees.module.css';

/** How far a backup, a check or a restore is. To be mounted while it runs. */
export function Avancement({ libelle }: { libelle: string }) {
  const progression = useProgression();
  const part = progression ? Math.round((100 * progression.fait) / progression.total) : 0;
  return (
    <div className={styles.avancement} role="status">
      <span>{libelle}</span>
      <Progress.Root size={6} className={styles.barre}>
        <Progress.Section value={Math.max(part, 4)} aria-label={libelle} animated />
      </Progress.Root>
    </div>
  );
}
