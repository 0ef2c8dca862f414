import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import styles from './profils.module.css';

/**
 * Moves something one place up or down: by its two buttons, or by the arrows of the keyboard once on one of them. The
 * focus stays on what moves, and what is at an end keeps its button, so that the keyboard is never lost.
 */
export function Ordre(props: {
  /** What moves, after « Monter ». */
  quoi: string;
  rang: number;
  nombre: number;
  deplacer: (vers: number) => void;
}) {
  const { quoi, rang, nombre, deplacer } = props;
  function bouger(pas: -1 | 1, bouton: HTMLButtonElement) {
    if (rang + pas < 0 || rang + pas >= nombre) return;
    flushSync(() => deplacer(rang + pas));
    bouton.focus();
    bouton.scrollIntoView({ block: 'nearest' });
  }
  function auClavier(evenement: KeyboardEvent<HTMLButtonElement>) {
    if (evenement.key !== 'ArrowUp' && evenement.key !== 'ArrowDown') return;
    evenement.preventDefault();
    bouger(evenement.key === 'ArrowUp' ? -1 : 1, evenement.currentTarget);
  }
  const bouton = (pas: -1 | 1, bout: boolean) => ({
    type: 'button' as const,
    variant: 'subtle',
    color: 'gray',
    size: 28,
    className: styles.ordre,
    'data-bout': bout || undefined,
    'aria-disabled': bout || undefined,
    onClick: ({ currentTarget }: { currentTarget: HTMLButtonElement }) => bouger(pas, currentTarget),
    onKeyDown: auClavier,
  });
  return (
    <>
      <ActionIcon {...bouton(-1, rang === 0)} aria-label={`Monter ${quoi}`} title="Monter (↑)">
        <IconArrowUp size={16} stroke={1.6} />
      </ActionIcon>
      <ActionIcon {...bouton(1, rang === nombre - 1)} aria-label={`Descendre ${quoi}`} title="Descendre (↓)">
        <IconArrowDown size={16} stroke={1.6} />
      </ActionIcon>
    </>
  );
}
