import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { accorder } from '../../shared/format.ts';
import { useLecture } from '../app/operations.ts';
import { type Domaine, operation } from './operations.ts';
import styles from './papiers.module.css';

/** How many differences are told before they are folded. */
const VISIBLES = 3;

/** Says what the records say otherwise than an issued paper, and what to do about it. */
export function BandeauChange(props: {
  domaine: Domaine;
  id: string;
  genre: string;
  objetId: string;
  children?: ReactNode;
}) {
  const { domaine, id, genre, objetId } = props;
  const { data = [] } = useLecture(operation(domaine, 'differences'), { id, genre, objetId } as never);
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
