import { accorder } from '../../../shared/format.ts';
import { direRemplissage, type Remplissage as Places } from '../../../shared/formation/etat-session.ts';
import { Jauge } from '../sessions/apparence.tsx';
import styles from './stagiaires.module.css';

/** Where the seats of a session stand: how many are taken, who else waits, and the picture of it. */
export function Remplissage({ remplissage }: { remplissage: Places }) {
  const { enAttente, partenaires, min } = remplissage;
  const nuances = [
    `${min} au moins`,
    partenaires > 0 && `${accorder(partenaires, 'place')} chez des partenaires`,
    enAttente > 0 && accorder(enAttente, 'personne en attente', 'personnes en attente'),
  ].filter(Boolean);
  return (
    <div className={styles.remplissage}>
      <strong>{direRemplissage(remplissage)}</strong>
      <Jauge remplissage={remplissage} phrase="aucune" />
      <span className={styles.second}>{nuances.join(' · ')}</span>
    </div>
  );
}
