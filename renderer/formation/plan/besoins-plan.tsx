import { Link } from 'react-router';
import { accorder, formaterNombre } from '../../../shared/format.ts';
import type { PlanAnnee } from '../../../shared/formation/plan.ts';
import { Carte } from '../../components/page.tsx';
import styles from './plan.module.css';

/** What people asked for and no session answers yet. */
export function BesoinsPlan({ plan }: { plan: PlanAnnee }) {
  if (plan.besoins.length === 0) return null;
  return (
    <Carte
      titre="Besoins qu’aucune session ne couvre encore"
      suite={<Link to="/formation/besoins">Voir les besoins</Link>}
      sansMarge
    >
      <table className={styles.table} aria-label="Besoins qu’aucune session ne couvre encore">
        <thead>
          <tr>
            <th scope="col">Thème</th>
            {['Personnes', 'Dont prioritaires', 'Places libres à venir'].map((titre) => (
              <th key={titre} scope="col">
                {titre}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {plan.besoins.map(({ theme, nom, personnes, prioritaires, places }) => (
            <tr key={theme}>
              <th scope="row">{nom}</th>
              <td>{formaterNombre(personnes)}</td>
              <td>{formaterNombre(prioritaires)}</td>
              <td>{places > 0 ? accorder(places, 'place') : <span className={styles.zero}>aucune</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Carte>
  );
}
