import { z } from 'zod';
import { texte } from '../champs.ts';
import { formatTableur } from '../livraison.ts';
import { codeOuvert } from '../nomenclatures/ouvertes.ts';

const annee = z
  .int('Choisissez une année.')
  .min(2000, 'Choisissez une année.')
  .max(2100, 'Choisissez une année.');

export const secteursDemande = z.strictObject({ annee });
export const secteursExport = secteursDemande.extend({ format: formatTableur });

/** Figures of a sector whose rows are shown in a drawer; the others have their list, filtered. */
export const FIGURES_SECTEUR = ['organisations', 'engagees', 'immersions', 'embauches'] as const;

/** Most rows shown behind a figure. */
export const LIGNES_SECTEUR = 500;
export type FigureSecteur = (typeof FIGURES_SECTEUR)[number];

export const secteurLignesDemande = secteursDemande.extend({
  secteur: codeOuvert,
  figure: z.enum(FIGURES_SECTEUR),
});

export const secteurLignes = z.array(
  z.object({
    id: z.string(),
    /** The sheet it leads to: an organisation's, or an immersion's. */
    fiche: z.string(),
    titre: z.string(),
    detail: z.string(),
    date: z.string().nullable(),
  }),
);

const entier = (max: number, phrase: string) => z.int(phrase).min(0, phrase).max(max, phrase);

export const scoreSaisie = z.strictObject({
  secteur: codeOuvert.refine((code) => code !== '', 'Choisissez un secteur.'),
  annee,
  /** Null takes the year's score away. */
  score: entier(100, 'Un score va de 0 à 100, sans virgule.').nullable(),
  repondants: entier(10_000, 'Indiquez un nombre de personnes.').nullable(),
  note: texte(500),
});
export type ScoreSaisie = z.output<typeof scoreSaisie>;

const compare = z.object({ valeur: z.number(), precedent: z.number() });

export const ligneSecteur = z.object({
  /** Empty: organisations without a sector. */
  secteur: z.string(),
  /** Of the network as it is today. */
  organisations: z.number(),
  engagees: z.number(),
  echanges: compare,
  immersions: compare,
  embauches: compare,
  score: z.number().nullable(),
  scorePrecedent: z.number().nullable(),
  repondants: z.number().nullable(),
  note: z.string(),
});
export type LigneSecteur = z.output<typeof ligneSecteur>;

export const secteurs = z.object({
  annee: z.number(),
  /** True while the year is under way: the year before is counted up to the same day. */
  enCours: z.boolean(),
  lignes: z.array(ligneSecteur),
  /** An exchange with two sectors is one exchange here. */
  total: ligneSecteur.pick({
    organisations: true,
    engagees: true,
    echanges: true,
    immersions: true,
    embauches: true,
  }),
});
export type Secteurs = z.output<typeof secteurs>;

/** From here a sector interests the people accompanied enough to look for employers in it. */
export const SCORE_ELEVE = 60;

/** Figure in the middle of those given; 0 for none. */
function mediane(valeurs: readonly number[]): number {
  const tries = valeurs.toSorted((a, b) => a - b);
  const milieu = tries.length / 2;
  if (tries.length === 0) return 0;
  return tries.length % 2 === 1 ? tries[Math.floor(milieu)]! : (tries[milieu - 1]! + tries[milieu]!) / 2;
}

/**
 * Sectors the network should grow in: a high score, and fewer organisations than half of the sectors that have a score
 * or an organisation. The best score first.
 */
export function aDevelopper(lignes: readonly LigneSecteur[]): LigneSecteur[] {
  const vivants = lignes.filter(
    ({ secteur, organisations, score }) => secteur !== '' && (organisations > 0 || score !== null),
  );
  const seuil = mediane(vivants.map(({ organisations }) => organisations));
  return vivants
    .filter(({ score, organisations }) => (score ?? 0) >= SCORE_ELEVE && organisations < Math.max(seuil, 1))
    .sort((a, b) => b.score! - a.score!);
}
