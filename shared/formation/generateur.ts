import { ajouterJours, type DateCivile, jourSemaine } from '../dates.ts';
import { nomFerie, type Plage } from '../immersions/horaires.ts';
import { CRENEAUX_MAX, type Creneau } from './session.ts';

/** A week of training, laid on the calendar from a first day until its hours are reached. */
export interface Rythme {
  debut: DateCivile;
  /** 1 = Monday … 7 = Sunday. */
  jours: readonly number[];
  matin: Plage | null;
  apresMidi: Plage | null;
  /** Hours to reach; the last half-day is cut short when they do not fall right. */
  minutes: number;
  alsaceMoselle: boolean;
}

/** Two years without reaching the hours: the rhythm was mistyped. */
const JOURS_MAX = 731;

/** Half-days of a rhythm, legal holidays left out; as far as two years and `CRENEAUX_MAX` go. */
export function poserCreneaux({ debut, jours, matin, apresMidi, minutes, alsaceMoselle }: Rythme): Creneau[] {
  const demis = [
    { demi: 'matin' as const, plage: matin },
    { demi: 'apres_midi' as const, plage: apresMidi },
  ];
  const creneaux: Creneau[] = [];
  let reste = minutes;
  for (let rang = 0; rang < JOURS_MAX && reste > 0; rang += 1) {
    const date = ajouterJours(debut, rang);
    if (!jours.includes(jourSemaine(date)) || nomFerie(date, alsaceMoselle) !== null) continue;
    for (const { demi, plage } of demis) {
      if (plage === null || reste <= 0 || creneaux.length === CRENEAUX_MAX) continue;
      const fin = Math.min(plage.fin, plage.debut + reste);
      creneaux.push({ date, demi, debut: plage.debut, fin });
      reste -= fin - plage.debut;
    }
  }
  return creneaux;
}
