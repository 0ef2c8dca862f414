import { Link } from 'react-router';
import { accorder, formaterDuree, formaterNombre } from '../../shared/format.ts';
import { COLONNES_MOIS_ETP, direEtp, direTaux } from '../../shared/heures/parties-etp.ts';
import type { EtpAnnee } from '../../shared/heures/schema.ts';
import { nomDuMois } from '../../shared/immersions/calendrier.ts';
import { Carte } from '../components/page.tsx';
import styles from './etp.module.css';

/** The year month by month; hours and what lacks open on the grid they come from. */
export function TableEtp({ etp }: { etp: EtpAnnee }) {
  const { annee, mois, cumul } = etp;
  const grille = `/bilans/heures?annee=${annee}`;
  return (
    <Carte titre="Mois par mois" sansMarge>
      <div className={styles.defile}>
        <table className={styles.table} aria-label={`ETP ${annee}, mois par mois`}>
          <thead>
            <tr>
              <th scope="col">Mois</th>
              <th scope="col">Contrats</th>
              <th scope="col">Heures</th>
              {COLONNES_MOIS_ETP.map(({ titre }) => (
                <th key={titre} scope="col">
                  {titre}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {mois.map((lu) => (
              <tr key={lu.mois} data-attente={!lu.compte || undefined}>
                <th scope="row">{nomDuMois(lu.mois)}</th>
                <td>
                  {lu.contrats === 0 ? '' : formaterNombre(lu.contrats)}
                  {lu.sansHeures > 0 ? (
                    <Link className={styles.manque} to={`${grille}&aSaisir=1`}>
                      {lu.sansHeures === lu.contrats
                        ? 'sans heures'
                        : `${accorder(lu.sansHeures, 'sans heures', 'sans heures')}`}
                    </Link>
                  ) : null}
                </td>
                <td>{lu.minutes === 0 ? '' : <Link to={grille}>{formaterDuree(lu.minutes)}</Link>}</td>
                {COLONNES_MOIS_ETP.map(({ titre, dire }) => (
                  <td key={titre}>{dire(lu)}</td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{accorder(cumul.mois, 'mois saisi', 'mois saisis')}</th>
              <td />
              <td>{formaterDuree(cumul.minutes)}</td>
              <td>{direEtp(cumul.realise)}</td>
              <td>{direEtp(cumul.conventionne)}</td>
              <td>{direTaux(cumul.taux)}</td>
              <td colSpan={3} />
            </tr>
          </tfoot>
        </table>
      </div>
    </Carte>
  );
}
