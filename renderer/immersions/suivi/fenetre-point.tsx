import { Checkbox, Group, Select, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { insecables } from '../../../shared/format.ts';
import type { Point } from '../../../shared/immersions/regles-points.ts';
import type { ImmersionFiche } from '../../../shared/immersions/schema.ts';
import { alerteTexte } from '../../../shared/mots-sensibles.ts';
import { useJour } from '../../app/jour.ts';
import { useListe } from '../../app/listes.ts';
import { ChampDate } from '../../components/champ-date.tsx';
import { FenetreSaisie } from '../../components/fenetre-saisie.tsx';
import { useFormulaire } from '../../components/formulaire.tsx';
import styles from './suivi.module.css';

/** What was said at a point: who was there, the word of each, what follows. */
export function FenetrePoint(props: { fiche: ImmersionFiche; point: Point; fermer: () => void }) {
  const { fiche, point, fermer } = props;
  const today = useJour();
  const canaux = useListe('canaux');
  const { contenu } = point;
  const { form, envoyer, enCours, refus } = useFormulaire(
    'immersions.savePoint',
    {
      id: fiche.id,
      cle: point.cle,
      faitLe: point.faitLe ?? (point.echeance < today ? point.echeance : today),
      presents: contenu.presents,
      autres: contenu.autres,
      canal: contenu.canal,
      personne: contenu.personne,
      tuteur: contenu.tuteur,
      structure: contenu.structure,
      suite: contenu.suite,
      prochain: contenu.prochain,
      echange: false,
    },
    ({ sollicitationId }) => {
      fermer();
      notifications.show({
        message: sollicitationId
          ? insecables(`Point noté, et l’échange avec « ${fiche.organisation.nom} » dans son historique.`)
          : 'Point noté.',
      });
    },
    'point',
  );
  const prenom = fiche.salarie.prenom;
  const parole = (champ: 'personne' | 'tuteur' | 'structure' | 'suite') => ({
    autosize: true,
    minRows: 2,
    maxRows: 6,
    maxLength: 2000,
    description: alerteTexte(String(form.getValues()[champ] ?? '')),
    inputWrapperOrder: ['label', 'input', 'description', 'error'] as (
      | 'label'
      | 'input'
      | 'description'
      | 'error'
    )[],
    ...form.getInputProps(champ),
  });
  return (
    <FenetreSaisie
      titre={point.titre}
      taille={660}
      valider={point.faitLe === null ? 'Point tenu' : 'Enregistrer'}
      modifie={form.isDirty()}
      envoyer={envoyer}
      enCours={enCours}
      refus={refus}
      fermer={fermer}
    >
      <div className={styles.deux}>
        <ChampDate label="Tenu le" withAsterisk sens="passe" {...form.getInputProps('faitLe')} />
        <Select
          label="Comment"
          placeholder="Téléphone, visite…"
          clearable
          data={canaux.choix([contenu.canal])}
          {...form.getInputProps('canal')}
          value={form.getValues().canal || null}
          onChange={(canal) => form.setFieldValue('canal', (canal ?? '') as never)}
        />
      </div>
      <Checkbox.Group label="Avec" mt="sm" {...form.getInputProps('presents')}>
        <Group gap="lg" mt={6}>
          <Checkbox value="personne" label={prenom || 'La personne'} />
          <Checkbox value="tuteur" label={fiche.tuteurNom || 'Le tuteur'} />
          <Checkbox value="structure" label="Notre structure" />
        </Group>
      </Checkbox.Group>
      <TextInput
        mt="sm"
        label="Quelqu’un d’autre"
        placeholder="La cheffe d’équipe, un collègue…"
        maxLength={200}
        {...form.getInputProps('autres')}
      />
      <div className={styles.paroles}>
        <Textarea
          label={insecables(`Ce que dit ${prenom || 'la personne'}`)}
          {...parole('personne')}
          data-autofocus
        />
        <Textarea label="Ce que dit le tuteur" {...parole('tuteur')} />
        <Textarea label="Ce que nous en retenons" {...parole('structure')} />
        <Textarea label="Ce qui suit" {...parole('suite')} />
      </div>
      <div className={styles.deux}>
        <ChampDate
          label="Prochain point"
          description="Il viendra dans Aujourd’hui ce jour-là."
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          sens="avenir"
          {...form.getInputProps('prochain')}
        />
      </div>
      <Checkbox
        mt="md"
        label={insecables(`Noter aussi cet échange dans l’historique de « ${fiche.organisation.nom} »`)}
        {...form.getInputProps('echange', { type: 'checkbox' })}
      />
    </FenetreSaisie>
  );
}
