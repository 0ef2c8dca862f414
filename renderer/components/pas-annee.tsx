import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import styles from './pas-annee.module.css';

/** A year, moved one by one. */
export function PasAnnee({ annee, changer }: { annee: number; changer: (annee: number) => void }) {
  return (
    <fieldset className={styles.pas}>
      <legend className="visuellement-cache">Année</legend>
      <ActionIcon
        variant="default"
        size={36}
        aria-label="Année précédente"
        onClick={() => changer(annee - 1)}
      >
        <IconChevronLeft size={18} stroke={1.7} />
      </ActionIcon>
      <strong>{annee}</strong>
      <ActionIcon variant="default" size={36} aria-label="Année suivante" onClick={() => changer(annee + 1)}>
        <IconChevronRight size={18} stroke={1.7} />
      </ActionIcon>
    </fieldset>
  );
}
