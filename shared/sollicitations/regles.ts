import {
  ajouterJours,
  ajouterMois,
  type DateCivile,
  ecartJours,
  jourSemaine,
  joursFeries,
} from '../dates.ts';
import { accorder, formaterDate } from '../format.ts';
import { codes } from '../nomenclatures/nomenclature.ts';
import { NATURES, RESULTATS_AVEC_CAUSE } from '../nomenclatures/sollicitations.ts';

type Nature = (typeof NATURES)['valeurs'][number]['code'];

/** Oldest day an exchange can carry: before it, a slip of the keyboard. */
export const PREMIER_JOUR = '1990-01-01';

/** Days ahead that the list of what is to be done looks at. */
export const HORIZON = 7;

/** Things to do of one kind from which they are one line of the day. */
export const GROUPEES = 3;

/** French sentence when an exchange cannot carry this date, else null. */
export function fauteDateEchange(date: DateCivile, today: DateCivile): string | null {
  if (date > today) return 'Un échange ne peut pas être daté dans le futur.';
  if (date < PREMIER_JOUR) return 'Cette date est trop ancienne : vérifiez l’année.';
  return null;
}

/** French sentence when a follow-up cannot be due on this day, else null; `echange` is the date it comes from. */
export function fauteEcheance(echeance: DateCivile, echange: DateCivile | null): string | null {
  if (echange !== null && echeance < echange) {
    return `La suite ne peut pas précéder l’échange du ${formaterDate(echange)}.`;
  }
  if (echeance < PREMIER_JOUR) return 'Cette date est trop ancienne : vérifiez l’année.';
  return null;
}

/** A weekend or a holiday becomes the next working day: nobody is called on those. */
export function ouvrable(date: DateCivile): DateCivile {
  const chome = jourSemaine(date) > 5 || joursFeries(Number(date.slice(0, 4))).has(date);
  return chome ? ouvrable(ajouterJours(date, 1)) : date;
}

export const DELAIS = ['demain', 'trois_jours', 'semaine', 'quinzaine', 'mois'] as const;
export type Delai = (typeof DELAIS)[number];

/** Due date of a quick choice counted from `jour`, moved to the next working day. */
export function echeanceDans(delai: Delai, jour: DateCivile): DateCivile {
  switch (delai) {
    case 'demain':
      return ouvrable(ajouterJours(jour, 1));
    case 'trois_jours':
      return ouvrable(ajouterJours(jour, 3));
    case 'semaine':
      return ouvrable(ajouterJours(jour, 7));
    case 'quinzaine':
      return ouvrable(ajouterJours(jour, 15));
    case 'mois':
      return ouvrable(ajouterMois(jour, 1));
  }
}

/** `en retard de 3 jours`, `aujourd’hui`, `demain`, `dans 5 jours`. */
export function direEcheance(echeance: DateCivile, today: DateCivile): string {
  const ecart = ecartJours(today, echeance);
  if (ecart < 0) return `en retard de ${accorder(-ecart, 'jour')}`;
  if (ecart === 0) return 'aujourd’hui';
  if (ecart === 1) return 'demain';
  return `dans ${accorder(ecart, 'jour')}`;
}

/** `dans 5 jours`, `en attente : après les élections`, `après les élections, ou dans 12 jours`. */
export function direMoment(
  { echeance, evenement }: { echeance: DateCivile | null; evenement: string },
  today: DateCivile,
): string {
  if (echeance === null) return `en attente : ${evenement}`;
  const jour = direEcheance(echeance, today);
  return evenement === '' || echeance <= today ? jour : `${evenement}, ou ${jour}`;
}

/** The nature an exchange carries: the one chosen, or else the one its sub-nature belongs to. */
export function natureDe(nature: Nature | '', parentSousNature: string): Nature | '' {
  return nature || (codes(NATURES).find((code) => code === parentSousNature) ?? '');
}

/** French sentence when a sub-nature of this `parent` does not specify this nature, else null. */
export function fauteSousNature(nature: string, parent: string): string | null {
  return parent === '' || parent === nature ? null : 'Cette précision ne va pas avec cette nature.';
}

/** French sentence when a cause of this `parent` cannot go with this result, else null. */
export function fauteCause(resultat: string, parent: string): string | null {
  if (!RESULTATS_AVEC_CAUSE.includes(resultat))
    return 'Une cause ne se note qu’avec un refus ou une demande non honorée.';
  return parent === '' || parent === resultat ? null : 'Cette cause ne va pas avec ce résultat.';
}
