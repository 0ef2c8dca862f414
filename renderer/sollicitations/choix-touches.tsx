import { type KeyboardEvent, type ReactNode, type Ref, useId } from 'react';
import styles from './noter.module.css';

export interface OptionTouche<C extends string> {
  code: C;
  label: string;
  /** Single key that chooses it while the group has the focus; values added by the structure have none. */
  touche?: string;
}

/** Focuses the chosen option of a group, or its first one. */
export function focusGroupe(groupe: HTMLFieldSetElement | null): void {
  const radios = groupe?.querySelectorAll<HTMLInputElement>('input[type="radio"]');
  [...(radios ?? [])].find(({ checked }) => checked)?.focus() ?? radios?.[0]?.focus();
}

/** One choice among a few, all in sight: a letter chooses and goes on, the arrows move, Enter keeps what is chosen. */
export function ChoixTouches<C extends string>(props: {
  legende: string;
  options: readonly OptionTouche<C>[];
  value: C;
  onChange: (code: C) => void;
  /** Where the focus goes once a letter has settled the choice. */
  suivant?: (code: C) => void;
  /** What Enter does; by default it goes on, keeping what is chosen. */
  surEntree?: () => void;
  /** After the options: the way to the values that are not among them, and the key that leads there. */
  autre?: { touche: string; champ: ReactNode; aller: () => void };
  ref?: Ref<HTMLFieldSetElement>;
  autofocus?: boolean;
}) {
  const nom = useId();
  function auClavier(evenement: KeyboardEvent) {
    if (evenement.ctrlKey || evenement.metaKey || evenement.altKey) return;
    // A field of the group types its own letters.
    if (evenement.target instanceof HTMLInputElement && evenement.target.type !== 'radio') return;
    if (evenement.key.toUpperCase() === props.autre?.touche) {
      evenement.preventDefault();
      props.autre.aller();
      return;
    }
    if (evenement.key === 'Enter') {
      evenement.preventDefault();
      if (props.surEntree) props.surEntree();
      else props.suivant?.(props.value);
      return;
    }
    const option = props.options.find(({ touche }) => touche === evenement.key.toUpperCase());
    if (!option) return;
    evenement.preventDefault();
    props.onChange(option.code);
    props.suivant?.(option.code);
  }
  return (
    <fieldset className={styles.groupe} ref={props.ref} onKeyDown={auClavier}>
      <legend>{props.legende}</legend>
      <div className={styles.options}>
        {props.options.map(({ code, label, touche }) => (
          <label key={code} className={styles.option}>
            <input
              type="radio"
              name={nom}
              value={code}
              checked={props.value === code}
              data-autofocus={(props.autofocus && props.value === code) || undefined}
              aria-keyshortcuts={touche}
              onChange={() => props.onChange(code)}
            />
            <span>
              {label}
              {touche ? <kbd aria-hidden>{touche}</kbd> : null}
            </span>
          </label>
        ))}
        {props.autre?.champ}
      </div>
    </fieldset>
  );
}
