import { CloseButton } from '@mantine/core';
import { accorder, insecables } from '../../shared/format.ts';
import type { CollageFait, LigneHeures } from '../../shared/heures/schema.ts';
import { nomDuMois } from '../../shared/immersions/calendrier.ts';
import { nomComplet } from '../reseau/libelles.ts';
import styles from './heures.module.css';

const MONTREES = 8;

/** The cells of a paste that were not kept, and why. */
export function RefusCollage(props: {
  collage: CollageFait;
  lignes: readonly LigneHeures[];
  fermer: () => void;
}) {
  const { refusees } = props.collage;
  const noms = new Map(props.lignes.map(({ contratId, salarie }) => [contratId, nomComplet(salarie)]));
  return (
    <section className={styles.refus} aria-label="Cases non collées">
      <header>
        <strong>{accorder(refusees.length, 'case n’a pas été collée', 'cases n’ont pas été collées')}</strong>
        <CloseButton aria-label="Fermer la liste des cases non collées" onClick={props.fermer} />
      </header>
      <ul>
        {refusees.slice(0, MONTREES).map(({ contratId, mois, texte, pourquoi }) => (
          <li key={`${contratId} ${mois}`}>
            <b>
              {noms.get(contratId)}, {nomDuMois(mois)}
            </b>{' '}
            {insecables(`« ${texte} » : ${pourquoi}`)}
          </li>
        ))}
      </ul>
      {refusees.length > MONTREES ? (
        <p>{accorder(refusees.length - MONTREES, 'autre case', 'autres cases')} du même genre.</p>
      ) : null}
    </section>
  );
}
