import { type ListeFiltres, listeFiltres } from '../../shared/reseau/liste.ts';
import { useAdresse } from '../app/adresse.ts';

export const DEFAUTS: ListeFiltres = listeFiltres.parse({});

type Cle = keyof ListeFiltres;
const CLES = Object.keys(DEFAUTS) as Cle[];

/** What the address says of a filter, in the form the filter has. */
function lireUn(cle: Cle, dit: string | null): unknown {
  if (dit === null) return undefined;
  const defaut = DEFAUTS[cle];
  if (Array.isArray(defaut)) return dit.split(',');
  if (typeof defaut === 'boolean') return true;
  if (typeof defaut === 'number') return Number(dit);
  return dit;
}

/** What the address says; a value that means nothing, or nothing any more, is as if it were not there. */
export function lireFiltres(adresse: URLSearchParams): ListeFiltres {
  const comprises = CLES.map((cle) => [cle, lireUn(cle, adresse.get(cle))] as const).filter(
    ([cle, valeur]) => listeFiltres.shape[cle].safeParse(valeur).success,
  );
  return listeFiltres.parse(Object.fromEntries(comprises));
}

/** The shortest address that says these filters. */
export function ecrireFiltres(filtres: Partial<ListeFiltres>): URLSearchParams {
  const adresse = new URLSearchParams();
  for (const cle of CLES) {
    const valeur = filtres[cle];
    if (valeur !== undefined && String(valeur) !== String(DEFAUTS[cle])) adresse.set(cle, String(valeur));
  }
  return adresse;
}

const ORDRE: Partial<ListeFiltres> = { tri: DEFAUTS.tri, sens: DEFAUTS.sens };

/** Filters alone, whatever the order and the search. */
export const filtresSeuls = (filtres: ListeFiltres): URLSearchParams =>
  ecrireFiltres({ ...filtres, ...ORDRE, recherche: '' });

/** True when the whole network is asked for, in whatever order. */
export function sansFiltre(filtres: ListeFiltres): boolean {
  return ecrireFiltres({ ...filtres, ...ORDRE, mois: DEFAUTS.mois }).size === 0;
}

let derniere = '/reseau';

/** Address of the list as it was last seen, for the way back. */
export const adresseListe = () => derniere;

/** Filters and order of the list, kept in the address: a link, a bookmark and « Précédent » find them again. */
export function useFiltres(): [ListeFiltres, (changements: Partial<ListeFiltres>) => void] {
  const [adresse, changerAdresse] = useAdresse();
  const filtres = lireFiltres(adresse);
  derniere = `/reseau${adresse.size > 0 ? `?${adresse}` : ''}`;
  return [
    filtres,
    (changements) =>
      changerAdresse((actuelle) => ecrireFiltres({ ...lireFiltres(actuelle), ...changements })),
  ];
}
