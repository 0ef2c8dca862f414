import { Link } from 'react-router';
import { accorder } from '../../shared/format.ts';
import { OBJETS_COURTS } from '../../shared/nomenclatures/immersions.ts';
import { useLecture } from '../app/operations.ts';
import { Carte, LigneVide } from '../components/page.tsx';
import { Colonne, Tableau } from '../components/tableau.tsx';
import styles from './cumuls.module.css';
import { Cumuls, direIssue } from './cumuls.tsx';
import { direDates, direDuree, PiluleEtat } from './table-immersions.tsx';

/** Every immersion of a person with what came of it, and where they stand with each host over twelve months. */
export function HistoriqueSalarie({ salarieId }: { salarieId: string }) {
  const { data } = useLecture('immersions.historique', { salarieId });
  if (!data) return null;
  const { lignes, cumuls } = data;
  return (
    <Carte
      titre="Immersions"
      suite={lignes.length > 0 ? accorder(lignes.length, 'convention') : undefined}
      sansMarge={lignes.length > 0}
    >
      {lignes.length === 0 ? (
        <LigneVide>
          Aucune immersion pour l’instant&nbsp;: la convention reprendra l’identité et le contrat de cette
          fiche.
        </LigneVide>
      ) : (
        <Tableau
          label="Immersions"
          nu
          entetes={
            <>
              <Colonne largeur={100}>Convention</Colonne>
              <Colonne>Accueil et objet</Colonne>
              <Colonne largeur={190}>Dates</Colonne>
              <Colonne largeur={190}>État et suite</Colonne>
            </>
          }
        >
          {lignes.map((ligne) => (
            <tr key={ligne.id}>
              <td className={styles.insecable}>
                <Link to={`/immersions/${ligne.id}`}>{ligne.numero}</Link>
              </td>
              <td>
                {ligne.organisation.nom}
                <div className={styles.second}>
                  {[
                    ligne.objet && OBJETS_COURTS[ligne.objet],
                    ligne.renouvelleId !== null && 'renouvellement',
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </div>
              </td>
              <td className={styles.insecable}>
                {direDates(ligne)}
                <br />
                <span className={styles.second}>{direDuree(ligne)}</span>
              </td>
              <td>
                <PiluleEtat immersion={ligne} />
                {direIssue(ligne) ? <div className={styles.second}>{direIssue(ligne)}</div> : null}
              </td>
            </tr>
          ))}
        </Tableau>
      )}
      {cumuls.length > 0 ? (
        <section className={styles.sousTableau} aria-labelledby="cumuls">
          <h3 className={styles.titre} id="cumuls">
            Dans le même accueil, sur {cumuls[0]!.mois} mois
          </h3>
          <Cumuls cumuls={cumuls} nomme="organisation" />
        </section>
      ) : null}
    </Carte>
  );
}
