import { SegmentedControl } from '@mantine/core';
import type { ReactNode, Ref } from 'react';
import { ChoixOuNouvelle } from '../../reseau/choix-ou-nouvelle.tsx';
import styles from './financement.module.css';

/** A funder of the network, new or known, or the structure's own funds (null). */
export function ChoixFinanceur(props: {
  label: string;
  value: string | null;
  propres: boolean;
  changer: (organisationId: string | null, propres: boolean) => void;
  error?: ReactNode;
  ref?: Ref<HTMLInputElement>;
  autoFocus?: boolean;
  /** Own funds cannot pay twice, nor have been asked for anything. */
  propresPossible?: boolean;
}) {
  const { label, value, propres, changer, propresPossible = true } = props;
  return (
    <div className={styles.financeur}>
      {propres ? (
        <p className={styles.propres}>
          <span>{label}</span>
          <strong>Fonds propres</strong>
        </p>
      ) : (
        <ChoixOuNouvelle
          enTantQue="financeur"
          ref={props.ref}
          label={label}
          placeholder="OPCO, Région, PLIE…"
          value={value}
          error={props.error}
          data-autofocus={props.autoFocus || undefined}
          onChange={(id) => changer(id, false)}
        />
      )}
      {propresPossible ? (
        <SegmentedControl
          aria-label={`${label} : qui paie`}
          value={propres ? 'propres' : 'financeur'}
          data={[
            { value: 'financeur', label: 'Financeur' },
            { value: 'propres', label: 'Fonds propres' },
          ]}
          onChange={(choix) => changer(null, choix === 'propres')}
        />
      ) : null}
    </div>
  );
}
