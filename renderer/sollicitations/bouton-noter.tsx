import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import styles from '../app/shell.module.css';
import { useNoter } from './noter.tsx';

/** Logs an exchange from any screen (N, or Ctrl J while typing in a field). */
export function BoutonNoter() {
  const { ouvrir } = useNoter();
  return (
    <Button
      className={styles.noter}
      title="Noter un échange : N, ou Ctrl J depuis un champ"
      aria-keyshortcuts="N Control+J"
      leftSection={<IconPlus size={16} />}
      rightSection={
        <kbd className={styles.touche} aria-hidden>
          N
        </kbd>
      }
      onClick={() => ouvrir()}
    >
      Noter
    </Button>
  );
}
