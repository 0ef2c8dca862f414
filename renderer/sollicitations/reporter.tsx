import { Button, Popover } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { estDateCivile } from '../../shared/dates.ts';
import { formaterJourCourt } from '../../shared/format.ts';
import { DELAIS, echeanceDans } from '../../shared/sollicitations/regles.ts';
import { useJour } from '../app/jour.ts';
import { ChampDate } from '../components/champ-date.tsx';
import { ChampEvenement } from './champ-evenement.tsx';
import styles from './suites.module.css';
import type { Moment } from './suites.ts';
import { LABELS_DELAI, TOUCHES_DELAI } from './touches.ts';

/** Same key as « Quand… » in *Noter*. */
const TOUCHE_ATTENTE = 'E';

function Attente({ choisir }: { choisir: (moment: Moment) => void }) {
  const champ = useRef<HTMLInputElement>(null);
  const [attendu, setAttendu] = useState('');
  const [faute, setFaute] = useState<string | null>(null);
  useEffect(() => champ.current?.focus(), []);
  return (
    <form
      className={styles.attendre}
      noValidate
      onSubmit={(evenement) => {
        evenement.preventDefault();
        if (attendu.trim() === '') setFaute('Dites ce que vous attendez.');
        else choisir({ echeance: null, evenement: attendu });
      }}
    >
      <ChampEvenement
        ref={champ}
        label="Attendre quoi ?"
        size="xs"
        value={attendu}
        error={faute}
        onChange={(mots) => {
          setFaute(null);
          setAttendu(mots);
        }}
      />
      <Button type="submit" size="xs" variant="default">
        Attendre
      </Button>
    </form>
  );
}

function Choix({ choisir, jourSeul }: { choisir: (moment: Moment) => void; jourSeul: boolean }) {
  const today = useJour();
  const [date, setDate] = useState<string | null>(null);
  const [faute, setFaute] = useState<string | null>(null);
  const [attend, setAttend] = useState(false);

  function valider() {
    if (date && estDateCivile(date) && date >= today) choisir({ echeance: date });
    else setFaute(date ? 'Choisissez un jour à venir.' : 'Indiquez une date.');
  }
  function auClavier(evenement: KeyboardEvent<HTMLElement>) {
    if (evenement.target instanceof HTMLInputElement) return;
    const delai = DELAIS.find((code) => TOUCHES_DELAI[code] === evenement.key.toUpperCase());
    if (delai) {
      evenement.preventDefault();
      choisir({ echeance: echeanceDans(delai, today) });
      return;
    }
    if (!jourSeul && evenement.key.toUpperCase() === TOUCHE_ATTENTE) {
      evenement.preventDefault();
      setAttend(true);
      return;
    }
    const pas = { ArrowDown: 1, ArrowUp: -1 }[evenement.key];
    if (!pas || !(evenement.target instanceof HTMLButtonElement)) return;
    evenement.preventDefault();
    const arrets = [...evenement.currentTarget.querySelectorAll<HTMLElement>('[data-arret]')];
    arrets[arrets.indexOf(evenement.target) + pas]?.focus();
  }

  // In place of the days, not under them: the sheet stays within a small window.
  if (attend) return <Attente choisir={choisir} />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows move between the buttons, which stay ordinary buttons.
    <div className={styles.choix} onKeyDown={auClavier}>
      {DELAIS.map((delai, rang) => {
        const echeance = echeanceDans(delai, today);
        return (
          <button
            key={delai}
            type="button"
            className={styles.delai}
            aria-keyshortcuts={TOUCHES_DELAI[delai]}
            data-arret
            data-autofocus={rang === 0 || undefined}
            onClick={() => choisir({ echeance })}
          >
            <kbd aria-hidden>{TOUCHES_DELAI[delai]}</kbd>
            {LABELS_DELAI[delai]}
            <span>{formaterJourCourt(echeance)}</span>
          </button>
        );
      })}
      <form
        className={styles.autreDate}
        noValidate
        onSubmit={(evenement) => {
          evenement.preventDefault();
          valider();
        }}
      >
        <ChampDate
          label="Une autre date"
          sens="avenir"
          size="xs"
          data-arret
          value={date}
          error={faute}
          onChange={(valeur) => {
            setFaute(null);
            setDate(valeur);
          }}
        />
        <Button type="submit" size="xs" variant="default">
          Reporter
        </Button>
      </form>
      {!jourSeul && (
        <button
          type="button"
          className={styles.delai}
          aria-keyshortcuts={TOUCHE_ATTENTE}
          onClick={() => setAttend(true)}
        >
          <kbd aria-hidden>{TOUCHE_ATTENTE}</kbd>
          Attendre un événement…
        </button>
      )}
    </div>
  );
}

/** Small sheet under its button: one key or one click for a near day, else a typed date. */
export function Reporter(props: {
  ouvert: boolean;
  changer: (ouvert: boolean) => void;
  choisir: (moment: Moment) => void;
  /** No event to wait for: a day, and nothing else. */
  jourSeul?: boolean;
  children: ReactNode;
}) {
  return (
    <Popover
      opened={props.ouvert}
      onChange={props.changer}
      position="bottom-end"
      shadow="md"
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>{props.children}</Popover.Target>
      <Popover.Dropdown p={6} aria-label="Reporter">
        <Choix
          jourSeul={props.jourSeul ?? false}
          choisir={(moment) => {
            props.changer(false);
            props.choisir(moment);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
