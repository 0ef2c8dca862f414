import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './tableau.module.css';

/**
 * A list that is read line by line: hairlines, one line per record, columns that keep their place. `nu` inside a card,
 * which already has a border.
 */
export function Tableau(props: { label: string; entetes: ReactNode; nu?: boolean; children: ReactNode }) {
  return (
    <div className={props.nu ? styles.nu : styles.cadre}>
      <table className={styles.tableau} aria-label={props.label}>
        <thead>
          <tr>{props.entetes}</tr>
        </thead>
        <tbody>{props.children}</tbody>
      </table>
    </div>
  );
}

/** Column heading; with `surTri`, a button that sorts by it. */
export function Colonne(props: {
  children: ReactNode;
  largeur?: number | string;
  droite?: boolean;
  tri?: 'asc' | 'desc' | null;
  surTri?: () => void;
}) {
  const { tri, surTri } = props;
  return (
    <th
      scope="col"
      style={{ width: props.largeur }}
      className={props.droite ? styles.droite : undefined}
      aria-sort={tri ? (tri === 'asc' ? 'ascending' : 'descending') : undefined}
    >
      {surTri ? (
        <button type="button" className={styles.tri} onClick={surTri}>
          {props.children}
          {tri === 'asc' && <IconArrowUp size={14} stroke={1.8} aria-hidden />}
          {tri === 'desc' && <IconArrowDown size={14} stroke={1.8} aria-hidden />}
        </button>
      ) : (
        props.children
      )}
    </th>
  );
}
