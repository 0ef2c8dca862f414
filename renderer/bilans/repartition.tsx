import { direPart } from '../../shared/bilans/libelles.ts';
import type { Axe, Part } from '../../shared/bilans/schema.ts';
import { formaterNombre, formaterTaux } from '../../shared/format.ts';
import { Carte } from '../components/page.tsx';
import styles from './bilans.module.css';

/** Lines that add up to their base, each with its share of it; opening one shows its rows. */
export function Repartition(props: {
  titre: string;
  axe: Axe;
  parts: readonly Part[];
  ouvrir: (code: string) => void;
}) {
  const { titre, axe, parts, ouvrir } = props;
  const base = parts.reduce((somme, { valeur }) => somme + valeur, 0);
  const plusFort = Math.max(1, ...parts.map(({ valeur }) => valeur));
  return (
    <Carte titre={titre} suite={`sur ${formaterNombre(base)}`}>
      <ul className={styles.parts}>
        {parts.map((part) => {
          const { code, valeur } = part;
          const contenu = (
            <>
              <span className={styles.partNom}>{direPart(axe, part)}</span>
              <span className={styles.barre} aria-hidden>
                <span style={{ width: `${(valeur / plusFort) * 100}%` }} />
              </span>
              <strong>{formaterNombre(valeur)}</strong>
              <span className={styles.taux}>{formaterTaux(valeur, base)}</span>
            </>
          );
          return (
            <li key={code}>
              {valeur > 0 ? (
                <button type="button" onClick={() => ouvrir(code)}>
                  {contenu}
                </button>
              ) : (
                <div>{contenu}</div>
              )}
            </li>
          );
        })}
      </ul>
    </Carte>
  );
}
