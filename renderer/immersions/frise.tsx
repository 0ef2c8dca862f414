import { Link } from 'react-router';
import { ajouterJours, dateLocale, ecartJours, lundiDe } from '../../shared/dates.ts';
import { formaterDate, nomCourt } from '../../shared/format.ts';
import { etatImmersion, LIBELLES_ETAT } from '../../shared/immersions/etat.ts';
import type { ImmersionLigne } from '../../shared/immersions/schema.ts';
import { estSansSuite } from '../../shared/immersions/statuts.ts';
import { Carte } from '../components/page.tsx';
import styles from './frise.module.css';

/** Weeks shown: last week, this one, and the seven to come. */
const SEMAINES = 9;
const JOURS = SEMAINES * 7;
/** Bars shown: the calendar is a glance, the list under it has them all. */
const BARRES_MAX = 8;

type Datee = ImmersionLigne & { debut: string; fin: string };

/** What of a period falls in the window, in hundredths of its width. */
function place(ligne: Datee, ouverture: string): { left: string; width: string } {
  const debut = Math.max(0, ecartJours(ouverture, ligne.debut));
  const fin = Math.min(JOURS, ecartJours(ouverture, ligne.fin) + 1);
  return { left: `${(debut / JOURS) * 100}%`, width: `${((fin - debut) / JOURS) * 100}%` };
}

/** Immersions of the weeks around today, one bar each; nothing when there is none. */
export function Frise({ lignes }: { lignes: readonly ImmersionLigne[] }) {
  const today = dateLocale(new Date());
  const ouverture = ajouterJours(lundiDe(today), -7);
  const cloture = ajouterJours(ouverture, JOURS - 1);
  const visibles = lignes
    .filter((ligne): ligne is Datee => ligne.debut !== null && ligne.fin !== null)
    .filter(({ statut, debut, fin }) => !estSansSuite(statut) && debut <= cloture && fin >= ouverture)
    .sort((a, b) => (a.debut < b.debut ? -1 : 1))
    .slice(0, BARRES_MAX);
  if (visibles.length === 0) return null;
  const semaines = Array.from({ length: SEMAINES }, (_, rang) => ajouterJours(ouverture, rang * 7));
  const aujourdhui = ((ecartJours(ouverture, today) + 0.5) / JOURS) * 100;
  return (
    <div className={styles.frise}>
      <Carte titre="Autour d’aujourd’hui">
        <div className={styles.calendrier}>
          <div className={styles.semaines} aria-hidden>
            {semaines.map((lundi) => (
              <span key={lundi}>{formaterDate(lundi).slice(0, 5)}</span>
            ))}
          </div>
          <div className={styles.piste} aria-hidden>
            <span className={styles.aujourdhui} style={{ left: `${aujourdhui}%` }} />
          </div>
          <ul className={styles.lignes}>
            {visibles.map((ligne) => {
              const etat = etatImmersion(ligne, today);
              const dates = `du ${formaterDate(ligne.debut)} au ${formaterDate(ligne.fin)}`;
              return (
                <li key={ligne.id}>
                  <Link to={`/immersions/${ligne.id}`}>
                    {nomCourt(ligne.salarie.prenom, ligne.salarie.nom)}
                    <span> · {ligne.organisation.nom}</span>
                  </Link>
                  <div>
                    <div
                      className={styles.barre}
                      data-etat={etat}
                      style={place(ligne, ouverture)}
                      role="img"
                      aria-label={`${LIBELLES_ETAT[etat]}, ${dates}`}
                      title={`${LIBELLES_ETAT[etat]}, ${dates}`}
                    />
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
