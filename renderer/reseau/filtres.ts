import { useSearchParams } from 'react-router';
import { type ListeFiltres, listeFiltres } from '../../shared/reseau/schema.ts';

const DEFAUTS = listeFiltres.parse({});

type Cle = keyof ListeFiltres;

/** What the address says; a value that means nothing is as if it were not there. */
export function lireFiltres(adresse: URLSearchParams): ListeFiltres {
  const dites: Record<Cle, unknown> = {
    recherche: adresse.get('recherche') ?? undefined,
    genre: adresse.get('genre') ?? undefined,
    ville: adresse.get('ville') ?? undefined,
    contact: adresse.get('contact') ?? undefined,
    archivees: adresse.has('archivees'),
    tri: adresse.get('tri') ?? undefined,
    sens: adresse.get('sens') ?? undefined,
  };
  const comprises = Object.entries(dites).filter(
    ([cle, valeur]) => listeFiltres.shape[cle as Cle].safeParse(valeur).success,
  );
  return listeFiltres.parse(Object.fromEntries(comprises));
}

/** The shortest address that says these filters. */
export function ecrireFiltres(filtres: ListeFiltres): URLSearchParams {
  const adresse = new URLSearchParams();
  for (const [cle, valeur] of Object.entries(filtres)) {
    if (valeur !== DEFAUTS[cle as Cle]) adresse.set(cle, String(valeur));
  }
  return adresse;
}

/** True when the whole network is asked for, in whatever order. */
export function sansFiltre({ tri: _tri, sens: _sens, ...filtres }: ListeFiltres): boolean {
  return Object.entries(filtres).every(([cle, valeur]) => valeur === DEFAUTS[cle as Cle]);
}

let derniere = '/reseau';

/** Address of the list as it was last seen, for the way back. */
export const adresseListe = () => derniere;

/** Filters and order of the list, kept in the address: a link, a bookmark and « Précédent » find them again. */
export function useFiltres(): [ListeFiltres, (changements: Partial<ListeFiltres>) => void] {
  const [adresse, setAdresse] = useSearchParams();
  const filtres = lireFiltres(adresse);
  derniere = `/reseau${adresse.size > 0 ? `?${adresse}` : ''}`;
  return [
    filtres,
    (changements) => setAdresse(ecrireFiltres({ ...filtres, ...changements }), { replace: true }),
  ];
}
