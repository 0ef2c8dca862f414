import { Link } from 'react-router';
import type { ImmersionFiche } from '../../../shared/immersions/schema.ts';
import styles from './bilan.module.css';

/** What a decision to renew leads to: the renewal itself, or the one there is already. */
export function LienRenouvellement({ fiche }: { fiche: ImmersionFiche }) {
  if (fiche.renouveleePar) {
    return (
      <p className={styles.note}>
        Renouvelée par la convention{' '}
        <Link to={`/immersions/${fiche.renouveleePar.id}`}>{fiche.renouveleePar.numero}</Link>.
      </p>
    );
  }
  return (
    <p className={styles.note}>
      Une seule fois, pour le même objet.{' '}
      <Link to={`/immersions/nouvelle?renouvelle=${fiche.id}`}>Préparer le renouvellement</Link>
    </p>
  );
}
