import type { Indicateur, UniteIndicateur } from '../bilans/indicateur.ts';
import { uniteDe } from '../bilans/indicateur.ts';
import { formaterNombre } from '../format.ts';
import { lirePart } from '../formation/part.ts';
import { ecrireEuros, lireEuros } from '../montant.ts';

/** How an objective is typed, by unit: read into the unit of the indicator, null when it cannot be. */
interface Ecriture {
  lire(texte: string): number | null;
  ecrire(valeur: number): string;
  /** At the end of the field. */
  suffixe: string;
  exemple: string;
}

/** `1 234` → 1234. */
function lireEntier(texte: string): number | null {
  const propre = texte.normalize('NFKC').replace(/\s/g, '');
  return /^\d{1,9}$/.test(propre) ? Number(propre) : null;
}

/** `8,5` → 850. */
export function lireCentiemes(texte: string): number | null {
  const lu = /^(\d{1,6})(?:[.,](\d{1,2}))?$/.exec(texte.normalize('NFKC').replace(/\s/g, ''));
  return lu ? Number(lu[1]) * 100 + Number((lu[2] ?? '').padEnd(2, '0')) : null;
}

/** 850 → `8,5`. */
export const ecrireCentiemes = (centiemes: number): string =>
  formaterNombre(centiemes / 100, centiemes % 100 === 0 ? 0 : centiemes % 10 === 0 ? 1 : 2);

/** `312`, `312 h`, `312 h 30`, `312,5` → minutes. */
function lireHeures(texte: string): number | null {
  const propre = texte.normalize('NFKC').toLowerCase().replace(/\s/g, '');
  const minutes = /^(\d{1,7})h([0-5]?\d)$/.exec(propre);
  if (minutes) return Number(minutes[1]) * 60 + Number(minutes[2]);
  const lu = /^(\d{1,7})(?:[.,](\d{1,2}))?h?$/.exec(propre);
  return lu ? Math.round(Number(`${lu[1]}.${lu[2] ?? 0}`) * 60) : null;
}

/** 18750 → `312 h 30`, without its unit when it is whole: the field carries it. */
function ecrireHeures(minutes: number): string {
  const [heures, reste] = [Math.trunc(minutes / 60), minutes % 60];
  return reste === 0
    ? formaterNombre(heures)
    : `${formaterNombre(heures)} h ${String(reste).padStart(2, '0')}`;
}

export const ECRITURES: Record<UniteIndicateur, Ecriture> = {
  nombre: { lire: lireEntier, ecrire: (valeur) => formaterNombre(valeur), suffixe: '', exemple: '24' },
  minutes: { lire: lireHeures, ecrire: ecrireHeures, suffixe: 'h', exemple: '1 200' },
  centimes: { lire: lireEuros, ecrire: ecrireEuros, suffixe: '€', exemple: '12 000' },
  etp: { lire: lireCentiemes, ecrire: ecrireCentiemes, suffixe: 'ETP', exemple: '8,5' },
  quotient: { lire: lireCentiemes, ecrire: ecrireCentiemes, suffixe: '', exemple: '2,5' },
  taux: {
    lire: lirePart,
    ecrire: (milliemes) => formaterNombre(milliemes / 10, milliemes % 10 === 0 ? 0 : 1),
    suffixe: '%',
    exemple: '60',
  },
};

/** Why an indicator cannot be aimed at that value; null when it can. */
export function fauteObjectif(indicateur: Indicateur, valeur: number): string | null {
  // The share of a whole; one figure over another may well pass 100 %.
  if (indicateur.genre === 'taux' && valeur > 1000) return 'Un taux ne dépasse pas 100 %.';
  if (uniteDe(indicateur) === 'taux' && valeur > 10_000) return 'Un taux visé ne dépasse pas 1 000 %.';
  return null;
}
