import { ActionIcon, Input, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import styles from './formulaire.module.css';

/**
 * Short phrases, one a line, typed one after the other: Enter goes to the next, Backspace on an empty line takes it
 * away, Alt with ↑ or ↓ moves it.
 */
export function ListePhrases(props: {
  label: string;
  description?: string;
  placeholder?: string;
  value: readonly string[];
  onChange: (phrases: string[]) => void;
  /** Sentence beside a refused line. */
  erreur: (rang: number) => ReactNode;
  chemin: (rang: number) => string | undefined;
  max: number;
  longueur: number;
  disabled?: boolean;
}) {
  const { value, onChange, max } = props;
  const liste = useRef<HTMLFieldSetElement>(null);
  const titre = useId();
  const plein = value.length >= max || props.disabled;
  const lignes = plein ? value : [...value, ''];

  /** After React has drawn the lines. */
  function aller(rang: number) {
    requestAnimationFrame(() => liste.current?.querySelectorAll('input')[rang]?.focus());
  }
  function ecrire(rang: number, texte: string) {
    onChange(
      rang === value.length ? [...value, texte] : value.map((lu, autre) => (autre === rang ? texte : lu)),
    );
  }
  function retirer(rang: number, suivant: number) {
    onChange(value.filter((_, autre) => autre !== rang));
    aller(Math.max(0, suivant));
  }
  function deplacer(rang: number, vers: number) {
    if (rang >= value.length || vers < 0 || vers >= value.length) return;
    const suite = [...value];
    suite.splice(vers, 0, ...suite.splice(rang, 1));
    onChange(suite);
    aller(vers);
  }
  function auClavier(evenement: KeyboardEvent<HTMLInputElement>, rang: number) {
    const { key, altKey } = evenement;
    if (key === 'Enter') {
      evenement.preventDefault();
      if (lignes[rang]?.trim()) aller(rang + 1);
    } else if (key === 'Backspace' && lignes[rang] === '' && rang > 0) {
      evenement.preventDefault();
      if (rang < value.length) retirer(rang, rang - 1);
      else aller(rang - 1);
    } else if (altKey && (key === 'ArrowUp' || key === 'ArrowDown')) {
      evenement.preventDefault();
      deplacer(rang, key === 'ArrowUp' ? rang - 1 : rang + 1);
    }
  }

  return (
    <fieldset ref={liste} className={styles.liste} aria-labelledby={titre}>
      <Input.Label labelElement="div" id={titre}>
        {props.label}
      </Input.Label>
      {props.description && <Input.Description mb={6}>{props.description}</Input.Description>}
      <div className={styles.phrases}>
        {lignes.map((phrase, rang) => (
          <TextInput
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its rank; two may hold the same words.
            key={rang}
            aria-label={`${props.label}, ligne ${rang + 1}`}
            placeholder={rang === 0 ? props.placeholder : rang === value.length ? 'Ajouter…' : undefined}
            autoComplete="off"
            maxLength={props.longueur}
            disabled={props.disabled}
            value={phrase}
            error={props.erreur(rang)}
            data-path={props.chemin(rang)}
            onChange={({ currentTarget }) => ecrire(rang, currentTarget.value)}
            onKeyDown={(evenement) => auClavier(evenement, rang)}
            onBlur={() => {
              if (rang < value.length && value[rang]?.trim() === '')
                onChange(value.filter((_, autre) => autre !== rang));
            }}
            rightSection={
              rang < value.length && !props.disabled ? (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={`Retirer « ${phrase} »`}
                  onClick={() => retirer(rang, rang)}
                >
                  <IconX size={15} stroke={1.6} />
                </ActionIcon>
              ) : null
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
