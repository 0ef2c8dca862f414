import { useEffect, useRef, useState } from 'react';
import { ecrireHeures, lireHeures } from '../../shared/heures/regles-heures.ts';
import styles from './heures.module.css';

/** Where to go once the hours are kept: the cell under, over, after or before; null stays. */
export type Suite = 'bas' | 'haut' | 'droite' | 'gauche' | null;

const SUITES: Record<string, Suite> = { Enter: 'bas', ArrowDown: 'bas', ArrowUp: 'haut' };

const ILLISIBLE = 'Écrivez un nombre d’heures : 151,67 ou 151h40.';

/** The hours of a month, typed in the cell itself. `refuser` gives the reason of a value that cannot be kept. */
export function CaseSaisie(props: {
  nom: string;
  depart: string;
  prevues: number | null;
  refuser: (minutes: number | null) => string | null;
  valider: (minutes: number | null, suite: Suite) => void;
  abandonner: () => void;
  dire: (faute: string | null) => void;
}) {
  const [texte, setTexte] = useState(props.depart);
  const [faute, setFaute] = useState<string | null>(null);
  const champ = useRef<HTMLInputElement>(null);
  const fini = useRef(false);
  useEffect(() => {
    champ.current?.focus();
  }, []);
  function fauter(pourquoi: string | null): void {
    setFaute(pourquoi);
    props.dire(pourquoi);
  }
  function finir(suite: Suite): void {
    if (fini.current) return;
    const minutes = texte.trim() === '' ? null : lireHeures(texte);
    const pourquoi = minutes === null && texte.trim() !== '' ? ILLISIBLE : props.refuser(minutes);
    if (pourquoi !== null) {
      fauter(pourquoi);
      champ.current?.focus();
      champ.current?.select();
      return;
    }
    fini.current = true;
    props.dire(null);
    props.valider(minutes, suite);
  }
  return (
    <input
      ref={champ}
      className={styles.saisie}
      aria-label={props.nom}
      aria-invalid={faute !== null || undefined}
      title={faute ?? undefined}
      placeholder={props.prevues === null ? undefined : ecrireHeures(props.prevues)}
      inputMode="decimal"
      autoComplete="off"
      value={texte}
      maxLength={12}
      onChange={({ currentTarget }) => {
        fauter(null);
        setTexte(currentTarget.value);
      }}
      onBlur={() => finir(null)}
      onPaste={(evenement) => evenement.stopPropagation()}
      onKeyDown={(evenement) => {
        evenement.stopPropagation();
        const suite =
          evenement.key === 'Tab' ? (evenement.shiftKey ? 'gauche' : 'droite') : SUITES[evenement.key];
        if (suite) {
          evenement.preventDefault();
          finir(suite);
        }
        if (evenement.key === 'Escape') {
          fini.current = true;
          props.dire(null);
          props.abandonner();
        }
      }}
    />
  );
}
