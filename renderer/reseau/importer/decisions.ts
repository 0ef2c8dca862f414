import type { Action, LigneResumee } from '../../../shared/reseau/import/schema.ts';

/** Only the lines for which the user decided otherwise than proposed. */
export type Decisions = ReadonlyMap<number, Action>;

export const FILTRES = ['toutes', 'nouvelle', 'doublon', 'rejetee', 'remarque'] as const;
export type Filtre = (typeof FILTRES)[number];

export function estDans(filtre: Filtre, ligne: LigneResumee): boolean {
  if (filtre === 'toutes') return true;
  return filtre === 'remarque' ? ligne.aRelire : ligne.etat === filtre;
}

/** What will be done with a line; null when it is refused. */
export function actionDe(decisions: Decisions, ligne: LigneResumee): Action | null {
  return ligne.proposition === null ? null : (decisions.get(ligne.ligne) ?? ligne.proposition);
}

/** `decisions` with one action for these lines; what equals the proposal needs no decision. */
export function decider(decisions: Decisions, lignes: readonly LigneResumee[], action: Action): Decisions {
  const nouvelles = new Map(decisions);
  for (const { ligne, proposition } of lignes) {
    if (proposition === null) continue;
    if (proposition === action) nouvelles.delete(ligne);
    else nouvelles.set(ligne, action);
  }
  return nouvelles;
}

/** How many lines will be created, completed, left aside and refused. */
export function compter(
  lignes: readonly LigneResumee[],
  decisions: Decisions,
): Record<Action | 'rejeter', number> {
  const total = { creer: 0, completer: 0, ignorer: 0, rejeter: 0 };
  for (const ligne of lignes) total[actionDe(decisions, ligne) ?? 'rejeter'] += 1;
  return total;
}
