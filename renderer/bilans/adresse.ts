import { useSearchParams } from 'react-router';
import { genreDe, periodeDe } from '../../shared/bilans/regles.ts';
import {
  AXES,
  type Choix,
  type Figure,
  type Filtre,
  lignesSaisie,
  type Periode,
  periodeSaisie,
} from '../../shared/bilans/schema.ts';
import { useJour } from '../app/jour.ts';

/** The figure whose rows are open, and the part of it. */
export interface Ouvert {
  figure: Figure;
  filtres: Filtre[];
}

export interface AdresseBilan {
  periode: Periode;
  /** Both dates are typed by hand. */
  libre: boolean;
  ouvert: Ouvert | null;
  changerPeriode(periode: Periode, libre?: boolean): void;
  ouvrir(figure: Figure, ...filtres: Filtre[]): void;
  fermer(): void;
}

function lireOuvert(params: URLSearchParams, periode: Periode): Ouvert | null {
  const filtres = AXES.filter((axe) => params.has(axe)).map((axe) => ({ axe, code: params.get(axe)! }));
  const lu = lignesSaisie.safeParse({ ...periode, figure: params.get('figure'), filtres });
  return lu.success ? { figure: lu.data.figure, filtres: lu.data.filtres } : null;
}

/** The period and the open figure live in the address: coming back from a sheet finds them as they were. */
export function useAdresseBilan(): AdresseBilan {
  const [params, setParams] = useSearchParams();
  const jour = useJour();
  const lue = periodeSaisie.safeParse({ debut: params.get('debut'), fin: params.get('fin') });
  const periode = lue.success ? lue.data : periodeDe('annee', jour);
  return {
    periode,
    libre: params.has('libre') || genreDe(periode) === 'libre',
    ouvert: lireOuvert(params, periode),
    changerPeriode: ({ debut, fin }, libre = false) =>
      setParams({ debut, fin, ...(libre ? { libre: '' } : {}) }, { replace: true }),
    ouvrir: (figure, ...filtres) =>
      setParams((avant) => {
        const apres = fermee(avant);
        apres.set('debut', periode.debut);
        apres.set('fin', periode.fin);
        apres.set('figure', figure);
        for (const { axe, code } of filtres) apres.set(axe, code);
        return apres;
      }),
    fermer: () => setParams(fermee, { replace: true }),
  };
}

function fermee(avant: URLSearchParams): URLSearchParams {
  const apres = new URLSearchParams(avant);
  apres.delete('figure');
  for (const axe of AXES) apres.delete(axe);
  return apres;
}

/** What an operation on the open figure takes. */
export function choixDe(periode: Periode, ouvert: Ouvert): Choix {
  return { debut: periode.debut, fin: periode.fin, ...ouvert };
}
