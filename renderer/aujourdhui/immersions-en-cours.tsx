import { Link } from 'react-router';
import type { Aujourdhui } from '../../shared/aujourdhui/contrat.ts';
import { ecartJours } from '../../shared/dates.ts';
import { formaterDate, nomCourt } from '../../shared/format.ts';
import { Carte } from '../components/page.tsx';
import styles from './aujourdhui.module.css';

/** Days left from which an end is near enough to be announced. */
const BIENTOT = 3;

function direFin(reste: number): string | null {
  if (reste > BIENTOT) return null;
  if (reste === 0) return 'finit aujourd’hui';
  return reste === 1 ? 'finit demain' : `finit dans ${reste} jours`;
}

/** The immersions under way on one scale of time, what is done of each filled in. */
export function ImmersionsEnCours({
  immersions,
  today,
}: {
  immersions: Aujourdhui['immersions'];
  today: string;
}) {
  if (immersions.length === 0) return null;
  const debut = immersions.map((i) => i.debut).reduce((a, b) => (a < b ? a : b));
  const fin = immersions.map((i) => i.fin).reduce((a, b) => (a > b ? a : b));
  const part = (jours: number) => `${(jours / (ecartJours(debut, fin) + 1)) * 100}%`;
  return (
    <Carte
      titre="Immersions en cours"
      suite={<Link to="/immersions?etat=en_cours">Voir les immersions</Link>}
    >
      <ul className={styles.immersions}>
        {immersions.map((immersion) => {
          const duree = ecartJours(immersion.debut, immersion.fin) + 1;
          const jour = ecartJours(immersion.debut, today) + 1;
          const finProche = direFin(duree - jour);
          return (
            <li key={immersion.id}>
              <Link to={`/immersions/${immersion.id}`} className={styles.libelle}>
                {nomCourt(immersion.salarie.prenom, immersion.salarie.nom)}
              </Link>
              <span className={styles.chez} title={immersion.organisation.nom}>
                {immersion.organisation.nom}
              </span>
              <span
                className={styles.temps}
                title={`Du ${formaterDate(immersion.debut)} au ${formaterDate(immersion.fin)}`}
              >
                <span
                  className={styles.duree}
                  data-bientot={finProche !== null || undefined}
                  style={{ marginLeft: part(ecartJours(debut, immersion.debut)), width: part(duree) }}
                >
                  <span style={{ width: `${(jour / duree) * 100}%` }} />
                </span>
              </span>
              <span className={styles.avancee} data-bientot={finProche !== null || undefined}>
                {finProche ?? (
                  <>
                    <span className="visuellement-cache">jour </span>
                    <span aria-hidden>j. </span>
                    {jour} / {duree}
                  </>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </Carte>
  );
}
