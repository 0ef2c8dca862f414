import type { DateCivile } from '../dates.ts';

export type EtatConvention = 'a_venir' | 'en_cours' | 'finie' | 'archivee';

export const LIBELLES_ETAT_CONVENTION: Record<EtatConvention, string> = {
  a_venir: 'À venir',
  en_cours: 'En cours',
  finie: 'Terminée',
  archivee: 'Archivée',
};

/** Where a convention stands on a day. */
export function etatConvention(
  { debut, fin, archivedAt }: { debut: DateCivile; fin: DateCivile; archivedAt: string | null },
  today: DateCivile,
): EtatConvention {
  if (archivedAt !== null) return 'archivee';
  if (today < debut) return 'a_venir';
  return today > fin ? 'finie' : 'en_cours';
}
