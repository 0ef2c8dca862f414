import type { ReactNode } from 'react';
import { Carte } from '../components/page.tsx';
import styles from './aide.module.css';

export interface Moment {
  titre: string;
  texte: string;
}

/** What people ask about a part of the work, in the order they meet it. */
export function Moments({
  titre,
  moments,
  children,
}: {
  titre: string;
  moments: readonly Moment[];
  children?: ReactNode;
}) {
  return (
    <Carte titre={titre}>
      <dl className={styles.quefaire}>
        {moments.map((moment) => (
          <div key={moment.titre}>
            <dt>{moment.titre}</dt>
            <dd>{moment.texte}</dd>
          </div>
        ))}
      </dl>
      {children && <p className={styles.note}>{children}</p>}
    </Carte>
  );
}
