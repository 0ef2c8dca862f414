import type { DateCivile } from '../dates.ts';
import { formaterDate, formaterDuree, formaterJour } from '../format.ts';
import type { MOTIFS_PRESENCE_FORMATION } from '../nomenclatures/formation.ts';
import type { Creneau } from './heures.ts';

export type MotifPresence = (typeof MOTIFS_PRESENCE_FORMATION)['valeurs'][number]['code'];

/** What was noted for a half-day; `minutes` null is nothing noted. */
export interface PresenceSaisie {
  date: DateCivile;
  demi: string;
  minutes: number | null;
  motif: MotifPresence | '';
}

export const cleDemi = ({ date, demi }: { date: DateCivile; demi: string }): string => `${date} ${demi}`;

const nomDemi = (demi: string) => (demi === 'matin' ? 'matin' : 'après-midi');

/** `lundi 6 avril, matin`. */
export const direDemi = ({ date, demi }: { date: DateCivile; demi: string }): string =>
  `${formaterJour(date)}, ${nomDemi(demi)}`;

/**
 * Why a half-day cannot be noted so, null when it can. A known absence may be noted ahead; a presence is what took
 * place.
 */
export function refusDePresence(
  presence: PresenceSaisie,
  creneau: Creneau | undefined,
  {
    today,
    interrompuLe,
    ferie,
  }: { today: DateCivile; interrompuLe: DateCivile | null; ferie: (date: DateCivile) => string | null },
): { champ: 'date' | 'minutes' | 'motif'; phrase: string } | null {
  const { date, demi, minutes, motif } = presence;
  // What was noted when the calendar was another can always be taken off.
  if (minutes === null) return null;
  if (!creneau) {
    const nom = ferie(date);
    return {
      champ: 'date',
      phrase: `Il n’y a pas de formation le ${formaterDate(date)} (${nom ?? nomDemi(demi)}) : complétez d’abord le calendrier de la session.`,
    };
  }
  const duree = creneau.fin - creneau.debut;
  if (minutes > duree)
    return { champ: 'minutes', phrase: `Cette demi-journée dure ${formaterDuree(duree)}.` };
  if (minutes > 0 && date > today)
    return { champ: 'date', phrase: `Le ${formaterJour(date)} n’est pas encore passé.` };
  if (minutes > 0 && interrompuLe !== null && date > interrompuLe)
    return { champ: 'date', phrase: `La personne a arrêté le ${formaterDate(interrompuLe)}.` };
  if (motif === 'annulee' && minutes > 0)
    return { champ: 'minutes', phrase: 'Une demi-journée annulée ne compte aucune heure.' };
  if (minutes < duree && motif === '')
    return { champ: 'motif', phrase: 'Dites pourquoi : absence, retard ou départ avant l’heure.' };
  return null;
}

/** The letter typed for a half-day: present, justified absence, not justified, late or gone early, cancelled. */
export const LETTRES: Record<MotifPresence | '', string> = {
  '': 'P',
  justifiee: 'J',
  injustifiee: 'A',
  retard: 'R',
  annulee: '–',
};
