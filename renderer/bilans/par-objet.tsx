import { Fragment } from 'react';
import { nomPart } from '../../shared/bilans/libelles.ts';
import type { Bilan, Figure, Filtre, ParSexe } from '../../shared/bilans/schema.ts';
import { formaterDuree, formaterNombre } from '../../shared/format.ts';
import { Carte } from '../components/page.tsx';
import styles from './bilans.module.css';

const SEXES = { F: 'Femmes', H: 'Hommes', inconnu: 'Non renseigné' } as const;

/** Immersions by objet: how many, whom, how long, women and men apart; every count opens its rows. */
export function ParObjet(props: { bilan: Bilan; ouvrir: (figure: Figure, ...filtres: Filtre[]) => void }) {
  const { bilan, ouvrir } = props;
  const sexes = (['F', 'H', 'inconnu'] as const).filter(
    (sexe) => sexe !== 'inconnu' || bilan.tousObjets.inconnu.immersions > 0,
  );

  function ligne(nom: string, comptes: ParSexe, filtres: Filtre[]) {
    const chiffre = (figure: Figure, valeur: number, quoi: string, ...suite: Filtre[]) => (
      <td>
        {valeur === 0 ? (
          '0'
        ) : (
          <button
            type="button"
            aria-label={`${nom}, ${quoi} : ${formaterNombre(valeur)}. Voir le détail`}
            onClick={() => ouvrir(figure, ...filtres, ...suite)}
          >
            {formaterNombre(valeur)}
          </button>
        )}
      </td>
    );
    return (
      <tr key={nom}>
        <th scope="row">{nom}</th>
        {chiffre('immersions', comptes.total.immersions, 'immersions')}
        {chiffre('personnes', comptes.total.personnes, 'personnes')}
        {sexes.map((sexe) => (
          <Fragment key={sexe}>
            {chiffre('personnes', comptes[sexe].personnes, SEXES[sexe].toLowerCase(), {
              axe: 'sexe',
              code: sexe,
            })}
          </Fragment>
        ))}
        <td>{formaterDuree(comptes.total.minutes)}</td>
        {sexes.map((sexe) => (
          <td key={sexe}>{formaterDuree(comptes[sexe].minutes)}</td>
        ))}
      </tr>
    );
  }
  return (
    <Carte titre="Immersions par objet" suite="heures faites, dans la période" sansMarge>
      <div className={styles.large}>
        <table className={styles.tableau}>
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                Objet
              </th>
              <th scope="col" rowSpan={2}>
                Immersions
              </th>
              <th scope="colgroup" colSpan={sexes.length + 1}>
                Personnes
              </th>
              <th scope="colgroup" colSpan={sexes.length + 1}>
                Heures
              </th>
            </tr>
            <tr>
              {['personnes', 'heures'].map((quoi) => (
                <Fragment key={quoi}>
                  <th scope="col">Total</th>
                  {sexes.map((sexe) => (
                    <th scope="col" key={sexe}>
                      {SEXES[sexe]}
                    </th>
                  ))}
                </Fragment>
              ))}
            </tr>
          </thead>
          <tbody>
            {bilan.parObjet.map((comptes) =>
              ligne(nomPart('objet', comptes.code), comptes, [{ axe: 'objet', code: comptes.code }]),
            )}
          </tbody>
          <tfoot>{ligne('Tous objets', bilan.tousObjets, [])}</tfoot>
        </table>
      </div>
    </Carte>
  );
}
