import { ajouterJours, type DateCivile, ecartJours } from '../dates.ts';

export interface Periode {
  debut: DateCivile;
  fin: DateCivile | null;
}

/** Days before its end from which a contract is flagged: what comes next is prepared with the person. */
export const FIN_PROCHE_JOURS = 60;

/** The contract that counts on a day: the one running, else the next to start, else the last to have ended. */
export function contratCourant<P extends Periode>(contrats: readonly P[], jour: DateCivile): P | null {
  const tries = [...contrats].sort((a, b) => (a.debut < b.debut ? -1 : 1));
  const enCours = tries.findLast((contrat) => contrat.debut <= jour && (contrat.fin ?? jour) >= jour);
  return enCours ?? tries.find((contrat) => contrat.debut > jour) ?? tries.at(-1) ?? null;
}

/** Where a contract stands on a day; `fin_proche` within `FIN_PROCHE_JOURS` of its last day. */
export function etatContrat(
  contrat: Periode | null,
  jour: DateCivile,
): 'aucun' | 'a_venir' | 'en_cours' | 'fin_proche' | 'termine' {
  if (contrat === null) return 'aucun';
  if (contrat.debut > jour) return 'a_venir';
  if (contrat.fin === null) return 'en_cours';
  if (contrat.fin < jour) return 'termine';
  return ecartJours(jour, contrat.fin) <= FIN_PROCHE_JOURS ? 'fin_proche' : 'en_cours';
}

/**
 * Last day of unbroken employment from `jour`, following contracts that renew one another (the next one starts at
 * the latest on the day after); `null` when no contract runs on `jour`, `'sans_terme'` when one has no end.
 */
export function couvertureDepuis(
  contrats: readonly Periode[],
  jour: DateCivile,
): DateCivile | 'sans_terme' | null {
  let atteint: DateCivile | null = null;
  for (const contrat of [...contrats].sort((a, b) => (a.debut < b.debut ? -1 : 1))) {
    if (contrat.debut > (atteint === null ? jour : ajouterJours(atteint, 1))) break;
    if (contrat.fin === null) return 'sans_terme';
    if (contrat.fin >= (atteint ?? jour)) atteint = contrat.fin;
  }
  return atteint;
}
