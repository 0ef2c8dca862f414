import { ajouterJours, ajouterMois, type DateCivile, ecartJours } from '../dates.ts';
import { bornesDuMois, disposer, moisDe, type Rangee } from '../immersions/calendrier.ts';
import {
  type Moment,
  SORTES_MOMENT,
  SORTES_TRAIT,
  type SorteMoment,
  type SorteTrait,
  type Trait,
} from './parcours.ts';

/** How much of the time is seen at once. */
export const ZOOMS = ['tout', 'an', 'trimestre'] as const;
export type Zoom = (typeof ZOOMS)[number];

export interface Fenetre {
  du: DateCivile;
  au: DateCivile;
}

/** Fewest months drawn: a parcours of a week is not stretched over the screen. */
const MOIS_MIN = 6;
/** Months drawn beyond today when something has no end. */
const MOIS_OUVERTS = 3;

/** Whole months from the first day of the parcours to its last, today among them; or a year, or a quarter, around today. */
export function fenetreFrise(
  traits: readonly Trait[],
  moments: readonly Moment[],
  today: DateCivile,
  zoom: Zoom,
): Fenetre {
  if (zoom === 'an') return { du: ajouterMois(today, -8), au: ajouterMois(today, 4) };
  if (zoom === 'trimestre') return { du: ajouterJours(today, -45), au: ajouterJours(today, 45) };
  const ouverte = ajouterMois(today, MOIS_OUVERTS);
  // A PASS runs years ahead of what is known: its end alone does not push the rest into a corner.
  const finVue = ({ sorte, fin }: Trait) =>
    fin === null || (sorte === 'pass' && fin > ouverte) ? ouverte : fin;
  const jours = [
    today,
    ...traits.flatMap((trait) => [trait.debut, finVue(trait)]),
    ...moments.map(({ date }) => date),
  ].sort();
  const du = bornesDuMois(moisDe(jours[0]!)).du;
  const dernier = bornesDuMois(moisDe(jours.at(-1)!)).au;
  const auMoins = ajouterJours(ajouterMois(du, MOIS_MIN), -1);
  return { du, au: dernier > auMoins ? dernier : auMoins };
}

/** Share of the window before the start of a day. */
export const placeDe = (jour: DateCivile, { du, au }: Fenetre): number =>
  ecartJours(du, jour) / (ecartJours(du, au) + 1);

/** Most marks along the time. */
const MARQUES_MAX = 14;

const MOIS_COURTS = [
  ...['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin'],
  ...['juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
];

/** First days of months, far enough from one another to be read. */
export function graduations(fenetre: Fenetre): { date: DateCivile; label: string; place: number }[] {
  const { du, au } = fenetre;
  const premier = du.endsWith('-01') ? du : ajouterMois(`${moisDe(du)}-01`, 1);
  const mois =
    (Number(au.slice(0, 4)) - Number(premier.slice(0, 4))) * 12 +
    Number(au.slice(5, 7)) -
    Number(premier.slice(5, 7)) +
    1;
  const pas = [1, 2, 3, 6, 12, 24, 60].find((essai) => mois / essai <= MARQUES_MAX) ?? 120;
  return Array.from({ length: mois }, (_, rang) => ajouterMois(premier, rang))
    .filter((date) => (Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1) % pas === 0)
    .map((date, rang) => {
      const court = MOIS_COURTS[Number(date.slice(5, 7)) - 1]!;
      const annee = date.slice(5, 7) === '01' || rang === 0;
      return { date, label: annee ? `${court} ${date.slice(0, 4)}` : court, place: placeDe(date, fenetre) };
    });
}

/** A bar, as `disposer` places it, and the pauses within it as shares of the bar. */
export type Barre = Trait & { fin: DateCivile; renouvelleId: null; ouverte: boolean };

export interface Piste {
  sorte: SorteTrait;
  rangee: Rangee<Barre>;
}

/** One lane per sort that has something in the window, bars of one row never sharing a day. */
export function pistesDe(traits: readonly Trait[], fenetre: Fenetre): Piste[] {
  return SORTES_TRAIT.map((sorte) => ({
    sorte,
    rangee: disposer(
      traits
        .filter((trait) => trait.sorte === sorte)
        .map(
          (trait): Barre => ({
            ...trait,
            fin: trait.fin ?? fenetre.au,
            ouverte: trait.fin === null,
            renouvelleId: null,
          }),
        ),
      fenetre,
    ),
  })).filter(({ rangee }) => rangee.barres.length > 0);
}

/** Parts of a bar, as shares of its visible length, that a period covers; null when none of it is seen. */
export function partDe(
  periode: { debut: DateCivile; fin: DateCivile | null },
  barre: { debut: DateCivile; fin: DateCivile },
  { du, au }: Fenetre,
): { depart: number; largeur: number } | null {
  const debutVu = barre.debut > du ? barre.debut : du;
  const finVue = barre.fin < au ? barre.fin : au;
  const jours = ecartJours(debutVu, finVue) + 1;
  const depuis = Math.max(0, ecartJours(debutVu, periode.debut));
  const jusque = Math.min(jours, ecartJours(debutVu, periode.fin ?? finVue) + 1);
  return jusque > depuis ? { depart: depuis / jours, largeur: (jusque - depuis) / jours } : null;
}

/** Moments too close to be told apart are one mark. */
const ECART_MARQUES = 0.016;

export interface Marque {
  place: number;
  moments: Moment[];
}

export interface PisteMoments {
  sorte: SorteMoment;
  marques: Marque[];
}

/** One lane of marks per sort that has something in the window. */
export function marquesDe(moments: readonly Moment[], fenetre: Fenetre): PisteMoments[] {
  return SORTES_MOMENT.map((sorte) => {
    const marques: Marque[] = [];
    for (const moment of moments) {
      if (moment.sorte !== sorte || moment.date < fenetre.du || moment.date > fenetre.au) continue;
      const place = placeDe(moment.date, fenetre);
      const derniere = marques.at(-1);
      if (derniere && place - derniere.place < ECART_MARQUES) derniere.moments.push(moment);
      else marques.push({ place, moments: [moment] });
    }
    return { sorte, marques };
  }).filter(({ marques }) => marques.length > 0);
}

export const LIBELLES_TRAIT: Record<SorteTrait, string> = {
  contrat: 'Contrats',
  pass: 'PASS IAE',
  immersion: 'Immersions',
  formation: 'Formations',
  absence: 'Absences',
};

export const LIBELLES_MOMENT: Record<SorteMoment, string> = {
  entretien: 'Entretiens',
  objectif: 'Objectifs',
  echange: 'Échanges',
  embauche: 'Embauches',
};
