import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import styles from './pas-annee.module.css';

/** A year, or the accounts of a year, moved one by one. */
export function PasAnnee(props: {
  annee: number;
  changer: (annee: number) => void;
  exercice?: boolean;
  className?: string | undefined;
}) {
  const { annee, changer, exercice } = props;
  return (
    <fieldset className={[styles.pas, props.className].filter(Boolean).join(' ')}>
      <legend className="visuellement-cache">{exercice ? 'Exercice' : 'Année'}</legend>
      <ActionIcon
        variant="default"
        size={36}
        aria-label={exercice ? 'Exercice précédent' : 'Année précédente'}
        onClick={() => changer(annee - 1)}
      >
        <IconChevronLeft size={18} stroke={1.7} />
      </ActionIcon>
      <strong>{annee}</strong>
      <ActionIcon
        variant="default"
        size={36}
        aria-label={exercice ? 'Exercice suivant' : 'Année suivante'}
        onClick={() => changer(annee + 1)}
      >
        <IconChevronRight size={18} stroke={1.7} />
      </ActionIcon>
    </fieldset>
  );
}
