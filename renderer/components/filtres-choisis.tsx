import { Button, Popover } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './filtres-choisis.module.css';

/** One filter in words, and the change that takes it away. */
export interface Puce<F> {
  mots: string;
  sans: Partial<F>;
}

/** What narrows a list, each with its way out; `tout` takes all of it away. */
export function FiltresChoisis<F>(props: {
  puces: readonly Puce<F>[];
  changer: (changements: Partial<F>) => void;
  tout: Partial<F>;
}) {
  const { puces, changer, tout } = props;
  if (puces.length === 0) return null;
  return (
    <ul className={styles.puces} aria-label="Filtres choisis">
      {puces.map(({ mots, sans }) => (
        <li key={mots}>
          <button type="button" aria-label={`Retirer le filtre ${mots}`} onClick={() => changer(sans)}>
            {mots}
            <IconX size={13} stroke={2} aria-hidden />
          </button>
        </li>
      ))}
      {puces.length > 1 ? (
        <li>
          <Button variant="subtle" size="compact-xs" onClick={() => changer(tout)}>
            Tout retirer
          </Button>
        </li>
      ) : null}
    </ul>
  );
}

/** Every filter of a list in one panel, opened by a button that counts those chosen. */
export function PanneauFiltres({ nombre, children }: { nombre: number; children: ReactNode }) {
  return (
    <Popover position="bottom-start" width={620} trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Button
          variant="default"
          className={styles.bouton}
          leftSection={<IconAdjustmentsHorizontal size={17} stroke={1.6} />}
        >
          Filtres{nombre > 0 ? ` (${nombre})` : ''}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>{children}</Popover.Dropdown>
    </Popover>
  );
}
