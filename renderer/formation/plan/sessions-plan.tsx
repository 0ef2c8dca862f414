import { Link } from 'react-router';
import { nomMoisCourt } from '../../../shared/bilans/libelles.ts';
import { formaterDate, formaterDuree, formaterNombre } from '../../../shared/format.ts';
import type { PlanAnnee } from '../../../shared/formation/plan.ts';
import { placeDansAnnee, resteDe } from '../../../shared/formation/plan-parties.ts';
import { formaterEuros } from '../../../shared/montant.ts';
import { GENRES_FORMATION_COURTS } from '../../../shared/nomenclatures/formation.ts';
import { Carte } from '../../components/page.tsx';
import styles from './plan.module.css';

/** The sessions of the year, each in its months, with its seats and its money. */
export function SessionsPlan({ plan }: { plan: PlanAnnee }) {
  if (plan.sessions.length === 0) return null;
  return (
    <Carte
      titre="Sessions de l’année"
      suite={<Link to="/formation/calendrier">Calendrier par mois</Link>}
      sansMarge
    >
      <div className={styles.defile}>
        <table className={styles.table} aria-label="Sessions de l’année">
          <thead>
            <tr>
              <th scope="col">Session</th>
              <th scope="col" className={styles.gauche}>
                <span className="visuellement-cache">Dates</span>
                <span className={styles.mois} aria-hidden>
                  {plan.parMois.map(({ mois }) => (
                    <span key={mois}>{nomMoisCourt(mois).charAt(0).toUpperCase()}</span>
                  ))}
                </span>
              </th>
              {['Heures', 'Stagiaires', 'Coût', 'Reste'].map((titre) => (
                <th key={titre} scope="col">
                  {titre}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {plan.sessions.map((session) => {
              const { id, numero, titre, genre, statut, debut, fin, minutes, engages, prevus, cout } =
                session;
              const dates =
                fin === debut ? formaterDate(debut) : `${formaterDate(debut)} → ${formaterDate(fin)}`;
              return (
                <tr key={id}>
                  <th scope="row">
                    <Link to={`/formation/sessions/${id}`}>{titre}</Link>
                    <small>
                      {[
                        numero,
                        GENRES_FORMATION_COURTS[genre] ?? genre,
                        statut === 'envisagee' && 'envisagée',
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </small>
                  </th>
                  <td className={styles.gauche}>
                    <span className={styles.temps} title={dates}>
                      <span data-statut={statut} style={placeDansAnnee(plan.annee, session)} aria-hidden />
                    </span>
                    <small>{dates}</small>
                  </td>
                  <td>{formaterDuree(minutes)}</td>
                  <td>
                    {formaterNombre(engages)}
                    {prevus > 0 ? <small>sur {formaterNombre(prevus)} prévus</small> : null}
                  </td>
                  <td className={cout === 0 ? styles.zero : undefined}>{formaterEuros(cout)}</td>
                  <td className={resteDe(session) === 0 ? styles.zero : undefined}>
                    {formaterEuros(resteDe(session))}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Carte>
  );
}
