import type { Periode } from '../shared/immersions/horaires.ts';
import { minutesFaites, type Presence } from '../shared/immersions/regles-presences.ts';
import type { Base } from './open.ts';
import { requete } from './requetes.ts';

/** Days of an immersion that did not go as planned, in order. */
export function lirePresences(db: Base, immersionId: string): Presence[] {
  return requete(
    db,
    'SELECT date, minutes, motif, note FROM immersion_presence WHERE immersion_id = ? ORDER BY date',
  ).all(immersionId) as Presence[];
}

const ABSENTE = "SELECT 1 FROM immersion_bilan WHERE immersion_id = ? AND realisation = 'absente'";

/** Whether the bilan says that nobody came: no hour was done then, whatever day was noted. */
export const personneAbsente = (db: Base, immersionId: string): boolean =>
  requete(db, ABSENTE).get(immersionId) !== undefined;

/** Hours done within a period, null while all went as planned: to be kept again whenever the dates or the hours move. */
export function faitesDans(db: Base, immersionId: string, periode: Periode): number | null {
  if (personneAbsente(db, immersionId)) return 0;
  return minutesFaites(periode, lirePresences(db, immersionId));
}
