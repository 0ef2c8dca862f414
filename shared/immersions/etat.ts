import type { DateCivile } from '../dates.ts';
import type { Statut } from './schema.ts';

export const ETATS = [
  'brouillon',
  'a_signer',
  'partiellement_signee',
  'signee',
  'en_cours',
  'terminee',
  'bilan_fait',
  'interrompue',
  'refusee',
  'annulee',
] as const;
export type Etat = (typeof ETATS)[number];

/**
 * Where an immersion stands on a day, as people say it. The signatures, the calendar and the bilan move it on; nobody has
 * to click. A convention that misses a signature reads so whatever the day: time does not sign.
 */
export function etatImmersion(
  immersion: {
    statut: Statut;
    debut: DateCivile | null;
    fin: DateCivile | null;
    finPrevue: DateCivile | null;
    signatures: number;
    bilanLe: DateCivile | null;
  },
  today: DateCivile,
): Etat {
  const { statut, debut, fin, finPrevue, signatures, bilanLe } = immersion;
  if (statut === 'brouillon' || statut === 'annulee' || statut === 'refusee') return statut;
  if (bilanLe !== null) return 'bilan_fait';
  if (finPrevue !== null) return 'interrompue';
  if (statut === 'prete') return signatures > 0 ? 'partiellement_signee' : 'a_signer';
  if (statut === 'terminee' || (fin !== null && fin < today)) return 'terminee';
  return debut !== null && debut <= today ? 'en_cours' : 'signee';
}

export const LIBELLES_ETAT: Record<Etat, string> = {
  brouillon: 'Brouillon',
  a_signer: 'À signer',
  partiellement_signee: 'Partiellement signée',
  signee: 'Signée',
  en_cours: 'En cours',
  terminee: 'Terminée',
  bilan_fait: 'Bilan fait',
  interrompue: 'Interrompue',
  refusee: 'Refusée',
  annulee: 'Annulée',
};
