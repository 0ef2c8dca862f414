import { Link } from 'react-router';
import { formaterNombre, formaterTaux } from '../../../shared/format.ts';
import type { PlanAnnee } from '../../../shared/formation/plan.ts';
import { resteDe } from '../../../shared/formation/plan-parties.ts';
import { formaterEuros } from '../../../shared/montant.ts';
import { Carte } from '../../components/page.tsx';
import styles from './plan.module.css';

/** Who pays: the cost of the year cut by funder, then by heading. */
export function ArgentPlan({ plan }: { plan: PlanAnnee }) {
  const { phases, financeurs, figures } = plan;
  const utiles = phases.filter(({ cout, accorde, attendu }) => cout > 0 || accorde > 0 || attendu > 0);
  if (utiles.length === 0 && financeurs.length === 0) return null;
  return (
    <div className={styles.argent}>
      <Carte
        titre="Par financeur"
        suite={<Link to={`/formation/financements?annee=${plan.annee}`}>Toutes les lignes</Link>}
        sansMarge
      >
        <PartsPayees plan={plan} />
        <div className={styles.defile}>
          <table className={styles.table} aria-label="Par financeur">
            <thead>
              <tr>
                <th scope="col">Financeur</th>
                <th scope="col">Sessions aidées</th>
                {['Demandé', 'Accordé', 'Attendu', 'Refusé', 'Versé', 'À recevoir'].map((titre) => (
                  <th key={titre} scope="col">
                    {titre}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {financeurs.map(
                ({ id, nom, sessions, demande, accorde, attendu, refuse, verse, aRecevoir }) => (
                  <tr key={id}>
                    <th scope="row">
                      <Link to={`/reseau/${id}`}>{nom}</Link>
                    </th>
                    <td>{formaterNombre(sessions)}</td>
                    <Montants valeurs={[demande, accorde, attendu, refuse, verse, aRecevoir]} />
                  </tr>
                ),
              )}
              {financeurs.length === 0 ? (
                <tr>
                  <td colSpan={8} className={styles.rien}>
                    Aucun financement n’est inscrit sur cet exercice.
                  </td>
                </tr>
              ) : null}
            </tbody>
          </table>
        </div>
      </Carte>
      <Carte titre="Par poste de coût" sansMarge>
        <div className={styles.defile}>
          <table className={styles.table} aria-label="Par poste de coût">
            <thead>
              <tr>
                <th scope="col">Poste</th>
                {['Coût', 'Accordé', 'Attendu', 'Reste'].map((titre) => (
                  <th key={titre} scope="col">
                    {titre}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {utiles.map((phase) => (
                <tr key={phase.code}>
                  <th scope="row">{phase.nom}</th>
                  <Montants valeurs={[phase.cout, phase.accorde, phase.attendu, resteDe(phase)]} />
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">L’année</th>
                <Montants valeurs={[figures.cout, figures.accorde, figures.attendu, resteDe(figures)]} />
              </tr>
            </tfoot>
          </table>
        </div>
      </Carte>
    </div>
  );
}

function Montants({ valeurs }: { valeurs: readonly number[] }) {
  return valeurs.map((valeur, rang) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: columns never move.
    <td key={rang} className={valeur === 0 ? styles.zero : undefined}>
      {formaterEuros(valeur)}
    </td>
  ));
}

/** The cost as one bar: granted, counted on, and what is left; said in words under it. */
function PartsPayees({ plan: { figures } }: { plan: PlanAnnee }) {
  const reste = Math.max(0, resteDe(figures));
  const total = figures.accorde + figures.attendu + reste;
  if (total === 0) return null;
  const parts = [
    ['accorde', 'Accordé', figures.accorde],
    ['attendu', 'Attendu', figures.attendu],
    ['reste', 'Reste à charge', reste],
  ] as const;
  return (
    <div className={styles.payeurs}>
      <div className={styles.payes} aria-hidden>
        {parts.map(([quoi, , montant]) =>
          montant === 0 ? null : <span key={quoi} data-quoi={quoi} style={{ flexGrow: montant }} />,
        )}
      </div>
      <ul className={styles.legende}>
        {parts.map(([quoi, nom, montant]) => (
          <li key={quoi}>
            <i data-quoi={quoi} aria-hidden />
            {nom} {formaterEuros(montant)}, {formaterTaux(montant, total)}
          </li>
        ))}
      </ul>
    </div>
  );
}
