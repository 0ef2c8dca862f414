import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import styles from './section-pliee.module.css';

/** Folded parts one under the other. */
export function Plis({ children }: { children: ReactNode }) {
  return <div className={styles.plis}>{children}</div>;
}

/** Rare fields under one line that says what they hold. A refused field is never folded away. */
export function SectionPliee<Saisie>(props: {
  form: { errors: Record<string, unknown>; values: Saisie };
  titre: string;
  /** What it holds, in a few words. */
  resume: string;
  /** Fields in it, whose refusal opens it. */
  champs: readonly (keyof Saisie & string)[];
  children: ReactNode;
}) {
  const [ouverte, setOuverte] = useState(false);
  const corps = useId();
  const refusee = Object.keys(props.form.errors).some((chemin) =>
    props.champs.some((champ) => chemin === champ || chemin.startsWith(`${champ}.`)),
  );
  const montree = ouverte || refusee;
  const Chevron = montree ? IconChevronDown : IconChevronRight;
  return (
    <div className={styles.pli} data-pli>
      <button
        type="button"
        className={styles.pliTete}
        aria-expanded={montree}
        aria-controls={corps}
        onClick={() => setOuverte(!montree)}
      >
        <Chevron size={16} stroke={1.8} aria-hidden />
        <span className={styles.pliTitre}>{props.titre}</span>
        <span className={styles.pliResume}>{props.resume}</span>
      </button>
      <div id={corps} hidden={!montree} className={styles.pliCorps}>
        {props.children}
      </div>
    </div>
  );
}
