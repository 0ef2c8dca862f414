/** One line of the table: what the application does, against the least that could be done. */
export interface Mesure {
  nom: string;
  /** What the floor is, in a few words; empty when there is none. */
  contre: string;
  /** Aims. `rapport`: times its floor. `ms`: at the largest size. `croissance`: largest size over the smallest. */
  buts?: { rapport?: number; ms?: number; croissance?: number };
  tours: number;
  operation(tour: number): unknown;
  plancher?(tour: number): unknown;
  /** Makes each turn of either ready, out of the count. */
  preparer?(): unknown;
  /** Puts things away after each turn of either, out of the count. */
  ranger?(): unknown;
}

/** Medians, in milliseconds. */
export interface Resultat {
  mesure: Mesure;
  ms: number;
  plancherMs: number | null;
}

export function mediane(valeurs: readonly number[]): number {
  const triees = [...valeurs].sort((a, b) => a - b);
  const milieu = triees.length >> 1;
  return triees.length % 2 === 1 ? triees[milieu]! : (triees[milieu - 1]! + triees[milieu]!) / 2;
}

/** Runs the operation and its floor in turn, so that both know the same machine; the first tenth warms up. */
export async function mesurer(mesure: Mesure): Promise<Resultat> {
  const { tours, operation, plancher, preparer, ranger } = mesure;
  const essais = tours > 5 ? Math.ceil(tours / 10) : 0;
  const durees: number[] = [];
  const planchers: number[] = [];
  const chronometrer = async (faire: (tour: number) => unknown, tour: number, vers: number[]) => {
    await preparer?.();
    try {
      const debut = performance.now();
      await faire(tour);
      if (tour >= essais) vers.push(performance.now() - debut);
    } finally {
      await ranger?.();
    }
  };
  for (let tour = 0; tour < tours + essais; tour += 1) {
    await chronometrer(operation, tour, durees);
    if (plancher) await chronometrer(plancher, tour, planchers);
  }
  return { mesure, ms: mediane(durees), plancherMs: plancher ? mediane(planchers) : null };
}
