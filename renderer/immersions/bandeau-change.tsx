import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { accorder } from '../../shared/format.ts';
import type { GenreDocument } from '../../shared/immersions/papiers.ts';
import { useLecture } from '../app/operations.ts';
import styles from './documents.module.css';

/** How many differences are told before they are folded. */
const VISIBLES = 3;

/** Says what the records say otherwise than an issued paper, and what to do about it. */
export function BandeauChange(props: {
  id: string;
  genre: GenreDocument;
  objetId: string;
  children?: ReactNode;
}) {
  const { id, genre, objetId } = props;
  const { data = [] } = useLecture('immersions.differences', { id, genre, objetId });
  const [tout, setTout] = useState(false);
  if (data.length === 0) return null;
  const montrees = tout ? data : data.slice(0, VISIBLES);
  return (
    <aside className={styles.change} aria-label="Changements depuis l’émission">
      <IconAlertTriangle size={18} stroke={1.7} aria-hidden />
      <div>
        <strong>Les fiches ont changé depuis l’émission</strong>
        <ul>
          {montrees.map(({ quoi, avant, apres }) => (
            <li key={quoi}>
              {quoi}
              {avant !== '' && (
                <>
                  {' '}
                  : <del>{avant}</del> <span className="visuellement-cache">devient</span>
                  <span aria-hidden>→</span> <ins>{apres}</ins>
                </>
              )}
            </li>
          ))}
        </ul>
        {data.length > VISIBLES && (
          <Button variant="subtle" size="compact-xs" onClick={() => setTout(!tout)}>
            {tout
              ? 'Replier'
              : `Voir ${accorder(data.length - VISIBLES, 'autre changement', 'autres changements')}`}
          </Button>
        )}
        {props.children}
      </div>
    </aside>
  );
}
