import { Checkbox, TextInput } from '@mantine/core';
import { TEMOIGNAGE_MAX, type Temoignage } from '../../../shared/bilans/temoignages.ts';
import { alerteTexte } from '../../../shared/mots-sensibles.ts';
import { useJour } from '../../app/jour.ts';
import { ChampDate } from '../../components/champ-date.tsx';
import { FenetreSaisie } from '../../components/fenetre-saisie.tsx';
import { useFormulaire } from '../../components/formulaire.tsx';
import { TexteLibre } from '../../components/texte-libre.tsx';
import { ChoixOrganisation } from '../../reseau/choix-organisation.tsx';
import { ChoixSalarie } from '../../salaries/choix-salarie.tsx';
import styles from './temoignages.module.css';

/** Words of somebody, as they are signed, and whether they may be quoted. */
export function FenetreTemoignage(props: { temoignage: Temoignage | null; fermer: () => void }) {
  const { temoignage, fermer } = props;
  const today = useJour();
  const { form, envoyer, enCours, refus } = useFormulaire(
    'bilans.saveTemoignage',
    {
      ...(temoignage ? { id: temoignage.id } : {}),
      date: temoignage?.date ?? today,
      signature: temoignage?.signature ?? '',
      texte: temoignage?.texte ?? '',
      accord: temoignage?.accord ?? false,
      salarieId: temoignage?.salarie?.id ?? null,
      organisationId: temoignage?.organisation?.id ?? null,
    },
    fermer,
    'temoignage',
  );
  const { salarieId, organisationId, signature } = form.getValues();
  return (
    <FenetreSaisie
      titre={temoignage ? 'Modifier le témoignage' : 'Ajouter un témoignage'}
      valider="Enregistrer"
      modifie={form.isDirty()}
      envoyer={envoyer}
      enCours={enCours}
      refus={refus}
      fermer={fermer}
    >
      <div className={styles.champs}>
        <TexteLibre
          label="Ce qui a été dit"
          withAsterisk
          minRows={4}
          maxLength={TEMOIGNAGE_MAX}
          data-autofocus
          {...form.getInputProps('texte')}
        />
        <TextInput
          label="Signé"
          withAsterisk
          maxLength={120}
          placeholder="Salariée en parcours, 34 ans"
          description={
            alerteTexte(signature) ??
            'Tel que le bilan le montrera : une fonction et un âge suffisent souvent, sans nom.'
          }
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('signature')}
        />
        <ChampDate label="Recueilli le" withAsterisk sens="passe" {...form.getInputProps('date')} />
        <Checkbox
          label="La personne est d’accord, par écrit, pour être citée"
          description="Sans cet accord, aucun bilan ne cite ces mots."
          {...form.getInputProps('accord', { type: 'checkbox' })}
        />
        <ChoixSalarie
          label="Salarié (facultatif)"
          value={salarieId ?? null}
          onChange={(id) => form.setFieldValue('salarieId', id)}
          error={form.errors.salarieId}
        />
        <ChoixOrganisation
          label="Organisation (facultatif)"
          value={organisationId ?? null}
          onChange={(id) => form.setFieldValue('organisationId', id)}
          error={form.errors.organisationId}
        />
      </div>
    </FenetreSaisie>
  );
}
