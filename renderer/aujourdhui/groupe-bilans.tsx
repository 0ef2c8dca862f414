import { IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { accorder, insecables, nomCourt } from '../../shared/format.ts';
import type { PointDu } from '../../shared/immersions/suivi.ts';
import { direEcheance } from '../../shared/sollicitations/regles.ts';
import styles from './aujourdhui.module.css';
import { LignePointDu } from './ligne-point.tsx';

/** Missing bilans from which they stand as one line: the day stays readable. */
export const BILANS_GROUPES = 3;

/** Missing bilans as one line, which opens on all of them. */
export function GroupeBilans(props: { bilans: readonly PointDu[]; today: string; avecReferent: boolean }) {
  const { bilans, today } = props;
  const zone = useId();
  const [ouvert, setOuvert] = useState(false);
  const [report, setReport] = useState<string | null>(null);
  const ancien = bilans[0];
  if (!ancien) return null;
  const enRetard = bilans.filter(({ etat }) => etat === 'en_retard').length;
  return (
    <li>
      <button
        type="button"
        className={styles.groupe}
        aria-expanded={ouvert}
        aria-controls={zone}
        onClick={() => setOuvert(!ouvert)}
      >
        <IconChevronRight
          size={17}
          stroke={1.8}
          className={styles.chevron}
          data-ouvert={ouvert || undefined}
        />
        <span className={styles.groupeTitre}>
          {accorder(bilans.length, 'bilan d’immersion', 'bilans d’immersion')} à demander
          <span className={styles.groupePrecision}>
            {insecables(bilans.map(({ salarie }) => nomCourt(salarie.prenom, salarie.nom)).join(', '))}
          </span>
        </span>
        <span className={styles.quand} data-retard={enRetard > 0 || undefined}>
          {enRetard > 0 && enRetard < bilans.length
            ? `${enRetard} en retard`
            : direEcheance(ancien.echeance, today)}
        </span>
      </button>
      {ouvert ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
        <section className={styles.dansGroupe} id={zone} tabIndex={0} aria-label="Bilans à demander">
          <ul className={styles.liste}>
            {bilans.map((point) => (
              <LignePointDu
                key={point.immersionId}
                point={point}
                today={today}
                avecReferent={props.avecReferent}
                seule
                report={report === point.immersionId}
                changerReport={(deplie) => setReport(deplie ? point.immersionId : null)}
                avant={() => undefined}
              />
            ))}
          </ul>
        </section>
      ) : null}
    </li>
  );
}
