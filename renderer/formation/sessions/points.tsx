import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { PointSession } from '../../../shared/formation/session.ts';
import styles from './sessions.module.css';

/** Each thing to look at, with its sign and in words; `geste` is what puts it right at once. */
export function Points(props: {
  points: readonly PointSession[];
  geste?: (point: PointSession) => ReactNode;
}) {
  return (
    <ul className={styles.points}>
      {props.points.map((point) => {
        const Icone = point.gravite === 'alerte' ? IconAlertTriangle : IconInfoCircle;
        return (
          <li key={point.code} data-gravite={point.gravite}>
            <Icone size={17} stroke={1.6} aria-hidden />
            <span>
              {point.gravite === 'alerte' ? <span className="visuellement-cache">À voir : </span> : null}
              {point.phrase}
              {props.geste?.(point)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
