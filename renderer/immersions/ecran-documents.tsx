import { dateLocale } from '../../shared/dates.ts';
import { accorder, formaterDate } from '../../shared/format.ts';
import { useLecture } from '../app/operations.ts';
import { Carte } from '../components/page.tsx';
import styles from './immersions.module.css';
import { useFiche } from './use-fiche.ts';

/** Every paper of an immersion, issued or to come. */
export function EcranDocuments() {
  const { id } = useFiche();
  const { data } = useLecture('immersions.papiers', { id });
  return (
    <Carte titre="Documents" suite={data && accorder(data.length, 'document')}>
      <dl className={styles.mentions}>
        {data?.map(({ genre, objetId, titre, obstacle, editions: [derniere] }) => (
          <div key={genre + objetId}>
            <dt>{titre}</dt>
            <dd>{derniere ? `Émis le ${formaterDate(dateLocale(new Date(derniere.emisLe)))}` : obstacle}</dd>
          </div>
        ))}
      </dl>
    </Carte>
  );
}
