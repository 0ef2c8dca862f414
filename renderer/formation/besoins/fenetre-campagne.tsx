import { NumberInput, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { dateLocale } from '../../../shared/dates.ts';
import type { CampagneResume } from '../../../shared/formation/besoins.ts';
import { ChampDate } from '../../components/champ-date.tsx';
import { FenetreSaisie } from '../../components/fenetre-saisie.tsx';
import { useFormulaire } from '../../components/formulaire.tsx';
import styles from './besoins.module.css';

/** Opens the survey of a year. */
export function FenetreOuvrirCampagne(props: { fermer: () => void; ouverte: (id: string) => void }) {
  const today = dateLocale(new Date());
  const { form, envoyer, enCours, refus } = useFormulaire(
    'formation.openCampagne',
    { annee: Number(today.slice(0, 4)), ouverteLe: today, echeance: null, note: '' },
    ({ id }) => props.ouverte(id),
    'campagne',
  );
  return (
    <FenetreSaisie
      titre="Ouvrir une campagne de recueil"
      valider="Ouvrir la campagne"
      modifie={form.isDirty()}
      envoyer={envoyer}
      enCours={enCours}
      refus={refus}
      fermer={props.fermer}
    >
      <div className={styles.champs}>
        <p className={styles.aide}>
          Chaque personne sous contrat est interrogée une fois. On voit qui a répondu, qui n’a besoin de rien
          et qui reste à voir.
        </p>
        <NumberInput
          label="Année"
          withAsterisk
          allowDecimal={false}
          thousandSeparator=""
          data-autofocus
          {...form.getInputProps('annee')}
        />
        <div className={styles.deux}>
          <ChampDate label="Ouverte le" withAsterisk {...form.getInputProps('ouverteLe')} />
          <ChampDate label="Dernier jour pour répondre" sens="avenir" {...form.getInputProps('echeance')} />
        </div>
        <Textarea label="Note" autosize minRows={2} maxRows={6} {...form.getInputProps('note')} />
      </div>
    </FenetreSaisie>
  );
}

/** Corrects its dates. */
export function FenetreCampagne({ campagne, fermer }: { campagne: CampagneResume; fermer: () => void }) {
  const { id, ouverteLe, echeance, note } = campagne;
  const { form, envoyer, enCours, refus } = useFormulaire(
    'formation.updateCampagne',
    { id, ouverteLe, echeance, note },
    () => {
      notifications.show({ message: 'La campagne est enregistrée.' });
      fermer();
    },
    'campagne',
  );
  return (
    <FenetreSaisie
      titre={`Campagne ${campagne.annee}`}
      valider="Enregistrer"
      modifie={form.isDirty()}
      envoyer={envoyer}
      enCours={enCours}
      refus={refus}
      fermer={fermer}
    >
      <div className={styles.champs}>
        <div className={styles.deux}>
          <ChampDate label="Ouverte le" withAsterisk data-autofocus {...form.getInputProps('ouverteLe')} />
          <ChampDate label="Dernier jour pour répondre" sens="avenir" {...form.getInputProps('echeance')} />
        </div>
        <Textarea label="Note" autosize minRows={2} maxRows={6} {...form.getInputProps('note')} />
      </div>
    </FenetreSaisie>
  );
}
