import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { SectionBilan } from '../../../shared/bilans/bilan.ts';
import { TEXTE_MAX } from '../../../shared/bilans/bilans.ts';
import { insecables } from '../../../shared/format.ts';
import { appeler, ErreurOperation } from '../../app/operations.ts';
import { TexteLibre } from '../../components/texte-libre.tsx';
import styles from './page.module.css';

/** Rest of the keyboard (ms) after which what was typed is saved. */
const REPOS = 700;

type Etat = 'garde' | 'en_cours' | { refus: string };

/** One writing after another, so that the last one wins whatever the section. */
let file: Promise<unknown> = Promise.resolve();

function ecrire(id: string, code: string, texte: string): Promise<unknown> {
  file = file
    .catch(() => undefined)
    .then(() => appeler('bilans.enregistrer', { id, textes: { [code]: texte } }));
  return file;
}

/** What is being typed, saved when the keyboard rests, when the field is left, and when the screen is. */
function useTexte(id: string, { code, texte: lu }: SectionBilan) {
  const [texte, setTexte] = useState(lu);
  const [etat, setEtat] = useState<Etat>('garde');
  /** What is typed and not written yet; null when all is. */
  const attente = useRef<string | null>(null);
  useEffect(() => {
    if (attente.current === null) setTexte(lu);
  }, [lu]);

  async function garder(): Promise<void> {
    const aEcrire = attente.current;
    if (aEcrire === null) return;
    setEtat('en_cours');
    try {
      await ecrire(id, code, aEcrire);
      // Typed on meanwhile: the next rest writes it.
      if (attente.current === aEcrire) {
        attente.current = null;
        setEtat('garde');
      }
    } catch (erreur) {
      if (!(erreur instanceof ErreurOperation)) throw erreur;
      setEtat({ refus: erreur.enveloppe.champs?.[`textes.${code}`] ?? erreur.message });
    }
  }
  const dernier = useRef(garder);
  dernier.current = garder;
  useEffect(() => {
    const partir = () => void dernier.current();
    window.addEventListener('pagehide', partir);
    document.addEventListener('visibilitychange', partir);
    return () => {
      window.removeEventListener('pagehide', partir);
      document.removeEventListener('visibilitychange', partir);
      partir();
    };
  }, []);
  const minuterie = useRef<ReturnType<typeof setTimeout>>(undefined);
  function changer(saisi: string) {
    setTexte(saisi);
    setEtat('en_cours');
    attente.current = saisi;
    clearTimeout(minuterie.current);
    minuterie.current = setTimeout(() => void dernier.current(), REPOS);
  }
  return { texte, etat, changer, garder };
}

/** The words of a section: what the figures do not say. Kept as one types, and offered again the next year. */
export function TexteSection({ id, section }: { id: string; section: SectionBilan }) {
  const { titre, consigne, repriseDe } = section;
  const { texte, etat, changer, garder } = useTexte(id, section);
  return (
    <div className={styles.texte}>
      {repriseDe === null ? null : (
        <div className={styles.reprise}>
          <span>{insecables(`Repris de « ${repriseDe} » : relisez-le avant de l’envoyer.`)}</span>
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => {
              changer(texte);
              void garder();
            }}
          >
            Garder tel quel
          </Button>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => changer('')}>
            Effacer
          </Button>
        </div>
      )}
      <TexteLibre
        aria-label={`Texte de la partie ${titre}`}
        placeholder={insecables(
          consigne || 'Faits marquants, difficultés, ce que les chiffres ne disent pas…',
        )}
        value={texte}
        maxLength={TEXTE_MAX}
        minRows={3}
        maxRows={40}
        error={typeof etat === 'object' ? etat.refus : undefined}
        onChange={({ currentTarget }) => changer(currentTarget.value)}
        onBlur={() => void garder()}
      />
      <p className={styles.etat} role="status">
        {etat === 'en_cours'
          ? 'Enregistrement…'
          : etat === 'garde' && texte !== '' && repriseDe === null
            ? 'Enregistré'
            : ''}
      </p>
    </div>
  );
}
