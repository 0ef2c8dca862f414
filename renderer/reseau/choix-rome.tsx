import { Combobox, Pill, PillsInput, useCombobox } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { chercher } from '../../shared/nomenclatures/recherche.ts';
import { type Metier, ROME_COURANTE } from '../../shared/nomenclatures/references.ts';
import { normaliser } from '../../shared/normaliser.ts';
import styles from './choix-organisation.module.css';
import { lireRome, useReference } from './reference.ts';

const LIBRE = '@libre';
const LONGUEUR_MAX = 200;

/** Title of a chip: where the métier stands in the ROME. */
function provenance({ code, version }: Metier): string {
  return code === '' ? 'Sans code' : `${code} · ROME ${version === 'v3' ? 'v3' : '4.0'}`;
}

/**
 * Picks métiers in the ROME by their words or their code; words that no code says are kept as they are. New choices
 * carry the version of the list they were made in; older ones keep theirs.
 */
export function ChoixRome({
  value,
  onChange,
  label,
  error,
  description,
  placeholder = 'Jardinier, cuisine, A1203…',
  max = 30,
  ...reste
}: {
  value: readonly Metier[];
  onChange: (metiers: Metier[]) => void;
  label: ReactNode;
  error?: ReactNode;
  description?: ReactNode;
  placeholder?: string;
  /** How many may be chosen. */
  max?: number;
  disabled?: boolean;
  'data-path'?: string;
}) {
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [frappe, setFrappe] = useState('');
  const rome = useReference(lireRome);
  const cherchee = frappe.trim();
  const pris = new Set(value.map(({ code }) => code));
  const restants = rome?.METIERS.filter(({ code }) => !pris.has(code)) ?? [];
  const options = cherchee === '' ? [] : chercher(restants, cherchee, 30);
  const dejaDit = value.some(({ libelle }) => normaliser(libelle) === normaliser(cherchee));
  const libre = normaliser(cherchee) !== '' && !dejaDit;
  const plein = value.length >= max;

  function choisir(cle: string) {
    const option = options.find(({ code }) => code === cle);
    const choisi = option
      ? { code: option.code, version: ROME_COURANTE, libelle: option.label }
      : { code: '', version: '', libelle: cherchee };
    setFrappe('');
    combobox.resetSelectedOption();
    onChange([...value, choisi]);
  }
  function retirer(rang: number) {
    onChange(value.filter((_, autre) => autre !== rang));
  }

  return (
    <Combobox store={combobox} onOptionSubmit={choisir} withinPortal>
      <Combobox.DropdownTarget>
        <PillsInput label={label} error={error} description={description} disabled={reste.disabled}>
          <Pill.Group>
            {value.map((metier, rang) => (
              <Pill
                key={`${metier.code} ${metier.libelle}`}
                withRemoveButton={!reste.disabled}
                title={provenance(metier)}
                removeButtonProps={{
                  'aria-label': `Retirer ${metier.libelle}`,
                  'aria-hidden': false,
                  tabIndex: 0,
                }}
                onRemove={() => retirer(rang)}
              >
                {metier.libelle}
              </Pill>
            ))}
            <Combobox.EventsTarget>
              <PillsInput.Field
                {...reste}
                autoComplete="off"
                maxLength={LONGUEUR_MAX}
                placeholder={plein ? undefined : placeholder}
                readOnly={plein}
                value={frappe}
                onFocus={() => combobox.openDropdown()}
                onBlur={() => {
                  combobox.closeDropdown();
                  setFrappe('');
                }}
                onChange={({ currentTarget }) => {
                  setFrappe(currentTarget.value);
                  combobox.openDropdown();
                  combobox.updateSelectedOptionIndex();
                  combobox.selectFirstOption();
                }}
                onKeyDown={(evenement) => {
                  if (evenement.key !== 'Backspace' || frappe !== '' || value.length === 0) return;
                  evenement.preventDefault();
                  retirer(value.length - 1);
                }}
              />
            </Combobox.EventsTarget>
          </Pill.Group>
        </PillsInput>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown hidden={cherchee === '' || plein}>
        <Combobox.Options mah={320} style={{ overflowY: 'auto' }} aria-label="Métiers">
          {options.map(({ code, label: metier, domaine }) => (
            <Combobox.Option key={code} value={code}>
              <div className={styles.option}>
                <span className={styles.nom}>{metier}</span>
                <span className={styles.detail}>
                  {code} · {domaine}
                </span>
              </div>
            </Combobox.Option>
          ))}
          {libre ? (
            <Combobox.Option value={LIBRE}>
              <span className={styles.creer}>
                <IconPlus size={16} stroke={1.6} aria-hidden />
                Garder « {cherchee} », sans code
              </span>
            </Combobox.Option>
          ) : options.length === 0 ? (
            <Combobox.Empty>{dejaDit ? 'Déjà dans la liste.' : 'Écrivez un métier.'}</Combobox.Empty>
          ) : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
