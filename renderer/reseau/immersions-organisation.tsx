import { Link } from 'react-router';
import { accorder, formaterDate } from '../../shared/format.ts';
import { STATUTS } from '../../shared/nomenclatures/immersions.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { useLecture } from '../app/operations.ts';
import { Carte } from '../components/page.tsx';
import styles from './fiche.module.css';
import { nomComplet } from './libelles.ts';

/** Shown at first; the others are one click away, in the list of immersions. */
const MONTREES = 5;

/** Immersions carried out with an organisation, newest first; nothing when there was none. */
export function ImmersionsOrganisation({ organisationId }: { organisationId: string }) {
  const { data = [] } = useLecture('immersions.list', { organisationId });
  if (data.length === 0) return null;
  return (
    <Carte titre="Immersions" suite={data.length > MONTREES ? accorder(data.length, 'immersion') : undefined}>
      <ul className={styles.immersions}>
        {data.slice(0, MONTREES).map(({ id, salarie, debut, fin, statut }) => (
          <li key={id}>
            <Link to={`/immersions/${id}`}>{nomComplet(salarie)}</Link>
            <span className={styles.discret}>
              {debut && fin ? `du ${formaterDate(debut)} au ${formaterDate(fin)} · ` : ''}
              {label(STATUTS, statut)}
            </span>
          </li>
        ))}
      </ul>
    </Carte>
  );
}
