import type { ReactNode } from 'react';
import styles from './actions/actions.module.css';

export interface Mention {
  terme: string;
  valeur: ReactNode;
}

/** Particulars of a record, term by term; what is empty is not said. */
export function Mentions({ lignes }: { lignes: readonly Mention[] }) {
  return (
    <dl className={styles.mentions}>
      {lignes
        .filter(({ valeur }) => valeur !== '')
        .map(({ terme, valeur }) => (
          <div key={terme}>
            <dt>{terme}</dt>
            <dd>{valeur}</dd>
          </div>
        ))}
    </dl>
  );
}
