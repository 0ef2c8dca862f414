import { accorder, formaterDate, insecables } from '../../shared/format.ts';
import type { CumulAccueil, LigneHistorique } from '../../shared/immersions/images.ts';
import { DECISIONS, REALISATIONS } from '../../shared/nomenclatures/immersions.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import styles from './cumuls.module.css';

/** What came of an immersion, in words; empty while its bilan is not closed. */
export function direIssue({ realisation, decision }: LigneHistorique): string {
  return [
    realisation !== '' && (realisation !== 'complete' || decision === '') && label(REALISATIONS, realisation),
    decision !== '' && label(DECISIONS, decision),
  ]
    .filter(Boolean)
    .join(' · ');
}

const plein = ({ jours, joursMax, conventions, conventionsMax }: CumulAccueil) =>
  jours >= joursMax || conventions >= conventionsMax;

/**
 * Days and conventions of a person with a host over twelve months in a row, against their ceilings: one line a pair.
 * `nomme`: which of the two the line is named after.
 */
export function Cumuls(props: { cumuls: readonly CumulAccueil[]; nomme: 'salarie' | 'organisation' }) {
  return (
    <ul className={styles.cumuls}>
      {props.cumuls.map((cumul) => {
        const { jours, joursMax, conventions, conventionsMax, possibleLe } = cumul;
        return (
          <li key={`${cumul.salarie.id} ${cumul.organisation.id}`} data-plein={plein(cumul) || undefined}>
            <span className={styles.nom}>{cumul[props.nomme].nom}</span>
            <span className={styles.jauge} aria-hidden>
              <span style={{ width: `${Math.min(100, (jours / joursMax) * 100)}%` }} />
            </span>
            <span
              className={styles.compte}
              title={`Du ${formaterDate(cumul.du)} au ${formaterDate(cumul.au)}, jours de date à date`}
            >
              {accorder(jours, 'jour')} sur {joursMax} · {accorder(conventions, 'convention')} sur{' '}
              {conventionsMax}
            </span>
            {possibleLe === null ? null : (
              <span className={styles.plein}>
                {insecables(`Plafond atteint : possible à nouveau à partir du ${formaterDate(possibleLe)}.`)}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
