import { Link } from 'react-router';
import { ajouterJours, dateLocale, lundiDe } from '../../shared/dates.ts';
import { formaterDate, nomCourt } from '../../shared/format.ts';
import { disposer, joursDe, placeDuJour } from '../../shared/immersions/calendrier.ts';
import { useLecture } from '../app/operations.ts';
import { Carte } from '../components/page.tsx';
import { Barre } from './barre-calendrier.tsx';
import styles from './frise.module.css';

/** Weeks shown: last week, this one, and the seven to come. */
const SEMAINES = 9;
/** Persons shown: the picture is a glance, the calendar has them all. */
const RANGEES_MAX = 6;

/** Immersions of the weeks around today, one row per person; nothing when there is none. */
export function Frise() {
  const today = dateLocale(new Date());
  const du = ajouterJours(lundiDe(today), -7);
  const au = ajouterJours(du, SEMAINES * 7 - 1);
  const { data } = useLecture('immersions.calendrier', { du, au }, { garderPrecedent: true });
  if (!data || data.rangees.length === 0) return null;
  // Who is there now, or comes next, is worth the glance more than who left last week.
  const rangees = data.rangees
    .map((rangee) => ({
      ...rangee,
      prochaine: Math.min(
        ...rangee.barres.map(({ fin, debut }) => (fin < today ? 1 : Number(debut > today) / 2)),
      ),
    }))
    .sort((a, b) => a.prochaine - b.prochaine)
    .slice(0, RANGEES_MAX);
  const jours = joursDe(du, au);
  const trait = placeDuJour(today, { du, au });
  return (
    <div className={styles.frise}>
      <Carte titre="Autour d’aujourd’hui" suite={<Link to="/immersions/calendrier">Tout le calendrier</Link>}>
        <div className={styles.calendrier}>
          <div className={styles.semaines} aria-hidden>
            {Array.from({ length: SEMAINES }, (_, rang) => ajouterJours(du, rang * 7)).map((lundi) => (
              <span key={lundi}>{formaterDate(lundi).slice(0, 5)}</span>
            ))}
          </div>
          <div className={styles.piste} aria-hidden>
            {trait === null ? null : (
              <span className={styles.aujourdhui} style={{ left: `${trait * 100}%` }} />
            )}
          </div>
          <ul className={styles.lignes}>
            {rangees.map(({ id, nom, barres }) => {
              const [{ salarie }] = barres as [(typeof barres)[number]];
              const rangee = disposer(barres, { du, au });
              return (
                <li key={id} style={{ '--etages': rangee.etages } as React.CSSProperties}>
                  <Link to={`/salaries/${id}`} title={nom}>
                    {nomCourt(salarie.prenom, salarie.nom)}
                  </Link>
                  <div>
                    {rangee.barres.map((placee) => (
                      <Barre
                        key={placee.barre.id}
                        {...{ placee, par: 'salarie', jours: jours.length, today }}
                      />
                    ))}
                  </div>
                </li>
              );
            })}
          </ul>
        </div>
      </Carte>
    </div>
  );
}
