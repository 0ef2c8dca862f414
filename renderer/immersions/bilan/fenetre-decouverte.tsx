import { SimpleGrid, TextInput } from '@mantine/core';
import {
  type EvaluationDecouverte,
  grilleDecouverte,
  type Question,
} from '../../../shared/immersions/grilles.ts';
import type { ImmersionFiche } from '../../../shared/immersions/schema.ts';
import { useJour } from '../../app/jour.ts';
import { ChampDate } from '../../components/champ-date.tsx';
import { FenetreSaisie } from '../../components/fenetre-saisie.tsx';
import { useFormulaire } from '../../components/formulaire.tsx';
import { TexteLibre } from '../../components/texte-libre.tsx';
import { nomComplet } from '../../reseau/libelles.ts';
import { annoncerGrille } from './annoncer-grille.ts';
import styles from './bilan.module.css';
import { LigneNiveau } from './lignes-niveau.tsx';

interface Reponse {
  question: Question;
  champ: { value?: string; onChange: (valeur: unknown) => void; error?: string; 'data-path'?: string };
}

function ChampQuestion({ question: { titre, degres }, champ }: Reponse) {
  if (degres.length === 0) return <TexteLibre label={titre} maxLength={2000} {...champ} />;
  return <LigneNiveau titre={titre} degres={degres} observable={false} {...champ} />;
}

/** The questionnaire of the person, filled with them or copied from paper. */
export function FenetreDecouverte(props: {
  fiche: ImmersionFiche;
  evaluation: EvaluationDecouverte | null;
  fermer: () => void;
}) {
  const { fiche, evaluation, fermer } = props;
  const today = useJour();
  const grille = grilleDecouverte(evaluation?.version);
  const codes = grille.sections.flatMap(({ questions }) => questions.map(({ code }) => code));
  const { form, envoyer, enCours, refus } = useFormulaire(
    'immersions.saveEvaluation',
    {
      id: fiche.id,
      genre: 'decouverte' as const,
      date: evaluation ? evaluation.date : today,
      evaluateur: evaluation?.evaluateur ?? nomComplet(fiche.salarie),
      reponses: {
        reponses: Object.fromEntries(codes.map((code) => [code, evaluation?.reponses[code] ?? ''])),
        commentaire: evaluation?.commentaire ?? '',
      },
    },
    () => {
      annoncerGrille(fiche.id, 'decouverte', evaluation);
      fermer();
    },
    'decouverte',
  );
  return (
    <FenetreSaisie
      titre="Grille de découverte"
      taille={1060}
      valider="Enregistrer la grille"
      modifie={form.isDirty()}
      fermer={fermer}
      {...{ envoyer, enCours, refus }}
    >
      <p className={styles.consigne}>
        Ce que la personne dit de son immersion. Au clavier : 1 à 4 répond et passe à la ligne suivante.
      </p>
      <SimpleGrid cols={2} spacing="sm">
        <TextInput label="Remplie par" maxLength={160} {...form.getInputProps('evaluateur')} />
        <ChampDate label="Le" sens="passe" {...form.getInputProps('date')} />
      </SimpleGrid>
      {grille.sections.map(({ titre, questions }) => (
        <section key={titre} className={styles.section} aria-label={titre}>
          <h3>{titre}</h3>
          {questions.map((question) => (
            <ChampQuestion
              key={question.code}
              question={question}
              champ={form.getInputProps(`reponses.reponses.${question.code}`)}
            />
          ))}
        </section>
      ))}
      <TexteLibre
        label="Autre chose à dire"
        maxLength={2000}
        {...form.getInputProps('reponses.commentaire')}
      />
    </FenetreSaisie>
  );
}
