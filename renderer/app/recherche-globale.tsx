import { IconSearch } from '@tabler/icons-react';
import styles from './shell.module.css';

/** One search that finds everything (Ctrl K). */
export function RechercheGlobale() {
  return (
    <button type="button" className={styles.recherche}>
      <IconSearch size={16} stroke={1.7} />
      <span>Une entreprise, une personne, un téléphone, une note…</span>
      <kbd className={styles.touche}>Ctrl K</kbd>
    </button>
  );
}
