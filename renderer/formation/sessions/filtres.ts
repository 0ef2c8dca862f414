import { type SessionsListe, sessionsListe } from '../../../shared/formation/liste-sessions.ts';
import { filtresAdresse, useFiltresAdresse } from '../../app/filtres-adresse.ts';

const ADRESSE = filtresAdresse(sessionsListe);

/** Filters and order of the list of sessions, kept in the address. */
export const useFiltresSessions = () => useFiltresAdresse(ADRESSE);

export type Changer = (changements: Partial<SessionsListe>) => void;

const DEFAUTS = ADRESSE.lire(new URLSearchParams());

/** Address of the list on these filters. */
export function adresseDe(filtres: Partial<SessionsListe>): string {
  const adresse = ADRESSE.ecrire({ ...DEFAUTS, ...filtres });
  return adresse.size > 0 ? `/formation?${adresse}` : '/formation';
}

/** What narrows the list besides its view: all of it taken away. */
export const SANS_FILTRE: Partial<SessionsListe> = {
  recherche: '',
  annee: null,
  genre: '',
  theme: '',
  support: '',
  organismeId: undefined,
  actionId: undefined,
};

/** True when nothing narrows the view. */
export function sansFiltre(filtres: SessionsListe): boolean {
  const { tri: _t, sens: _s, etat: _e, ...reste } = filtres;
  return Object.values(reste).every((valeur) => valeur === '' || valeur === null || valeur === undefined);
}
