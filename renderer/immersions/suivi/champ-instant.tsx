import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { formaterHeure } from '../../../shared/format.ts';
import { type InstantLocal, instantLocal } from '../../../shared/immersions/regles-accident.ts';
import { lireHeure } from '../../../shared/visites/regles.ts';
import { ChampDate } from '../../components/champ-date.tsx';
import styles from './suivi.module.css';

/** Minutes since midnight as typed; null when empty, `NaN` when it cannot be read, which the contract refuses. */
export function heureTapee(texte: string): number | null {
  return texte.trim() === '' ? null : (lireHeure(texte) ?? Number.NaN);
}

/** `14 h 30` of an instant, empty when there is none. */
const heureDe = (instant: InstantLocal | null): string =>
  instant === null ? '' : formaterHeure(Number(instant.slice(11, 13)) * 60 + Number(instant.slice(14, 16)));

/** A day and its hour. Half typed, it is handed out as it stands: the contract refuses it, so it is never lost. */
export function ChampInstant(props: {
  jour: string;
  heure: string;
  valeur: InstantLocal | null;
  changer: (valeur: InstantLocal | null) => void;
  faute?: ReactNode;
  autoFocus?: boolean;
}) {
  const [date, setDate] = useState(props.valeur?.slice(0, 10) ?? null);
  const [heure, setHeure] = useState(heureDe(props.valeur));

  function poser(jour: string | null, texte: string) {
    setDate(jour);
    setHeure(texte);
    const minutes = heureTapee(texte);
    if (jour === null && minutes === null) props.changer(null);
    else
      props.changer(
        jour && minutes !== null && !Number.isNaN(minutes) ? instantLocal(jour, minutes) : 'à lire',
      );
  }
  return (
    <div className={styles.instant}>
      <ChampDate
        label={props.jour}
        sens="passe"
        value={date}
        error={props.faute}
        data-autofocus={props.autoFocus || undefined}
        onChange={(jour) => poser(jour, heure)}
      />
      <TextInput
        label={props.heure}
        placeholder="14 h 30"
        value={heure}
        error={props.faute ? true : undefined}
        onChange={(evenement) => poser(date, evenement.currentTarget.value)}
      />
    </div>
  );
}
