import { NumberInput, Select, Textarea } from '@mantine/core';
import { insecables } from '../../shared/format.ts';
import type { ListeOuverte } from '../../shared/nomenclatures/ouvertes.ts';
import { estRepondue, GRILLE, type QuestionGrille, type Reponses } from '../../shared/visites/grille.ts';
import { useListe } from '../app/listes.ts';
import { Carte } from '../components/page.tsx';
import { ChoixPuces } from '../reseau/choix-puces.tsx';
import styles from './visites.module.css';

type Valeur = Reponses[QuestionGrille['code']];

function Choix(props: {
  liste: ListeOuverte;
  label: string;
  valeur: string;
  changer: (code: string) => void;
}) {
  const { choix } = useListe(props.liste);
  return (
    <Select
      aria-label={props.label}
      placeholder="Choisir"
      clearable
      clearButtonProps={{ 'aria-label': `Effacer : ${props.label}` }}
      data={choix([props.valeur])}
      value={props.valeur || null}
      onChange={(code) => props.changer(code ?? '')}
    />
  );
}

function Plusieurs(props: {
  liste: ListeOuverte;
  label: string;
  valeur: string[];
  changer: (codes: string[]) => void;
}) {
  const { choix } = useListe(props.liste);
  return (
    <div>
      <ChoixPuces
        legende={<span className="visuellement-cache">{props.label}</span>}
        options={choix(props.valeur)}
        value={props.valeur}
        onChange={props.changer}
      />
    </div>
  );
}

function Reponse(props: { question: QuestionGrille; valeur: Valeur; changer: (valeur: Valeur) => void }) {
  const { question, valeur, changer } = props;
  const { reponse, titre } = question;
  switch (reponse.forme) {
    case 'nombre':
      return (
        <NumberInput
          aria-label={titre}
          w={120}
          min={0}
          max={1_000_000}
          allowDecimal={false}
          allowNegative={false}
          thousandSeparator=" "
          hideControls
          value={typeof valeur === 'number' ? valeur : ''}
          onChange={(nombre) => changer(typeof nombre === 'number' ? nombre : null)}
        />
      );
    case 'choix':
      return (
        <Choix
          liste={reponse.liste}
          label={titre}
          valeur={typeof valeur === 'string' ? valeur : ''}
          changer={changer}
        />
      );
    case 'plusieurs':
      return (
        <Plusieurs
          liste={reponse.liste}
          label={titre}
          valeur={Array.isArray(valeur) ? valeur : []}
          changer={changer}
        />
      );
    default:
      return (
        <Textarea
          aria-label={titre}
          autosize
          minRows={Math.max(2, question.lignes - 1)}
          maxRows={14}
          maxLength={4000}
          value={typeof valeur === 'string' ? valeur : ''}
          onChange={({ currentTarget }) => changer(currentTarget.value)}
        />
      );
  }
}

/** The interview grid on screen, in its phases: what it asks on the left, what was heard on the right. */
export function Questions(props: { grille: Reponses; changer: (grille: Reponses) => void }) {
  const { grille, changer } = props;
  return GRILLE.map(({ code, titre, intro, questions }, rang) => {
    const posees = questions as readonly QuestionGrille[];
    const repondues = posees.filter((question) => estRepondue(grille[question.code])).length;
    return (
      <Carte
        key={code}
        titre={`${rang + 1}. ${titre}`}
        suite={`${repondues} sur ${posees.length}`}
        className={styles.phase}
      >
        <p className={styles.intro}>{insecables(intro)}</p>
        {posees.map((question) => (
          <div className={styles.question} key={question.code}>
            <div>
              <strong>{question.titre}</strong>
              <small>{insecables(question.aide)}</small>
            </div>
            <Reponse
              question={question}
              valeur={grille[question.code]}
              changer={(valeur) => changer({ ...grille, [question.code]: valeur })}
            />
          </div>
        ))}
      </Carte>
    );
  });
}
