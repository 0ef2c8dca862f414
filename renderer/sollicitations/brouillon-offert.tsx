import { Button } from '@mantine/core';
import styles from './noter.module.css';
import { nommerSaisie, type Saisie } from './saisie.ts';

/** What an earlier window left unsaved, offered above the fields. */
export function BrouillonOffert(props: { saisie: Saisie; reprendre: () => void; effacer: () => void }) {
  return (
    <div className={styles.brouillon} role="status">
      <span>Un échange n’a pas été enregistré : {nommerSaisie(props.saisie)}</span>
      <Button size="compact-sm" onClick={props.reprendre}>
        Reprendre
      </Button>
      <Button size="compact-sm" variant="subtle" onClick={props.effacer}>
        Effacer
      </Button>
    </div>
  );
}
