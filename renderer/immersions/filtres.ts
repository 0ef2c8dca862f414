import { type ImmersionsListe, immersionsListe } from '../../shared/immersions/liste.ts';
import { filtresAdresse, useFiltresAdresse } from '../app/filtres-adresse.ts';

const ADRESSE = filtresAdresse(immersionsListe);

/** Filters and order of the list of immersions, kept in the address. */
export const useFiltresImmersions = () => useFiltresAdresse(ADRESSE);

export type Changer = (changements: Partial<ImmersionsListe>) => void;

const DEFAUTS = ADRESSE.lire(new URLSearchParams());

/** Address of the list on these filters. */
export function adresseDe(filtres: Partial<ImmersionsListe>): string {
  const adresse = ADRESSE.ecrire({ ...DEFAUTS, ...filtres });
  return adresse.size > 0 ? `/immersions?${adresse}` : '/immersions';
}

/** What narrows the list besides its view: all of it taken away. */
export const SANS_FILTRE: Partial<ImmersionsListe> = {
  recherche: '',
  annee: null,
  objet: '',
  referent: '',
  organisationId: undefined,
  salarieId: undefined,
};

/** True when nothing narrows the view. */
export function sansFiltre(filtres: ImmersionsListe): boolean {
  const { tri: _t, sens: _s, etat: _e, ...reste } = filtres;
  return Object.values(reste).every((valeur) => valeur === '' || valeur === null || valeur === undefined);
}
