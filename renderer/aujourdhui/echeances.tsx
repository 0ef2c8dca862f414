import { Link } from 'react-router';
import type { Aujourdhui } from '../../shared/aujourdhui/contrat.ts';
import { formaterDate, formaterDateLongue, nomCourt } from '../../shared/format.ts';
import { Carte } from '../components/page.tsx';
import styles from './aujourdhui.module.css';

const INSECABLE = '\u00a0';

type Echeance = Aujourdhui['echeances'][number];

function dire({ genre, salarie, precision }: Echeance): string {
  const nom = nomCourt(salarie.prenom, salarie.nom).replace(' ', INSECABLE);
  switch (genre) {
    case 'fin_contrat':
      return `Fin de ${precision} : ${nom}`;
    case 'convention_a_finir':
      return `Convention à finir : ${nom}, ${precision}`;
    case 'convention_a_signer':
      return `Convention à faire signer : ${nom}, ${precision}`;
    case 'debut_immersion':
      return `Début d’immersion : ${nom}, ${precision}`;
    case 'fin_immersion':
      return `Fin d’immersion : ${nom}, ${precision}`;
  }
}

/** Dates to come that nobody has to write down: contracts that end, immersions that begin and end. */
export function Echeances({ echeances }: { echeances: Echeance[] }) {
  if (echeances.length === 0) return null;
  return (
    <Carte titre="Échéances">
      <ul className={styles.echeances}>
        {echeances.map((echeance) => (
          <li key={`${echeance.genre} ${echeance.id}`}>
            <time dateTime={echeance.date} title={formaterDateLongue(echeance.date)}>
              {formaterDate(echeance.date).slice(0, 5)}
            </time>
            <Link to={`/${echeance.genre === 'fin_contrat' ? 'salaries' : 'immersions'}/${echeance.id}`}>
              {dire(echeance)}
            </Link>
          </li>
        ))}
      </ul>
    </Carte>
  );
}
