import { useLecture } from '../../app/operations.ts';
import { useFiche } from '../use-fiche.ts';
import { Accidents } from './accidents.tsx';
import { Points } from './points.tsx';
import { Presences } from './presences.tsx';
import styles from './suivi.module.css';

/** The Suivi tab: what was done day by day, the points held and to hold, accidents and their deadlines. */
export function EcranSuivi() {
  const fiche = useFiche();
  const { data } = useLecture('immersions.suivi', { id: fiche.id }, { garderPrecedent: true });
  if (!data) return null;
  const accidents = <Accidents fiche={fiche} suivi={data} />;
  return (
    <div className={styles.ecran}>
      {data.accidents.length > 0 && <div className={styles.pleine}>{accidents}</div>}
      <Presences fiche={fiche} presences={data.presences} />
      <div className={styles.cote}>
        <Points fiche={fiche} points={data.points} />
        {data.accidents.length === 0 && accidents}
      </div>
    </div>
  );
}
