import { Select } from '@mantine/core';
import { type Ref, useRef } from 'react';
import { useListe } from '../app/listes.ts';
import { ChoixTouches } from './choix-touches.tsx';
import styles from './noter.module.css';
import { TOUCHES_CANAL } from './touches.ts';

/** How the exchange took place: the channels of every day by one key, the others by their first letters. */
export function ChoixCanal(props: {
  value: string;
  onChange: (code: string) => void;
  suivant: () => void;
  autofocus: boolean;
  error?: string;
  ref?: Ref<HTMLFieldSetElement>;
}) {
  const { value, onChange, suivant } = props;
  const { choix, libelle } = useListe('canaux');
  const autre = useRef<HTMLInputElement>(null);
  const codes = Object.keys(TOUCHES_CANAL);
  const frequents = choix([value]).filter(({ value: code }) => codes.includes(code));
  const autres = choix([value]).filter(({ value: code }) => !codes.includes(code));
  const ailleurs = !codes.includes(value);
  return (
    <ChoixTouches
      ref={props.ref}
      legende="Moyen"
      autofocus={props.autofocus}
      options={
        frequents.length > 0
          ? frequents.map(({ value: code, label }) => ({ code, label, touche: TOUCHES_CANAL[code]! }))
          : codes.map((code) => ({ code, label: libelle(code), touche: TOUCHES_CANAL[code]! }))
      }
      value={value}
      onChange={onChange}
      suivant={suivant}
      autre={{
        touche: 'A',
        aller: () => autre.current?.focus(),
        champ: (
          <Select
            ref={autre}
            aria-label="Autre moyen"
            aria-keyshortcuts="A"
            placeholder="Autre… (A)"
            className={styles.autre}
            data-choisi={ailleurs || undefined}
            size="xs"
            searchable
            selectFirstOptionOnChange
            openOnFocus
            comboboxProps={{ withinPortal: false, width: 220, position: 'bottom-start' }}
            nothingFoundMessage="Aucun moyen de ce nom"
            data={autres}
            value={ailleurs ? value : null}
            error={props.error}
            onChange={(code) => {
              if (code === null) return;
              onChange(code);
              suivant();
            }}
          />
        ),
      }}
    />
  );
}
