import { ActionIcon, TextInput } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { RECHERCHE_MAX } from '../../shared/reseau/schema.ts';
import { toucheLibre } from '../app/clavier.ts';
import shell from '../app/shell.module.css';

/**
 * The search above a list: « / » comes here, Échap empties it. `chercher` receives the trimmed words at each letter;
 * `recherche` is what the address says, and changes the field when it comes from elsewhere (« Précédent », a link).
 */
export function ChampRecherche(props: {
  label: string;
  placeholder: string;
  recherche: string;
  chercher: (recherche: string) => void;
  /** Down arrow or Enter: towards the first row. */
  descendre?: () => void;
  className?: string;
}) {
  const { recherche } = props;
  const champ = useRef<HTMLInputElement>(null);
  const [texte, setTexte] = useState(recherche);
  const envoyees = useRef<string[]>([]);
  useEffect(() => {
    // On a busy laptop the address comes back several letters late: what the field sent must not overwrite it.
    const rang = envoyees.current.lastIndexOf(recherche);
    if (rang === -1) setTexte(recherche);
    envoyees.current = envoyees.current.slice(rang + 1);
  }, [recherche]);
  useEffect(() => {
    function auClavier(evenement: KeyboardEvent) {
      if (toucheLibre(evenement) !== '/') return;
      evenement.preventDefault();
      champ.current?.focus();
    }
    window.addEventListener('keydown', auClavier);
    return () => window.removeEventListener('keydown', auClavier);
  }, []);
  function changer(saisie: string) {
    setTexte(saisie);
    const cherchee = saisie.trim();
    if (cherchee === (envoyees.current.at(-1) ?? recherche)) return;
    envoyees.current.push(cherchee);
    props.chercher(cherchee);
  }
  return (
    <TextInput
      ref={champ}
      className={props.className}
      aria-label={props.label}
      aria-keyshortcuts="/"
      placeholder={props.placeholder}
      maxLength={RECHERCHE_MAX}
      autoComplete="off"
      leftSection={<IconSearch size={16} stroke={1.7} />}
      rightSection={
        texte === '' ? (
          <kbd className={shell.touche}>/</kbd>
        ) : (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={26}
            aria-label="Effacer la recherche"
            onClick={() => {
              changer('');
              champ.current?.focus();
            }}
          >
            <IconX size={15} />
          </ActionIcon>
        )
      }
      value={texte}
      onChange={({ currentTarget }) => changer(currentTarget.value)}
      onKeyDown={(evenement) => {
        if (evenement.key === 'Escape' && texte !== '') changer('');
        if (!props.descendre || (evenement.key !== 'ArrowDown' && evenement.key !== 'Enter')) return;
        evenement.preventDefault();
        props.descendre();
      }}
    />
  );
}
