import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import styles from '../app/shell.module.css';

/** Logs an exchange from any screen (N). */
export function BoutonNoter() {
  return (
    <Button
      className={styles.noter}
      leftSection={<IconPlus size={16} />}
      rightSection={<kbd className={styles.touche}>N</kbd>}
    >
      Noter
    </Button>
  );
}
