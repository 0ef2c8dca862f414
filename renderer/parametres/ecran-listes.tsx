import { Link, useSearchParams } from 'react-router';
import { TetePage } from '../components/page.tsx';
import styles from './listes.module.css';
import { GROUPES, TOUTES_LES_LISTES } from './noms-listes.ts';
import { ValeursListe } from './valeurs-liste.tsx';

/** The words the structure may add, rename, retire and order, one list at a time. */
export function EcranListes() {
  const [adresse] = useSearchParams();
  const choisie = TOUTES_LES_LISTES.find(({ nom }) => nom === adresse.get('liste')) ?? TOUTES_LES_LISTES[0]!;
  return (
    <>
      <TetePage
        titre="Vos listes"
        fil={[{ label: 'Paramètres', vers: '/parametres' }]}
        sous="Les mots proposés dans les formulaires. Un mot retiré n’est plus proposé ; les fiches et les bilans qui le portent le gardent."
      />
      <div className={styles.page}>
        <nav className={styles.choix} aria-label="Listes">
          {GROUPES.map(({ titre, listes }) => (
            <section key={titre}>
              <h2>{titre}</h2>
              <ul>
                {listes.map(({ nom, label }) => (
                  <li key={nom}>
                    <Link
                      to={`?liste=${nom}`}
                      replace
                      aria-current={nom === choisie.nom ? 'page' : undefined}
                    >
                      {label}
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </nav>
        <ValeursListe key={choisie.nom} {...choisie} />
      </div>
    </>
  );
}
