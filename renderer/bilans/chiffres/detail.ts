import { useSearchParams } from 'react-router';
import { z } from 'zod';
import { type Axe, CODES_AXES } from '../../../shared/bilans/axes.ts';
import { trouverIndicateur } from '../../../shared/bilans/catalogue.ts';
import { PLACES, type PlaceOuverte } from '../../../shared/bilans/mesure.ts';

/** A line of a breakdown. */
export interface PartOuverte {
  axe: Axe;
  code: string;
}

/** The figure whose rows are open, and what is kept of them. */
export interface Detail {
  indicateur: string;
  place: PlaceOuverte;
  raison: string | null;
  parts: PartOuverte[];
}

export type Ouvrir = (indicateur: string, reste?: Partial<Omit<Detail, 'indicateur'>>) => void;

const CLES = ['chiffre', 'place', 'raison', 'part'] as const;
const place = z.enum(PLACES).catch('compte');
const axe = z.enum(CODES_AXES);

function lirePart(dite: string): PartOuverte[] {
  const fin = dite.indexOf(':');
  const lu = axe.safeParse(dite.slice(0, fin));
  return lu.success ? [{ axe: lu.data, code: dite.slice(fin + 1, fin + 121) }] : [];
}

function lire(adresse: URLSearchParams): Detail | null {
  const indicateur = adresse.get('chiffre');
  if (indicateur === null || !trouverIndicateur(indicateur)) return null;
  return {
    indicateur,
    place: place.parse(adresse.get('place')),
    raison: adresse.get('raison')?.slice(0, 200) ?? null,
    parts: adresse.getAll('part').flatMap(lirePart).slice(0, 3),
  };
}

function sansDetail(avant: URLSearchParams): URLSearchParams {
  const apres = new URLSearchParams(avant);
  for (const cle of CLES) apres.delete(cle);
  return apres;
}

/** The open figure lives in the address: coming back from a sheet finds its rows as they were. */
export function useDetail(): {
  detail: Detail | null;
  ouvrir: Ouvrir;
  changer: (changements: Partial<Detail>) => void;
  fermer: () => void;
} {
  const [adresse, setAdresse] = useSearchParams();
  const detail = lire(adresse);
  const ecrire = ({ indicateur, place, raison, parts }: Detail, replace: boolean) =>
    setAdresse(
      (avant) => {
        const apres = sansDetail(avant);
        apres.set('chiffre', indicateur);
        if (place !== 'compte') apres.set('place', place);
        if (raison !== null) apres.set('raison', raison);
        for (const { axe, code } of parts) apres.append('part', `${axe}:${code}`);
        return apres;
      },
      { replace },
    );
  return {
    detail,
    ouvrir: (indicateur, reste) =>
      ecrire({ place: 'compte', raison: null, parts: [], ...reste, indicateur }, false),
    changer: (changements) => {
      if (detail) ecrire({ ...detail, ...changements }, true);
    },
    fermer: () => setAdresse(sansDetail, { replace: true }),
  };
}
