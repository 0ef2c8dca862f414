import { Button } from '@mantine/core';
import { couperNuit, ecrireHoraires, type Plage } from '../../shared/immersions/horaires.ts';
import styles from './formulaire.module.css';

const enLigne = (plages: readonly Plage[]) => ecrireHoraires(plages).replaceAll('\n', ' et ');

/** A night typed on one day is explained, and told in two at a click. */
export function NuitEnDeuxJours(props: {
  plages: readonly Plage[];
  jour: string;
  lendemain: string;
  /** Receives what stays and what goes to the next day. */
  couper: (coupe: { jour: Plage[]; lendemain: Plage[] }) => void;
}) {
  const coupe = couperNuit(props.plages);
  if (!coupe) return null;
  return (
    <p className={styles.nuit} role="status">
      <span>
        Une nuit compte sur deux jours : {props.jour} {enLigne(coupe.jour)}
        {coupe.lendemain.length > 0 && `, puis ${props.lendemain} ${enLigne(coupe.lendemain)}`}.
      </span>
      <Button size="compact-sm" onClick={() => props.couper(coupe)}>
        Noter en deux jours
      </Button>
    </p>
  );
}
