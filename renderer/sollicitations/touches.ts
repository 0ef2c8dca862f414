import { NATURES, RESULTATS, SENS } from '../../shared/nomenclatures/sollicitations.ts';
import { DELAIS, type Delai } from '../../shared/sollicitations/regles.ts';
import { NATURES_COURTES } from './apparence.tsx';
import type { OptionTouche } from './choix-touches.tsx';

/** Pairs a closed list with its keys, one by one: a code without its key does not compile. */
function touches<C extends string>(
  liste: { valeurs: readonly { code: C; label: string }[] },
  lettres: Record<C, string>,
  courts: Partial<Record<C, string>> = {},
): OptionTouche<C>[] {
  return liste.valeurs.map(({ code, label }) => ({
    code,
    label: courts[code] ?? label,
    touche: lettres[code],
  }));
}

/** The channels of every day, each with its key; the others are found under « Autre… ». */
export const TOUCHES_CANAL: Record<string, string> = {
  telephone: 'T',
  visite: 'V',
  courriel: 'C',
  courrier: 'P',
  reunion: 'R',
};

/** What is often awaited, ready to be chosen. */
export const EVENEMENTS = [
  'après les élections',
  'après le comité',
  'à la rentrée',
  'au prochain recrutement',
  'après le vote du budget',
];

export const RESULTATS_TOUCHES = touches(
  RESULTATS,
  {
    a_suivre: 'S',
    interessee: 'I',
    accord: 'A',
    realisee: 'R',
    sans_reponse: 'N',
    refus: 'F',
    non_honoree: 'D',
  },
  { non_honoree: 'Non honorée' },
);

export const NATURES_TOUCHES = [
  { code: '' as const, label: 'Non précisée', touche: 'N' },
  ...touches(
    NATURES,
    { decouverte: 'D', formation: 'F', intermediation: 'I', developpement: 'P' },
    NATURES_COURTES,
  ),
];

export const SENS_TOUCHES = touches(SENS, { sortante: 'N', entrante: 'E' });

/** The same key means the same delay in *Noter*, in the postponing sheet and on the list of Aujourd’hui. */
export const TOUCHES_DELAI: Record<Delai, string> = {
  demain: 'D',
  trois_jours: '3',
  semaine: 'S',
  quinzaine: 'Q',
  mois: 'M',
};

export const LABELS_DELAI: Record<Delai, string> = {
  demain: 'Demain',
  trois_jours: '3 jours',
  semaine: 'Une semaine',
  quinzaine: '15 jours',
  mois: 'Un mois',
};

export const DELAIS_TOUCHES: OptionTouche<'' | Delai | 'date' | 'evenement'>[] = [
  { code: '', label: 'Rien', touche: 'R' },
  ...DELAIS.map((code) => ({ code, label: LABELS_DELAI[code], touche: TOUCHES_DELAI[code] })),
  { code: 'date', label: 'Un jour', touche: 'J' },
  { code: 'evenement', label: 'Quand…', touche: 'E' },
];
