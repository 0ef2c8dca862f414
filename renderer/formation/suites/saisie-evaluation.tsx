import { Button, Group, Textarea } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { dateLocale } from '../../../shared/dates.ts';
import {
  type GenreEvaluation,
  NOTES,
  type Question,
  questionnaireDe,
  REPONSE_TEXTE_MAX,
  type Reponses,
} from '../../../shared/formation/evaluations.ts';
import type { Evaluations, FicheEvaluation } from '../../../shared/formation/suites.ts';
import { alerteTexte } from '../../../shared/mots-sensibles.ts';
import { appeler, ErreurOperation } from '../../app/operations.ts';
import { annoncerAnnulable, annoncerRefus } from '../../components/annulable.tsx';
import { ChampDate } from '../../components/champ-date.tsx';
import { GardeSaisie } from '../../components/formulaire.tsx';
import { Carte } from '../../components/page.tsx';
import { nomComplet } from '../../reseau/libelles.ts';
import styles from './suites.module.css';

type Stagiaire = Evaluations['stagiaires'][number];

const choixDe = (question: Question) =>
  question.genre === 'note'
    ? NOTES.map(({ valeur, label }) => ({ code: String(valeur), label }))
    : question.genre === 'choix'
      ? question.choix
      : [];

/** One answer among a few: arrows choose, a digit chooses and goes on to the next question. */
function Fermee(props: {
  question: Question;
  reponse: string;
  erreur: string | undefined;
  repondre: (code: string) => void;
  suivante: (depuis: HTMLElement) => void;
}) {
  const { question, reponse, erreur, repondre, suivante } = props;
  const choix = choixDe(question);
  function auClavier(evenement: KeyboardEvent<HTMLFieldSetElement>) {
    if (evenement.ctrlKey || evenement.metaKey || evenement.altKey) return;
    const chiffre = choix[Number(evenement.key) - 1];
    const efface = evenement.key === 'Backspace' || evenement.key === 'Delete';
    if (!chiffre && !efface) return;
    evenement.preventDefault();
    repondre(efface ? '' : chiffre!.code);
    if (chiffre) suivante(evenement.currentTarget);
  }
  return (
    <fieldset className={styles.question} onKeyDown={auClavier} data-question>
      <legend>{question.texte}</legend>
      <div className={styles.choix}>
        {choix.map(({ code, label }, rang) => (
          <label key={code}>
            <input
              type="radio"
              name={question.code}
              value={code}
              checked={reponse === code}
              onChange={() => repondre(code)}
            />
            <span>
              <kbd aria-hidden>{rang + 1}</kbd> {label}
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

/** The sheet of a trainee, typed as it is read: a digit for each question, then words, then the next sheet. */
export function SaisieEvaluation(props: {
  stagiaire: Stagiaire;
  genre: GenreEvaluation;
  /** Last day of the session. */
  fin: string;
  /** Opened from the one before: the first question takes the keyboard. */
  auClavier: boolean;
  suite: () => void;
}) {
  const { stagiaire, genre, fin, auClavier, suite } = props;
  const fiche = stagiaire[genre];
  const questionnaire = questionnaireDe(genre, fiche?.version);
  const today = dateLocale(new Date());
  const depart = fiche?.date ?? (genre === 'chaud' && fin < today ? fin : today);
  const [date, setDate] = useState<string | null>(depart);
  const [reponses, setReponses] = useState<Reponses>(fiche?.reponses ?? {});
  const [champs, setChamps] = useState<Record<string, string>>({});
  const [refus, setRefus] = useState<string | null>(null);
  const [enCours, setEnCours] = useState(false);
  const formulaire = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (auClavier) formulaire.current?.querySelector<HTMLElement>('input:checked, input')?.focus();
  }, [auClavier]);
  const modifie = date !== depart || JSON.stringify(reponses) !== JSON.stringify(fiche?.reponses ?? {});
  const nom = nomComplet(stagiaire.salarie);
  const cle = { inscriptionId: stagiaire.inscriptionId, genre };

  const repondre = (code: string, valeur: string | number) =>
    setReponses((avant) => {
      const { [code]: _, ...autres } = avant;
      return valeur === '' ? autres : { ...autres, [code]: valeur };
    });
  const remettre = (precedente: FicheEvaluation | null) =>
    precedente
      ? appeler('formation.saveEvaluation', { ...cle, ...precedente })
      : appeler('formation.removeEvaluation', cle);

  function allerApres(question: HTMLElement) {
    const questions = [...(formulaire.current?.querySelectorAll<HTMLElement>('[data-question]') ?? [])];
    const apres = questions[questions.indexOf(question) + 1];
    apres?.querySelector<HTMLElement>('input:checked, input, textarea')?.focus();
  }

  async function enregistrer() {
    setEnCours(true);
    setRefus(null);
    setChamps({});
    try {
      const { precedente } = await appeler('formation.saveEvaluation', {
        ...cle,
        date: date ?? '',
        version: questionnaire.version,
        reponses,
      });
      annoncerAnnulable(`La feuille de ${nom} est enregistrée.`, () => remettre(precedente));
      suite();
    } catch (erreur) {
      if (!(erreur instanceof ErreurOperation)) throw erreur;
      setChamps(erreur.enveloppe.champs ?? {});
      setRefus(erreur.message);
    } finally {
      setEnCours(false);
    }
  }

  async function retirer() {
    try {
      const { precedente } = await appeler('formation.removeEvaluation', cle);
      annoncerAnnulable(`La feuille de ${nom} est retirée.`, () => remettre(precedente));
    } catch (erreur) {
      annoncerRefus(erreur);
    }
  }

  return (
    <Carte
      titre={nom}
      suite={
        fiche ? (
          <Button size="compact-sm" variant="subtle" color="red" onClick={() => void retirer()}>
            Retirer cette feuille
          </Button>
        ) : null
      }
    >
      <GardeSaisie modifie={modifie} />
      <form
        ref={formulaire}
        noValidate
        className={styles.feuille}
        onSubmit={(evenement) => {
          evenement.preventDefault();
          void enregistrer();
        }}
      >
        <p className={styles.second}>
          Au clavier : un chiffre répond et passe à la suite, Entrée enregistre et ouvre la feuille suivante.
        </p>
        {questionnaire.questions.map((question) =>
          question.genre === 'texte' ? (
            <div key={question.code} data-question>
              <Textarea
                label={question.texte}
                autosize
                minRows={1}
                maxRows={5}
                maxLength={REPONSE_TEXTE_MAX}
                value={String(reponses[question.code] ?? '')}
                error={champs[`reponses.${question.code}`]}
                description={alerteTexte(String(reponses[question.code] ?? ''))}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                onKeyDown={(evenement) => {
                  if (evenement.key !== 'Enter' || evenement.shiftKey) return;
                  evenement.preventDefault();
                  formulaire.current?.requestSubmit();
                }}
                onChange={({ currentTarget }) => repondre(question.code, currentTarget.value)}
              />
            </div>
          ) : (
            <Fermee
              key={question.code}
              question={question}
              reponse={String(reponses[question.code] ?? '')}
              erreur={champs[`reponses.${question.code}`]}
              repondre={(code) =>
                repondre(question.code, question.genre === 'note' && code !== '' ? Number(code) : code)
              }
              suivante={allerApres}
            />
          ),
        )}
        <Group gap="sm" align="flex-end">
          <ChampDate
            label="Remplie le"
            withAsterisk
            sens="passe"
            className={styles.court}
            value={date}
            onChange={setDate}
            error={champs.date}
          />
          <Button type="submit" loading={enCours}>
            Enregistrer
          </Button>
          <span className={styles.erreur} role="alert">
            {refus}
          </span>
        </Group>
      </form>
    </Carte>
  );
}
