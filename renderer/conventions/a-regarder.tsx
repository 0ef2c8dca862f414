import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { AvertissementConvention } from '../../shared/conventions/schema.ts';
import { accorder } from '../../shared/format.ts';
import { Carte } from '../components/page.tsx';
import styles from '../formation/financement/financement.module.css';

const ICONES = { a_voir: IconAlertTriangle, info: IconInfoCircle };

/** What does not hold in a convention, each a sentence with its figures. */
export function ARegarder({ avertissements }: { avertissements: readonly AvertissementConvention[] }) {
  if (avertissements.length === 0) {
    return (
      <Carte titre="À regarder">
        <p className={styles.juste}>
          <IconCircleCheck size={18} stroke={1.7} aria-hidden />
          Montants, dates et objectifs tiennent ensemble.
        </p>
      </Carte>
    );
  }
  return (
    <Carte titre="À regarder" suite={accorder(avertissements.length, 'point')}>
      <ul className={styles.avertissements}>
        {avertissements.map(({ niveau, phrase, partieId }) => {
          const Icone = ICONES[niveau];
          return (
            <li key={`${partieId} ${phrase}`} data-niveau={niveau}>
              <Icone size={17} stroke={1.7} aria-hidden />
              <span>{phrase}</span>
            </li>
          );
        })}
      </ul>
    </Carte>
  );
}
