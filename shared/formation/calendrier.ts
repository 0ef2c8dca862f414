import { z } from 'zod';
import { ajouterJours, type DateCivile, ecartJours } from '../dates.ts';
import { MOIS } from '../format.ts';
import { livraison } from '../livraison.ts';
import { lecture } from '../operation.ts';
import { minutesDesCreneaux } from './regles-session.ts';
import { sessionFiche, sessionLigne } from './session.ts';

/** A month, or a whole year when `mois` is null. */
export const fenetreFormation = z.strictObject({
  annee: z.int().min(1900).max(2199),
  mois: z.int().min(1).max(12).nullable().default(null),
});
export type FenetreFormation = z.output<typeof fenetreFormation>;

/** First and last day of the window. */
export function bornesDe({ annee, mois }: FenetreFormation): { du: DateCivile; au: DateCivile } {
  if (mois === null) return { du: `${annee}-01-01`, au: `${annee}-12-31` };
  const premier = (rang: number) =>
    rang > 12 ? `${annee + 1}-01-01` : `${annee}-${String(rang).padStart(2, '0')}-01`;
  return { du: premier(mois), au: ajouterJours(premier(mois + 1), -1) };
}

/** `avril 2026`, or `2026`. */
export const nomDeFenetre = ({ annee, mois }: FenetreFormation): string =>
  mois === null ? String(annee) : `${MOIS[mois - 1]} ${annee}`;

/** The month or the year before or after. */
export function fenetreVoisine({ annee, mois }: FenetreFormation, sens: 1 | -1): FenetreFormation {
  if (mois === null) return { annee: annee + sens, mois };
  const rang = mois - 1 + sens;
  return { annee: annee + Math.floor(rang / 12), mois: ((rang + 12) % 12) + 1 };
}

/** Where something that lasts from `debut` to `fin` stands in the window, as shares of it. */
export function placeDans(
  { debut, fin }: { debut: DateCivile; fin: DateCivile },
  { du, au }: { du: DateCivile; au: DateCivile },
): { depart: number; largeur: number } {
  const jours = ecartJours(du, au) + 1;
  const depart = Math.max(0, ecartJours(du, debut));
  const apres = Math.min(jours, ecartJours(du, fin) + 1);
  return { depart: depart / jours, largeur: (apres - depart) / jours };
}

const rangee = sessionLigne
  .pick({
    id: true,
    numero: true,
    titre: true,
    etat: true,
    debut: true,
    fin: true,
    minutes: true,
    lieu: true,
    organisme: true,
    remplissage: true,
    /** In all, out of the window too. */
    demiJournees: true,
  })
  /** Half-days of the window only. */
  .extend({ creneaux: sessionFiche.shape.creneaux });
export type RangeeFormation = z.output<typeof rangee>;

export const calendrierFormation = z.object({
  /** Sessions of the window, cancelled ones left out, in the order of their first day. */
  rangees: z.array(rangee),
  alsaceMoselle: z.boolean(),
});
export type CalendrierFormation = z.output<typeof calendrierFormation>;

/** Hours of a trainee that fall in the window: those of its half-days, or of its first day when none is laid. */
export function minutesDansFenetre(
  rangees: readonly RangeeFormation[],
  { du, au }: { du: DateCivile; au: DateCivile },
): number {
  return rangees.reduce((somme, { creneaux, demiJournees, debut, minutes }) => {
    if (demiJournees > 0) return somme + minutesDesCreneaux(creneaux);
    return somme + (debut >= du && debut <= au ? minutes : 0);
  }, 0);
}

const LUES = ['formation', 'organisation', 'structure'] as const;

export const calendrierContrat = {
  'formation.calendrier': lecture(fenetreFormation, calendrierFormation, LUES),
  'formation.calendrierPage': lecture(fenetreFormation, z.object({ adresse: z.string() }), LUES),
  'formation.calendrierPdf': lecture(fenetreFormation, livraison, LUES),
};
