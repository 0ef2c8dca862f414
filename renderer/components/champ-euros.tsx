import { NumberInput, type NumberInputProps } from '@mantine/core';

/** An amount typed in euros (`14`, `1 234,50`), kept in cents; empty is `null`. */
export function ChampEuros({
  centimes,
  surCentimes,
  ...reste
}: Omit<NumberInputProps, 'value' | 'onChange'> & {
  centimes: number | null;
  surCentimes: (centimes: number | null) => void;
}) {
  return (
    <NumberInput
      decimalSeparator=","
      allowedDecimalSeparators={[',', '.']}
      thousandSeparator=" "
      allowNegative={false}
      decimalScale={2}
      hideControls
      suffix=" €"
      autoComplete="off"
      {...reste}
      value={centimes === null ? '' : centimes / 100}
      onChange={(valeur) => surCentimes(valeur === '' ? null : Math.round(Number(valeur) * 100))}
    />
  );
}
