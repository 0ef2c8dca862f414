import { NavLink } from 'react-router';
import styles from '../../components/onglets.module.css';

const ONGLETS = [
  { label: 'Session', chemin: '' },
  { label: 'Stagiaires', chemin: '/stagiaires' },
  { label: 'Présences', chemin: '/presences' },
  { label: 'Financement', chemin: '/financement' },
  { label: 'Évaluations', chemin: '/evaluations' },
  { label: 'Documents', chemin: '/documents' },
];

/** The parts of a session, each at its own address. */
export function OngletsSession({ id }: { id: string }) {
  return (
    <nav aria-label="Parties de la session">
      <ul className={styles.onglets}>
        {ONGLETS.map(({ label, chemin }) => (
          <li key={chemin}>
            <NavLink to={`/formation/sessions/${id}${chemin}`} end>
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
