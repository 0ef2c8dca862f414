import { Textarea, type TextareaProps } from '@mantine/core';
import { useId } from 'react';
import { alerteTexte } from '../../shared/mots-sensibles.ts';
import styles from './texte-libre.module.css';

/** A free text that will be printed: a word on health or a social security number is pointed at, never refused. */
export function TexteLibre({
  value,
  ...reste
}: Omit<TextareaProps, 'value'> & { value?: string | undefined }) {
  const cle = useId();
  const alerte = alerteTexte(value ?? '');
  return (
    <div>
      <Textarea autosize minRows={2} maxRows={14} {...reste} value={value ?? ''} aria-describedby={cle} />
      <p id={cle} className={styles.alerte} role="status">
        {alerte}
      </p>
    </div>
  );
}
