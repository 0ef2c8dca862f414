import { Combobox, InputBase, useCombobox } from '@mantine/core';
import { type ReactNode, type Ref, useState } from 'react';
import { chercher } from '../../shared/nomenclatures/recherche.ts';
import { lireNaf } from '../../shared/nomenclatures/references.ts';
import styles from './choix-organisation.module.css';
import { lireNomenclatureNaf, useReference } from './reference.ts';

export interface Activite {
  /** `81.30Z`; empty when none is chosen. */
  code: string;
  version: string;
}

const AUCUNE: Activite = { code: '', version: '' };

/**
 * Picks an activity of the NAF by its code or its words. A well-formed code that the NAF rév. 2 does not have is kept
 * as one of the NAF 2025, whose labels are not known here.
 */
export function ChoixNaf({
  value,
  onChange,
  label,
  error,
  ref,
  ...reste
}: {
  value: Activite;
  onChange: (activite: Activite) => void;
  label: ReactNode;
  error?: ReactNode;
  ref?: Ref<HTMLInputElement>;
  description?: ReactNode;
  disabled?: boolean;
  'data-path'?: string;
}) {
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  /** What is being typed; null when the field shows its value. */
  const [frappe, setFrappe] = useState<string | null>(null);
  const naf = useReference(lireNomenclatureNaf);
  const cherchee = (frappe ?? '').trim();
  const options = naf && cherchee !== '' ? chercher(naf.ACTIVITES, cherchee, 30) : [];
  const saisi = lireNaf(cherchee);
  const inconnu = naf && saisi !== null && naf.libelleNaf(saisi, 'rev2') === '' ? saisi : null;
  const libelle = naf?.libelleNaf(value.code, value.version) ?? '';
  const montre = [value.code, libelle || (value.version === '2025' ? 'NAF 2025' : '')]
    .filter(Boolean)
    .join(' · ');

  function choisir(code: string) {
    combobox.closeDropdown();
    setFrappe(null);
    onChange({ code, version: code === inconnu ? '2025' : 'rev2' });
  }

  return (
    <Combobox store={combobox} onOptionSubmit={choisir} withinPortal>
      <Combobox.Target>
        <InputBase
          placeholder="81.30Z, ou des mots : restauration, nettoyage…"
          autoComplete="off"
          {...reste}
          ref={ref}
          label={label}
          error={error}
          maxLength={120}
          title={montre || undefined}
          value={frappe ?? montre}
          rightSection={
            value.code !== '' && !reste.disabled ? (
              <Combobox.ClearButton aria-label="Effacer ce code" onClear={() => onChange(AUCUNE)} />
            ) : null
          }
          rightSectionPointerEvents="all"
          onFocus={({ currentTarget }) => {
            currentTarget.select();
            combobox.openDropdown();
          }}
          onBlur={() => {
            combobox.closeDropdown();
            // A code typed to its end is a choice, even when the mouse leaves before Enter.
            if (saisi !== null && naf) choisir(saisi);
            setFrappe(null);
          }}
          onChange={({ currentTarget }) => {
            setFrappe(currentTarget.value);
            if (currentTarget.value.trim() === '' && value.code !== '') onChange(AUCUNE);
            combobox.openDropdown();
            combobox.updateSelectedOptionIndex();
            combobox.selectFirstOption();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={cherchee === ''}>
        <Combobox.Options mah={320} style={{ overflowY: 'auto' }} aria-label="Activités">
          {options.map(({ code, label: activite, domaine }) => (
            <Combobox.Option key={code} value={code}>
              <div className={styles.option}>
                <span className={styles.nom}>{activite}</span>
                <span className={styles.detail}>
                  {code} · {domaine}
                </span>
              </div>
            </Combobox.Option>
          ))}
          {inconnu ? (
            <Combobox.Option value={inconnu}>
              <div className={styles.option}>
                <span className={styles.nom}>Garder {inconnu}</span>
                <span className={styles.detail}>
                  Code de la NAF 2025, dont Passerelle n’a pas les intitulés
                </span>
              </div>
            </Combobox.Option>
          ) : options.length === 0 ? (
            <Combobox.Empty>Aucune activité ne contient ces mots.</Combobox.Empty>
          ) : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
