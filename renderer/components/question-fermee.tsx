import type { KeyboardEvent } from 'react';
import { insecables } from '../../shared/format.ts';
import styles from './question-fermee.module.css';

/** More letters than this do not fit beside the question: the answers go below it. */
const A_COTE = 46;

/** Puts the keyboard on the question that follows in the same form. */
export function allerApres(question: HTMLElement): void {
  const questions = [...(question.closest('form')?.querySelectorAll<HTMLElement>('[data-question]') ?? [])];
  const apres = questions[questions.indexOf(question) + 1];
  apres?.querySelector<HTMLElement>('input:checked, input, textarea')?.focus();
}

/** One answer among a few: arrows choose, a digit chooses and goes on to the next question. */
export function QuestionFermee(props: {
  /** Name of its group of choices. */
  nom: string;
  texte: string;
  choix: readonly { code: string; label: string }[];
  reponse: string;
  erreur?: string | undefined;
  /** Where the answer comes from, or what to know before it. */
  indice?: string | undefined;
  /** Path of the field in its form, where the keyboard goes when it is refused. */
  chemin?: string | undefined;
  repondre: (code: string) => void;
}) {
  const { nom, choix, reponse, erreur, indice, chemin, repondre } = props;
  function auClavier(evenement: KeyboardEvent<HTMLFieldSetElement>) {
    if (evenement.ctrlKey || evenement.metaKey || evenement.altKey) return;
    const chiffre = choix[Number(evenement.key) - 1];
    const efface = evenement.key === 'Backspace' || evenement.key === 'Delete';
    if (!chiffre && !efface) return;
    evenement.preventDefault();
    repondre(efface ? '' : chiffre!.code);
    if (chiffre) allerApres(evenement.currentTarget);
  }
  const lettres = choix.reduce((somme, { label }) => somme + label.length, 0);
  return (
    <fieldset
      className={styles.question}
      data-dessous={lettres > A_COTE || undefined}
      onKeyDown={auClavier}
      data-question
    >
      <legend>
        {insecables(props.texte)}
        {indice ? <small>{insecables(indice)}</small> : null}
      </legend>
      <div className={styles.choix}>
        {choix.map(({ code, label }, rang) => (
          <label key={code}>
            <input
              type="radio"
              name={nom}
              value={code}
              checked={reponse === code}
              data-path={rang === 0 ? chemin : undefined}
              onChange={() => repondre(code)}
            />
            <span>
              <kbd aria-hidden>{rang + 1}</kbd> {insecables(label)}
            </span>
          </label>
        ))}
      </div>
      {erreur ? (
        <p className={styles.erreur} role="alert">
          {erreur}
        </p>
      ) : null}
    </fieldset>
  );
}
