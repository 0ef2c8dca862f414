import { ActionIcon, Button, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import styles from './parametres.module.css';

export interface Equipe {
  membres: { id?: string; prenom: string; nom: string; fonction: string }[];
}

export const PERSONNE_VIDE = { prenom: '', nom: '', fonction: '' };

/** One line per person of the team. */
export function ChampsEquipe({ form }: { form: UseFormReturnType<Equipe & Record<string, unknown>> }) {
  return (
    <>
      {form.values.membres.map((membre, rang) => (
        <div className={styles.ligneEquipe} key={membre.id ?? `nouveau-${rang}`}>
          <TextInput
            aria-label={`Prénom, personne ${rang + 1}`}
            placeholder="Prénom"
            {...form.getInputProps(`membres.${rang}.prenom`)}
          />
          <TextInput
            aria-label={`Nom, personne ${rang + 1}`}
            placeholder="Nom"
            {...form.getInputProps(`membres.${rang}.nom`)}
          />
          <TextInput
            aria-label={`Fonction, personne ${rang + 1}`}
            placeholder="Conseillère en insertion, directrice…"
            {...form.getInputProps(`membres.${rang}.fonction`)}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={`Retirer la personne ${rang + 1}`}
            disabled={form.values.membres.length === 1}
            onClick={() => form.removeListItem('membres', rang)}
          >
            <IconTrash size={17} stroke={1.6} />
          </ActionIcon>
        </div>
      ))}
      {form.errors.membres ? (
        <Text size="sm" c="var(--brique)" role="alert">
          {form.errors.membres}
        </Text>
      ) : null}
      <Button
        variant="subtle"
        size="xs"
        leftSection={<IconPlus size={15} />}
        onClick={() => form.insertListItem('membres', { ...PERSONNE_VIDE })}
      >
        Ajouter une personne
      </Button>
    </>
  );
}
