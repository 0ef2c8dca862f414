import { IconAlertTriangle } from '@tabler/icons-react';
import type { LigneIndicateur } from '../../../shared/bilans/bilan.ts';
import { direBase, direReserves, direValeur } from '../../../shared/bilans/dire.ts';
import type { Indicateur } from '../../../shared/bilans/indicateur.ts';
import { insecables } from '../../../shared/format.ts';
import styles from './tiroir.module.css';

/** What a figure counts, in words: its sentence, its source, its caveat. */
export function Definition({ indicateur, ligne }: { indicateur: Indicateur; ligne?: LigneIndicateur }) {
  const { formule, reference, reserve } = indicateur;
  return (
    <div className={styles.definition}>
      {ligne ? (
        <p className={styles.chiffre}>
          <strong>{direValeur(ligne.unite, ligne.mesure.valeur)}</strong>
          <span>{insecables(direBase(ligne, ligne.mesure))}</span>
        </p>
      ) : null}
      <p>{insecables(formule)}</p>
      {ligne ? direReserves(ligne).map((phrase) => <p key={phrase}>{insecables(`${phrase}.`)}</p>) : null}
      {reserve === '' ? null : (
        <p className={styles.reserve}>
          <IconAlertTriangle size={15} stroke={1.7} aria-hidden />
          <span>{insecables(reserve)}</span>
        </p>
      )}
      {reference === '' ? null : <p className={styles.reference}>{insecables(`Source : ${reference}`)}</p>}
    </div>
  );
}
