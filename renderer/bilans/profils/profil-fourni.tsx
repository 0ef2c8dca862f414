import { trouverIndicateur } from '../../../shared/bilans/catalogue.ts';
import type { ProfilContenu } from '../../../shared/bilans/profil.ts';
import { accorder, insecables } from '../../../shared/format.ts';
import { Carte } from '../../components/page.tsx';
import { useAnneeApercu, useApercuProfil } from './apercu.ts';
import { direAxes } from './dire-profil.ts';
import styles from './profils.module.css';

const nomDe = (code: string) => insecables(trouverIndicateur(code)?.label ?? code);

/** A shipped profile, read: its parts, their figures and what each comes to this year. */
export function ProfilFourni({ contenu }: { contenu: ProfilContenu }) {
  const apercu = useApercuProfil(contenu);
  const annee = useAnneeApercu();
  return (
    <div className={styles.colonnes}>
      <div className={styles.sections}>
        {contenu.sections.map(({ code, titre, consigne, indicateurs }) => (
          <Carte
            key={code}
            titre={insecables(titre)}
            suite={indicateurs.length > 0 ? `en ${annee}` : undefined}
            sansMarge
          >
            {consigne === '' ? null : (
              <p className={styles.consigne}>{insecables(`À écrire : ${consigne}`)}</p>
            )}
            {indicateurs.length > 0 ? (
              <ul className={styles.figures} aria-label={`Chiffres de ${titre}`}>
                {indicateurs.map(({ code: indicateur, axes }) => (
                  <li key={indicateur} className={styles.figure}>
                    <div className={styles.nom}>
                      {nomDe(indicateur)}
                      {axes.length > 0 ? <p className={styles.axes}>{insecables(direAxes(axes))}</p> : null}
                    </div>
                    <strong className={styles.valeur}>{apercu(indicateur)}</strong>
                  </li>
                ))}
              </ul>
            ) : (
              <p className={styles.sansFigure}>Rien que du texte.</p>
            )}
          </Carte>
        ))}
      </div>
      <div className={styles.cote}>
        <Carte titre="Synthèse" suite={accorder(contenu.resume.length, 'chiffre')} sansMarge>
          <ol className={styles.figures}>
            {contenu.resume.map((code) => (
              <li key={code} className={styles.figure}>
                <div className={styles.nom}>{nomDe(code)}</div>
                <strong className={styles.valeur}>{apercu(code)}</strong>
              </li>
            ))}
          </ol>
        </Carte>
        <Carte titre="Options">
          <ul className={styles.options}>
            <li>{contenu.comparer ? 'Comparé à l’année d’avant' : 'Sans comparaison'}</li>
            <li>
              {contenu.annexe ? 'Avec l’annexe des lignes, sous pseudonymes' : 'Sans annexe des lignes'}
            </li>
          </ul>
        </Carte>
      </div>
    </div>
  );
}
