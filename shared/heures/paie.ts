import { MOIS } from '../format.ts';
import { codes, nomenclature } from '../nomenclatures/nomenclature.ts';
import { normaliser } from '../normaliser.ts';
import type { Mois } from './regles-heures.ts';

/** What a column of a payroll file is for. */
export const CIBLES_PAIE = nomenclature('2026-1', [
  { code: 'ignorer', label: 'Ne pas lire' },
  { code: 'nom_complet', label: 'Nom et prénom' },
  { code: 'nom', label: 'Nom' },
  { code: 'prenom', label: 'Prénom' },
  { code: 'matricule', label: 'Matricule' },
  { code: 'mois', label: 'Mois' },
  { code: 'heures', label: 'Heures du mois' },
  { code: 'm01', label: 'Heures de janvier' },
  { code: 'm02', label: 'Heures de février' },
  { code: 'm03', label: 'Heures de mars' },
  { code: 'm04', label: 'Heures d’avril' },
  { code: 'm05', label: 'Heures de mai' },
  { code: 'm06', label: 'Heures de juin' },
  { code: 'm07', label: 'Heures de juillet' },
  { code: 'm08', label: 'Heures d’août' },
  { code: 'm09', label: 'Heures de septembre' },
  { code: 'm10', label: 'Heures d’octobre' },
  { code: 'm11', label: 'Heures de novembre' },
  { code: 'm12', label: 'Heures de décembre' },
]);
export const CODES_PAIE = codes(CIBLES_PAIE);
export type CiblePaie = (typeof CODES_PAIE)[number];

const ABREGES = MOIS.map((mois) => normaliser(mois));

/** Rank of a month by its name or the beginning of it (three letters at least), from 1; null for anything else. */
function rangDuNom(mot: string): number | null {
  if (mot.length < 3) return null;
  const rang = ABREGES.findIndex((mois) => mois.startsWith(mot));
  // « jui » is June or July.
  return rang < 0 || mot === 'jui' ? null : rang + 1;
}

const enMois = (annee: number, rang: number): Mois | null =>
  rang >= 1 && rang <= 12 && annee >= 2000 && annee < 2200
    ? `${annee}-${String(rang).padStart(2, '0')}`
    : null;

const anneeDe = (texte: string) => (texte.length === 2 ? 2000 + Number(texte) : Number(texte));

/** A month as payroll files write it: `03/2026`, `2026-03`, `202603`, `31/03/2026`, `mars 2026`, `mars` (of that year). */
export function lireMoisPaie(texte: string, annee: number): Mois | null {
  const propre = normaliser(texte).trim();
  let lu = /^(\d{4})[-/. ]?(\d{2})(?:[-/. ]?\d{2})?$/.exec(propre);
  if (lu) return enMois(Number(lu[1]), Number(lu[2]));
  lu = /^(?:\d{1,2}[-/. ])?(\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(propre);
  if (lu) return enMois(anneeDe(lu[2]!), Number(lu[1]));
  lu = /^([a-z]+)[. ]*[-/ ]?(\d{4}|\d{2})?$/.exec(propre);
  if (lu) {
    const rang = rangDuNom(lu[1]!);
    return rang === null ? null : enMois(lu[2] === undefined ? annee : anneeDe(lu[2]), rang);
  }
  return /^\d{1,2}$/.test(propre) ? enMois(annee, Number(propre)) : null;
}

const TITRES: readonly [cible: CiblePaie, motif: RegExp][] = [
  ['matricule', /matricule|code salarie|numero (de )?salarie|n.? ?salarie/],
  ['nom_complet', /nom.*prenom|prenom.*nom|^salaries?$|^employes?$|collaborateur|^identite/],
  ['prenom', /^prenom/],
  ['nom', /^nom\b/],
  ['mois', /^(mois|periode|date)\b|mois de paie|periode de paie/],
  ['heures', /heures?\b|\bhrs?\b|^h$|volume horaire/],
];

/** What the columns are for, by their headings; months by name make a year in columns, which leaves totals aside. */
export function devinerPaie(titres: readonly string[]): CiblePaie[] {
  const prises = new Set<CiblePaie>();
  const mois = titres.map((titre) => {
    const lu = /[a-z]/.test(normaliser(titre)) ? lireMoisPaie(titre, 2000) : null;
    return lu === null ? null : (`m${lu.slice(5)}` as CiblePaie);
  });
  const enColonnes = mois.filter((cible) => cible !== null).length >= 2;
  return titres.map((titre, rang) => {
    const propre = normaliser(titre).trim();
    const deMois = mois[rang] ?? null;
    const cible =
      enColonnes && deMois !== null
        ? deMois
        : (TITRES.find(([, motif]) => motif.test(propre))?.[0] ?? 'ignorer');
    if (prises.has(cible) || (enColonnes && (cible === 'heures' || cible === 'mois'))) return 'ignorer';
    if (cible !== 'ignorer') prises.add(cible);
    return cible;
  });
}

/** True for headings that name people and hours. */
export function estEnTete(cibles: readonly CiblePaie[]): boolean {
  const qui = cibles.includes('nom_complet') || cibles.includes('nom');
  return qui && cibles.some((cible) => cible === 'heures' || /^m\d\d$/.test(cible));
}

const CIVILITES = new Set(['m', 'mr', 'mme', 'mlle', 'monsieur', 'madame', 'mademoiselle']);

/** Same for a person however the name is ordered, accented or hyphenated. */
export const cleDePersonne = (nom: string): string =>
  normaliser(nom)
    .split(/[^a-z0-9]+/)
    .filter((mot) => mot !== '' && !CIVILITES.has(mot))
    .sort()
    .join(' ');

/** Lines that add up the others. */
export const estTotal = (nom: string): boolean => /^(sous )?tota(l|ux)\b/.test(normaliser(nom).trim());
