import { accorder, formaterNombre, formaterTaux } from '../../../shared/format.ts';
import type { SyntheseQuestion } from '../../../shared/formation/evaluations.ts';
import { Carte } from '../../components/page.tsx';
import { Colonne, Tableau } from '../../components/tableau.tsx';
import styles from './suites.module.css';

function Repartition({ question }: { question: SyntheseQuestion }) {
  return (
    <>
      <div className={styles.barre} aria-hidden>
        {question.repartition.map(({ code, nombre }, rang) =>
          nombre > 0 ? (
            <span
              key={code}
              data-rang={question.genre === 'note' ? rang + 1 : `choix${rang}`}
              style={{ width: `${(nombre / question.reponses) * 100}%` }}
            />
          ) : null,
        )}
      </div>
      <small className={styles.sous}>
        {question.repartition
          .filter(({ nombre }) => nombre > 0)
          .map(({ label, nombre }) => `${label} ${nombre}`)
          .join(' · ')}
      </small>
    </>
  );
}

/** What the sheets say together: each question with its own base. */
export function Synthese(props: {
  questions: readonly SyntheseQuestion[];
  remplies: number;
  entres: number;
}) {
  const { questions, remplies, entres } = props;
  const fermees = questions.filter(({ genre }) => genre !== 'texte');
  const ouvertes = questions.filter(({ textes }) => textes.length > 0);
  return (
    <>
      <Carte
        titre="Ce que disent les feuilles"
        suite={`${accorder(remplies, 'feuille')} sur ${entres} (${formaterTaux(remplies, entres)})`}
        sansMarge
      >
        <Tableau
          nu
          label="Synthèse par question"
          entetes={
            <>
              <Colonne largeur="40%">Question</Colonne>
              <Colonne largeur={100} droite>
                Réponses
              </Colonne>
              <Colonne largeur={110} droite>
                Moyenne sur 4
              </Colonne>
              <Colonne largeur={110} droite>
                Favorables
              </Colonne>
              <Colonne>Répartition</Colonne>
            </>
          }
        >
          {fermees.map((question) => (
            <tr key={question.code}>
              <td>{question.texte}</td>
              <td className={styles.droite}>{question.reponses}</td>
              <td className={styles.droite}>
                {question.moyenne === null ? '' : formaterNombre(question.moyenne / 100, 1)}
              </td>
              <td className={styles.droite}>
                {question.genre === 'note' ? formaterTaux(question.favorables, question.reponses) : ''}
              </td>
              <td>{question.reponses > 0 ? <Repartition question={question} /> : null}</td>
            </tr>
          ))}
        </Tableau>
      </Carte>
      {ouvertes.map(({ code, texte, textes }) => (
        <Carte key={code} titre={texte.replace(/\s*:$/, '')}>
          <ul className={styles.paroles}>
            {textes.map((parole, rang) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: words that two people may have written alike.
              <li key={rang}>«&nbsp;{parole}&nbsp;»</li>
            ))}
          </ul>
        </Carte>
      ))}
    </>
  );
}
