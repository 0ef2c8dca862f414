import { IconAlertTriangle } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import { Link } from 'react-router';
import type { DateCivile } from '../../shared/dates.ts';
import { formaterDateLongue } from '../../shared/format.ts';
import {
  disposer,
  fondDesJours,
  type GenreRangee,
  initialeDuJour,
  joursDe,
  placeDuJour,
} from '../../shared/immersions/calendrier.ts';
import type { Calendrier } from '../../shared/immersions/images.ts';
import { Barre } from './barre-calendrier.tsx';
import styles from './calendrier.module.css';

const FICHES = { salarie: '/salaries', organisation: '/reseau' } as const;

/** Days from left to right, one row per person or per host, one bar per immersion; each bar says itself in words. */
export function GrilleCalendrier(props: {
  rangees: Calendrier['rangees'];
  du: DateCivile;
  au: DateCivile;
  par: GenreRangee;
  today: DateCivile;
}) {
  const { rangees, du, au, par, today } = props;
  const jours = joursDe(du, au);
  const trait = placeDuJour(today, { du, au });
  const fond = { '--fond-jours': fondDesJours(jours, 'var(--creux)') } as CSSProperties;
  return (
    <div className={styles.cadre}>
      <table className={styles.grille} style={fond} aria-label="Calendrier">
        <thead>
          <tr>
            <th scope="col">{par === 'salarie' ? 'Personne' : 'Structure d’accueil'}</th>
            {jours.map(({ date, finDeSemaine, ferie }) => (
              <th
                key={date}
                scope="col"
                data-repos={finDeSemaine || ferie !== '' || undefined}
                data-jour={date === today || undefined}
                title={ferie ? `${formaterDateLongue(date)}, ${ferie}` : formaterDateLongue(date)}
              >
                <span aria-hidden>{initialeDuJour(date)}</span>
                <span>{Number(date.slice(8))}</span>
                {ferie ? <span className="visuellement-cache">, {ferie}</span> : null}
                {date === today ? <span className="visuellement-cache">, aujourd’hui</span> : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rangees.map(({ id, nom, barres }) => {
            const rangee = disposer(barres, { du, au });
            return (
              <tr key={id}>
                <th scope="row">
                  <Link to={`${FICHES[par]}/${id}`} title={nom}>
                    {nom}
                  </Link>
                  {rangee.simultanees > 1 ? (
                    <small data-alerte={par === 'salarie' || undefined}>
                      {par === 'salarie' ? <IconAlertTriangle size={13} stroke={1.8} aria-hidden /> : null}
                      {rangee.simultanees} en même temps
                    </small>
                  ) : null}
                </th>
                <td colSpan={jours.length}>
                  <div className={styles.piste} style={{ '--etages': rangee.etages } as CSSProperties}>
                    {trait === null ? null : (
                      <span className={styles.aujourdhui} style={{ left: `${trait * 100}%` }} aria-hidden />
                    )}
                    {rangee.barres.map((placee) => (
                      <Barre
                        key={placee.barre.id}
                        placee={placee}
                        par={par}
                        jours={jours.length}
                        today={today}
                      />
                    ))}
                  </div>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
