import { type ReactNode, useId } from 'react';
import styles from './choix-puces.module.css';

/** Several choices among a few, all in sight: checkboxes that look like chips. */
export function ChoixPuces<C extends string | number>({
  legende,
  description,
  options,
  value,
  onChange,
  error,
  chemin,
  douze = false,
}: {
  legende: ReactNode;
  /** Under the legend, or what the choice amounts to. */
  description?: ReactNode;
  /** `label` is read aloud; `court` is what is drawn in its place. */
  options: readonly { value: C; label: string; court?: string }[];
  value: readonly C[];
  onChange: (choisis: C[]) => void;
  error?: ReactNode;
  /** Name of the field in its form: where the keyboard goes when it is refused. */
  chemin?: string;
  /** In a row of twelve: the months. */
  douze?: boolean;
}) {
  const aide = useId();
  return (
    <fieldset className={styles.groupe} aria-describedby={aide}>
      <legend>{legende}</legend>
      <div className={styles.puces} data-douze={douze || undefined}>
        {options.map((option, rang) => {
          const choisie = value.includes(option.value);
          return (
            <label key={option.value} className={styles.puce} title={option.court ? option.label : undefined}>
              <input
                type="checkbox"
                checked={choisie}
                aria-label={option.court ? option.label : undefined}
                data-path={rang === 0 ? chemin : undefined}
                aria-invalid={error ? true : undefined}
                onChange={() =>
                  onChange(choisie ? value.filter((code) => code !== option.value) : [...value, option.value])
                }
              />
              <span aria-hidden={option.court ? true : undefined}>{option.court ?? option.label}</span>
            </label>
          );
        })}
      </div>
      <p id={aide} className={error ? styles.erreur : styles.description}>
        {error || description}
      </p>
    </fieldset>
  );
}
