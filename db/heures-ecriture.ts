import { ErreurMetier } from '../shared/erreurs.ts';
import type { PeriodeContrat } from '../shared/heures/regles-heures.ts';
import type { LotHeures } from '../shared/heures/schema.ts';
import type { Contexte } from './contexte.ts';
import type { Base } from './open.ts';
import { readReglage, writeReglage } from './parametres.ts';
import { requete } from './requetes.ts';

export type OrigineHeures = 'saisie' | 'collage' | 'import';

export interface CaseEcrite {
  contratId: string;
  mois: string;
  minutes: number | null;
}

/** The contract hours are for; throws `introuvable`. */
export function lireContratHeures(db: Base, contratId: string): PeriodeContrat {
  const contrat = requete(db, 'SELECT debut, fin FROM contrat WHERE id = ?').get(contratId) as
    | PeriodeContrat
    | undefined;
  if (!contrat) throw new ErreurMetier('introuvable', { message: 'Ce contrat n’existe plus.' });
  return contrat;
}

const LIRE = 'SELECT minutes, origine FROM heures_mois WHERE contrat_id = ? AND mois = ?';
const EFFACER = 'DELETE FROM heures_mois WHERE contrat_id = ? AND mois = ?';
const POSER = `
  INSERT INTO heures_mois (contrat_id, mois, minutes, origine, updated_at)
  VALUES (@contratId, @mois, @minutes, @origine, @instant)
  ON CONFLICT (contrat_id, mois) DO UPDATE
    SET minutes = excluded.minutes, origine = excluded.origine, updated_at = excluded.updated_at`;

type Avant = { minutes: number; origine: OrigineHeures } | null;

/** What a cell holds now; null when nothing was entered. */
export const lireCase = (db: Base, { contratId, mois }: Omit<CaseEcrite, 'minutes'>): Avant =>
  (requete(db, LIRE).get(contratId, mois) as Avant | undefined) ?? null;

/** Writes one cell. False when it already said so: where its hours came from then stays as it was. */
export function ecrireCase(
  { db, instant }: Pick<Contexte, 'db' | 'instant'>,
  { contratId, mois, minutes }: CaseEcrite,
  origine: OrigineHeures,
): boolean {
  if ((lireCase(db, { contratId, mois })?.minutes ?? null) === minutes) return false;
  if (minutes === null) requete(db, EFFACER).run(contratId, mois);
  else requete(db, POSER).run({ contratId, mois, minutes, origine, instant });
  return true;
}

/** A change of many cells, and what each held before. */
interface Lot extends Omit<LotHeures, 'cases'> {
  cases: { contratId: string; mois: string; minutes: number; avant: Avant }[];
}

const LOTS = 'heures_lots';
/** A mistake is seen within a few changes; further back, what was there before no longer tells anything. */
const LOTS_MAX = 6;

const lireLots = (db: Base): Lot[] => readReglage<Lot[]>(db, LOTS, []);

/** Writes cells as one change that can be taken back; its id, or null when nothing changed. */
export function ecrireLot(
  contexte: Contexte,
  origine: LotHeures['origine'],
  nom: string,
  cases: readonly (CaseEcrite & { minutes: number })[],
): { id: string | null; changees: number } {
  const { db } = contexte;
  const changees: Lot['cases'] = [];
  for (const ecrite of cases) {
    const avant = lireCase(db, ecrite);
    if (ecrireCase(contexte, ecrite, origine)) changees.push({ ...ecrite, avant });
  }
  if (changees.length === 0) return { id: null, changees: 0 };
  const lot: Lot = {
    id: contexte.ids.next(),
    origine,
    nom,
    le: contexte.instant,
    annuleLe: null,
    cases: changees,
  };
  writeReglage(contexte, LOTS, [lot, ...lireLots(db)].slice(0, LOTS_MAX));
  return { id: lot.id, changees: changees.length };
}

export const lots = ({ db }: Contexte): LotHeures[] =>
  lireLots(db).map(({ cases, ...lot }) => ({ ...lot, cases: cases.length }));

/** Gives back what each cell held, where it still holds what the change wrote. */
export function annulerLot(contexte: Contexte, { id }: { id: string }): { rendues: number; gardees: number } {
  const { db, instant } = contexte;
  const tous = lireLots(db);
  const lot = tous.find((connu) => connu.id === id);
  if (!lot) throw new ErreurMetier('introuvable', { message: 'Ces heures ne peuvent plus être reprises.' });
  if (lot.annuleLe !== null)
    throw new ErreurMetier('regle', { message: 'Ces heures ont déjà été reprises.' });
  let rendues = 0;
  for (const { contratId, mois, minutes, avant } of lot.cases) {
    if (lireCase(db, { contratId, mois })?.minutes !== minutes) continue;
    ecrireCase(contexte, { contratId, mois, minutes: avant?.minutes ?? null }, avant?.origine ?? 'saisie');
    rendues += 1;
  }
  writeReglage(
    contexte,
    LOTS,
    tous.map((connu) => (connu.id === id ? { ...connu, annuleLe: instant } : connu)),
  );
  return { rendues, gardees: lot.cases.length - rendues };
}
