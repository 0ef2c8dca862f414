import { Button, Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconTrash } from '@tabler/icons-react';
import { nommerFinanceur } from '../../../shared/formation/avertissements-financement.ts';
import type { LigneLue, MouvementLu } from '../../../shared/formation/financement.ts';
import { type Mouvement, montantEtape } from '../../../shared/formation/regles-financement.ts';
import { MOUVEMENTS } from '../../../shared/nomenclatures/formation.ts';
import { useJour } from '../../app/jour.ts';
import { ChampDate } from '../../components/champ-date.tsx';
import { ChampMontant } from '../../components/champ-lu.tsx';
import { FenetreSaisie } from '../../components/fenetre-saisie.tsx';
import { useFormulaire } from '../../components/formulaire.tsx';
import styles from './financement.module.css';
import { retirerMouvement } from './gestes.ts';

const AIDES: Record<Mouvement, string> = {
  demande: 'Le dossier est envoyé au financeur.',
  accorde: 'Le financeur a dit oui, pour ce montant.',
  refuse: 'Le financeur a dit non, pour ce montant.',
  avance: 'Votre structure a payé en attendant d’être remboursée.',
  facture: 'Vous avez réclamé cet argent au financeur.',
  verse: 'L’argent est arrivé.',
};

/** A step of a line with its money; the amount that is expected is offered. */
export function FenetreMouvement(props: {
  ligne: LigneLue;
  mouvement: MouvementLu | null;
  genre: Mouvement;
  fermer: () => void;
}) {
  const { ligne, mouvement, fermer } = props;
  const today = useJour();
  const { form, envoyer, enCours, refus } = useFormulaire(
    'formation.saveMouvement',
    {
      id: mouvement?.id ?? null,
      financementId: ligne.id,
      genre: mouvement?.genre ?? props.genre,
      date: mouvement?.date ?? today,
      centimes: mouvement?.centimes ?? montantEtape(ligne, props.genre),
      reference: mouvement?.reference ?? '',
    },
    () => {
      fermer();
      notifications.show({ message: mouvement ? 'L’étape est corrigée.' : 'L’étape est notée.' });
    },
    'mouvement',
  );
  const { genre } = form.values;
  return (
    <FenetreSaisie
      titre={`${mouvement ? 'Corriger une étape' : 'Noter une étape'} · ${nommerFinanceur(ligne.organisation)}`}
      valider="Enregistrer"
      modifie={form.isDirty()}
      envoyer={envoyer}
      enCours={enCours}
      refus={refus}
      fermer={fermer}
    >
      <div className={styles.champs}>
        <Select
          className={styles.pleine}
          label="Étape"
          data={MOUVEMENTS.valeurs.map(({ code, label }) => ({ value: code, label }))}
          allowDeselect={false}
          description={AIDES[genre as Mouvement]}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('genre')}
          onChange={(choix) => {
            form.setFieldValue('genre', choix as never);
            if (mouvement === null)
              form.setFieldValue('centimes', montantEtape(ligne, choix as Mouvement) as never);
          }}
        />
        <ChampMontant
          // Another step has another amount, which the field must show at once.
          key={mouvement === null ? String(genre) : undefined}
          label="Montant"
          withAsterisk
          data-autofocus
          {...form.getInputProps('centimes')}
        />
        <ChampDate label="Le" withAsterisk sens="passe" max={today} {...form.getInputProps('date')} />
        <TextInput
          className={styles.pleine}
          label="Référence"
          placeholder="Numéro de facture, de virement…"
          maxLength={100}
          autoComplete="off"
          {...form.getInputProps('reference')}
        />
      </div>
      {mouvement ? (
        <Button
          mt="sm"
          variant="subtle"
          size="compact-sm"
          color="red"
          leftSection={<IconTrash size={15} stroke={1.6} />}
          onClick={() => {
            fermer();
            void retirerMouvement(mouvement);
          }}
        >
          Retirer cette étape
        </Button>
      ) : null}
    </FenetreSaisie>
  );
}
