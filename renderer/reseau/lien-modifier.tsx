import { Link } from 'react-router';
import styles from './fiche.module.css';

/** Opens the form of an organisation at one of its folded parts. */
export function LienModifier({ id, section, quoi }: { id: string; section: string; quoi?: string }) {
  return (
    <Link className={styles.lien} to={`/reseau/${id}/modifier?ouvrir=${section}`}>
      Modifier{quoi ? <span className="visuellement-cache"> {quoi}</span> : null}
    </Link>
  );
}
