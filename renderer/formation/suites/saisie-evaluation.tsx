import { Button, Group, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
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
import { QuestionFermee } from '../../components/question-fermee.tsx';
import { nomComplet } from '../../reseau/libelles.ts';
import styles from './suites.module.css';

type Stagiaire = Evaluations['stagiaires'][number];

const choixDe = (question: Question) =>
  question.genre === 'note'
    ? NOTES.map(({ valeur, label }) => ({ code: String(valeur), label }))
    : question.genre === 'choix'
      ? question.choix
      : [];

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
            <QuestionFermee
              key={question.code}
              nom={question.code}
              texte={question.texte}
              choix={choixDe(question)}
              reponse={String(reponses[question.code] ?? '')}
              erreur={champs[`reponses.${question.code}`]}
              repondre={(code) =>
                repondre(question.code, question.genre === 'note' && code !== '' ? Number(code) : code)
              }
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
