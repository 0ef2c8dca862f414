import { IconAlertTriangle } from '@tabler/icons-react';
import { insecables } from '../../../shared/format.ts';
import type { Alerte } from '../../../shared/formation/stagiaires.ts';
import styles from './stagiaires.module.css';

/** What stands in the way of a person, each in a title and a sentence. */
export function Alertes({ alertes }: { alertes: readonly Alerte[] }) {
  if (alertes.length === 0) return null;
  return (
    <ul className={styles.alertes}>
      {alertes.map(({ code, titre, phrase }) => (
        <li key={`${code} ${titre} ${phrase}`}>
          <IconAlertTriangle size={15} stroke={1.7} aria-hidden />
          <span>
            <strong>{insecables(titre)}</strong> {insecables(phrase)}
          </span>
        </li>
      ))}
    </ul>
  );
}
