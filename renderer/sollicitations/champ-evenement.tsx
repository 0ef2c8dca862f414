import { TextInput } from '@mantine/core';
import type { KeyboardEvent, ReactNode, Ref } from 'react';
import styles from './suites.module.css';
import { EVENEMENTS } from './touches.ts';

/** What is awaited before the next action: a ready phrase, or one's own words. */
export function ChampEvenement(props: {
  value: string;
  onChange: (evenement: string) => void;
  /** Once a ready phrase is chosen. */
  choisir?: () => void;
  label?: string;
  size?: 'xs' | 'sm';
  error?: ReactNode;
  onKeyDown?: (evenement: KeyboardEvent<HTMLInputElement>) => void;
  ref?: Ref<HTMLInputElement>;
}) {
  const { value, onChange } = props;
  return (
    <div>
      <TextInput
        ref={props.ref}
        label={props.label ?? 'Quand ?'}
        placeholder="après les élections…"
        size={props.size}
        maxLength={120}
        data-arret
        value={value}
        error={props.error}
        onChange={(e) => onChange(e.currentTarget.value)}
        onKeyDown={props.onKeyDown}
      />
      <div className={styles.evenements}>
        {EVENEMENTS.map((phrase) => (
          <button
            key={phrase}
            type="button"
            aria-pressed={value === phrase}
            onClick={() => {
              onChange(phrase);
              props.choisir?.();
            }}
          >
            {phrase}
          </button>
        ))}
      </div>
    </div>
  );
}
