import { useId } from 'react';
import styles from './choix-unique.module.css';

/** One choice among a few, « not known » being one of them: radio buttons in a row. */
export function ChoixUnique<C extends string>({
  legende,
  options,
  value,
  onChange,
}: {
  legende: string;
  options: readonly { value: C; label: string }[];
  value: C | null;
  onChange: (choisie: C | null) => void;
}) {
  const nom = useId();
  return (
    <fieldset className={styles.groupe}>
      <legend className="visuellement-cache">{legende}</legend>
      <span className={styles.legende} aria-hidden>
        {legende}
      </span>
      <div className={styles.options}>
        {[{ value: null, label: 'Non su' }, ...options].map((option) => (
          <label
            key={option.value ?? ''}
            className={styles.option}
            data-neutre={option.value === null || undefined}
          >
            <input
              type="radio"
              name={nom}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
