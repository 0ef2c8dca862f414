import { Autocomplete, type AutocompleteProps } from '@mantine/core';
import { chercher } from '../../shared/nomenclatures/recherche.ts';
import { lireRome, useReference } from './reference.ts';

/** Words for one métier, with those of the ROME proposed while typing; whatever is typed stays. */
export function ChampMetier(props: AutocompleteProps) {
  const rome = useReference(lireRome);
  const frappe = (props.value ?? '').trim();
  const propositions = rome && frappe !== '' ? chercher(rome.METIERS, frappe, 12) : [];
  return (
    <Autocomplete
      {...props}
      data={propositions.map(({ code, label }) => `${code} ${label}`)}
      // Already searched, in more words than the label holds.
      filter={({ options }) => options}
      maxDropdownHeight={320}
    />
  );
}
