import { ajouterJours, ajouterMois, type DateCivile } from '../dates.ts';
import { formaterDate } from '../format.ts';
import type { Periode } from './schema.ts';

/** Outcomes that are an agreement. */
export const RESULTATS_ACCORD = ['accord', 'realisee'] as const;

/** Outcome that leaves an organisation called, but not reached. */
export const RESULTAT_SANS_REPONSE = 'sans_reponse';

/** The part of a period already lived; `null` when it has not begun. `arreteAu`: today, when it is not over. */
export function vecue(
  periode: Periode,
  today: DateCivile,
): { bornes: Periode | null; arreteAu: DateCivile | null } {
  if (periode.fin <= today) return { bornes: periode, arreteAu: null };
  return { bornes: periode.debut > today ? null : { debut: periode.debut, fin: today }, arreteAu: today };
}

function estFinDeMois(date: DateCivile): boolean {
  return ajouterJours(date, 1).endsWith('-01');
}

/**
 * The same days one year before, to compare like with like; `null` beyond a year, where the two would overlap.
 * A period that ends with its month is compared with one that ends with it too (28/02/2025 → 29/02/2024).
 */
export function periodePrecedente({ debut, fin }: Periode): Periode | null {
  if (fin >= ajouterMois(debut, 12)) return null;
  const memeJour = ajouterMois(fin, -12);
  return {
    debut: ajouterMois(debut, -12),
    fin: estFinDeMois(fin) ? ajouterJours(ajouterMois(`${memeJour.slice(0, 8)}01`, 1), -1) : memeJour,
  };
}

/** Months a period touches, `AAAA-MM`. */
export function moisDe({ debut, fin }: Periode): string[] {
  const mois: string[] = [];
  for (let premier = `${debut.slice(0, 8)}01`; premier <= fin; premier = ajouterMois(premier, 1)) {
    mois.push(premier.slice(0, 7));
  }
  return mois;
}

/** Months in each kind of period that follows the calendar. */
const MOIS_PAR_GENRE = { annee: 12, semestre: 6, trimestre: 3 } as const;
export type GenrePeriode = keyof typeof MOIS_PAR_GENRE | 'libre';

/** The civil year, half-year or quarter a day belongs to. */
export function periodeDe(genre: Exclude<GenrePeriode, 'libre'>, jour: DateCivile): Periode {
  const longueur = MOIS_PAR_GENRE[genre];
  const rang = Math.trunc((Number(jour.slice(5, 7)) - 1) / longueur);
  const debut = `${jour.slice(0, 4)}-${String(rang * longueur + 1).padStart(2, '0')}-01`;
  return { debut, fin: ajouterJours(ajouterMois(debut, longueur), -1) };
}

/** A bilan is written once the year is over: until the spring, the one before is the one to make. */
const PRINTEMPS = '04';

/** The year somebody is likely to make a bilan of on a day. */
export function periodeProposee(jour: DateCivile): Periode {
  return periodeDe('annee', jour.slice(5, 7) < PRINTEMPS ? ajouterMois(jour, -12) : jour);
}

/** Year, half-year or quarter when a period is exactly one. */
export function genreDe({ debut, fin }: Periode): GenrePeriode {
  for (const genre of ['annee', 'semestre', 'trimestre'] as const) {
    const civile = periodeDe(genre, debut);
    if (civile.debut === debut && civile.fin === fin) return genre;
  }
  return 'libre';
}

/** The period of the same kind just before (`-1`) or after (`1`); a free one moves by a year. */
export function decaler(periode: Periode, sens: -1 | 1): Periode {
  const genre = genreDe(periode);
  if (genre !== 'libre') {
    return periodeDe(genre, ajouterMois(periode.debut, sens * MOIS_PAR_GENRE[genre]));
  }
  return { debut: ajouterMois(periode.debut, 12 * sens), fin: ajouterMois(periode.fin, 12 * sens) };
}

/** `2025`, `1er semestre 2025`, `4e trimestre 2025`, else `du 01/03/2025 au 15/04/2025`. */
export function nomPeriode(periode: Periode): string {
  const genre = genreDe(periode);
  const annee = periode.debut.slice(0, 4);
  if (genre === 'annee') return annee;
  if (genre === 'libre') return `du ${formaterDate(periode.debut)} au ${formaterDate(periode.fin)}`;
  const rang = Math.trunc(Number(periode.debut.slice(5, 7)) / MOIS_PAR_GENRE[genre]) + 1;
  return `${rang === 1 ? '1er' : `${rang}e`} ${genre} ${annee}`;
}

/** Heading of the period compared with: `2024`, `mêmes jours de 2024`, or `un an avant`. */
export function nomComparaison(precedente: Periode): string {
  if (genreDe(precedente) !== 'libre') return nomPeriode(precedente);
  const annee = precedente.debut.slice(0, 4);
  return annee === precedente.fin.slice(0, 4) ? `mêmes jours de ${annee}` : 'un an avant';
}

/** The same in a sentence, after « comparé »: `à 2024`, `au 1er trimestre 2024`, `aux mêmes jours de 2024`. */
export function aLaComparaison(precedente: Periode): string {
  const nom = nomComparaison(precedente);
  if (nom === 'un an avant') return 'à la même période un an avant';
  if (genreDe(precedente) === 'libre') return `aux ${nom}`;
  return genreDe(precedente) === 'annee' ? `à ${nom}` : `au ${nom}`;
}
