import { type SalariesListe, salariesListe } from '../../shared/salaries/liste.ts';
import { filtresAdresse, useFiltresAdresse } from '../app/filtres-adresse.ts';

/** The screen opens on those who are here. */
const ADRESSE = filtresAdresse(
  salariesListe.extend({ etat: salariesListe.shape.etat.unwrap().default('presents') }),
);

/** Filters and order of the list of salariés, kept in the address. */
export const useFiltresSalaries = () => useFiltresAdresse(ADRESSE);

export type Changer = (changements: Partial<SalariesListe>) => void;

/** What narrows the list besides the situation of people: all of it taken away. */
export const SANS_FILTRE = {
  recherche: '',
  referent: '',
  encadrant: '',
  support: '',
  projet: '',
  preparation: '',
  fin: '',
  justificatif: '',
} satisfies Partial<SalariesListe>;

/** True when nothing narrows the list. */
export function sansFiltre(filtres: SalariesListe): boolean {
  return (Object.keys(SANS_FILTRE) as (keyof typeof SANS_FILTRE)[]).every((cle) => filtres[cle] === '');
}
