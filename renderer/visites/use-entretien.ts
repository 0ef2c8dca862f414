import { useEffect, useRef, useState } from 'react';
import type { Reponses } from '../../shared/visites/grille.ts';
import { APPEL_VIDE, type Appel, type Entretien } from '../../shared/visites/schema.ts';
import { appeler, ErreurOperation } from '../app/operations.ts';

/** Rest of the keyboard (ms) after which what was typed is kept. */
const REPOS = 500;

export interface SaisieEntretien {
  interlocuteurId: string | null;
  appel: Appel;
  grille: Reponses;
}

export type Etat =
  | { genre: 'rien' }
  | { genre: 'attente' }
  | { genre: 'garde' }
  | { genre: 'refus'; message: string };

/**
 * An interview as it is typed: kept by itself each time the keyboard rests, when the window is hidden and when the
 * screen is left, so that a closed lid loses nothing. One write follows the other; the first one creates the record.
 */
export function useEntretien(organisationId: string, depart: Entretien | null, aRencontrer: string | null) {
  const [saisie, setSaisie] = useState<SaisieEntretien>({
    interlocuteurId: depart ? depart.interlocuteurId : aRencontrer,
    appel: depart?.appel ?? APPEL_VIDE,
    grille: (depart?.grille ?? {}) as Reponses,
  });
  const [id, setId] = useState<string | null>(depart?.id ?? null);
  const [etat, setEtat] = useState<Etat>({ genre: 'rien' });
  const cle = useRef(id);
  const derniere = useRef(saisie);
  const gardee = useRef(saisie);
  const file = useRef<Promise<unknown>>(Promise.resolve());

  function garder(): Promise<void> {
    const ecrire = async () => {
      const presente = derniere.current;
      if (presente === gardee.current) return;
      const { id: connu } = await appeler('visites.saveEntretien', {
        id: cle.current,
        organisationId,
        ...presente,
      });
      gardee.current = presente;
      cle.current = connu;
      setId(connu);
      setEtat({ genre: presente === derniere.current ? 'garde' : 'attente' });
    };
    const tour = file.current.then(ecrire);
    file.current = tour.catch((erreur) => {
      if (!(erreur instanceof ErreurOperation)) throw erreur;
      setEtat({ genre: 'refus', message: erreur.message });
    });
    return tour;
  }
  const garderRef = useRef(garder);
  garderRef.current = garder;

  useEffect(() => {
    if (saisie === gardee.current) return;
    const minuterie = setTimeout(() => void garderRef.current().catch(() => undefined), REPOS);
    return () => clearTimeout(minuterie);
  }, [saisie]);

  useEffect(() => {
    const maintenant = () => void garderRef.current().catch(() => undefined);
    const cachee = () => document.visibilityState === 'hidden' && maintenant();
    window.addEventListener('pagehide', maintenant);
    document.addEventListener('visibilitychange', cachee);
    return () => {
      window.removeEventListener('pagehide', maintenant);
      document.removeEventListener('visibilitychange', cachee);
      maintenant();
    };
  }, []);

  function changer(partie: Partial<SaisieEntretien>) {
    const suite = { ...derniere.current, ...partie };
    derniere.current = suite;
    setSaisie(suite);
    setEtat({ genre: 'attente' });
  }

  /** What is typed is in the base, and so is the interview; answers with its id. */
  async function assurer(): Promise<string> {
    if (cle.current === null) derniere.current = { ...derniere.current };
    await garder();
    return cle.current!;
  }

  return { saisie, changer, id, etat, assurer };
}
