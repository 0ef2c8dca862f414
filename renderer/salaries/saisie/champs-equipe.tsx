import { Select } from '@mantine/core';
import type { Membre } from '../../../shared/parametres/schema.ts';
import { useListe } from '../../app/listes.ts';
import { nomComplet } from '../../reseau/libelles.ts';
import styles from './saisie.module.css';
import type { Form } from './saisie.ts';

function ChoixMembre(props: {
  form: Form;
  champ: 'referentId' | 'encadrantId';
  label: string;
  membres: readonly Membre[];
}) {
  const { form, champ, membres } = props;
  const { value, ...reste } = form.getInputProps(champ);
  const parti = value !== null && !membres.some(({ id }) => id === value);
  return (
    <Select
      label={props.label}
      placeholder="Personne"
      clearable
      clearButtonProps={{ 'aria-label': `Effacer : ${props.label}` }}
      searchable={membres.length > 8}
      data={[
        ...membres.map((membre) => ({ value: membre.id, label: nomComplet(membre) })),
        ...(parti ? [{ value: value as string, label: 'Ancien membre de l’équipe' }] : []),
      ]}
      {...reste}
      value={value}
      onChange={(id) => form.setFieldValue(champ, id)}
    />
  );
}

export function ChampsEquipe({ form, membres }: { form: Form; membres: readonly Membre[] }) {
  const supports = useListe('supports');
  const { support } = form.values;
  return (
    <div className={styles.trois}>
      <ChoixMembre form={form} champ="referentId" label="Référent (CIP)" membres={membres} />
      <ChoixMembre form={form} champ="encadrantId" label="Encadrant technique" membres={membres} />
      <Select
        label="Support d’activité"
        placeholder="Non renseigné"
        clearable
        clearButtonProps={{ 'aria-label': 'Effacer : support d’activité' }}
        searchable
        nothingFoundMessage="Rien de ce nom."
        data={supports.choix([support])}
        {...form.getInputProps('support')}
        value={support || null}
        onChange={(code) => form.setFieldValue('support', code ?? '')}
      />
    </div>
  );
}
