import { formaterNombre } from '../../shared/format.ts';
import type { Partie } from '../../shared/immersions/objectifs-parties.ts';
import { Carte } from '../components/page.tsx';
import type { Annee, Ouvrir } from './ecran-objectifs.tsx';
import styles from './objectifs.module.css';

/** One breakdown of the year: a bar and a number a line, the aim when there is one, the year before. */
export function PartieAnnee({ annee, partie, ouvrir }: { annee: Annee; partie: Partie; ouvrir: Ouvrir }) {
  const { titre, mesures } = partie;
  const plusFort = Math.max(1, ...mesures.map(({ mesure }) => Math.max(mesure.valeur, mesure.objectif ?? 0)));
  const vise = mesures.some(({ mesure }) => mesure.objectif !== null);
  const avant = annee.annee - 1;
  return (
    <Carte titre={titre} sansMarge>
      <table className={styles.partie}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visuellement-cache">{titre}</span>
            </th>
            <th scope="col">{annee.annee}</th>
            {vise ? <th scope="col">Objectif</th> : null}
            {annee.arreteAu ? <th scope="col">{avant}, même date</th> : null}
            <th scope="col">{avant}</th>
          </tr>
        </thead>
        <tbody>
          {mesures.map(({ figure, mesure }) => (
            <tr key={`${figure} ${mesure.code}`} data-rien={mesure.valeur === 0 || undefined}>
              <th scope="row">
                <span>{mesure.nom}</span>
                <span className={styles.barre} aria-hidden>
                  <span style={{ width: `${(mesure.valeur / plusFort) * 100}%` }} />
                  {mesure.objectif ? <i style={{ left: `${(mesure.objectif / plusFort) * 100}%` }} /> : null}
                </span>
              </th>
              <td>
                {mesure.valeur > 0 ? (
                  <button
                    type="button"
                    aria-label={`${mesure.nom} : ${formaterNombre(mesure.valeur)}. Voir le détail`}
                    onClick={() => ouvrir(figure, mesure.code)}
                  >
                    {formaterNombre(mesure.valeur)}
                  </button>
                ) : (
                  '0'
                )}
              </td>
              {vise ? (
                <td>
                  {mesure.objectif === null ? '' : formaterNombre(mesure.objectif)}
                  {mesure.attendu === null ? null : <small>{formaterNombre(mesure.attendu)} à ce jour</small>}
                </td>
              ) : null}
              {annee.arreteAu ? <td>{formaterNombre(mesure.precedent)}</td> : null}
              <td>{formaterNombre(mesure.precedentEntier)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Carte>
  );
}
