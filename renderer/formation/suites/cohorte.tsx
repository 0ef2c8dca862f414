import { accorder, formaterNombre, formaterTaux, insecables } from '../../../shared/format.ts';
import type { MesureSuite } from '../../../shared/formation/regles-suites.ts';
import type { Suites } from '../../../shared/formation/suites.ts';
import styles from './suites.module.css';

/** Parts of a cohort, from what is good to what is not known; they add up to it. */
export function partsDe(mesure: MesureSuite) {
  const { repondants, dynamiques, enParcours, sansReponse, nonDemandes, pasEncore } = mesure;
  return [
    { cle: 'dynamique', nom: 'Sortie dynamique', nombre: dynamiques },
    { cle: 'parcours', nom: 'Toujours en parcours', nombre: enParcours },
    { cle: 'autre', nom: 'Autre situation', nombre: repondants - dynamiques - enParcours },
    { cle: 'sans_reponse', nom: 'Sans réponse', nombre: sansReponse },
    { cle: 'non_demande', nom: 'Non demandé', nombre: nonDemandes },
    { cle: 'pas_encore', nom: 'Pas encore', nombre: pasEncore },
  ] as const;
}

export const direTaux = ({ dynamiques, repondants }: MesureSuite) =>
  repondants === 0
    ? 'aucune réponse'
    : insecables(`${formaterTaux(dynamiques, repondants)} (${dynamiques} sur ${repondants})`);

export function BarreCohorte({ mesure }: { mesure: MesureSuite }) {
  return (
    <div className={styles.barre} aria-hidden>
      {partsDe(mesure).map(({ cle, nombre }) =>
        nombre > 0 ? (
          <span key={cle} data-part={cle} style={{ width: `${(nombre / mesure.cohorte) * 100}%` }} />
        ) : null,
      )}
    </div>
  );
}

/** A cohort at a month: its rate and base, then everybody, those nobody heard of too. */
export function CarteCohorte({ cohorte }: { cohorte: Suites['cohortes'][number] }) {
  const { mois, tous, femmes, hommes } = cohorte;
  return (
    <section className={styles.cohorte} aria-label={`À ${mois} mois`}>
      <h2>À {mois} mois</h2>
      <p className={styles.taux}>
        <strong>{formaterTaux(tous.dynamiques, tous.repondants)}</strong>
        <span>
          {tous.repondants === 0
            ? 'aucune réponse pour l’instant'
            : insecables(
                `${accorder(tous.dynamiques, 'sortie dynamique', 'sorties dynamiques')} sur ${accorder(tous.repondants, 'réponse')}`,
              )}
        </span>
      </p>
      <BarreCohorte mesure={tous} />
      <ul className={styles.parts}>
        {partsDe(tous).map(({ cle, nom, nombre }) => (
          <li key={cle} data-vide={nombre === 0 || undefined}>
            <i data-part={cle} aria-hidden />
            {nom}
            <span>{formaterNombre(nombre)}</span>
          </li>
        ))}
        <li className={styles.total}>
          Cohorte<span>{formaterNombre(tous.cohorte)}</span>
        </li>
      </ul>
      {tous.repondants > 0 ? (
        <p className={styles.second}>
          Femmes : {direTaux(femmes)}
          <br />
          Hommes : {direTaux(hommes)}
        </p>
      ) : null}
    </section>
  );
}
