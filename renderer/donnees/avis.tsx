import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './donnees.module.css';

/** A few lines that must be read, above what they are about. */
export function Avis({ titre, children }: { titre: string; children: ReactNode }) {
  return (
    <div className={styles.avis}>
      <IconAlertTriangle size={20} stroke={1.6} aria-hidden />
      <div>
        <strong>{titre}</strong>
        <p>{children}</p>
      </div>
    </div>
  );
}
