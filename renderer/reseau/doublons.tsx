import { useDebouncedValue } from '@mantine/hooks';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Doublon } from '../../shared/reseau/schema.ts';
import { useLecture } from '../app/operations.ts';
import styles from './saisie.module.css';

const MOTIFS: Record<Doublon['motif'], string> = {
  siret: 'même SIRET',
  telephone: 'même téléphone',
  courriel: 'même courriel',
  nom: 'même nom',
};

/** Says, while one types, which organisations look like this one; never stands in the way. */
export function Doublons(props: {
  id?: string;
  nom: string;
  ville: string;
  siret: string;
  telephone: string;
  courriel: string;
}) {
  const { id, nom, ville, siret, telephone, courriel } = props;
  const [saisie] = useDebouncedValue(JSON.stringify({ id, nom, ville, siret, telephone, courriel }), 250);
  const { data = [] } = useLecture('reseau.doublons', JSON.parse(saisie), { garderPrecedent: true });
  return (
    <div role="status">
      {data.length > 0 ? (
        <div className={styles.doublons}>
          <IconAlertTriangle size={18} stroke={1.6} aria-hidden />
          <div>
            <strong>Déjà dans votre réseau ?</strong>
            <ul>
              {data.map((doublon) => (
                <li key={doublon.id}>
                  <Link to={`/reseau/${doublon.id}`}>{doublon.nom}</Link>
                  {[doublon.ville, MOTIFS[doublon.motif]].filter(Boolean).map((morceau) => ` · ${morceau}`)}
                </li>
              ))}
            </ul>
          </div>
        </div>
      ) : null}
    </div>
  );
}
