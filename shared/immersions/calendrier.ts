import {
  ajouterJours,
  ajouterMois,
  type DateCivile,
  ecartJours,
  estDateCivile,
  jourSemaine,
} from '../dates.ts';
import { formaterDate, MOIS } from '../format.ts';
import { nomFerie } from './horaires.ts';

/** One row per person, or per host. */
export const RANGEES = ['salarie', 'organisation'] as const;
export type GenreRangee = (typeof RANGEES)[number];

/** `2026-11`. */
export const moisDe = (jour: DateCivile): string => jour.slice(0, 7);

/** `2026-11` → `novembre 2026`. */
export function nomDuMois(mois: string): string {
  return `${MOIS[Number(mois.slice(5, 7)) - 1]} ${mois.slice(0, 4)}`;
}

export const moisVoisin = (mois: string, sens: number): string => moisDe(ajouterMois(`${mois}-01`, sens));

/** First and last day of a month. */
export function bornesDuMois(mois: string): { du: DateCivile; au: DateCivile } {
  const du = `${mois}-01`;
  return { du, au: ajouterJours(ajouterMois(du, 1), -1) };
}

export interface JourCalendrier {
  date: DateCivile;
  /** Saturday or Sunday. */
  finDeSemaine: boolean;
  /** Name of the legal holiday, empty on other days. */
  ferie: string;
}

export function joursDe(du: DateCivile, au: DateCivile): JourCalendrier[] {
  return Array.from({ length: ecartJours(du, au) + 1 }, (_, rang) => {
    const date = ajouterJours(du, rang);
    return { date, finDeSemaine: jourSemaine(date) >= 6, ferie: nomFerie(date) ?? '' };
  });
}

interface Datee {
  id: string;
  debut: DateCivile;
  fin: DateCivile;
  renouvelleId: string | null;
}

export interface Placee<B> {
  barre: B;
  /** Lane of the row, 0 first: two bars of one lane never share a day. */
  etage: number;
  /** First day shown and how many, in days from the left edge. */
  depart: number;
  largeur: number;
  /** Goes on before or after the days shown. */
  avant: boolean;
  apres: boolean;
  /** Free days that its name may be written on, the bar included; `aGauche`: it ends at the end of the bar. */
  nom: { depart: number; largeur: number; aGauche: boolean };
  /** Days between it and the convention it renews, when both are shown. */
  lien: { depart: number; largeur: number } | null;
}

export interface Rangee<B> {
  barres: Placee<B>[];
  /** How many lanes. */
  etages: number;
  /** Most bars on one day. */
  simultanees: number;
}

interface Fenetre {
  du: DateCivile;
  au: DateCivile;
}

/** Lane of each bar: the first free one, or for a renewal the lane of what it renews. */
function etager<B extends Datee>(barres: readonly B[]): Map<B, number> {
  const fins: DateCivile[] = [];
  const parId = new Map<string, number>();
  const etages = new Map<B, number>();
  for (const barre of barres) {
    const libre = (etage: number) => fins[etage] === undefined || fins[etage] < barre.debut;
    const suite = barre.renouvelleId === null ? undefined : parId.get(barre.renouvelleId);
    let etage = suite !== undefined && libre(suite) ? suite : 0;
    while (!libre(etage)) etage += 1;
    fins[etage] = barre.fin;
    parId.set(barre.id, etage);
    etages.set(barre, etage);
  }
  return etages;
}

/** Days a bar needs for its name to be read in it. */
const JOURS_LISIBLES = 7;
/** Share of the window that a name may take beyond a shorter bar: a long one does not cross it from side to side. */
const PART_DU_NOM = 0.4;

