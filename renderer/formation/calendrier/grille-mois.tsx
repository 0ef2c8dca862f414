import { formaterDateLongue, formaterHeure } from '../../../shared/format.ts';
import {
  bornesDe,
  type CalendrierFormation,
  type FenetreFormation,
} from '../../../shared/formation/calendrier.ts';
import { initialeDuJour, joursDe } from '../../../shared/immersions/calendrier.ts';
import { nomFerie } from '../../../shared/immersions/horaires.ts';
import { DEMI_JOURNEES } from '../../../shared/nomenclatures/formation.ts';
import immersions from '../../immersions/calendrier.module.css';
import styles from './calendrier.module.css';
import { NomSession } from './nom-session.tsx';

/** Days from left to right, mornings above afternoons; each half-day says its hours. */
export function GrilleMois(props: {
  calendrier: CalendrierFormation;
  fenetre: FenetreFormation;
  today: string;
}) {
  const { calendrier, fenetre, today } = props;
  const { du, au } = bornesDe(fenetre);
  const jours = joursDe(du, au).map(({ date, finDeSemaine }) => {
    const ferie = nomFerie(date, calendrier.alsaceMoselle);
    return { date, ferie, repos: finDeSemaine || ferie !== null || undefined };
  });
  return (
    <>
      <div className={immersions.cadre}>
        <table className={`${immersions.grille} ${styles.grille}`} aria-label="Calendrier">
          <thead>
            <tr>
              <th scope="col">Session</th>
              {jours.map(({ date, ferie, repos }) => (
                <th
                  key={date}
                  scope="col"
                  data-repos={repos}
                  data-jour={date === today || undefined}
                  title={ferie ? `${formaterDateLongue(date)}, ${ferie}` : formaterDateLongue(date)}
                >
                  <span aria-hidden>{initialeDuJour(date)}</span>
                  <span>{Number(date.slice(8))}</span>
                  {ferie ? <span className="visuellement-cache">, {ferie}</span> : null}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {calendrier.rangees.map((rangee) => (
              <tr key={rangee.id}>
                <NomSession rangee={rangee} />
                {jours.map(({ date, repos }) => {
                  const prevu =
                    (rangee.demiJournees === 0 && !repos && date >= rangee.debut && date <= rangee.fin) ||
                    undefined;
                  return (
                    <td key={date} data-repos={repos}>
                      {DEMI_JOURNEES.valeurs.map(({ code, label }) => {
                        const pris = rangee.creneaux.find(
                          (creneau) => creneau.date === date && creneau.demi === code,
                        );
                        const dit = pris
                          ? `${label}, ${formaterHeure(pris.debut)} – ${formaterHeure(pris.fin)}`
                          : '';
                        return (
                          <span
                            key={code}
                            className={styles.demi}
                            data-pris={pris ? rangee.etat : undefined}
                            data-prevu={prevu}
                            title={dit || undefined}
                          >
                            {dit ? <span className="visuellement-cache">{dit}</span> : null}
                          </span>
                        );
                      })}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul className={immersions.legende} aria-label="Légende">
        <li>
          <span className={styles.demi} data-pris="a_venir" />
          Demi-journée : le matin en haut, l’après-midi en bas
        </li>
        <li>
          <span className={styles.demi} data-pris="envisagee" />
          Session envisagée
        </li>
        <li>
          <span className={styles.demi} data-pris="terminee" />
          Session terminée
        </li>
        <li>
          <span className={styles.demi} data-prevu />
          Dates posées, demi-journées à fixer
        </li>
      </ul>
    </>
  );
}
