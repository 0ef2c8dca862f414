import type { DateCivile } from '../dates.ts';
import type { Statut } from './schema.ts';

export type Etat = 'brouillon' | 'a_signer' | 'signee' | 'en_cours' | 'terminee' | 'interrompue' | 'annulee';

/** Where an immersion stands on a day, as people say it: the calendar moves it on, nobody has to click. */
export function etatImmersion(
  immersion: {
    statut: Statut;
    debut: DateCivile | null;
    fin: DateCivile | null;
    finPrevue: DateCivile | null;
  },
  today: DateCivile,
): Etat {
  const { statut, debut, fin, finPrevue } = immersion;
  if (statut === 'brouillon' || statut === 'annulee') return statut;
  if (finPrevue !== null) return 'interrompue';
  if (statut === 'terminee' || (fin !== null && fin < today)) return 'terminee';
  if (debut !== null && debut <= today) return 'en_cours';
  return statut === 'prete' ? 'a_signer' : 'signee';
}

export const LIBELLES_ETAT: Record<Etat, string> = {
  brouillon: 'Brouillon',
  a_signer: 'Prête à signer',
  signee: 'Signée',
  en_cours: 'En cours',
  terminee: 'Terminée',
  interrompue: 'Interrompue',
  annulee: 'Annulée',
};
