import { Combobox, InputBase, Loader, Modal, useCombobox } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { formaterDate } from '../../shared/format.ts';
import { label as libelle } from '../../shared/nomenclatures/nomenclature.ts';
import { CONTRATS } from '../../shared/nomenclatures/salaries.ts';
import { RECHERCHE_MAX } from '../../shared/reseau/schema.ts';
import type { SalarieLigne } from '../../shared/salaries/schema.ts';
import { useLecture } from '../app/operations.ts';
import { nomComplet } from '../reseau/libelles.ts';
import { NouveauSalarieBref } from './formulaire-salarie.tsx';
import styles from './salaries.module.css';

const CREER = '@creer';

function detail({ contrat, naissance }: SalarieLigne): string {
  if (contrat === null) return `Naissance : ${formaterDate(naissance)} · sans contrat`;
  const nature = libelle(CONTRATS, contrat.nature);
  return contrat.fin ? `${nature} jusqu’au ${formaterDate(contrat.fin)}` : `${nature} sans terme`;
}

/**
 * Picks a salarié by any part of their name or phone, those under contract first. Someone unknown is created on the
 * way, in a window over the form: nothing typed in it is lost.
 */
export function ChoixSalarie(props: {
  /** Id, or null when none is chosen. */
  value: string | null;
  onChange: (id: string | null) => void;
  label: ReactNode;
  error?: ReactNode;
  withAsterisk?: boolean;
  disabled?: boolean;
  'data-autofocus'?: boolean;
}) {
  const { value, onChange, ...reste } = props;
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  /** What is being typed; null when the field shows its value. */
  const [frappe, setFrappe] = useState<string | null>(null);
  const [aCreer, setACreer] = useState<string | null>(null);
  const fiche = useLecture('salaries.get', { id: value ?? '' }, { actif: value !== null });
  const cherchee = (frappe ?? '').trim();
  const suggestions = useLecture(
    'salaries.suggest',
    { recherche: cherchee, nombre: 8 },
    { actif: combobox.dropdownOpened, garderPrecedent: true },
  );
  const options = suggestions.data ?? [];
  const nom = value !== null && fiche.data?.id === value ? nomComplet(fiche.data) : '';

  function choisir(cle: string) {
    combobox.closeDropdown();
    setFrappe(null);
    if (cle === CREER) setACreer(cherchee);
    else onChange(cle);
  }

  return (
    <>
      <Combobox store={combobox} onOptionSubmit={choisir} withinPortal>
        <Combobox.Target>
          <InputBase
            placeholder="Nom, prénom…"
            autoComplete="off"
            {...reste}
            maxLength={RECHERCHE_MAX}
            value={frappe ?? nom}
            rightSection={
              suggestions.isFetching && frappe !== null ? (
                <Loader size={16} />
              ) : value !== null && !reste.disabled ? (
                <Combobox.ClearButton aria-label="Effacer ce choix" onClear={() => onChange(null)} />
              ) : null
            }
            rightSectionPointerEvents="all"
            onFocus={({ currentTarget }) => {
              currentTarget.select();
              combobox.openDropdown();
            }}
            onClick={() => combobox.openDropdown()}
            onBlur={() => {
              combobox.closeDropdown();
              setFrappe(null);
            }}
            onChange={({ currentTarget }) => {
              setFrappe(currentTarget.value);
              if (value !== null) onChange(null);
              combobox.openDropdown();
              combobox.updateSelectedOptionIndex();
              combobox.selectFirstOption();
            }}
          />
        </Combobox.Target>
        <Combobox.Dropdown>
          <Combobox.Options mah={320} style={{ overflowY: 'auto' }} aria-label="Salariés">
            {options.map((salarie) => (
              <Combobox.Option key={salarie.id} value={salarie.id}>
                <div className={styles.option}>
                  <span>{nomComplet(salarie)}</span>
                  <span className={styles.detail}>{detail(salarie)}</span>
                </div>
              </Combobox.Option>
            ))}
            <Combobox.Option value={CREER}>
              <span className={styles.creer}>
                <IconPlus size={16} stroke={1.6} aria-hidden />
                {cherchee === '' ? 'Créer une fiche' : `Créer la fiche de « ${cherchee} »`}
              </span>
            </Combobox.Option>
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      <Modal
        opened={aCreer !== null}
        onClose={() => setACreer(null)}
        title="Nouveau salarié"
        size={840}
        centered
        closeOnClickOutside={false}
      >
        {aCreer !== null && (
          <NouveauSalarieBref
            depart={aCreer}
            surSucces={(id) => {
              setACreer(null);
              onChange(id);
            }}
            surAbandon={() => setACreer(null)}
          />
        )}
      </Modal>
    </>
  );
}
