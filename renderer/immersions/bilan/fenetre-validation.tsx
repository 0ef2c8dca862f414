import { ActionIcon, Button, SimpleGrid, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { type EvaluationValidation, grilleValidation } from '../../../shared/immersions/grilles.ts';
import type { ImmersionFiche } from '../../../shared/immersions/schema.ts';
import { useJour } from '../../app/jour.ts';
import { ChampDate } from '../../components/champ-date.tsx';
import { FenetreSaisie } from '../../components/fenetre-saisie.tsx';
import { useFormulaire } from '../../components/formulaire.tsx';
import { TexteLibre } from '../../components/texte-libre.tsx';
import { annoncerGrille } from './annoncer-grille.ts';
import styles from './bilan.module.css';
import { LigneNiveau } from './lignes-niveau.tsx';

/** The competences of the immersion, after those judged already; one added to the immersion since comes last. */
function depart(fiche: ImmersionFiche, evaluation: EvaluationValidation | null) {
  const jugees = evaluation?.competences ?? [];
  const visees = fiche.competences.map((competence) => ({ competence, niveau: '', commentaire: '' }));
  // The convention may name one twice; it is judged once.
  const parNom = Map.groupBy([...jugees, ...visees], ({ competence }) => competence.toLocaleLowerCase('fr'));
  return [...parNom.values()].map(([premiere]) => premiere!);
}

function AjouterCompetence(props: { deja: readonly string[]; ajouter: (competence: string) => void }) {
  const [texte, setTexte] = useState('');
  const propre = texte.trim();
  const double = props.deja.some((celle) => celle.toLocaleLowerCase('fr') === propre.toLocaleLowerCase('fr'));
  function ajouter() {
    if (propre === '' || double) return;
    props.ajouter(propre);
    setTexte('');
  }
  function auClavier(evenement: KeyboardEvent) {
    if (evenement.key !== 'Enter') return;
    // Adds the line, and does not send the whole grid.
    evenement.preventDefault();
    ajouter();
  }
  return (
    <div className={styles.ajouter}>
      <TextInput
        label="Ajouter une compétence"
        placeholder="Remonter un appareil sous contrôle"
        maxLength={200}
        value={texte}
        error={double && 'Cette compétence est déjà dans la grille.'}
        onChange={({ currentTarget }) => setTexte(currentTarget.value)}
        onKeyDown={auClavier}
      />
      <Button
        variant="default"
        leftSection={<IconPlus size={16} stroke={1.6} />}
        disabled={propre === '' || double}
        onClick={ajouter}
      >
        Ajouter
      </Button>
    </div>
  );
}

/** What the person can do, judged by who worked with them; and how they are at work. */
export function FenetreValidation(props: {
  fiche: ImmersionFiche;
  evaluation: EvaluationValidation | null;
  fermer: () => void;
}) {
  const { fiche, evaluation, fermer } = props;
  const today = useJour();
  const grille = grilleValidation(evaluation?.version);
  const { form, envoyer, enCours, refus } = useFormulaire(
    'immersions.saveEvaluation',
    {
      id: fiche.id,
      genre: 'validation' as const,
      date: evaluation ? evaluation.date : today,
      evaluateur: evaluation?.evaluateur ?? fiche.tuteurNom,
      reponses: {
        competences: depart(fiche, evaluation),
        savoirEtre: Object.fromEntries(
          grille.savoirEtre.map(({ code }) => [
            code,
            evaluation?.savoirEtre[code] ?? { niveau: '', commentaire: '' },
          ]),
        ),
        commentaire: evaluation?.commentaire ?? '',
      },
    },
    () => {
      annoncerGrille(fiche.id, 'validation', evaluation);
      fermer();
    },
    'validation',
  );
  const { competences } = form.values.reponses as { competences: ReturnType<typeof depart> };
  return (
    <FenetreSaisie
      titre="Grille de validation"
      taille={1060}
      valider="Enregistrer la grille"
      modifie={form.isDirty()}
      fermer={fermer}
      {...{ envoyer, enCours, refus }}
    >
      <p className={styles.consigne}>
        Ce que la personne sait faire, avec qui l’a encadrée. Au clavier : 1 à 4 choisit et passe à la ligne
        suivante, 0 pour « non observé ».
      </p>
      <SimpleGrid cols={2} spacing="sm">
        <TextInput label="Remplie par" maxLength={160} {...form.getInputProps('evaluateur')} />
        <ChampDate label="Le" sens="passe" {...form.getInputProps('date')} />
      </SimpleGrid>
      <section className={styles.section} aria-label="Compétences">
        <h3>Compétences</h3>
        {competences.length === 0 && (
          <p className={styles.aide}>La convention n’en nomme pas : ajoutez celles que vous évaluez.</p>
        )}
        {competences.map(({ competence }, rang) => (
          <LigneNiveau
            key={competence}
            titre={competence}
            degres={grille.niveaux}
            observable
            {...form.getInputProps(`reponses.competences.${rang}.niveau`)}
          >
            <div className={styles.commentaire}>
              <TextInput
                aria-label={`Commentaire : ${competence}`}
                placeholder="Commentaire"
                size="xs"
                maxLength={500}
                {...form.getInputProps(`reponses.competences.${rang}.commentaire`)}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`Retirer : ${competence}`}
                onClick={() => form.removeListItem('reponses.competences', rang)}
              >
                <IconX size={16} stroke={1.6} />
              </ActionIcon>
            </div>
          </LigneNiveau>
        ))}
        <AjouterCompetence
          deja={competences.map(({ competence }) => competence)}
          ajouter={(competence) =>
            form.insertListItem('reponses.competences', { competence, niveau: '', commentaire: '' })
          }
        />
      </section>
      <section className={styles.section} aria-label="Au travail">
        <h3>Au travail</h3>
        {grille.savoirEtre.map(({ code, titre }) => (
          <LigneNiveau
            key={code}
            titre={titre}
            degres={grille.frequences}
            observable
            {...form.getInputProps(`reponses.savoirEtre.${code}.niveau`)}
          />
        ))}
      </section>
      <TexteLibre
        label="Commentaire général"
        maxLength={2000}
        {...form.getInputProps('reponses.commentaire')}
      />
    </FenetreSaisie>
  );
}
