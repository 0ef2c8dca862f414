import { Link } from 'react-router';
import type { BilanEnCours } from '../../shared/bilans/bilans.ts';
import { formaterDate } from '../../shared/format.ts';
import { useLecture } from '../app/operations.ts';
import { Carte } from '../components/page.tsx';
import styles from '../reseau/fiche.module.css';

function direEtat({ emissions }: BilanEnCours): string {
  const derniere = emissions[0];
  if (!derniere) return 'en préparation';
  const edition = derniere.edition > 1 ? `, version ${derniere.edition}` : '';
  return `émis le ${formaterDate(derniere.emisLe.slice(0, 10))}${edition}`;
}

/** Bilans of a convention, sent or being prepared; no card while there is none. */
export function BilansConvention({ conventionId }: { conventionId: string }) {
  const { data } = useLecture('bilans.list', {});
  const siens = (data?.bilans ?? []).filter(({ convention }) => convention?.id === conventionId);
  if (siens.length === 0) return null;
  return (
    <Carte titre="Bilans">
      <ul className={styles.immersions}>
        {siens.map((bilan) => (
          <li key={bilan.id}>
            <Link to={`/bilans/${bilan.id}`}>{bilan.titre}</Link>
            <span className={styles.discret}>
              {`${formaterDate(bilan.debut)} – ${formaterDate(bilan.fin)} · ${direEtat(bilan)}`}
            </span>
          </li>
        ))}
      </ul>
    </Carte>
  );
}
