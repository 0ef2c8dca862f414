import { NavLink } from 'react-router';
import styles from '../immersions/onglets.module.css';

const ONGLETS = [
  { label: 'Sessions', vers: '/formation', end: true },
  { label: 'Besoins', vers: '/formation/besoins' },
  { label: 'Actions', vers: '/formation/actions' },
  { label: 'Calendrier', vers: '/formation/calendrier' },
  { label: 'Heures', vers: '/formation/heures' },
  { label: 'Plan', vers: '/formation/plan' },
  { label: 'Devenir', vers: '/formation/devenir' },
];

/** The parts of the training module, each at its own address; under the heading of each of them. */
export function OngletsFormation() {
  return (
    <nav aria-label="Parties de la formation">
      <ul className={styles.onglets}>
        {ONGLETS.map(({ label, vers, end }) => (
          <li key={vers}>
            <NavLink to={vers} end={end ?? false}>
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
