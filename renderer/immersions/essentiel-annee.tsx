import { formaterNombre, insecables } from '../../shared/format.ts';
import { direMoyenne, direObjectif } from '../../shared/immersions/objectifs.ts';
import { Carte } from '../components/page.tsx';
import type { Annee, Ouvrir } from './ecran-objectifs.tsx';
import styles from './objectifs.module.css';

/** What one looks at first: how many, for whom, where, what came of it; then how long they last. */
export function EssentielAnnee({ annee, ouvrir }: { annee: Annee; ouvrir: Ouvrir }) {
  const { total, personnes, organisations, embauches, aVenir, renouvellements } = annee;
  const parAccueil =
    organisations.valeur === 0 ? '' : `${direMoyenne(total.valeur, organisations.valeur)} par structure`;
  return (
    <div className={styles.haut}>
      <ul className={styles.chiffres} aria-label="L’année">
        <Chiffre
          annee={annee}
          mesure={total}
          ouvrir={() => ouvrir('total')}
          suite={
            <>
              <Lien nombre={renouvellements} mot="renouvellement" ouvrir={() => ouvrir('renouvellements')} />
              <Lien nombre={aVenir} mot="à venir" pluriel="à venir" ouvrir={() => ouvrir('a_venir')} />
            </>
          }
        />
        <Chiffre annee={annee} mesure={personnes} ouvrir={() => ouvrir('personnes')} />
        <Chiffre
          annee={annee}
          mesure={organisations}
          ouvrir={() => ouvrir('organisations')}
          suite={parAccueil ? <span>{parAccueil}</span> : null}
        />
        <Chiffre annee={annee} mesure={embauches} ouvrir={() => ouvrir('embauches')} />
      </ul>
      <Durees annee={annee} />
    </div>
  );
}

function Lien(props: { nombre: number; mot: string; pluriel?: string; ouvrir: () => void }) {
  const { nombre, mot, pluriel = `${mot}s` } = props;
  if (nombre === 0) return null;
  return (
    <button type="button" className={styles.lien} onClick={props.ouvrir}>
      {formaterNombre(nombre)} {nombre > 1 ? pluriel : mot}
    </button>
  );
}

function Chiffre(props: {
  annee: Annee;
  mesure: Annee['total'];
  ouvrir: () => void;
  suite?: React.ReactNode;
}) {
  const { annee, mesure } = props;
  const { nom, valeur, objectif, attendu, precedent, precedentEntier } = mesure;
  const avant = annee.annee - 1;
  return (
    <li className={styles.chiffre}>
      <span className={styles.nom}>{nom}</span>
      {valeur > 0 ? (
        <button
          type="button"
          className={styles.valeur}
          aria-label={`${nom} : ${formaterNombre(valeur)}. Voir le détail`}
          onClick={props.ouvrir}
        >
          {formaterNombre(valeur)}
        </button>
      ) : (
        <span className={styles.valeur}>0</span>
      )}
      {objectif === null ? null : (
        <>
          <span className={styles.jauge} aria-hidden>
            <span style={{ width: `${Math.min(100, objectif === 0 ? 100 : (valeur / objectif) * 100)}%` }} />
            {attendu === null || objectif === 0 ? null : (
              <i style={{ left: `${Math.min(100, (attendu / objectif) * 100)}%` }} />
            )}
          </span>
          <span className={styles.vise}>{direObjectif(mesure)}</span>
        </>
      )}
      <span className={styles.avant}>
        {insecables(
          annee.arreteAu
            ? `${avant} : ${formaterNombre(precedent)} à la même date, ${formaterNombre(precedentEntier)} en tout`
            : `${avant} : ${formaterNombre(precedentEntier)}`,
        )}
      </span>
      {props.suite ? <span className={styles.suite}>{props.suite}</span> : null}
    </li>
  );
}

function Durees({ annee: { annee, durees, dureesAvant } }: { annee: Annee }) {
  const ligne = (nom: string, cle: 'sans' | 'avec') => (
    <tr>
      <th scope="row" className={styles.intitule}>
        {nom}
      </th>
      <td>{direMoyenne(durees[cle].jours, durees[cle].nombre)}</td>
      <td>{direMoyenne(durees[cle].minutes / 60, durees[cle].nombre)}</td>
      <td>{direMoyenne(dureesAvant[cle].jours, dureesAvant[cle].nombre)}</td>
      <td>{direMoyenne(dureesAvant[cle].minutes / 60, dureesAvant[cle].nombre)}</td>
    </tr>
  );
  return (
    <Carte titre="Durée moyenne">
      <table className={styles.durees}>
        <thead>
          <tr>
            <td />
            <th scope="col">Jours</th>
            <th scope="col">Heures</th>
            <th scope="col">Jours {annee - 1}</th>
            <th scope="col">Heures {annee - 1}</th>
          </tr>
        </thead>
        <tbody>
          {ligne('Par convention', 'sans')}
          {ligne('Avec renouvellement', 'avec')}
        </tbody>
      </table>
    </Carte>
  );
}
