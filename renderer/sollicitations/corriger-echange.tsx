import { Button, Group, Modal, MultiSelect, Select, SimpleGrid, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { CANAUX, NATURES, RESULTATS, SENS } from '../../shared/nomenclatures/sollicitations.ts';
import type { LigneHistorique } from '../../shared/sollicitations/schema.ts';
import { useLecture } from '../app/operations.ts';
import { ChampDate } from '../components/champ-date.tsx';
import { useFormulaire } from '../components/formulaire.tsx';

const choix = (liste: { valeurs: readonly { code: string; label: string }[] }) =>
  liste.valeurs.map(({ code, label }) => ({ value: code, label }));

/** Corrects an exchange already logged. */
export function CorrigerEchange(props: {
  ligne: LigneHistorique;
  organisationId: string;
  fermer: () => void;
}) {
  const { ligne, fermer } = props;
  const { data: organisation } = useLecture('reseau.get', { id: props.organisationId });
  const [abandon, setAbandon] = useState(false);
  const { form, envoyer, enCours, refus } = useFormulaire(
    'sollicitations.update',
    {
      id: ligne.id,
      date: ligne.date,
      canal: ligne.canal as never,
      sens: ligne.sens as never,
      nature: ligne.nature as never,
      resultat: ligne.resultat as never,
      texte: ligne.texte,
      organisationIds: ligne.organisations.map(({ id }) => id),
      interlocuteurIds: ligne.interlocuteurs.map(({ id }) => id),
    },
    () => {
      notifications.show({ message: 'Échange corrigé.' });
      fermer();
    },
  );
  const personnes = new Map(
    [...ligne.interlocuteurs, ...(organisation?.interlocuteurs ?? [])].map(
      ({ id, prenom, nom, intitule }) => [
        id,
        [[prenom, nom].filter(Boolean).join(' '), intitule].filter(Boolean).join(' · '),
      ],
    ),
  );
  return (
    <Modal
      opened
      onClose={() => (form.isDirty() ? setAbandon(true) : fermer())}
      title="Corriger l’échange"
      size="lg"
    >
      <form
        noValidate
        onSubmit={(evenement) => {
          evenement.preventDefault();
          void envoyer();
        }}
      >
        <SimpleGrid cols={2} spacing="sm" verticalSpacing="sm">
          <ChampDate label="Date" sens="passe" {...form.getInputProps('date')} />
          <Select label="Moyen" allowDeselect={false} data={choix(CANAUX)} {...form.getInputProps('canal')} />
          <Select
            label="Résultat"
            allowDeselect={false}
            data={choix(RESULTATS)}
            {...form.getInputProps('resultat')}
          />
          <Select
            label="Nature"
            data={[{ value: '', label: 'Non précisée' }, ...choix(NATURES)]}
            allowDeselect={false}
            {...form.getInputProps('nature')}
          />
          <Select
            label="Premier pas"
            allowDeselect={false}
            data={choix(SENS)}
            {...form.getInputProps('sens')}
          />
          <MultiSelect
            label="Interlocuteurs"
            data={[...personnes].map(([value, nom]) => ({ value, label: nom }))}
            searchable
            styles={{ inputField: { minWidth: 24 } }}
            nothingFoundMessage="Personne de ce nom dans l’organisation"
            {...form.getInputProps('interlocuteurIds')}
          />
        </SimpleGrid>
        <Textarea label="Ce qui s’est dit" autosize minRows={3} mt="sm" {...form.getInputProps('texte')} />
        <Group mt="md" justify="flex-end">
          {abandon ? (
            <>
              <Text size="sm" mr="auto" role="alert">
                Fermer sans enregistrer vos corrections ?
              </Text>
              <Button variant="default" onClick={fermer}>
                Fermer sans enregistrer
              </Button>
            </>
          ) : (
            <Text size="sm" c="var(--brique)" mr="auto" role="alert">
              {refus}
            </Text>
          )}
          <Button type="submit" loading={enCours}>
            Enregistrer
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
