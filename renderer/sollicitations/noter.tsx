import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { dateLocale } from '../../shared/dates.ts';
import { fenetreOuverte, toucheLibre } from '../app/clavier.ts';
import { lire, useLecture } from '../app/operations.ts';
import { annoncerGeste, annoncerRefus } from '../components/annulable.tsx';
import { brouillonsGardes, relireBrouillons } from './brouillons.ts';
import { FenetreNoter } from './fenetre-noter.tsx';
import { nommerSaisie, type Saisie, saisieVide, versChoisie } from './saisie.ts';

export interface Ouverture {
  organisationId?: string;
  interlocuteurId?: string;
  /** Follow-up that the exchange answers. */
  relanceId?: string;
  /** What the entry starts with, beyond who it was with. */
  canal?: string;
  texte?: string;
  /** Interview to keep with the visit, once logged. */
  entretienId?: string;
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

async function preparer(ouverture: Ouverture & { organisationId: string }): Promise<Saisie> {
  const { organisationId, interlocuteurId, relanceId, entretienId } = ouverture;
  const today = dateLocale(new Date());
  const organisation = await lire('reseau.get', { id: organisationId });
  const interlocuteurs = organisation.interlocuteurs.filter(({ fin }) => fin === null);
  const vide = saisieVide(today);
  return {
    ...vide,
    canal: ouverture.canal ?? vide.canal,
    texte: ouverture.texte ?? vide.texte,
    organisations: [versChoisie({ ...organisation, interlocuteurs })],
    interlocuteurIds: interlocuteurId ? [interlocuteurId] : [],
    relanceId,
    entretienId,
  };
}

interface Fenetre {
  initiale: Saisie;
  /** What the entry is compared with to know whether something was typed. */
  depart: Saisie;
  /** Left unfinished earlier, latest first. */
  brouillons: readonly Saisie[];
}

/** Holds the *Noter* window above every screen, its key (N, or Ctrl J from a field) and what is left unfinished in it. */
export function FournisseurNoter({ children }: { children: ReactNode }) {
  const [fenetre, setFenetre] = useState<Fenetre | null>(null);
  const ici = useRef<Ouverture>({});
  const api = useMemo(
    () => ({
      ici,
      ouvrir: (ouverture: Ouverture = ici.current) => {
        const montrer = (initiale: Saisie) =>
          setFenetre({ initiale, depart: initiale, brouillons: brouillonsGardes() });
        const { organisationId } = ouverture;
        if (organisationId) preparer({ ...ouverture, organisationId }).then(montrer, annoncerRefus);
        else montrer(saisieVide(dateLocale(new Date())));
      },
    }),
    [],
  );
  function proposerReprise(phrase: string, saisie: Saisie) {
    annoncerGeste(`${phrase} : ${nommerSaisie(saisie)}`, {
      label: 'Reprendre',
      faire: () => {
        const [initiale, ...brouillons] = brouillonsGardes();
        if (initiale) setFenetre({ initiale, depart: saisieVide(dateLocale(new Date())), brouillons });
      },
    });
  }

  const membre = useLecture('parametres.get', {}).data?.membreCourant?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the application opens, and when it changes hands.
  useEffect(() => {
    if (!membre) return;
    relireBrouillons().then(([laissee]) => {
      if (laissee) proposerReprise('Un échange n’a pas été enregistré', laissee);
    }, annoncerRefus);
  }, [membre]);

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
      {fenetre ? (
        <FenetreNoter
          {...fenetre}
          fermer={(laissee) => {
            setFenetre(null);
            if (laissee) proposerReprise('Votre saisie est gardée', laissee);
          }}
        />
      ) : null}
    </Noter>
  );
}
