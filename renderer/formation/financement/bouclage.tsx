import { formaterTaux } from '../../../shared/format.ts';
import type { FinancementSession } from '../../../shared/formation/financement.ts';
import { formaterEuros } from '../../../shared/montant.ts';
import { Carte } from '../../components/page.tsx';
import styles from './financement.module.css';

/** What the session costs, who covers it, what is left to the structure: figures, and the same as one bar. */
export function Bouclage({ bouclage }: Pick<FinancementSession, 'bouclage'>) {
  const { cout, financeurs, accorde, propres, resteACharge, ecart } = bouclage;
  const base = Math.max(cout, financeurs + propres, 1);
  const largeur = (centimes: number) => ({ width: `${(centimes / base) * 100}%` });
  const attendu = Math.max(0, financeurs - accorde);
  return (
    <Carte titre="Qui paie la formation">
      <dl className={styles.chiffres}>
        <div>
          <dt>Coût</dt>
          <dd>{formaterEuros(cout)}</dd>
        </div>
        <div>
          <dt>Financeurs</dt>
          <dd>{formaterEuros(financeurs)}</dd>
          <dd>{cout > 0 ? `${formaterTaux(financeurs, cout)} du coût` : null}</dd>
        </div>
        <div>
          <dt>dont accordé</dt>
          <dd>{formaterEuros(accorde)}</dd>
          <dd>{attendu > 0 ? `${formaterEuros(attendu)} sans accord` : null}</dd>
        </div>
        <div>
          <dt>Reste à votre charge</dt>
          <dd>{formaterEuros(resteACharge)}</dd>
          <dd>{propres > 0 ? `dont ${formaterEuros(propres)} inscrits en fonds propres` : null}</dd>
        </div>
      </dl>
      <div className={styles.barre} aria-hidden>
        <span data-part="accorde" style={largeur(Math.min(accorde, financeurs))} />
        <span data-part="attendu" style={largeur(attendu)} />
        <span data-part="propres" style={largeur(propres)} />
      </div>
      <ul className={styles.legende} aria-hidden>
        <li data-part="accorde">Accordé</li>
        <li data-part="attendu">Attendu</li>
        <li data-part="propres">Fonds propres</li>
        {ecart > 0 ? <li data-part="manque">Non couvert, {formaterEuros(ecart)}</li> : null}
      </ul>
    </Carte>
  );
}
