import type { BilanCalcule, LigneIndicateur } from '../../../shared/bilans/bilan.ts';
import { direEcart, direValeur } from '../../../shared/bilans/dire.ts';
import { insecables } from '../../../shared/format.ts';
import type { Comparaison } from '../chiffres/comparaison.ts';
import { direComposition } from '../chiffres/composition.ts';
import type { Ouvrir } from '../chiffres/detail.ts';
import { Objectif, sensDe } from '../chiffres/ligne.tsx';
import styles from './page.module.css';

/** The lines of a bilan by their code; a figure quoted twice is measured alike. */
export function lignesParCode({ sections }: BilanCalcule): Map<string, LigneIndicateur> {
  return new Map(sections.flatMap(({ lignes }) => lignes.map((ligne) => [ligne.code, ligne])));
}

/** The figures a reader remembers, large, each opening its rows. */
export function Resume(props: { bilan: BilanCalcule; comparaison: Comparaison | null; ouvrir: Ouvrir }) {
  const { bilan, comparaison, ouvrir } = props;
  const lignes = lignesParCode(bilan);
  const figures = bilan.resume.flatMap((code) => lignes.get(code) ?? []);
  if (figures.length === 0) return null;
  return (
    <ul className={styles.resume} aria-label="En résumé">
      {figures.map((ligne) => {
        const { code, label, unite, mesure, precedente } = ligne;
        const ecart = direEcart(unite, mesure.valeur, precedente?.valeur ?? null);
        return (
          <li key={code}>
            <button type="button" onClick={() => ouvrir(code)}>
              <span className={styles.resumeNom}>{insecables(label)}</span>
              <strong>{direValeur(unite, mesure.valeur)}</strong>
              <span className={styles.resumeBase}>{insecables(direComposition(ligne))}</span>
              <span className={styles.resumeSuite}>
                {ecart === '' || comparaison === null ? null : (
                  <span data-sens={sensDe(ligne)}>
                    {ecart}
                    <span className="visuellement-cache"> comparé {comparaison.phrase}</span>
                  </span>
                )}
                <Objectif ligne={ligne} />
              </span>
              <span className="visuellement-cache">. Voir les lignes</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
