import { ActionIcon, Popover, TextInput, type TextInputProps } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { useMergedRef } from '@mantine/hooks';
import { IconCalendar } from '@tabler/icons-react';
import { type FocusEvent, type KeyboardEvent, type ReactNode, type Ref, useRef, useState } from 'react';
import { ajouterJours, dateLocale, estDateCivile, lireDate } from '../../shared/dates.ts';
import { formaterDate } from '../../shared/format.ts';

const ILLISIBLE = 'Cette date n’existe pas (attendu : jj/mm/aaaa).';

export interface ChampDateProps
  extends Omit<TextInputProps, 'value' | 'defaultValue' | 'onChange' | 'error' | 'ref'> {
  /** `AAAA-MM-JJ`, or null when empty. */
  value?: string | null | undefined;
  /**
   * Receives `AAAA-MM-JJ`, or null when the field is empty or still being typed. Once left (or on Enter), a text
   * that is no date is handed out as typed: the contract refuses it, so a wrong date is never saved as « none ».
   */
  onChange?: (valeur: string | null) => void;
  error?: ReactNode;
  /** Which side a date typed without its year is on; default: the current year. */
  sens?: 'passe' | 'avenir';
  min?: string;
  max?: string;
  ref?: Ref<HTMLInputElement>;
}

/**
 * The date field of every form: typed (`24/3`, `24032026`, `24.03.26`…), chosen in the calendar (Alt ↓), or moved a day
 * at a time with ↑ and ↓.
 */
export function ChampDate({ value, onChange, error, sens, min, max, ref, ...reste }: ChampDateProps) {
  const champ = useRef<HTMLInputElement>(null);
  const fusion = useMergedRef(champ, ref);
  const [ouvert, setOuvert] = useState(false);
  /** What is being typed; null when the field shows its value. */
  const [frappe, setFrappe] = useState<string | null>(null);
  const today = dateLocale(new Date());
  const date = value && estDateCivile(value) ? value : null;
  const illisible = frappe === null && Boolean(value) && date === null;

  function taper(texte: string) {
    setFrappe(texte);
    onChange?.(texte.trim() === '' ? null : lireDate(texte, today, sens));
  }
  function poser() {
    if (frappe === null) return;
    const lue = lireDate(frappe, today, sens);
    if (frappe.trim() !== '' && lue === null) onChange?.(frappe.trim());
    setFrappe(null);
  }
  function choisir(choix: string) {
    setFrappe(null);
    onChange?.(choix);
  }
  function auClavier(evenement: KeyboardEvent<HTMLInputElement>) {
    reste.onKeyDown?.(evenement);
    if (evenement.defaultPrevented) return;
    if (evenement.key === 'Enter') poser();
    if (evenement.key !== 'ArrowUp' && evenement.key !== 'ArrowDown') return;
    evenement.preventDefault();
    if (evenement.altKey) setOuvert(evenement.key === 'ArrowDown');
    else choisir(ajouterJours(date ?? today, date === null ? 0 : evenement.key === 'ArrowUp' ? 1 : -1));
  }

  return (
    <Popover
      opened={ouvert}
      onChange={setOuvert}
      position="bottom-start"
      trapFocus
      returnFocus
      shadow="md"
      withinPortal
      withRoles={false}
    >
      <Popover.Target>
        <TextInput
          placeholder="jj/mm/aaaa"
          inputMode="numeric"
          autoComplete="off"
          {...reste}
          ref={fusion}
          value={frappe ?? (date ? formaterDate(date) : (value ?? ''))}
          error={error || (illisible ? ILLISIBLE : undefined)}
          onChange={(evenement) => taper(evenement.currentTarget.value)}
          onBlur={(evenement: FocusEvent<HTMLInputElement>) => {
            poser();
            reste.onBlur?.(evenement);
          }}
          onKeyDown={auClavier}
          rightSection={
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label="Ouvrir le calendrier"
              disabled={reste.disabled || reste.readOnly}
              tabIndex={-1}
              onClick={() => setOuvert((etat) => !etat)}
            >
              <IconCalendar size={17} stroke={1.6} />
            </ActionIcon>
          }
        />
      </Popover.Target>
      <Popover.Dropdown>
        <DatePicker
          value={date}
          defaultDate={date ?? today}
          minDate={min}
          maxDate={max}
          onChange={(choix) => {
            if (choix) choisir(choix);
            setOuvert(false);
            champ.current?.focus();
          }}
          ariaLabels={{
            nextMonth: 'Mois suivant',
            previousMonth: 'Mois précédent',
            nextYear: 'Année suivante',
            previousYear: 'Année précédente',
            nextDecade: 'Dix ans plus tard',
            previousDecade: 'Dix ans plus tôt',
            monthLevelControl: 'Choisir le mois',
            yearLevelControl: 'Choisir l’année',
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
