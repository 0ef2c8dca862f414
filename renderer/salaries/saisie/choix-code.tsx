import { Select } from '@mantine/core';
import type { Nomenclature } from '../../../shared/nomenclatures/nomenclature.ts';
import { choixDe } from './champs-contrats.tsx';
import type { Form, Saisie } from './saisie.ts';

/** One answer of a closed list, that may be unknown. */
export function ChoixCode(props: {
  form: Form;
  champ: keyof Saisie & string;
  label: string;
  liste: Nomenclature;
  onChange?: (code: string) => void;
}) {
  const { form, champ } = props;
  const { value, ...reste } = form.getInputProps(champ);
  return (
    <Select
      label={props.label}
      placeholder="Non renseigné"
      clearable
      clearButtonProps={{ 'aria-label': `Effacer : ${props.label}` }}
      data={choixDe(props.liste)}
      {...reste}
      value={value || null}
      onChange={(code) => {
        if (props.onChange) props.onChange(code ?? '');
        else form.setFieldValue(champ, (code ?? '') as never);
      }}
    />
  );
}
