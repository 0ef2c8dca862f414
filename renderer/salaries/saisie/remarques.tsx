import { insecables } from '../../../shared/format.ts';
import type { Remarque } from '../../../shared/salaries/regles-parcours.ts';
import styles from './saisie.module.css';

/** What is worth a second look under a block of the form: said as it appears, never blocking. */
export function Remarques(props: { remarques: readonly Remarque[]; de: string }) {
  const ici = props.remarques.filter(({ champ }) => champ.startsWith(props.de));
  return (
    <output className={styles.remarques}>
      {ici.map(({ champ, phrase }) => (
        <span key={`${champ} ${phrase}`}>{insecables(phrase)}</span>
      ))}
    </output>
  );
}
