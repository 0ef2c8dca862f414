import {
  type MomentFse,
  type Question,
  questionnaireDe,
  questionsPosees,
  type Reponses,
} from '../../shared/fse/questionnaire.ts';
import { QuestionFermee } from '../components/question-fermee.tsx';
import styles from './fse.module.css';

/** The questions of a moment, those that an answer leads to appearing with it. */
export function ChampsQuestionnaire(props: {
  moment: MomentFse;
  version?: string | undefined;
  reponses: Reponses;
  indices: Record<string, string>;
  erreurs: Record<string, unknown>;
  /** Name of the form, before the path of each field. */
  formulaire: string;
  changer: (reponses: Reponses) => void;
}) {
  const { moment, version, reponses, indices, erreurs, formulaire, changer } = props;
  const posees = questionsPosees(questionnaireDe(moment, version), reponses);
  const seules = posees.filter(({ sensible }) => !sensible);
  const sensibles = posees.filter(({ sensible }) => sensible);
  function repondre(code: string, reponse: string) {
    const { [code]: _, ...autres } = reponses;
    changer(reponse === '' ? autres : { ...autres, [code]: reponse });
  }
  const poser = ({ code, texte, choix }: Question) => (
    <QuestionFermee
      key={code}
      nom={code}
      texte={texte}
      choix={choix}
      reponse={reponses[code] ?? ''}
      indice={indices[code]}
      erreur={erreurs[`reponses.${code}`] as string | undefined}
      chemin={`${formulaire}-reponses.${code}`}
      repondre={(reponse) => repondre(code, reponse)}
    />
  );
  return (
    <>
      {seules.map(poser)}
      {sensibles.length > 0 ? (
        <section className={styles.sensibles} aria-label="Questions auxquelles on peut ne pas répondre">
          <p className={styles.second}>
            La personne peut ne pas répondre aux questions qui suivent : sa réponse lui appartient.
          </p>
          {sensibles.map(poser)}
        </section>
      ) : null}
    </>
  );
}
