import { NavLink, useNavigate } from 'react-router';
import styles from '../components/onglets.module.css';

const ONGLETS = [
  { label: 'Convention', chemin: '' },
  { label: 'Suivi', chemin: '/suivi' },
  { label: 'Bilan', chemin: '/bilan' },
  { label: 'Documents', chemin: '/documents' },
];

/** A draft has nothing to follow yet. */
const DU_BROUILLON = ONGLETS.filter(({ chemin }) => chemin === '' || chemin === '/documents');

/**
 * The parts of an immersion, each at its own address. A form with something typed gives `avant`: it saves, and says
 * whether the tab may open.
 */
export function OngletsImmersion(props: { id: string; brouillon: boolean; avant?: () => Promise<boolean> }) {
  const { id, brouillon, avant } = props;
  const naviguer = useNavigate();
  return (
    <nav aria-label="Parties de l’immersion">
      <ul className={styles.onglets}>
        {(brouillon ? DU_BROUILLON : ONGLETS).map(({ label, chemin }) => {
          const vers = `/immersions/${id}${chemin}`;
          return (
            <li key={chemin}>
              <NavLink
                to={vers}
                end
                onClick={(evenement) => {
                  if (!avant || evenement.ctrlKey || evenement.metaKey) return;
                  evenement.preventDefault();
                  void avant().then((permis) => permis && naviguer(vers));
                }}
              >
                {label}
              </NavLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
