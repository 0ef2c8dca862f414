import { formaterDuree, formaterNombre, formaterTaux } from '../../../shared/format.ts';
import type { FigurePlan, LignePlan, PlanAnnee } from '../../../shared/formation/plan.ts';
import {
  AXES_DE_SESSION,
  NOMS_AXES,
  NOMS_FIGURES,
  resteDe,
  type TablePlan,
} from '../../../shared/formation/plan-parties.ts';
import type { FiguresPlan } from '../../../shared/formation/regles-plan.ts';
import { formaterEuros, formaterEurosRonds } from '../../../shared/montant.ts';
import { Carte } from '../../components/page.tsx';
import styles from './plan.module.css';
import type { Ouvrir } from './use-choix.ts';

interface ColonneAxe {
  titre: string;
  figure: FigurePlan;
  lire(figures: FiguresPlan): number;
  dire(valeur: number): string;
  /** To the cent, when the cell rounds it. */
  exact?: (valeur: number) => string;
}

const COLONNES: readonly ColonneAxe[] = [
  { titre: 'Sessions', figure: 'sessions', lire: (une) => une.sessions, dire: formaterNombre },
  { titre: 'Stagiaires', figure: 'stagiaires', lire: (une) => une.stagiaires, dire: formaterNombre },
  { titre: 'Inscriptions', figure: 'inscriptions', lire: (une) => une.inscriptions, dire: formaterNombre },
  { titre: 'Prévues', figure: 'prevues', lire: (une) => une.prevues, dire: formaterDuree },
  { titre: 'Engagées', figure: 'engagees', lire: (une) => une.engagees, dire: formaterDuree },
  { titre: 'Réalisées', figure: 'realisees', lire: (une) => une.realisees, dire: formaterDuree },
];

const MONTANTS: readonly ColonneAxe[] = [
  { titre: 'Coût', figure: 'cout', lire: (une) => une.cout, dire: formaterEurosRonds, exact: formaterEuros },
  {
    titre: 'Accordé',
    figure: 'accorde',
    lire: (une) => une.accorde,
    dire: formaterEurosRonds,
    exact: formaterEuros,
  },
  {
    titre: 'Attendu',
    figure: 'attendu',
    lire: (une) => une.attendu,
    dire: formaterEurosRonds,
    exact: formaterEuros,
  },
  { titre: 'Reste', figure: 'reste', lire: resteDe, dire: formaterEurosRonds, exact: formaterEuros },
];

/** One breakdown of the year, and its sum; every figure opens its rows. */
export function TableAxe({ plan, table, ouvrir }: { plan: PlanAnnee; table: TablePlan; ouvrir: Ouvrir }) {
  const { axe, titre, lignes } = table;
  const { avant } = plan;
  const colonnes = COLONNES.filter(({ figure }) => figure !== 'sessions' || AXES_DE_SESSION.includes(axe));
  return (
    <Carte titre={titre} sansMarge>
      <div className={styles.defile}>
        <table className={styles.table} aria-label={titre}>
          <thead>
            <tr>
              <th scope="col">{NOMS_AXES[axe]}</th>
              {colonnes.map((colonne) => (
                <th key={colonne.figure} scope="col">
                  {colonne.titre}
                </th>
              ))}
              <th scope="col">Taux</th>
              {avant ? <th scope="col">Réalisées {plan.annee - 1}</th> : null}
              {MONTANTS.map((colonne) => (
                <th key={colonne.figure} scope="col">
                  {colonne.titre}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lignes.map((ligne) => (
              <Ligne
                key={ligne.code}
                ligne={ligne}
                colonnes={colonnes}
                avecAvant={avant !== null}
                ouvrir={(figure) => ouvrir(figure, axe, ligne.code)}
              />
            ))}
          </tbody>
          <tfoot>
            <Ligne
              ligne={{ code: '', nom: 'L’année', figures: plan.figures, avant }}
              colonnes={colonnes}
              avecAvant={avant !== null}
              ouvrir={(figure) => ouvrir(figure)}
            />
          </tfoot>
        </table>
      </div>
    </Carte>
  );
}

function Ligne(props: {
  ligne: LignePlan;
  colonnes: readonly ColonneAxe[];
  avecAvant: boolean;
  ouvrir: (figure: FigurePlan) => void;
}) {
  const { ligne, colonnes, avecAvant, ouvrir } = props;
  const { nom, figures, avant } = ligne;
  const cellule = ({ figure, lire, dire, exact = dire }: ColonneAxe) => {
    const valeur = lire(figures);
    return (
      <td key={figure}>
        {valeur === 0 ? (
          <span className={styles.zero}>{dire(0)}</span>
        ) : (
          <button
            type="button"
            aria-label={`${nom}, ${NOMS_FIGURES[figure].toLowerCase()} : ${exact(valeur)}. Voir le détail`}
            title={exact === dire ? undefined : exact(valeur)}
            onClick={() => ouvrir(figure)}
          >
            {dire(valeur)}
          </button>
        )}
      </td>
    );
  };
  return (
    <tr>
      <th scope="row">{nom}</th>
      {colonnes.map(cellule)}
      <td>{formaterTaux(figures.realisees, figures.engagees)}</td>
      {avecAvant ? <td>{formaterDuree(avant?.realisees ?? 0)}</td> : null}
      {MONTANTS.map(cellule)}
    </tr>
  );
}
