import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { IconBuildingCommunity, IconPlus, IconSearch, IconUser, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, type Ref, useEffect, useState } from 'react';
import { formaterTelephone } from '../../shared/format.ts';
import { useLecture } from '../app/operations.ts';
import { MarqueSilence } from '../reseau/silence.tsx';
import styles from './noter.module.css';
import {
  choisir,
  nomComplet,
  type Proposition,
  proposer,
  retirerOrganisation,
  type Saisie,
  versChoisie,
} from './saisie.ts';

const PROPOSEES = 8;

function Proposee({
  proposition,
  telephone,
  silence,
}: {
  proposition: Proposition;
  telephone: string;
  /** Must not be contacted any more; chosen all the same, when they are the ones who called. */
  silence: boolean;
}) {
  switch (proposition.genre) {
    case 'organisation':
      return (
        <span className={styles.proposee}>
          <IconBuildingCommunity size={16} stroke={1.6} />
          <span>{proposition.organisation.nom}</span>
          <small>
            {silence ? (
              <MarqueSilence />
            ) : (
              [proposition.organisation.ville, formaterTelephone(telephone)].filter(Boolean).join(' · ')
            )}
          </small>
        </span>
      );
    case 'personne':
      return (
        <span className={styles.proposee}>
          <IconUser size={16} stroke={1.6} />
          <span>
            {nomComplet(proposition.personne)}
            {proposition.personne.intitule ? ` · ${proposition.personne.intitule}` : ''}
          </span>
          <small>{proposition.organisation.nom}</small>
        </span>
      );
    case 'creer':
      return (
        <span className={styles.proposee}>
          <IconPlus size={16} stroke={1.6} />
          <span>Créer l’organisation « {proposition.nom} »</span>
        </span>
      );
    case 'ajouter':
      return (
        <span className={styles.proposee}>
          <IconPlus size={16} stroke={1.6} />
          <span>
            Ajouter l’interlocuteur « {proposition.nom} » à {proposition.chez}
          </span>
        </span>
      );
  }
}

/** Who the exchange was with: one search for organisations and people, chips for those chosen. */
export function ChoixDestinataires(props: {
  saisie: Saisie;
  changer: (saisie: Saisie) => void;
  /** Once something is chosen: where the hand goes next. */
  suivant: (choix: Proposition) => void;
  error?: string;
  ref?: Ref<HTMLInputElement>;
}) {
  const { saisie, changer } = props;
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const recherche = saisie.recherche.trim();
  const { data, isPlaceholderData, isFetching } = useLecture(
    'reseau.suggest',
    { recherche, nombre: PROPOSEES },
    { garderPrecedent: true },
  );
  const aJour = !isPlaceholderData && !isFetching;
  const trouvees = data ?? [];
  const propositions = proposer(saisie, trouvees.map(versChoisie));
  const [presse, setPresse] = useState(false);

  // The list answers the words as they are: what Enter takes is always its first line unless arrows moved.
  const signature = propositions.map(({ cle }) => cle).join('|');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the combobox store is new at each render; the list is what matters.
  useEffect(() => {
    if (recherche) combobox.selectFirstOption();
  }, [signature, recherche]);

  // Enter pressed faster than the search answers waits for the answer instead of taking a stale line.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs once the answer is there.
  useEffect(() => {
    if (!presse || !aJour) return;
    setPresse(false);
    const [premiere] = propositions;
    if (premiere) prendre(premiere);
  }, [presse, aJour]);

  function prendre(choix: Proposition) {
    combobox.closeDropdown();
    changer(choisir(saisie, choix));
    props.suivant(choix);
  }
  function auClavier(evenement: KeyboardEvent<HTMLInputElement>) {
    if (evenement.key === 'Enter' && !evenement.ctrlKey && recherche && !aJour) {
      evenement.preventDefault();
      evenement.stopPropagation();
      setPresse(true);
      return;
    }
    if (evenement.key !== 'Backspace' || saisie.recherche !== '') return;
    const derniere = saisie.organisations.at(-1);
    if (derniere) changer(retirerOrganisation(saisie, derniere.id));
  }

  const choisis = saisie.organisations.map((organisation) => ({
    ...organisation,
    presents: organisation.interlocuteurs.filter(({ id }) => saisie.interlocuteurIds.includes(id)),
  }));
  return (
    <div>
      {choisis.length > 0 ? (
        <ul className={styles.puces} aria-label="Organisations de l’échange">
          {choisis.map(({ id, nom, ville, presents }) => (
            <li key={id} className={styles.puce}>
              <strong>{nom}</strong>
              {presents.length > 0 ? presents.map(nomComplet).join(', ') : ville}
              <button
                type="button"
                aria-label={`Retirer ${nom}`}
                onClick={() => changer(retirerOrganisation(saisie, id))}
              >
                <IconX size={14} stroke={1.8} />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <Combobox
        store={combobox}
        withinPortal={false}
        onOptionSubmit={(cle) => {
          const choix = propositions.find((proposition) => proposition.cle === cle);
          if (choix) prendre(choix);
        }}
      >
        <Combobox.Target>
          <TextInput
            ref={props.ref}
            label={choisis.length > 0 || saisie.nouvelleOrganisation ? 'Ajouter quelqu’un' : 'Avec qui ?'}
            placeholder="Une entreprise, une ville, un téléphone, une personne…"
            leftSection={<IconSearch size={16} stroke={1.6} />}
            autoComplete="off"
            autoFocus={choisis.length === 0}
            data-autofocus={choisis.length === 0 || undefined}
            data-mantine-stop-propagation={combobox.dropdownOpened || undefined}
            error={props.error}
            value={saisie.recherche}
            onChange={(evenement) => {
              changer({ ...saisie, recherche: evenement.currentTarget.value });
              combobox.openDropdown();
            }}
            onClick={() => combobox.openDropdown()}
            onBlur={() => combobox.closeDropdown()}
            onKeyDown={auClavier}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={propositions.length === 0}>
          <Combobox.Options mah={280} style={{ overflowY: 'auto' }} aria-label="Propositions">
            {recherche === '' ? <Combobox.Header>Derniers contacts</Combobox.Header> : null}
            {propositions.map((proposition) => (
              <Combobox.Option value={proposition.cle} key={proposition.cle}>
                <Proposee
                  proposition={proposition}
                  telephone={trouvees.find(({ id }) => id === proposition.cle)?.telephone ?? ''}
                  silence={trouvees.some(({ id, silence }) => silence && id === proposition.cle)}
                />
              </Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
    </div>
  );
}
