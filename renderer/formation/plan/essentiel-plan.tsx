import { accorder, formaterDuree, formaterNombre, insecables } from '../../../shared/format.ts';
import type { FigurePlan, PlanAnnee } from '../../../shared/formation/plan.ts';
import {
  direBudget,
  direPartenaires,
  NOMS_FIGURES,
  resteDe,
} from '../../../shared/formation/plan-parties.ts';
import { formaterEuros } from '../../../shared/montant.ts';
import styles from './plan.module.css';
import type { Ouvrir } from './use-choix.ts';

/** What one looks at first: hours, people, money, sessions; each number opens what it counts. */
export function EssentielPlan({ plan, ouvrir }: { plan: PlanAnnee; ouvrir: Ouvrir }) {
  const { figures, avant, annee, realiseesMemeDate, axes } = plan;
  const sexes = axes.sexe.filter(({ code, figures: siennes }) => code !== '' && siennes.stagiaires > 0);
  const envisagees = plan.sessions.filter(({ statut }) => statut === 'envisagee').length;
  const phrases = [direBudget(plan), direPartenaires(plan)].filter(Boolean);
  return (
    <>
      <ul className={styles.chiffres} aria-label="L’année">
        <li>
          <Chiffre
            figure="realisees"
            texte={formaterDuree(figures.realisees)}
            ouvrir={ouvrir}
            vide={figures.realisees === 0}
          />
          <Jauge figures={figures} />
          <span className={styles.suite}>
            <Lien
              texte={`${formaterDuree(figures.engagees)} engagées`}
              figure="engagees"
              ouvrir={ouvrir}
              vide={figures.engagees === 0}
            />
            <Lien
              texte={`${formaterDuree(figures.prevues)} prévues`}
              figure="prevues"
              ouvrir={ouvrir}
              vide={figures.prevues === 0}
            />
          </span>
          {avant ? (
            <span className={styles.avant}>
              {insecables(
                realiseesMemeDate === null
                  ? `${annee - 1} : ${formaterDuree(avant.realisees)}`
                  : `${annee - 1} : ${formaterDuree(realiseesMemeDate)} à la même date, ${formaterDuree(avant.realisees)} en tout`,
              )}
            </span>
          ) : null}
        </li>
        <li>
          <Chiffre
            figure="stagiaires"
            texte={formaterNombre(figures.stagiaires)}
            ouvrir={ouvrir}
            vide={figures.stagiaires === 0}
          />
          <span className={styles.suite}>
            {sexes.map(({ code, nom, figures: siennes }) => (
              <button
                key={code}
                type="button"
                className={styles.lien}
                onClick={() => ouvrir('stagiaires', 'sexe', code)}
              >
                {formaterNombre(siennes.stagiaires)}{' '}
                {(siennes.stagiaires < 2 ? nom.slice(0, -1) : nom).toLowerCase()}
              </button>
            ))}
            <Lien
              texte={accorder(figures.inscriptions, 'inscription')}
              figure="inscriptions"
              ouvrir={ouvrir}
              vide={figures.inscriptions === 0}
            />
          </span>
          {avant ? (
            <span className={styles.avant}>
              {insecables(
                `${annee - 1} : ${formaterNombre(avant.stagiaires)}, ${accorder(avant.inscriptions, 'inscription')}`,
              )}
            </span>
          ) : null}
        </li>
        <li>
          <Chiffre
            figure="reste"
            texte={formaterEuros(resteDe(figures))}
            ouvrir={ouvrir}
            vide={resteDe(figures) === 0}
          />
          <span className={styles.suite}>
            <Lien
              texte={`coût ${formaterEuros(figures.cout)}`}
              figure="cout"
              ouvrir={ouvrir}
              vide={figures.cout === 0}
            />
            <Lien
              texte={`accordé ${formaterEuros(figures.accorde)}`}
              figure="accorde"
              ouvrir={ouvrir}
              vide={figures.accorde === 0}
            />
            {figures.attendu > 0 ? (
              <Lien
                texte={`attendu ${formaterEuros(figures.attendu)}`}
                figure="attendu"
                ouvrir={ouvrir}
                vide={false}
              />
            ) : null}
          </span>
          {avant ? (
            <span className={styles.avant}>
              {insecables(
                `${annee - 1} : ${formaterEuros(resteDe(avant))} sur ${formaterEuros(avant.cout)} de coût`,
              )}
            </span>
          ) : null}
        </li>
        <li>
          <Chiffre
            figure="sessions"
            texte={formaterNombre(figures.sessions)}
            ouvrir={ouvrir}
            vide={figures.sessions === 0}
          />
          <span className={styles.suite}>
            {envisagees > 0 ? (
              <span>{`dont ${accorder(envisagees, 'seulement envisagée', 'seulement envisagées')}`}</span>
            ) : null}
          </span>
          {avant ? (
            <span className={styles.avant}>
              {insecables(`${annee - 1} : ${formaterNombre(avant.sessions)}`)}
            </span>
          ) : null}
        </li>
      </ul>
      {phrases.length > 0 ? (
        <p className={styles.phrases}>
          {phrases.map((phrase) => (
            <span key={phrase}>{insecables(phrase)}</span>
          ))}
        </p>
      ) : null}
    </>
  );
}

interface Ouvrable {
  figure: FigurePlan;
  texte: string;
  /** Nothing to open. */
  vide: boolean;
  ouvrir: Ouvrir;
}

function Chiffre({ figure, texte, vide, ouvrir }: Ouvrable) {
  const nom = NOMS_FIGURES[figure];
  return (
    <>
      <span className={styles.nom}>{nom}</span>
      {vide ? (
        <span className={styles.valeur}>{texte}</span>
      ) : (
        <button
          type="button"
          className={styles.valeur}
          aria-label={`${nom} : ${texte}. Voir le détail`}
          onClick={() => ouvrir(figure)}
        >
          {texte}
        </button>
      )}
    </>
  );
}

function Lien({ figure, texte, vide, ouvrir }: Ouvrable) {
  if (vide) return <span>{texte}</span>;
  return (
    <button type="button" className={styles.lien} onClick={() => ouvrir(figure)}>
      {texte}
    </button>
  );
}

/** Done within engaged, within planned: the same three as the picture by month. */
function Jauge({ figures: { prevues, engagees, realisees } }: Pick<PlanAnnee, 'figures'>) {
  const plus = Math.max(prevues, engagees, realisees);
  if (plus === 0) return null;
  const part = (minutes: number) => `${(minutes / plus) * 100}%`;
  return (
    <span className={styles.jauge} aria-hidden>
      <span data-quoi="prevues" style={{ width: part(prevues) }} />
      <span data-quoi="engagees" style={{ width: part(engagees) }} />
      <span data-quoi="realisees" style={{ width: part(realisees) }} />
    </span>
  );
}
