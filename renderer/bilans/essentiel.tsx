import { IconChevronRight } from '@tabler/icons-react';
import { aLaComparaison, evolution, type Indicateur, indicateurs } from '../../shared/bilans/regles.ts';
import type { Bilan, Figure } from '../../shared/bilans/schema.ts';
import { Carte } from '../components/page.tsx';
import styles from './bilans.module.css';

/** Each indicator with its base and its change; opening one shows the rows it counts. */
export function Essentiel({ bilan, ouvrir }: { bilan: Bilan; ouvrir: (figure: Figure) => void }) {
  const { precedente } = bilan;
  const comparaison = precedente && aLaComparaison(precedente);
  return (
    <Carte
      titre="L’essentiel"
      suite={comparaison ? `comparé ${comparaison}` : undefined}
      className={styles.essentiel}
      sansMarge
    >
      <ul>
        {indicateurs(bilan).map((indicateur) => (
          <li key={indicateur.code} data-sous={indicateur.sous || undefined}>
            {indicateur.valeur === 0 ? (
              <div className={styles.indicateur}>
                <Contenu indicateur={indicateur} comparaison={comparaison} />
              </div>
            ) : (
              <button type="button" className={styles.indicateur} onClick={() => ouvrir(indicateur.figure)}>
                <Contenu indicateur={indicateur} comparaison={comparaison} />
                <IconChevronRight size={18} stroke={1.6} aria-hidden />
                <span className="visuellement-cache">Voir le détail</span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </Carte>
  );
}

function Contenu(props: { indicateur: Indicateur; comparaison: string | null }) {
  const { label, texte, base, unite, valeur, precedent } = props.indicateur;
  const ecart = evolution({ valeur, precedent }, unite);
  return (
    <>
      <span className={styles.nom}>{label}</span>
      <strong className={styles.valeur}>{texte}</strong>
      <span className={styles.base}>{base}</span>
      <span className={styles.ecart} data-hausse={ecart.startsWith('+') || undefined}>
        {ecart}
        {ecart && <span className="visuellement-cache"> comparé {props.comparaison}</span>}
      </span>
    </>
  );
}
