import { type Axe, axe as definitionAxe } from './axes.ts';
import type { LigneIndicateur, PartBilan, Repartition } from './bilan.ts';
import { indicateurDe } from './catalogue.ts';
import type { Fait, NomSource } from './faits.ts';
import { type Indicateur, uniteDe } from './indicateur.ts';
import { type Filtre, type Mesure, type Mesuree, mesurer, passe } from './mesure.ts';

/** What an indicator is aimed at, in its unit, and who says so. */
export interface Vise {
  valeur: number;
  source: string;
}

/** All that the measure of a line needs besides the indicator. */
export interface Terrain {
  faits(source: NomSource): readonly Fait[];
  /** The same a year before; null when there is nothing to compare with. */
  avant: ((source: NomSource) => readonly Fait[]) | null;
  filtres: readonly Filtre[];
  /** The period is not over. */
  enCours: boolean;
  vise(indicateur: Indicateur): Vise | null;
  /** Name of a code of an axis, in the structure's own words. */
  nommer(axe: Axe, code: string): string;
  /** Codes of a closed or open list in order; null when only those met are shown. */
  ordre(axe: Axe): readonly string[] | null;
}

/** Beyond this many values, those nobody met are left out. */
const LISTE_COURTE = 12;

/** `a year later` for the months of the year before, so that each stands beside its own. */
const unAnApres = (mois: string) => (mois === '' ? '' : `${Number(mois.slice(0, 4)) + 1}${mois.slice(4)}`);

function ranger(
  axe: Axe,
  mesuree: Mesuree,
  avant: Mesuree | null,
  terrain: Terrain,
  rang: number,
): PartBilan[] {
  const { temps } = definitionAxe(axe);
  const parts = new Map(mesuree.parAxe[rang]?.parts.map(({ code, mesure }) => [code, mesure]));
  const anciennes = avant
    ? new Map(avant.parAxe[rang]?.parts.map(({ code, mesure }) => [temps ? unAnApres(code) : code, mesure]))
    : null;
  const ordre = terrain.ordre(axe);
  const vides = ordre !== null && (temps || ordre.length <= LISTE_COURTE);
  const rencontres = new Set([...parts.keys(), ...(temps ? [] : (anciennes?.keys() ?? []))]);
  const inconnu = rencontres.delete('') ? [''] : [];
  const connus = (ordre ?? []).filter((code) => vides || rencontres.has(code));
  for (const code of connus) rencontres.delete(code);
  const nulle = rien(mesuree.mesure);
  const poids = (code: string) => parts.get(code)?.valeur ?? 0;
  const autres = [...rencontres].sort(
    (a, b) => poids(b) - poids(a) || terrain.nommer(axe, a).localeCompare(terrain.nommer(axe, b), 'fr'),
  );
  return [...connus, ...autres, ...inconnu].map((code) => ({
    code,
    nom: code === '' ? 'Non renseigné' : terrain.nommer(axe, code),
    mesure: parts.get(code) ?? nulle,
    precedente: anciennes && (anciennes.get(code) ?? nulle),
  }));
}

/** The measure of nothing, of the same kind as another. */
function rien({ denominateur }: Mesure): Mesure {
  return denominateur === null
    ? { valeur: 0, numerateur: null, denominateur: null }
    : { valeur: null, numerateur: 0, denominateur: 0 };
}

/** Sources an indicator reads. */
export function sourcesDe(indicateur: Indicateur): NomSource[] {
  if (indicateur.genre !== 'rapport') return [indicateur.source];
  return [indicateur.numerateur, indicateur.denominateur].flatMap((code) => sourcesDe(indicateurDe(code)));
}

/**
 * Whether an objective is reached; null when it cannot be said: no figure, no better way, or a period still running that
 * leaves time to reach it (or to go beyond what it should stay under).
 */
function juger(
  sens: Indicateur['sens'],
  valeur: number | null,
  vise: number,
  enCours: boolean,
): boolean | null {
  if (valeur === null || sens === null) return null;
  const atteint = sens === 'hausse' ? valeur >= vise : valeur <= vise;
  if (!enCours) return atteint;
  return atteint === (sens === 'hausse') ? atteint : null;
}

/** One line of a bilan: the figure, the year before, what is set apart, its objective and its breakdowns. */
export function calculerLigne(
  indicateur: Indicateur,
  axes: readonly Axe[],
  terrain: Terrain,
): LigneIndicateur {
  const { filtres, avant } = terrain;
  const filtrer = (lire: (source: NomSource) => readonly Fait[]) => (source: NomSource) =>
    filtres.length === 0 ? lire(source) : lire(source).filter((fait) => passe(fait, filtres));
  const permis = axes.filter((axe) => indicateur.axes.includes(axe));
  const mesuree = mesurer(indicateur, permis, filtrer(terrain.faits), indicateurDe);
  const ancienne = avant && mesurer(indicateur, permis, filtrer(avant), indicateurDe);
  const { valeur } = mesuree.mesure;
  const objectif = terrain.vise(indicateur);
  const repartitions = permis.map(
    (axe, rang): Repartition => ({
      axe,
      par: definitionAxe(axe).par,
      multiple: definitionAxe(axe).multiple === true,
      parts: ranger(axe, mesuree, ancienne, terrain, rang),
    }),
  );
  const { code, rubrique, label, genre, nom, base, sens } = indicateur;
  return {
    code,
    rubrique,
    label,
    genre,
    unite: uniteDe(indicateur),
    nom,
    base,
    mesure: mesuree.mesure,
    precedente: ancienne?.mesure ?? null,
    exclus: mesuree.exclus,
    inconnus: mesuree.inconnus,
    objectif,
    atteint: objectif === null ? null : juger(sens, valeur, objectif.valeur, terrain.enCours),
    sens,
    horsFiltre:
      filtres.length > 0 &&
      sourcesDe(indicateur).some((source) => {
        const [premier] = terrain.faits(source);
        return premier !== undefined && filtres.some(({ axe }) => !(axe in premier.axes));
      }),
    lignes: genre !== 'rapport',
    repartitions,
  };
}
