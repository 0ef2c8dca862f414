import { Link } from 'react-router';
import { formaterDate, formaterHeure, formaterJour } from '../../shared/format.ts';
import { useJour } from '../app/jour.ts';
import { useLecture } from '../app/operations.ts';
import { Carte } from '../components/page.tsx';
import styles from './visites.module.css';

/** The visit being prepared, on the sheet of the organisation; nothing when there is none. */
export function EntretiensOrganisation({ organisationId }: { organisationId: string }) {
  const { data } = useLecture('visites.ofOrganisation', { organisationId });
  const today = useJour();
  const prevue = data?.entretiens.find(({ sollicitation }) => sollicitation === null);
  if (!prevue) return null;
  const { date, heure, lieu, auteur } = prevue;
  const passee = date !== null && date < today;
  return (
    <Carte titre="Visite">
      <p className={styles.prevue} data-passee={passee || undefined}>
        <strong>
          {date === null
            ? 'Visite en préparation'
            : passee
              ? `Visite prévue le ${formaterDate(date)} : à noter`
              : `Visite préparée pour le ${formaterJour(date)}${heure === null ? '' : `, ${formaterHeure(heure)}`}`}
        </strong>
        {lieu && <span>{lieu}</span>}
        {auteur && <span>par {auteur.nom}</span>}
        <Link to={`/reseau/${organisationId}/visite`}>Ouvrir la préparation</Link>
      </p>
    </Carte>
  );
}
