import { HeuresParMois } from '../../../shared/documents/formation/heures-mois.tsx';
import { formaterNombre, insecables } from '../../../shared/format.ts';
import type { FigurePlan, PlanAnnee } from '../../../shared/formation/plan.ts';
import { NOMS_FIGURES, type TauxPlan, tauxDe } from '../../../shared/formation/plan-parties.ts';
import { Carte } from '../../components/page.tsx';
import styles from './plan.module.css';
import type { Ouvrir } from './use-choix.ts';

/** The year month by month, and its rates with what each is made of. */
export function ImagePlan({ plan, ouvrir }: { plan: PlanAnnee; ouvrir: Ouvrir }) {
  return (
    <div className={styles.image}>
      <Carte titre="Heures par mois">
        <HeuresParMois mois={plan.parMois} />
        <ul className={styles.legende}>
          {(['prevues', 'engagees', 'realisees'] as const).map((quoi) => (
            <li key={quoi}>
              <i data-quoi={quoi} aria-hidden />
              {NOMS_FIGURES[quoi].replace('Heures ', '')}
            </li>
          ))}
        </ul>
      </Carte>
      <Carte titre="Taux" sansMarge>
        <ul className={styles.taux}>
          {tauxDe(plan).map((un) => (
            <Taux key={un.code} taux={un} comptes={comptesDe(plan, un.figure)} ouvrir={ouvrir} />
          ))}
        </ul>
      </Carte>
    </div>
  );
}

function Taux(props: { taux: TauxPlan; comptes: readonly Compte[]; ouvrir: Ouvrir }) {
  const { taux, comptes, ouvrir } = props;
  return (
    <li>
      <span className={styles.nom}>{taux.label}</span>
      <strong>{taux.taux}</strong>
      <span className={styles.base}>{insecables(taux.base)}</span>
      {comptes.length === 0 && taux.apart ? (
        <span className={styles.avant}>{insecables(taux.apart)}</span>
      ) : null}
      <span className={styles.suite}>
        {comptes.map(({ figure, nombre }) => (
          <button key={figure} type="button" className={styles.lien} onClick={() => ouvrir(figure)}>
            {NOMS_FIGURES[figure]} ({formaterNombre(nombre)})
          </button>
        ))}
      </span>
    </li>
  );
}

interface Compte {
  figure: FigurePlan;
  nombre: number;
}

/** The counts a rate is made of, those that have rows to show. */
function comptesDe({ figures }: PlanAnnee, figure: FigurePlan): Compte[] {
  const { auBout, interrompus, enCours, certification } = figures;
  const { total, partiel, echoue, nonPresente, attente } = certification;
  const comptes: Partial<Record<FigurePlan, Partial<Record<FigurePlan, number>>>> = {
    auBout: { auBout, interrompus, enCours },
    total: { total, partiel, echoue, nonPresente, attente },
  };
  return Object.entries(comptes[figure] ?? {})
    .filter(([, nombre]) => nombre > 0)
    .map(([une, nombre]) => ({ figure: une as FigurePlan, nombre }));
}
