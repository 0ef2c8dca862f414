import { MOIS } from '../../../shared/format.ts';
import {
  bornesDe,
  type FenetreFormation,
  placeDans,
  type RangeeFormation,
} from '../../../shared/formation/calendrier.ts';
import immersions from '../../immersions/calendrier.module.css';
import { direDates } from '../sessions/apparence.tsx';
import styles from './calendrier.module.css';
import { NomSession } from './nom-session.tsx';

const LEGENDE = [
  { etat: 'envisagee', mots: 'Envisagée' },
  { etat: 'a_venir', mots: 'À venir ou en cours' },
  { etat: 'terminee', mots: 'Terminée' },
];

/** A bar per session, from its first day to its last. */
export function GrilleAnnee(props: {
  rangees: readonly RangeeFormation[];
  fenetre: FenetreFormation;
  today: string;
}) {
  const { rangees, fenetre, today } = props;
  const bornes = bornesDe(fenetre);
  const part = (valeur: number) => `${valeur * 100}%`;
  const departs = MOIS.map(
    (_, rang) =>
      placeDans({ debut: bornesDe({ ...fenetre, mois: rang + 1 }).du, fin: bornes.au }, bornes).depart,
  );
  const ici = today >= bornes.du && today <= bornes.au;
  return (
    <>
      <div className={immersions.cadre}>
        <table className={`${immersions.grille} ${styles.grille}`} aria-label="Calendrier">
          <thead>
            <tr>
              <th scope="col">Session</th>
              {MOIS.map((mois, rang) => (
                <th
                  key={mois}
                  scope="col"
                  data-jour={(ici && Number(today.slice(5, 7)) === rang + 1) || undefined}
                >
                  {mois}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rangees.map((rangee) => {
              const { depart, largeur } = placeDans(rangee, bornes);
              return (
                <tr key={rangee.id}>
                  <NomSession rangee={rangee} />
                  <td colSpan={12}>
                    <div className={styles.piste}>
                      {departs.slice(1).map((debut) => (
                        <span key={debut} className={styles.mois} style={{ left: part(debut) }} aria-hidden />
                      ))}
                      {ici ? (
                        <span
                          className={immersions.aujourdhui}
                          style={{ left: part(placeDans({ debut: today, fin: today }, bornes).depart) }}
                          aria-hidden
                        />
                      ) : null}
                      <span
                        className={styles.barre}
                        data-etat={rangee.etat}
                        style={{ left: part(depart), width: part(largeur) }}
                        aria-hidden
                      />
                      <span
                        className={styles.dates}
                        data-gauche={depart + largeur > 0.7 || undefined}
                        style={
                          depart + largeur > 0.7
                            ? { right: part(1 - depart) }
                            : { left: part(depart + largeur) }
                        }
                      >
                        {direDates(rangee)}
                      </span>
                    </div>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <ul className={immersions.legende} aria-label="Légende">
        {LEGENDE.map(({ etat, mots }) => (
          <li key={etat}>
            <span className={styles.demi} data-pris={etat} />
            {mots}
          </li>
        ))}
      </ul>
    </>
  );
}
