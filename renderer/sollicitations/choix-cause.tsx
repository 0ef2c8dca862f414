import { Select } from '@mantine/core';
import { type Ref, useState } from 'react';
import { useListe } from '../app/listes.ts';
import styles from './noter.module.css';

/** Why it was refused, or could not be met: asked, never forced. */
export function ChoixCause(props: {
  resultat: string;
  value: string;
  onChange: (code: string) => void;
  suivant?: () => void;
  error?: string;
  ref?: Ref<HTMLInputElement>;
}) {
  const { value, onChange, suivant } = props;
  const { choix } = useListe('causes');
  const [recherche, setRecherche] = useState('');
  return (
    <Select
      ref={props.ref}
      label="Pourquoi ?"
      placeholder="Sans cause indiquée"
      classNames={suivant ? { root: styles.rang, error: styles.rangFaute } : undefined}
      searchable
      clearable
      selectFirstOptionOnChange
      openOnFocus
      comboboxProps={{ withinPortal: suivant === undefined }}
      nothingFoundMessage="Aucune cause de ce nom"
      data={choix([value], props.resultat)}
      value={value === '' ? null : value}
      error={props.error}
      onSearchChange={setRecherche}
      onChange={(code) => {
        onChange(code ?? '');
        if (code !== null) suivant?.();
      }}
      onKeyDown={(evenement) => {
        // Enter on an empty search leaves the cause unsaid.
        if (evenement.key !== 'Enter' || !suivant || recherche.trim() !== '') return;
        evenement.preventDefault();
        evenement.stopPropagation();
        suivant();
      }}
    />
  );
}
