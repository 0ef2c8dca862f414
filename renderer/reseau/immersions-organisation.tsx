import { Link } from 'react-router';
import { dateLocale } from '../../shared/dates.ts';
import { accorder, formaterDate } from '../../shared/format.ts';
import { etatImmersion, LIBELLES_ETAT } from '../../shared/immersions/etat.ts';
import { useLecture } from '../app/operations.ts';
import { Carte } from '../components/page.tsx';
import styles from './fiche.module.css';
import { nomComplet } from './libelles.ts';

/** Shown at first; the others are one click away, in the list of immersions. */
const MONTREES = 5;

/** Immersions carried out with an organisation, newest first; nothing when there was none. */
export function ImmersionsOrganisation({ organisationId }: { organisationId: string }) {
  const { data = [] } = useLecture('immersions.list', { organisationId });
  const today = dateLocale(new Date());
  if (data.length === 0) return null;
  return (
    <Carte titre="Immersions" suite={data.length > MONTREES ? accorder(data.length, 'immersion') : undefined}>
      <ul className={styles.immersions}>
        {data.slice(0, MONTREES).map((immersion) => (
          <li key={immersion.id}>
            <Link to={`/immersions/${immersion.id}`}>{nomComplet(immersion.salarie)}</Link>
            <span className={styles.discret}>
              {immersion.debut && immersion.fin
                ? `du ${formaterDate(immersion.debut)} au ${formaterDate(immersion.fin)} · `
                : ''}
              {LIBELLES_ETAT[etatImmersion(immersion, today)]}
            </span>
          </li>
        ))}
      </ul>
    </Carte>
  );
}
