import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { dateLocale } from '../../shared/dates.ts';
import { fenetreOuverte, toucheLibre } from '../app/clavier.ts';
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

const Noter = createContext<{
  ouvrir: (ouverture?: Ouverture) => void;
  /** What an opening that says nothing is about: the sheet on screen. */
  ici: { current: Ouverture };
}>({ ouvrir: () => undefined, ici: { current: {} } });

/** Opens the window that logs an exchange, from anywhere: `ouvrir({ organisationId })`. */
export function useNoter() {
  return useContext(Noter);
}

/** While this screen is shown, *Noter* starts with what it is about. */
export function useNoterIci({ organisationId }: { organisationId: string }, actif: boolean): void {
  const { ici } = useNoter();
  useEffect(() => {
    if (!actif) return;
    ici.current = { organisationId };
    return () => {
      ici.current = {};
    };
  }, [ici, organisationId, actif]);
}

async function preparer({ organisationId, interlocuteurId, relanceId }: Ouverture): Promise<Saisie> {
  const saisie = saisieVide(dateLocale(new Date()));
  if (!organisationId) return saisie;
  const { id, nom, ville, interlocuteurs } = await appeler('reseau.get', { id: organisationId });
  return {
    ...saisie,
    organisations: [{ id, nom, ville, interlocuteurs: interlocuteurs.filter(({ fin }) => fin === null) }],
    interlocuteurIds: interlocuteurId ? [interlocuteurId] : [],
    relanceId,
  };
}

/** Holds the *Noter* window above every screen, its key (N, or Ctrl J from a field) and the entry left unfinished. */
export function FournisseurNoter({ children }: { children: ReactNode }) {
  const [initiale, setInitiale] = useState<Saisie | null>(null);
  const brouillon = useRef<Saisie | null>(null);
  const ici = useRef<Ouverture>({});
  const api = useMemo(
    () => ({
      ici,
      ouvrir: (ouverture: Ouverture = ici.current) => {
        preparer(ouverture).then(setInitiale, annoncerRefus);
      },
    }),
    [],
  );
  useEffect(() => {
    function auClavier(evenement: KeyboardEvent) {
      const depuisUnChamp =
        evenement.key.toLowerCase() === 'j' &&
        (evenement.ctrlKey || evenement.metaKey) &&
        !evenement.repeat &&
        !fenetreOuverte();
      if (!depuisUnChamp && toucheLibre(evenement) !== 'n') return;
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
