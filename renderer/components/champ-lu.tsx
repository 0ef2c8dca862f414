import { TextInput, type TextInputProps } from '@mantine/core';
import { type FocusEvent, type ReactNode, type Ref, useState } from 'react';
import { ecrireCentiemes, lireCentiemes } from '../../shared/conventions/valeurs.ts';
import { direPart, lirePart } from '../../shared/formation/part.ts';
import { ecrireEuros, lireEuros } from '../../shared/montant.ts';

export interface ChampLuProps
  extends Omit<TextInputProps, 'value' | 'defaultValue' | 'onChange' | 'error' | 'ref'> {
  /** Null when empty, NaN when what is typed cannot be read. */
  value?: number | null | undefined;
  onChange?: (valeur: number | null) => void;
  error?: ReactNode;
  ref?: Ref<HTMLInputElement>;
}

/** A number typed as people write it; unreadable, the text stays and the contract refuses it. */
export function ChampLu({
  value = null,
  onChange,
  error,
  lire,
  ecrire,
  exemple,
  ...reste
}: ChampLuProps & {
  lire: (texte: string) => number | null;
  ecrire: (valeur: number) => string;
  exemple: string;
}) {
  const [frappe, setFrappe] = useState<string | null>(null);
  const illisible = value !== null && Number.isNaN(value);
  return (
    <TextInput
      inputMode="decimal"
      autoComplete="off"
      maxLength={20}
      {...reste}
      value={frappe ?? (value === null || illisible ? '' : ecrire(value))}
      error={error || (illisible && frappe !== null ? `Écrivez par exemple ${exemple}.` : undefined)}
      onChange={({ currentTarget: { value: texte } }) => {
        setFrappe(texte);
        onChange?.(texte.trim() === '' ? null : (lire(texte) ?? Number.NaN));
      }}
      onBlur={(evenement: FocusEvent<HTMLInputElement>) => {
        if (!illisible) setFrappe(null);
        reste.onBlur?.(evenement);
      }}
    />
  );
}

/** Typed in euros, kept in cents. */
export function ChampMontant(props: ChampLuProps) {
  return (
    <ChampLu
      placeholder="0,00"
      rightSection="€"
      {...props}
      lire={lireEuros}
      ecrire={ecrireEuros}
      exemple="45,90"
    />
  );
}

/** Typed in %, kept in thousandths. */
export function ChampPart(props: ChampLuProps) {
  return (
    <ChampLu
      placeholder="70"
      rightSection="%"
      {...props}
      lire={lirePart}
      ecrire={(part) => direPart(part).replace(/.%$/, '')}
      exemple="70 ou 33,3"
    />
  );
}

/** Typed in full-time equivalents, kept in hundredths. */
export function ChampEtp(props: ChampLuProps) {
  return (
    <ChampLu
      placeholder="8,5"
      rightSection="ETP"
      rightSectionWidth={48}
      {...props}
      lire={lireCentiemes}
      ecrire={ecrireCentiemes}
      exemple="8,5"
    />
  );
}
