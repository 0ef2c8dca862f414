import type { Axe } from './axes.ts';
import type { Fait, NomSource } from './faits.ts';
import { type Compte, codesDuFait, type Indicateur, type IndicateurCompte } from './indicateur.ts';

/** A figure. A rate has both its terms; `valeur` is then in thousandths, null when there is nothing to divide by. */
export interface Mesure {
  valeur: number | null;
  numerateur: number | null;
  denominateur: number | null;
}

/** One line of a breakdown. */
export interface PartMesuree {
  code: string;
  mesure: Mesure;
}

export interface Mesuree {
  mesure: Mesure;
  /** Set apart, by reason, the most frequent first. */
  exclus: { raison: string; nombre: number }[];
  inconnus: number;
  parAxe: { axe: Axe; parts: PartMesuree[] }[];
}

/** Adds rows up without counting a person or an organisation twice. */
class Somme {
  private total = 0;
  private readonly vus: Set<string> | null;
  private readonly lire: (fait: Fait) => number | string | null | undefined;

  constructor({ compte, combien }: Pick<IndicateurCompte, 'compte' | 'combien'>) {
    this.vus = compte === 'personnes' || compte === 'organisations' ? new Set() : null;
    this.lire = (combien as ((fait: Fait) => number) | undefined) ?? LECTEURS[compte];
  }

  ajouter(fait: Fait): void {
    const lu = this.lire(fait);
    if (this.vus) {
      if (typeof lu === 'string') this.vus.add(lu);
    } else this.total += (lu as number | undefined) ?? 0;
  }

  /** Whole: hundredths of ETP add up before they are rounded. */
  get valeur(): number {
    return this.vus ? this.vus.size : Math.round(this.total);
  }
}

const LECTEURS: Record<Compte, (fait: Fait) => number | string | null | undefined> = {
  lignes: ({ poids }) => poids,
  personnes: ({ personne }) => personne,
  organisations: ({ organisation }) => organisation,
  jours: ({ jours }) => jours,
  minutes: ({ minutes }) => minutes,
  centimes: ({ centimes }) => centimes,
  etp: ({ etp }) => etp,
};

class Compteur {
  private readonly compte: Somme;
  private readonly base: Somme;
  private readonly taux: boolean;

  constructor(indicateur: IndicateurCompte) {
    this.compte = new Somme(indicateur);
    this.base = new Somme(indicateur);
    this.taux = indicateur.genre === 'taux';
  }

  ajouter(fait: Fait, dansLeCompte: boolean): void {
    if (dansLeCompte) this.compte.ajouter(fait);
    this.base.ajouter(fait);
  }

  get mesure(): Mesure {
    const numerateur = this.compte.valeur;
    if (!this.taux) return { valeur: numerateur, numerateur: null, denominateur: null };
    return fraction(numerateur, this.base.valeur);
  }
}

function fraction(numerateur: number, denominateur: number, facteur = 1000): Mesure {
  const valeur = denominateur === 0 ? null : Math.round((numerateur / denominateur) * facteur);
  return { valeur, numerateur, denominateur };
}

function mesurerCompte(indicateur: IndicateurCompte, faits: readonly Fait[], axes: readonly Axe[]): Mesuree {
  const total = new Compteur(indicateur);
  const inconnus = new Somme(indicateur);
  const exclus = new Map<string, Somme>();
  const parAxe = axes.map((axe) => ({ axe, parts: new Map<string, Compteur>() }));
  for (const fait of faits) {
    const place = indicateur.place(fait as never);
    if (place === null) continue;
    if (place === 'inconnu') inconnus.ajouter(fait);
    else if (typeof place === 'object') {
      const somme = exclus.get(place.exclu) ?? new Somme(indicateur);
      somme.ajouter(fait);
      exclus.set(place.exclu, somme);
    } else {
      // A number has no base: rows that do not count are not looked at.
      if (place === 'base' && indicateur.genre === 'nombre') continue;
      total.ajouter(fait, place === 'compte');
      for (const { axe, parts } of parAxe) {
        for (const code of codesDuFait(fait, axe)) {
          const part = parts.get(code) ?? new Compteur(indicateur);
          part.ajouter(fait, place === 'compte');
          parts.set(code, part);
        }
      }
    }
  }
  return {
    mesure: total.mesure,
    inconnus: inconnus.valeur,
    exclus: [...exclus]
      .map(([raison, somme]) => ({ raison, nombre: somme.valeur }))
      .sort((a, b) => b.nombre - a.nombre || a.raison.localeCompare(b.raison, 'fr')),
    parAxe: parAxe.map(({ axe, parts }) => ({
      axe,
      parts: [...parts].map(([code, compteur]) => ({ code, mesure: compteur.mesure })),
    })),
  };
}

/** Thousandths for a rate, hundredths for a quotient, the unit itself for minutes or cents. */
const FACTEURS = { taux: 1000, quotient: 100, minutes: 1, centimes: 1 } as const;

/**
 * Measures indicators on facts. `faitsDe`: the facts of a source, already filtered; read once each. `trouver`: an
 * indicator by its code, for those made of two others.
 */
export function mesurer(
  indicateur: Indicateur,
  axes: readonly Axe[],
  faitsDe: (source: NomSource) => readonly Fait[],
  trouver: (code: string) => Indicateur,
): Mesuree {
  if (indicateur.genre !== 'rapport') return mesurerCompte(indicateur, faitsDe(indicateur.source), axes);
  const [dessus, dessous] = [indicateur.numerateur, indicateur.denominateur].map((code) =>
    mesurer(trouver(code), axes, faitsDe, trouver),
  ) as [Mesuree, Mesuree];
  const facteur = FACTEURS[indicateur.unite];
  return {
    mesure: fraction(dessus.mesure.valeur ?? 0, dessous.mesure.valeur ?? 0, facteur),
    inconnus: 0,
    exclus: [],
    parAxe: axes.map((axe, rang) => {
      const hauts = new Map(dessus.parAxe[rang]?.parts.map(({ code, mesure }) => [code, mesure.valeur]));
      const bas = new Map(dessous.parAxe[rang]?.parts.map(({ code, mesure }) => [code, mesure.valeur]));
      return {
        axe,
        parts: [...new Set([...hauts.keys(), ...bas.keys()])].map((code) => ({
          code,
          mesure: fraction(hauts.get(code) ?? 0, bas.get(code) ?? 0, facteur),
        })),
      };
    }),
  };
}

/** What a profile keeps: rows that have one of these codes on the axis. */
export interface Filtre {
  axe: Axe;
  codes: readonly string[];
}

/** True when a row passes every filter its source knows; a source that lacks the axis is not filtered by it. */
export function passe(fait: Fait, filtres: readonly Filtre[]): boolean {
  return filtres.every(
    ({ axe, codes }) => !(axe in fait.axes) || codesDuFait(fait, axe).some((code) => codes.includes(code)),
  );
}

/** Parts of a figure that can be opened. */
export const PLACES = ['compte', 'base', 'inconnu', 'exclu'] as const;
export type PlaceOuverte = (typeof PLACES)[number];

/** True when a row is one of those that a part of a figure opens; `base` opens the whole base of a rate. */
export function estDans(indicateur: IndicateurCompte, fait: Fait, place: PlaceOuverte): boolean {
  const sienne = indicateur.place(fait as never);
  if (sienne === null) return false;
  if (place === 'exclu') return typeof sienne === 'object';
  if (place === 'base') return sienne === 'compte' || sienne === 'base';
  return sienne === place;
}
