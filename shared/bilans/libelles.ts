import { MOIS } from '../format.ts';

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
