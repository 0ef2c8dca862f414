import { IconAlertTriangle } from '@tabler/icons-react';
import type { Indicateur } from '../../../shared/bilans/indicateur.ts';
import { insecables } from '../../../shared/format.ts';
import styles from './catalogue.module.css';

/** What an indicator counts, its caveat and its source, under its name. */
export function Sens({ indicateur: { formule, reserve, reference } }: { indicateur: Indicateur }) {
  return (
    <div className={styles.sens}>
      <p>{insecables(formule)}</p>
      {reserve === '' ? null : (
        <p className={styles.reserve}>
          <IconAlertTriangle size={14} stroke={1.8} aria-hidden />
          <span>{insecables(reserve)}</span>
        </p>
      )}
      {reference === '' ? null : <p className={styles.reference}>{insecables(reference)}</p>}
    </div>
  );
}
