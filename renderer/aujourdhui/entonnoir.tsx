import type { Aujourdhui } from '../../shared/aujourdhui/contrat.ts';
import { formaterNombre } from '../../shared/format.ts';
import { Carte } from '../components/page.tsx';
import styles from './aujourdhui.module.css';

/** How far the organisations reached this year have come, each stage beside the first. */
export function Entonnoir({ entonnoir }: { entonnoir: Aujourdhui['entonnoir'] }) {
  const { annee, contactees, interessees, engagees, immersions } = entonnoir;
  const plus = Math.max(contactees, immersions);
  if (plus === 0) return null;
  const etapes = [
    ['Contactées', contactees],
    ['Intéressées', interessees],
    ['Engagées', engagees],
    ['Immersions', immersions],
  ] as const;
  return (
    <Carte titre="Du contact à l’immersion" suite={annee}>
      <dl className={styles.entonnoir}>
        {etapes.map(([nom, nombre]) => (
          <div key={nom}>
            <dt>{nom}</dt>
            <dd>
              <span className={styles.barre} aria-hidden>
                <span style={{ width: `${(nombre / plus) * 100}%` }} />
              </span>
              <strong>{formaterNombre(nombre)}</strong>
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.note}>
        Organisations, comptées une fois par étape. Engagées : un accord, ou une action réalisée.
      </p>
    </Carte>
  );
}
