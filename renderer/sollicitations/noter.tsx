import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { dateLocale } from '../../shared/dates.ts';
import { appeler } from '../app/operations.ts';
import { annoncerRefus } from '../components/annulable.tsx';
import { FenetreNoter } from './fenetre-noter.tsx';
import { type Saisie, saisieVide } from './saisie.ts';

export interface Ouverture {
  organisationId?: string;
  interlocuteurId?: string;
  /** Follow-up that the exchange answers. */
  relanceId?: string;
}

const Noter = createContext<{ ouvrir: (ouverture?: Ouverture) => void }>({ ouvrir: () => undefined });

/** Opens the window that logs an exchange, from anywhere: `ouvrir({ organisationId })`. */
export function useNoter() {
  return useContext(Noter);
}

async function preparer({ organisationId, interlocuteurId, relanceId }: Ouverture): Promise<Saisie> {
  const saisie = saisieVide(dateLocale(new Date()));
  if (!organisationId) return saisie;
  const { id, nom, ville, interlocuteurs } = await appeler('reseau.get', { id: organisationId });
  return {
    ...saisie,
    organisations: [{ id, nom, ville, interlocuteurs }],
    interlocuteurIds: interlocuteurId ? [interlocuteurId] : [],
    relanceId,
  };
}

const SAISIE = 'input, textarea, select, [contenteditable="true"]';

/** True when the key belongs to what has the focus, or to a window above the screen. */
function occupe(cible: EventTarget | null): boolean {
  return (
    (cible instanceof Element && cible.closest(SAISIE) !== null) ||
    document.querySelector('[role="dialog"], [role="menu"]') !== null
  );
}

/** Holds the *Noter* window above every screen, its key (N, or Ctrl J from a field) and the entry left unfinished. */
export function FournisseurNoter({ children }: { children: ReactNode }) {
  const [initiale, setInitiale] = useState<Saisie | null>(null);
  const brouillon = useRef<Saisie | null>(null);
  const api = useMemo(
    () => ({
      ouvrir: (ouverture: Ouverture = {}) => {
        preparer(ouverture).then(setInitiale, annoncerRefus);
      },
    }),
    [],
  );
  useEffect(() => {
    function auClavier(evenement: KeyboardEvent) {
      if (evenement.defaultPrevented || evenement.repeat || evenement.isComposing) return;
      const seule = !evenement.ctrlKey && !evenement.metaKey && !evenement.altKey;
      const lettre = evenement.key.toLowerCase();
      const depuisUnChamp = lettre === 'j' && (evenement.ctrlKey || evenement.metaKey);
      if (!depuisUnChamp && !(lettre === 'n' && seule && !occupe(evenement.target))) return;
      if (depuisUnChamp && document.querySelector('[role="dialog"]')) return;
      evenement.preventDefault();
      api.ouvrir();
    }
    window.addEventListener('keydown', auClavier);
    return () => window.removeEventListener('keydown', auClavier);
  }, [api]);
  return (
    <Noter value={api}>
      {children}
      {initiale ? (
        <FenetreNoter
          initiale={initiale}
          brouillon={brouillon.current}
          fermer={(restant) => {
            brouillon.current = restant;
            setInitiale(null);
          }}
        />
      ) : null}
    </Noter>
  );
}
