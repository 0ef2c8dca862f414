import { Combobox, InputBase, type InputBaseProps, Loader, useCombobox } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, type Ref, useState } from 'react';
import { formaterTelephone } from '../../shared/format.ts';
import { RECHERCHE_MAX, type Suggestion } from '../../shared/reseau/schema.ts';
import { useLecture } from '../app/operations.ts';
import styles from './choix-organisation.module.css';
import { MarqueSilence } from './silence.tsx';

const CREER = '@creer';

function detail({ ville, telephone, interlocuteurs: [premier] }: Suggestion): string {
  const personne = premier ? `${premier.prenom} ${premier.nom}`.trim() : '';
  return [ville, formaterTelephone(telephone), personne].filter(Boolean).join(' · ');
}

/**
 * Picks an organisation by any part of its name, town, phone or interlocuteur; before anything is typed it offers the
 * most recently contacted. With `onCreate`, what was typed can become a new organisation.
 */
export function ChoixOrganisation({
  value,
  onChange,
  onCreate,
  nomCreation,
  label,
  error,
  ref,
  ...reste
}: {
  /** Id, or null when none is chosen. */
  value: string | null;
  onChange: (id: string | null, organisation: Suggestion | null) => void;
  onCreate?: (nom: string) => void;
  /** Name of the organisation about to be created, shown in place of a chosen one. */
  nomCreation?: string;
  label: ReactNode;
  error?: ReactNode;
  ref?: Ref<HTMLInputElement>;
  placeholder?: string;
  description?: ReactNode;
  withAsterisk?: boolean;
  disabled?: boolean;
  autoFocus?: boolean;
  'data-autofocus'?: boolean;
} & Pick<InputBaseProps, 'size'>) {
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  /** What is being typed; null when the field shows its value. */
  const [frappe, setFrappe] = useState<string | null>(null);
  const [choisie, setChoisie] = useState<Suggestion | null>(null);
  const fiche = useLecture(
    'reseau.get',
    { id: value ?? '' },
    { actif: value !== null && choisie?.id !== value },
  );
  const cherchee = (frappe ?? '').trim();
  const suggestions = useLecture(
    'reseau.suggest',
    { recherche: cherchee, nombre: 8 },
    { actif: combobox.dropdownOpened, garderPrecedent: true },
  );
  const nom =
    value === null ? (nomCreation ?? '') : choisie?.id === value ? choisie.nom : (fiche.data?.nom ?? '');
  const options = suggestions.data ?? [];
  const creable = onCreate !== undefined && cherchee !== '';

  function choisir(cle: string) {
    combobox.closeDropdown();
    if (cle === CREER) {
      setFrappe(null);
      onCreate?.(cherchee);
      return;
    }
    const organisation = options.find(({ id }) => id === cle);
    if (!organisation) return;
    setChoisie(organisation);
    setFrappe(null);
    onChange(organisation.id, organisation);
  }

  return (
    <Combobox store={combobox} onOptionSubmit={choisir} withinPortal>
      <Combobox.Target>
        <InputBase
          placeholder="Nom, ville, téléphone, interlocuteur…"
          autoComplete="off"
          {...reste}
          ref={ref}
          label={label}
          error={error}
          maxLength={RECHERCHE_MAX}
          value={frappe ?? nom}
          rightSection={
            suggestions.isFetching && frappe !== null ? (
              <Loader size={16} />
            ) : value !== null && !reste.disabled ? (
              <Combobox.ClearButton aria-label="Effacer ce choix" onClear={() => onChange(null, null)} />
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
            if (value !== null) onChange(null, null);
            combobox.openDropdown();
            combobox.updateSelectedOptionIndex();
            combobox.selectFirstOption();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={320} style={{ overflowY: 'auto' }} aria-label="Organisations">
          {options.map((organisation) => (
            <Combobox.Option key={organisation.id} value={organisation.id}>
              <div className={styles.option}>
                <span className={styles.nom}>{organisation.nom}</span>
                <span className={styles.detail}>{detail(organisation)}</span>
                {organisation.silence ? <MarqueSilence /> : null}
              </div>
            </Combobox.Option>
          ))}
          {creable ? (
            <Combobox.Option value={CREER}>
              <span className={styles.creer}>
                <IconPlus size={16} stroke={1.6} aria-hidden />
                Créer « {cherchee} »
              </span>
            </Combobox.Option>
          ) : null}
          {options.length === 0 && !creable && suggestions.data ? (
            <Combobox.Empty>
              {cherchee === ''
                ? 'Votre réseau est encore vide.'
                : 'Aucune organisation ne contient ces mots.'}
            </Combobox.Empty>
          ) : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
