import { Link } from 'react-router';
import type { GenreRangee } from '../../shared/immersions/calendrier.ts';
import type { Calendrier } from '../../shared/immersions/images.ts';
import { OBJETS_COURTS } from '../../shared/nomenclatures/immersions.ts';
import { Colonne, Tableau } from '../components/tableau.tsx';
import { nomComplet } from '../reseau/libelles.ts';
import styles from './cumuls.module.css';
import { direDates, PiluleEtat } from './table-immersions.tsx';

/** The calendar as a table, for whoever would rather read it. */
export function TableCalendrier({ rangees, par }: { rangees: Calendrier['rangees']; par: GenreRangee }) {
  return (
    <Tableau
      label="Immersions du mois"
      entetes={
        <>
          <Colonne>{par === 'salarie' ? 'Personne' : 'Structure d’accueil'}</Colonne>
          <Colonne>{par === 'salarie' ? 'Structure d’accueil' : 'Personne'}</Colonne>
          <Colonne largeur={110}>Convention</Colonne>
          <Colonne largeur={110}>Objet</Colonne>
          <Colonne largeur={180}>Dates</Colonne>
          <Colonne largeur={180}>État</Colonne>
        </>
      }
    >
      {rangees.flatMap(({ nom, barres }) =>
        barres.map((barre) => (
          <tr key={barre.id}>
            <td>{nom}</td>
            <td>{par === 'salarie' ? barre.organisation.nom : nomComplet(barre.salarie)}</td>
            <td className={styles.insecable}>
              <Link to={`/immersions/${barre.id}`}>{barre.numero}</Link>
              {barre.renouvelleId === null ? null : <div className={styles.second}>renouvellement</div>}
            </td>
            <td className={styles.second}>{barre.objet && OBJETS_COURTS[barre.objet]}</td>
            <td className={styles.insecable}>{direDates(barre)}</td>
            <td>
              <PiluleEtat immersion={barre} />
            </td>
          </tr>
        )),
      )}
    </Tableau>
  );
}
