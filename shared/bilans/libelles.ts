import { MOIS } from '../format.ts';
import { OBJETS } from '../nomenclatures/immersions.ts';
import { codes, label, type Nomenclature } from '../nomenclatures/nomenclature.ts';
import { SEXES } from '../nomenclatures/salaries.ts';
import { CANAUX, CAUSES, CONTRATS_EMBAUCHE, NATURES, RESULTATS } from '../nomenclatures/sollicitations.ts';
import { GENRES_ORGANISATION } from '../nomenclatures/structures.ts';
import type { Axe } from './schema.ts';

const LISTES: Record<Exclude<Axe, 'mois'>, Nomenclature<string>> = {
  nature: NATURES,
  canal: CANAUX,
  resultat: RESULTATS,
  cause: CAUSES,
  objet: OBJETS,
  hote: GENRES_ORGANISATION,
  sexe: SEXES,
  contrat: CONTRATS_EMBAUCHE,
};

/** Codes of a breakdown in the order of its list. */
export function codesDe(axe: Exclude<Axe, 'mois'>): string[] {
  return codes(LISTES[axe]);
}

/** `2025-03` → `mars 2025`, `2025-T1` → `1er trimestre 2025`; a year stays as it is. */
export function nomMois(code: string): string {
  const [annee, dans] = code.split('-');
  if (dans?.startsWith('T')) return `${dans === 'T1' ? '1er' : `${dans.slice(1)}e`} trimestre ${annee}`;
  const mois = MOIS[Number(dans) - 1];
  return mois ? `${mois} ${annee}` : code;
}

const MOIS_COURTS = [
  'janv.',
  'févr.',
  'mars',
  'avr.',
  'mai',
  'juin',
  'juil.',
  'août',
  'sept.',
  'oct.',
  'nov.',
  'déc.',
];

/** Under a bar: `2025-03` → `mars`, `2025-12` → `déc.`, `2025-T1` → `T1 25`; a year stays as it is. */
export function nomMoisCourt(code: string): string {
  const [annee = '', dans] = code.split('-');
  if (dans?.startsWith('T')) return `${dans} ${annee.slice(2)}`;
  return MOIS_COURTS[Number(dans) - 1] ?? code;
}

/** Name of one line of a breakdown, in the structure's own words when it carries them. */
export function direPart(axe: Axe, { code, nom }: { code: string; nom?: string }): string {
  return nom ?? nomPart(axe, code);
}

/** Name of one line of a breakdown; `inconnu` is what `sexeDe` calls a gender nobody gave. */
export function nomPart(axe: Axe, code: string): string {
  if (axe === 'mois') return nomMois(code);
  if (axe === 'cause' && code === '') return 'Sans cause indiquée';
  return code === '' || code === 'inconnu' ? 'Non renseigné' : label(LISTES[axe], code);
}
