import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from 'react-router';
import { insecables, nomCourt } from '../../shared/format.ts';
import { direInstant, direReste } from '../../shared/immersions/regles-accident.ts';
import type { AccidentDu } from '../../shared/immersions/suivi.ts';
import { useMaintenant } from '../immersions/suivi/use-maintenant.ts';
import styles from './aujourdhui.module.css';

/** Accidents not declared yet, before everything else: each with its next step and the time left. */
export function AccidentsDus({ accidents }: { accidents: readonly AccidentDu[] }) {
  const maintenant = useMaintenant();
  if (accidents.length === 0) return null;
  return (
    <ul className={styles.liste} aria-label="Accidents à déclarer">
      {accidents.map(({ id, immersionId, salarie, organisation, etape }) => (
        <li key={id} className={styles.ligne}>
          <span className={styles.urgence}>
            <IconAlertTriangle size={20} stroke={1.7} aria-hidden />
          </span>
          <div className={styles.quoi}>
            <Link to={`/immersions/${immersionId}/suivi`} className={styles.libelle}>
              {insecables(`Accident : ${nomCourt(salarie.prenom, salarie.nom)}, ${organisation.nom}`)}
            </Link>
            <p>{insecables(etape.titre)}</p>
          </div>
          <span
            className={styles.quand}
            data-retard={(etape.limite !== null && etape.limite < maintenant) || undefined}
            data-presse
            title={etape.limite === null ? undefined : `Au plus tard ${direInstant(etape.limite)}`}
          >
            {etape.limite === null ? 'sans attendre' : direReste(etape.limite, maintenant)}
          </span>
        </li>
      ))}
    </ul>
  );
}
