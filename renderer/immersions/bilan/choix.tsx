import { type ReactNode, useId } from 'react';
import styles from './bilan.module.css';

export interface OptionChoix<C extends string> {
  value: C;
  label: string;
  disabled?: boolean;
}

/** One choice among a few, all in sight: radio buttons that look like chips, and say why one was refused. */
export function Choix<C extends string>(props: {
  legende: ReactNode;
  description?: ReactNode;
  options: readonly OptionChoix<C>[];
  value?: string | undefined;
  onChange: (choisi: C) => void;
  error?: ReactNode;
  /** Name of the field in its form: where the keyboard goes when it is refused. */
  'data-path'?: string;
}) {
  const { legende, description, options, value, onChange, error } = props;
  const nom = useId();
  const premiere = options.findIndex((option) => option.value === value);
  return (
    <fieldset className={styles.choix} aria-describedby={`${nom}-aide`}>
      <legend>{legende}</legend>
      {description && <p className={styles.aide}>{description}</p>}
      <div className={styles.puces}>
        {options.map((option, rang) => (
          <label key={option.value} className={styles.puce}>
            <input
              type="radio"
              name={nom}
              checked={option.value === value}
              disabled={option.disabled}
              aria-invalid={error ? true : undefined}
              data-path={rang === Math.max(0, premiere) ? props['data-path'] : undefined}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      <p id={`${nom}-aide`} className={styles.erreur}>
        {error}
      </p>
    </fieldset>
  );
}
