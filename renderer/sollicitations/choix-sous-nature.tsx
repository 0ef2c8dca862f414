import { useListe } from '../app/listes.ts';
import styles from './noter.module.css';

/** What exactly, within the nature chosen: chips that one may leave alone. */
export function ChoixSousNature(props: {
  nature: string;
  value: string;
  onChange: (code: string) => void;
  error?: string;
}) {
  const { nature, value, onChange } = props;
  const { choix } = useListe('sous_natures');
  const offertes = choix([value], nature);
  if (nature === '' || offertes.length === 0) return null;
  return (
    <fieldset className={styles.precisions}>
      <legend className="visuellement-cache">Précision</legend>
      {offertes.map(({ value: code, label }) => (
        <button
          key={code}
          type="button"
          className={styles.personne}
          aria-pressed={value === code}
          onClick={() => onChange(value === code ? '' : code)}
        >
          {label}
        </button>
      ))}
      {props.error ? <em role="alert">{props.error}</em> : null}
    </fieldset>
  );
}
