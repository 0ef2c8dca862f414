import { Tooltip } from '@mantine/core';
import { formaterDate, MOIS } from '../../shared/format.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { CANAUX, NATURES } from '../../shared/nomenclatures/sollicitations.ts';
import type { LigneHistorique } from '../../shared/sollicitations/schema.ts';
import { MarqueNature } from './apparence.tsx';
import styles from './historique.module.css';

/** Marks that fit in a cell; the others become a number. */
const PLACES = 3;

export const direNature = (nature: string) => (nature ? label(NATURES, nature) : 'Sans nature précisée');

function Case({ lignes }: { lignes: LigneHistorique[] }) {
  if (lignes.length === 0) return null;
  const chronologique = [...lignes].reverse();
  const montrees = chronologique.slice(0, lignes.length > PLACES ? PLACES - 1 : PLACES);
  const detail = chronologique.map(({ id, date, canal, nature }) => (
    <div key={id}>
      {formaterDate(date)} · {label(CANAUX, canal)} · {direNature(nature)}
    </div>
  ));
  return (
    <Tooltip label={detail.slice(0, 12)} withArrow multiline openDelay={80}>
      <span className={styles.marques}>
        {montrees.map(({ id, nature }) => (
          <MarqueNature key={id} nature={nature} />
        ))}
        {lignes.length > montrees.length ? (
          <span className={styles.reste} aria-hidden>
            +{lignes.length - montrees.length}
          </span>
        ) : null}
        <span className="visuellement-cache">{detail}</span>
      </span>
    </Tooltip>
  );
}

/** Three years at a glance, this one included: a mark per exchange, by month. */
export function GrilleTroisAns({ lignes, today }: { lignes: LigneHistorique[]; today: string }) {
  const annee = Number(today.slice(0, 4));
  const parMois = Map.groupBy(lignes, ({ date }) => date.slice(0, 7));
  return (
    <table className={styles.grille}>
      <caption className="visuellement-cache">Échanges des trois dernières années, mois par mois</caption>
      <thead>
        <tr>
          <td />
          {MOIS.map((mois) => (
            <th key={mois} scope="col">
              <span aria-hidden>{mois.charAt(0).toUpperCase()}</span>
              <span className="visuellement-cache">{mois}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[annee - 2, annee - 1, annee].map((an) => (
          <tr key={an}>
            <th scope="row">{an}</th>
            {MOIS.map((mois, rang) => {
              const cle = `${an}-${String(rang + 1).padStart(2, '0')}`;
              return (
                <td key={mois} data-futur={cle > today.slice(0, 7) || undefined}>
                  <Case lignes={parMois.get(cle) ?? []} />
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
