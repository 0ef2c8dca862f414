import { IconCheck } from '@tabler/icons-react';
import styles from './importer.module.css';

const ETAPES = ['Fichier', 'Colonnes', 'Vérification', 'Résultat'];

/** Where one is in the import; the screen itself moves. */
export function Etapes({ rang }: { rang: number }) {
  return (
    <ol className={styles.etapes} aria-label="Étapes de l’import">
      {ETAPES.map((etape, numero) => (
        <li
          key={etape}
          data-etat={numero < rang ? 'faite' : numero === rang ? 'courante' : 'a_venir'}
          aria-current={numero === rang ? 'step' : undefined}
        >
          <span className={styles.numero} aria-hidden>
            {numero < rang ? <IconCheck size={14} stroke={2.4} /> : numero + 1}
          </span>
          {etape}
          {numero < rang ? <span className="visuellement-cache"> (faite)</span> : null}
        </li>
      ))}
    </ol>
  );
}
