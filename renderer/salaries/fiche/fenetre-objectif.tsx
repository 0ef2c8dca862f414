import type { Objectif } from '../../../shared/salaries/parcours.ts';
import { useJour } from '../../app/jour.ts';
import { ChampDate } from '../../components/champ-date.tsx';
import { FenetreSaisie } from '../../components/fenetre-saisie.tsx';
import { useFormulaire } from '../../components/formulaire.tsx';
import { TexteLibre } from '../../components/texte-libre.tsx';
import styles from './fiche.module.css';

/** A goal agreed on with the person, and the day it is to be reached. */
export function FenetreObjectif(props: { salarieId: string; objectif: Objectif | null; fermer: () => void }) {
  const { objectif, fermer } = props;
  const today = useJour();
  const { form, envoyer, enCours, refus } = useFormulaire(
    'salaries.saveObjectif',
    {
      ...(objectif ? { id: objectif.id } : {}),
      salarieId: props.salarieId,
      libelle: objectif?.libelle ?? '',
      fixeLe: objectif?.fixeLe ?? today,
      echeance: objectif?.echeance ?? null,
    },
    fermer,
    'objectif',
  );
  return (
    <FenetreSaisie
      titre={objectif ? 'Modifier l’objectif' : 'Fixer un objectif'}
      valider="Enregistrer"
      modifie={form.isDirty()}
      envoyer={envoyer}
      enCours={enCours}
      refus={refus}
      fermer={fermer}
    >
      <TexteLibre
        label="À atteindre"
        withAsterisk
        placeholder="Passer le code, tenir un poste à plein temps, ouvrir ses droits…"
        maxLength={300}
        data-autofocus
        {...form.getInputProps('libelle')}
      />
      <div className={styles.deux}>
        <ChampDate label="Fixé le" withAsterisk sens="passe" max={today} {...form.getInputProps('fixeLe')} />
        <ChampDate
          label="Échéance"
          description="Il viendra dans Aujourd’hui ce jour-là."
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          sens="avenir"
          {...form.getInputProps('echeance')}
        />
      </div>
    </FenetreSaisie>
  );
}
