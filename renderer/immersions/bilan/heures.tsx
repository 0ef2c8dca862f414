import { Link } from 'react-router';
import { accorder, formaterDate, formaterDuree } from '../../../shared/format.ts';
import type { BilanLu } from '../../../shared/immersions/bilan.ts';
import type { ImmersionFiche } from '../../../shared/immersions/schema.ts';
import { useJour } from '../../app/jour.ts';
import { Carte } from '../../components/page.tsx';
import styles from './bilan.module.css';

/** Hours planned and done, as the follow-up tab recorded them: nothing is typed twice. */
export function Heures({ fiche, bilan }: { fiche: ImmersionFiche; bilan: BilanLu }) {
  const today = useJour();
  const { minutesPrevues, joursPrevus, minutesFaites, joursFaits, minutesManquees, dernierJour } =
    bilan.heures;
  // Until its last day, the hours done are those planned: they would be a promise, not a fact.
  const achevee = dernierJour === null || dernierJour <= today;
  return (
    <Carte titre="Heures">
      <dl className={styles.faits}>
        <dt>Prévues</dt>
        <dd>
          {formaterDuree(minutesPrevues)} · {accorder(joursPrevus, 'jour')}
        </dd>
        {achevee && (
          <>
            <dt>Faites</dt>
            <dd>
              {formaterDuree(minutesFaites)} · {accorder(joursFaits, 'jour')}
            </dd>
          </>
        )}
        {minutesManquees > 0 && (
          <>
            <dt>Manquées</dt>
            <dd>{formaterDuree(minutesManquees)}</dd>
          </>
        )}
        {dernierJour !== null && (
          <>
            <dt>Dernier jour</dt>
            <dd>{formaterDate(dernierJour)}</dd>
          </>
        )}
        {fiche.finPrevue !== null && (
          <>
            <dt>Arrêtée</dt>
            <dd>
              au lieu du {formaterDate(fiche.finPrevue)}
              {fiche.motifAnnulation && ` : ${fiche.motifAnnulation}`}
            </dd>
          </>
        )}
      </dl>
      {bilan.faitLe === null && (
        <p className={styles.note}>
          Un jour manque ou compte en trop ?{' '}
          <Link to={`/immersions/${fiche.id}/suivi`}>Notez-le dans Suivi</Link>.
        </p>
      )}
    </Carte>
  );
}
