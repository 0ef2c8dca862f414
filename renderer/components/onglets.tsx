import { NavLink } from 'react-router';
import styles from './onglets.module.css';

/** A part of a module, at its own address. */
export interface Onglet {
  label: string;
  vers: string;
  /** Only at this very address, not under it. */
  end?: boolean;
}

/** The parts of a module, under the heading of each of them; `nom` tells what they are parts of. */
export function Onglets({ nom, onglets }: { nom: string; onglets: readonly Onglet[] }) {
  return (
    <nav aria-label={nom}>
      <ul className={styles.onglets}>
        {onglets.map(({ label, vers, end }) => (
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
