import { IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import styles from './aujourdhui.module.css';

/** Several lines as one, which opens on all of them. */
export function Groupe(props: {
  titre: ReactNode;
  precision: ReactNode;
  quand: ReactNode;
  retard: boolean;
  /** What it opens on, for whoever does not see it. */
  nom: string;
  ouvert: boolean;
  changer: (ouvert: boolean) => void;
  /** The lines, drawn once it is open. */
  children: ReactNode;
}) {
  const { ouvert } = props;
  const zone = useId();
  return (
    <li>
      <button
        type="button"
        className={styles.groupe}
        aria-expanded={ouvert}
        aria-controls={zone}
        onClick={() => props.changer(!ouvert)}
      >
        <IconChevronRight
          size={17}
          stroke={1.8}
          className={styles.chevron}
          data-ouvert={ouvert || undefined}
        />
        <span className={styles.groupeTitre}>
          {props.titre}
          <span className={styles.groupePrecision}>{props.precision}</span>
        </span>
        <span className={styles.quand} data-retard={props.retard || undefined}>
          {props.quand}
        </span>
      </button>
      {ouvert ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
        <section className={styles.dansGroupe} id={zone} tabIndex={0} aria-label={props.nom}>
          {props.children}
        </section>
      ) : null}
    </li>
  );
}
