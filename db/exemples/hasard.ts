/** Seeded draws: the same seed gives the same base of examples, on every machine. */
export class Hasard {
  private etat: number;

  constructor(graine: number) {
    this.etat = graine >>> 0;
  }

  /** In [0, 1): mulberry32, small and good enough to look natural. */
  reel(): number {
    this.etat = (this.etat + 0x6d2b79f5) >>> 0;
    let melange = Math.imul(this.etat ^ (this.etat >>> 15), this.etat | 1);
    melange ^= melange + Math.imul(melange ^ (melange >>> 7), melange | 61);
    return ((melange ^ (melange >>> 14)) >>> 0) / 4294967296;
  }

  /** Integer between `min` and `max`, both included. */
  entier(min: number, max: number): number {
    return min + Math.floor(this.reel() * (max - min + 1));
  }

  chance(probabilite: number): boolean {
    return this.reel() < probabilite;
  }

  parmi<T>(liste: readonly T[]): T {
    return liste[this.entier(0, liste.length - 1)] as T;
  }

  /** One value, drawn in proportion to its weight. */
  pondere<T>(poids: readonly (readonly [T, number])[]): T {
    let reste = this.reel() * poids.reduce((somme, [, part]) => somme + part, 0);
    for (const [valeur, part] of poids) {
      reste -= part;
      if (reste < 0) return valeur;
    }
    return poids[poids.length - 1]![0];
  }

  melanger<T>(liste: readonly T[]): T[] {
    const melangee = [...liste];
    for (let rang = melangee.length - 1; rang > 0; rang -= 1) {
      const autre = this.entier(0, rang);
      [melangee[rang], melangee[autre]] = [melangee[autre]!, melangee[rang]!];
    }
    return melangee;
  }

  /** UUID version 7 of an instant (ms), its random part drawn here. */
  uuid(instant: number): string {
    const hexa = (longueur: number) =>
      Array.from({ length: longueur }, () => this.entier(0, 15).toString(16)).join('');
    const temps = instant.toString(16).padStart(12, '0');
    const variante = this.parmi(['8', '9', 'a', 'b']);
    return `${temps.slice(0, 8)}-${temps.slice(8)}-7${hexa(3)}-${variante}${hexa(3)}-${hexa(12)}`;
  }
}
