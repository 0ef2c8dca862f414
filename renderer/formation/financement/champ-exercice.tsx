import { NumberInput, type NumberInputProps } from '@mantine/core';

/** A financial year. */
export function ChampExercice(props: NumberInputProps) {
  return (
    <NumberInput
      label="Exercice"
      allowDecimal={false}
      allowNegative={false}
      thousandSeparator=""
      maxLength={4}
      {...props}
    />
  );
}
