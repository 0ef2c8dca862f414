import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { BilanCalcule } from '../../../shared/bilans/bilan.ts';
import { insecables } from '../../../shared/format.ts';
import { Carte } from '../../components/page.tsx';
import bilans from '../bilans.module.css';
import styles from './page.module.css';

/** What the figures rest on, folded: what each counts, the thresholds applied and where they come from. */
export function Methode({ methode: { definitions, seuils, versions } }: Pick<BilanCalcule, 'methode'>) {
  const [ouverte, setOuverte] = useState(false);
  const corps = useId();
  const Chevron = ouverte ? IconChevronDown : IconChevronRight;
  return (
    <Carte sansMarge>
      <button
        type="button"
        className={styles.pli}
        aria-expanded={ouverte}
        aria-controls={corps}
        onClick={() => setOuverte(!ouverte)}
      >
        <Chevron size={17} stroke={1.8} aria-hidden />
        <strong>Méthode</strong>
        <span>ce que compte chaque chiffre, et les seuils appliqués</span>
      </button>
      <div id={corps} hidden={!ouverte} className={styles.methode}>
        <dl className={bilans.definitions}>
          {definitions.map(({ code, label, formule, reference, reserve }) => (
            <div key={code}>
              <dt>{insecables(label)}</dt>
              <dd>{insecables(formule)}</dd>
              {reserve === '' ? null : <dd>{insecables(`À savoir : ${reserve}`)}</dd>}
              {reference === '' ? null : <dd>{insecables(`Source : ${reference}`)}</dd>}
            </div>
          ))}
        </dl>
        {seuils.length === 0 ? null : (
          <>
            <h3>Seuils</h3>
            <ul>
              {seuils.map(({ label, valeur, reference, propre }) => (
                <li key={label}>
                  {insecables(`${label} : `)}
                  <strong>{insecables(valeur)}</strong>
                  {insecables(`, ${reference}`)}
                  {propre ? ' (fixé par la structure)' : ''}
                </li>
              ))}
            </ul>
          </>
        )}
        {versions.length === 0 ? null : (
          <p>
            {insecables(
              `Nomenclatures : ${versions.map(({ nom, version }) => `${nom} (${version})`).join(', ')}.`,
            )}
          </p>
        )}
      </div>
    </Carte>
  );
}
