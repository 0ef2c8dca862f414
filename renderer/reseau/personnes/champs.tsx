import { Select, Textarea, TextInput } from '@mantine/core';
import { useListe } from '../../app/listes.ts';
import { ChampDate } from '../../components/champ-date.tsx';
import styles from '../saisie.module.css';

/** What these fields need of a form, whichever operation it is for. */
export interface FormulairePersonne {
  values: { civilite?: unknown; qualite?: unknown };
  getInputProps(champ: string): object;
  setFieldValue(champ: string, valeur: unknown): void;
}

/** Who a person is and how to reach them. */
export function ChampsIdentite({ form }: { form: FormulairePersonne }) {
  return (
    <>
      <div className={styles.identite}>
        <Select
          label="Civilité"
          placeholder="—"
          clearable
          clearButtonProps={{ 'aria-label': 'Effacer la civilité' }}
          data={['Mme', 'M.']}
          {...form.getInputProps('civilite')}
          value={String(form.values.civilite ?? '') || null}
          onChange={(civilite) => form.setFieldValue('civilite', civilite ?? '')}
        />
        <TextInput label="Prénom" data-autofocus {...form.getInputProps('prenom')} />
        <TextInput label="Nom" withAsterisk {...form.getInputProps('nom')} />
      </div>
      <TextInput label="Téléphone" inputMode="tel" {...form.getInputProps('telephone')} />
      <TextInput label="Autre téléphone" inputMode="tel" {...form.getInputProps('autreTelephone')} />
      <TextInput
        className={styles.entiere}
        label="Courriel"
        inputMode="email"
        {...form.getInputProps('courriel')}
      />
    </>
  );
}

export function ChampNote({ form }: { form: FormulairePersonne }) {
  return (
    <Textarea className={styles.entiere} label="Note" autosize minRows={2} {...form.getInputProps('note')} />
  );
}

/** What a person does in one organisation, and since when. */
export function ChampsPoste({ form }: { form: FormulairePersonne }) {
  const qualites = useListe('qualites');
  const choisie = String(form.values.qualite ?? '');
  return (
    <>
      <Select
        label="Qualité"
        placeholder="À préciser"
        searchable
        clearable
        clearButtonProps={{ 'aria-label': 'Effacer la qualité' }}
        nothingFoundMessage="Cette qualité n’est pas dans la liste."
        data={qualites.choix([choisie])}
        {...form.getInputProps('qualite')}
        value={choisie || null}
        onChange={(qualite) => form.setFieldValue('qualite', qualite ?? '')}
      />
      <TextInput
        label="Fonction"
        placeholder="Gérante, chef d’atelier…"
        {...form.getInputProps('intitule')}
      />
      <ChampDate label="En fonction depuis" sens="passe" {...form.getInputProps('debut')} />
      <ChampDate label="Départ le" sens="passe" {...form.getInputProps('fin')} />
    </>
  );
}
