import { z } from 'zod';
import { type BesoinsFiltres, besoinsFiltres } from '../../../shared/formation/besoins.ts';
import { filtresAdresse, useFiltresAdresse } from '../../app/filtres-adresse.ts';

/** How the needs are looked at: one by one, where a session can be filled, or person by person. */
const ADRESSE = filtresAdresse(
  besoinsFiltres.extend({ par: z.enum(['liste', 'themes', 'personnes']).default('liste') }),
);

export const useFiltresBesoins = () => useFiltresAdresse(ADRESSE);

export type FiltresEcran = BesoinsFiltres & { par: 'liste' | 'themes' | 'personnes' };
export type Changer = (changements: Partial<FiltresEcran>) => void;

const DEFAUTS = ADRESSE.lire(new URLSearchParams());

export function adresseBesoins(filtres: Partial<FiltresEcran>): string {
  const adresse = ADRESSE.ecrire({ ...DEFAUTS, ...filtres });
  return adresse.size > 0 ? `/formation/besoins?${adresse}` : '/formation/besoins';
}

/** What narrows the needs besides their view: all of it taken away. */
export const SANS_FILTRE: Partial<FiltresEcran> = {
  recherche: '',
  theme: '',
  support: '',
  origine: '',
  priorite: '',
  salarieId: null,
  campagneId: null,
  annee: null,
};

export const sansFiltre = (filtres: FiltresEcran): boolean =>
  Object.entries(SANS_FILTRE).every(([cle, vide]) => filtres[cle as keyof FiltresEcran] === vide);
