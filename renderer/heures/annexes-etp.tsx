import { Link } from 'react-router';
import { formaterDate, formaterNombre } from '../../shared/format.ts';
import { direEtp, direTaux } from '../../shared/heures/parties-etp.ts';
import type { AnnexeMesuree } from '../../shared/heures/schema.ts';
import { GENRES_CONVENTION_COURTS } from '../../shared/nomenclatures/bilans.ts';
import { Carte, LigneVide } from '../components/page.tsx';
import styles from './etp.module.css';

/** Each annexe against what was done while it ran, whichever the year it began in. */
export function AnnexesEtp({ annee, annexes }: { annee: number; annexes: readonly AnnexeMesuree[] }) {
  return (
    <Carte titre="Par annexe" suite={<Link to="/bilans/conventions">Toutes les conventions</Link>} sansMarge>
      {annexes.length === 0 ? (
        <LigneVide>
          Aucune annexe ne porte d’ETP en {annee} : ajoutez-la à sa convention pour comparer.
        </LigneVide>
      ) : (
        <div className={styles.defile}>
          <table className={styles.table} aria-label={`Annexes de ${annee}`}>
            <thead>
              <tr>
                <th scope="col">Annexe</th>
                <th scope="col">Période</th>
                <th scope="col">ETP de l’annexe</th>
                <th scope="col">Mois saisis</th>
                <th scope="col">Conventionné</th>
                <th scope="col">Réalisé</th>
                <th scope="col">Réalisation</th>
              </tr>
            </thead>
            <tbody>
              {annexes.map((annexe) => (
                <tr key={annexe.id}>
                  <th scope="row">
                    <Link to={`/bilans/conventions/${annexe.conventionId}`}>
                      {annexe.numero || 'Annexe sans numéro'}
                    </Link>
                    <small>
                      {[GENRES_CONVENTION_COURTS[annexe.genre], annexe.convention, annexe.financeur]
                        .filter(Boolean)
                        .join(' · ')}
                    </small>
                  </th>
                  <td>
                    {formaterDate(annexe.debut)} – {formaterDate(annexe.fin)}
                  </td>
                  <td>{direEtp(annexe.etp)}</td>
                  <td>{formaterNombre(annexe.mois)}</td>
                  <td>{direEtp(annexe.conventionne)}</td>
                  <td>{annexe.partagee ? 'non distingué' : direEtp(annexe.realise)}</td>
                  <td>{annexe.partagee ? '—' : direTaux(annexe.taux)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Carte>
  );
}
