import { Select } from '@mantine/core';
import type { ListeOuverte } from '../../../shared/nomenclatures/ouvertes.ts';
import { useListe } from '../../app/listes.ts';
import type { FormulaireOrganisation } from '../champs-organisation.tsx';

/** One value of an open list, or none; a value no longer offered stays as long as it is the chosen one. */
export function ChoixListe({
  form,
  champ,
  liste,
  label,
  description,
}: {
  form: FormulaireOrganisation;
  champ: 'categorie' | 'secteur' | 'recruteur' | 'origine';
  liste: ListeOuverte;
  label: string;
  description?: string;
}) {
  const { choix } = useListe(liste);
  const valeur = form.values[champ];
  return (
    <Select
      label={label}
      description={description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      placeholder="À préciser"
      searchable
      selectFirstOptionOnChange
      clearable
      clearButtonProps={{ 'aria-label': `Effacer : ${label}` }}
      nothingFoundMessage="Rien ne porte ce nom dans la liste."
      data={choix([valeur])}
      {...form.getInputProps(champ)}
      value={valeur || null}
      onChange={(code) => form.setFieldValue(champ, code ?? '')}
    />
  );
}
