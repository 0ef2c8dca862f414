import { NumberInput, type NumberInputProps } from '@mantine/core';

/** A duration typed in hours (`7`, `3,5`), kept in minutes; empty is `null`. */
export function ChampHeures({
  minutes,
  surMinutes,
  ...reste
}: Omit<NumberInputProps, 'value' | 'onChange'> & {
  minutes: number | null;
  surMinutes: (minutes: number | null) => void;
}) {
  return (
    <NumberInput
      decimalSeparator=","
      allowedDecimalSeparators={[',', '.']}
      thousandSeparator=" "
      allowNegative={false}
      decimalScale={2}
      hideControls
      suffix=" h"
      autoComplete="off"
      {...reste}
      value={minutes === null ? '' : minutes / 60}
      onChange={(valeur) => surMinutes(valeur === '' ? null : Math.round(Number(valeur) * 60))}
    />
  );
}