/** Where each bar of a row is drawn, in days from the left edge of the window. Bars out of it are left out. */
export function disposer<B extends Datee>(toutes: readonly B[], { du, au }: Fenetre): Rangee<B> {
  const barres = toutes
    .filter(({ debut, fin }) => debut <= au && fin >= du)
    .sort((a, b) => a.debut.localeCompare(b.debut) || a.fin.localeCompare(b.fin) || a.id.localeCompare(b.id));
  const bord = ecartJours(du, au) + 1;
  const etages = etager(barres);
  const nomMax = Math.round(bord * PART_DU_NOM);
  const departDe = ({ debut }: B) => Math.max(0, ecartJours(du, debut));
  const finDe = ({ fin }: B) => Math.min(bord, ecartJours(du, fin) + 1);
  const placees = barres.map((barre): Placee<B> => {
    const etage = etages.get(barre)!;
    const voisines = barres.filter((autre) => autre !== barre && etages.get(autre) === etage);
    const depart = departDe(barre);
    const fin = finDe(barre);
    const apres = Math.min(bord, ...voisines.filter((autre) => departDe(autre) >= fin).map(departDe));
    const avant = Math.max(0, ...voisines.filter((autre) => finDe(autre) <= depart).map(finDe));
    const aGauche = apres - depart < JOURS_LISIBLES && fin - avant > apres - depart;
    const origine = voisines.find(({ id }) => id === barre.renouvelleId);
    const lien = origine && finDe(origine) <= depart ? finDe(origine) : null;
    return {
      barre,
      etage,
      depart,
      largeur: fin - depart,
      avant: barre.debut < du,
      apres: barre.fin > au,
      nom: aGauche
        ? {
            depart: Math.max(avant, depart - nomMax),
            largeur: fin - Math.max(avant, depart - nomMax),
            aGauche,
          }
        : { depart, largeur: Math.min(apres, fin + nomMax) - depart, aGauche },
      lien: lien === null ? null : { depart: lien, largeur: depart - lien },
    };
  });
  return {
    barres: placees,
    etages: Math.max(1, ...placees.map(({ etage }) => etage + 1)),
    simultanees: Math.max(
      0,
      ...barres.map(
        ({ debut }) => barres.filter((autre) => autre.debut <= debut && autre.fin >= debut).length,
      ),
    ),
  };
}

/** Width of a sign on average, and margins of a name (em): enough to know whether it fits, without measuring it. */
const EM_PAR_SIGNE = 0.54;
const EM_DE_MARGE = 1.15;

/**
 * Where the name of a bar is written, as CSS: in the bar, or beside it when the bar is too short for it and there is room
 * there; never across its edge. Each clamp answers one of the two questions by nothing or by the whole bar.
 */
export function placeDuNom(
  { largeur, nom }: Pick<Placee<unknown>, 'largeur' | 'nom'>,
  signes: number,
  jours: number,
): { left: string; width: string } {
  const part = (nombre: number) => `${((nombre / jours) * 100).toFixed(3)}%`;
  const barre = part(largeur);
  const texte = `${(signes * EM_PAR_SIGNE + EM_DE_MARGE).toFixed(2)}em`;
  const tropCourte = `clamp(0px, (${texte} - ${barre}) * 9999, ${barre})`;
  const aLaPlace = `clamp(0px, (${part(nom.largeur - largeur)} - ${texte}) * 9999, ${barre})`;
  const dehors = `min(${tropCourte}, ${aLaPlace})`;
  return {
    left: nom.aGauche ? part(nom.depart) : `calc(${part(nom.depart)} + ${dehors})`,
    width: `calc(${part(nom.largeur)} - ${dehors})`,
  };
}

/** `novembre 2026` for a whole month, else `du 02/11/2026 au 03/01/2027`. */
export function nomDeFenetre({ du, au }: { du: DateCivile; au: DateCivile }): string {
  const mois = moisDe(du);
  const bornes = bornesDuMois(mois);
  return bornes.du === du && bornes.au === au
    ? nomDuMois(mois)
    : `du ${formaterDate(du)} au ${formaterDate(au)}`;
}

const INITIALES = ['L', 'M', 'M', 'J', 'V', 'S', 'D'] as const;
export const initialeDuJour = (date: DateCivile): string => INITIALES[jourSemaine(date) - 1]!;

/** Background that shades week-ends and holidays, whatever the width. */
export function fondDesJours(jours: readonly JourCalendrier[], ombre: string): string {
  const bord = (rang: number) => `${((rang / jours.length) * 100).toFixed(3)}%`;
  const bandes = jours.flatMap(({ finDeSemaine, ferie }, rang) =>
    finDeSemaine || ferie !== ''
      ? [
          `transparent ${bord(rang)}`,
          `${ombre} ${bord(rang)}`,
          `${ombre} ${bord(rang + 1)}`,
          `transparent ${bord(rang + 1)}`,
        ]
      : [],
  );
  return bandes.length === 0 ? 'none' : `linear-gradient(to right, transparent 0, ${bandes.join(', ')})`;
}

/** Middle of a day as a share of the window, or null when it is not in it. */
export function placeDuJour(jour: DateCivile, { du, au }: Fenetre): number | null {
  if (jour < du || jour > au) return null;
  return (ecartJours(du, jour) + 0.5) / (ecartJours(du, au) + 1);
}

/** A month typed or kept in an address; null when it is none. */
export function lireMois(dit: string | null): string | null {
  return dit !== null && estDateCivile(`${dit}-01`) ? dit : null;
}
