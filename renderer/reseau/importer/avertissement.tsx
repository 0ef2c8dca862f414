import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './importer.module.css';

/** A sentence that must not be missed, by its sign as much as by its colour. */
export function Avertissement(props: {
  ton: 'ambre' | 'brique' | 'accent';
  role?: 'alert' | 'status';
  children: ReactNode;
}) {
  const Signe = props.ton === 'accent' ? IconInfoCircle : IconAlertTriangle;
  return (
    <div className={styles.avertissement} data-ton={props.ton} role={props.role}>
      <Signe className={styles.signe} size={18} stroke={1.6} aria-hidden />
      <div>{props.children}</div>
    </div>
  );
}
