import styles from '../app/shell.module.css';

/** When the data was last saved and checked, on top of every screen. */
export function EtatSauvegarde() {
  return <span className={styles.sauvegarde} />;
}
