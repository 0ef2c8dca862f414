import type { DateCivile } from '../dates.ts';

interface Contrat {
  debut: DateCivile;
  fin: DateCivile | null;
}

/** First day of each parcours of somebody: a contract begun after an exit opens another one. */
export function debutsDeParcours(contrats: readonly Contrat[], sorties: readonly DateCivile[]): DateCivile[] {
  const premiers = new Map<number, DateCivile>();
  for (const { debut } of contrats) {
    const rang = sorties.filter((sortie) => sortie < debut).length;
    const connu = premiers.get(rang);
    if (connu === undefined || debut < connu) premiers.set(rang, debut);
  }
  return [...premiers.values()].sort();
}

/** Last day of a contract: an exit ends the one that was left open; null while it runs on. */
export function finEffective({ debut, fin }: Contrat, sorties: readonly DateCivile[]): DateCivile | null {
  const sortie = sorties.filter((date) => date >= debut).sort()[0];
  if (sortie === undefined) return fin;
  return fin === null || sortie < fin ? sortie : fin;
}
