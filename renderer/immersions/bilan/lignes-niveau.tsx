import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { type Degre, NON_OBSERVE } from '../../../shared/immersions/grilles.ts';
import styles from './bilan.module.css';

/** Moves the keyboard to the next line of the grid, whichever question it belongs to. */
function allerSuivante(ligne: HTMLElement): void {
  const toutes = [...(ligne.closest('form')?.querySelectorAll<HTMLElement>('[data-ligne]') ?? [])];
  const suivante = toutes[toutes.indexOf(ligne) + 1];
  const cible =
    suivante?.querySelector<HTMLElement>('input:checked') ?? suivante?.querySelector<HTMLElement>('input');
  cible?.focus();
}

/**
 * One line of a grid: a radio button by degree. A figure chooses (1 is the first degree, 0 « non observé »), and the
 * keyboard goes on to the next line.
 */
export function LigneNiveau(props: {
  titre: string;
  degres: readonly Degre[];
  /** Offers « non observé » too. */
  observable: boolean;
  value?: string | undefined;
  onChange: (code: string) => void;
  error?: ReactNode;
  'data-path'?: string;
  children?: ReactNode;
}) {
  const { titre, degres, observable, value, onChange, error, children } = props;
  const nom = useId();
  const offerts = observable ? [...degres, NON_OBSERVE] : degres;

  function auClavier(evenement: KeyboardEvent<HTMLElement>) {
    if (evenement.ctrlKey || evenement.altKey || evenement.metaKey) return;
    if (!/^\d$/.test(evenement.key)) return;
    const choisi = evenement.key === '0' && observable ? NON_OBSERVE : degres[Number(evenement.key) - 1];
    if (!choisi) return;
    evenement.preventDefault();
    onChange(choisi.code);
    allerSuivante(evenement.currentTarget.closest('[data-ligne]')!);
  }
  return (
    <div className={styles.ligne} data-ligne>
      <fieldset aria-label={titre}>
        <div className={styles.ligneTitre}>{titre}</div>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are a shortcut of the radio buttons inside. */}
        <div className={styles.degres} onKeyDown={auClavier}>
          {offerts.map(({ code, label }, rang) => (
            <label
              key={code}
              className={styles.degre}
              data-neutre={code === NON_OBSERVE.code ? true : undefined}
            >
              <input
                type="radio"
                name={nom}
                checked={value === code}
                data-path={rang === 0 ? props['data-path'] : undefined}
                onChange={() => onChange(code)}
              />
              <span>{label}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {error && <p className={styles.erreur}>{error}</p>}
      {children}
    </div>
  );
}
