import { z } from 'zod';
import { id, texte, texteRequis } from '../champs.ts';
import { CERTIFICATEURS, GENRES_FORMATION, MODES_COUT } from '../nomenclatures/formation.ts';
import { codes } from '../nomenclatures/nomenclature.ts';
import { codeOuvert } from '../nomenclatures/ouvertes.ts';

/** A longer training than this is a typing error: two thousand hours, in minutes. */
export const MINUTES_MAX = 2000 * 60;
export const PLACES_MAX = 200;
/** Ten million euros. */
export const CENTIMES_MAX = 1_000_000_000;

const genreFormation = z.enum(codes(GENRES_FORMATION), { error: 'Choisissez le genre de formation.' });
const modeCout = z.enum(codes(MODES_COUT), { error: 'Dites comment le coût se compte.' });
const certificateur = z.enum(['', ...codes(CERTIFICATEURS)], { error: 'Choisissez RNCP ou RS.' });

const nombre = (phrase: string, max: number, auPlus: string) =>
  z.int({ error: phrase }).min(0, 'Un nombre positif.').max(max, auPlus);

/** Fields that an action offers and that a session takes over, corrected or not. */
export const champsCommuns = {
  organismeId: id.nullable().default(null),
  surTempsTravail: z.boolean().default(true),
  placesMin: z
    .int({ error: 'Indiquez un nombre.' })
    .min(1, 'Une place au moins.')
    .max(PLACES_MAX, `${PLACES_MAX} places au plus.`)
    .default(1),
  placesMax: z
    .int({ error: 'Indiquez un nombre.' })
    .min(1, 'Une place au moins.')
    .max(PLACES_MAX, `${PLACES_MAX} places au plus.`)
    .default(12),
  coutMode: modeCout.default('heure_stagiaire'),
  coutCentimes: nombre('Indiquez un montant.', CENTIMES_MAX, 'Dix millions d’euros au plus.').default(0),
  accessibilite: texte(1000).default(''),
};

/** `35832`, `rncp 35 832`, `RNCP35832` → `RNCP35832`; null when it is no number of that register. */
export function lireCertification(registre: 'rncp' | 'rs', saisi: string): string | null {
  const lu = /^(rncp|rs)?(\d{1,6})$/i.exec(saisi.normalize('NFKC').replace(/[\s.-]/g, ''));
  if (!lu || (lu[1] !== undefined && lu[1].toLowerCase() !== registre)) return null;
  return `${registre.toUpperCase()}${lu[2]}`;
}

/** What is wrong with the places asked for, by field. */
export function verifierPlaces(
  { placesMin, placesMax }: { placesMin: number; placesMax: number },
  ctx: z.RefinementCtx,
): void {
  if (placesMin <= placesMax) return;
  ctx.addIssue({
    code: 'custom',
    path: ['placesMax'],
    message: `Moins que le minimum pour ouvrir (${placesMin}).`,
  });
}

const champs = {
  titre: texteRequis(200, 'Indiquez l’intitulé de la formation.'),
  genre: genreFormation,
  /** Open list `themes_formation`. */
  theme: codeOuvert,
  objectif: texte(2000).default(''),
  contenu: texte(8000).default(''),
  /** What must be known or held before coming in: each is a line of the prerequisites grid. */
  prerequis: z
    .array(texte(300))
    .max(30, '30 prérequis au plus.')
    .transform((lignes) => lignes.filter((ligne) => ligne !== ''))
    .default([]),
  certification: certificateur.default(''),
  certificationCode: texte(30).default(''),
  certificationTitre: texte(300).default(''),
  /** Hours of a trainee, in minutes. */
  minutes: nombre('Indiquez un nombre d’heures.', MINUTES_MAX, '2 000 heures au plus.').default(0),
  ...champsCommuns,
};

function verifierAction(
  action: {
    placesMin: number;
    placesMax: number;
    certification: '' | 'rncp' | 'rs';
    certificationCode: string;
    certificationTitre: string;
  },
  ctx: z.RefinementCtx,
): void {
  verifierPlaces(action, ctx);
  const { certification, certificationCode, certificationTitre } = action;
  if (certification === '' && (certificationCode !== '' || certificationTitre !== '')) {
    ctx.addIssue({
      code: 'custom',
      path: ['certification'],
      message: 'Choisissez le répertoire de cette certification.',
    });
  }
  if (certification === '' || certificationCode === '') return;
  if (lireCertification(certification, certificationCode) !== null) return;
  const attendu =
    certification === 'rncp'
      ? 'RNCP suivi de chiffres, par exemple RNCP35832'
      : 'RS suivi de chiffres, par exemple RS5616';
  ctx.addIssue({ code: 'custom', path: ['certificationCode'], message: `Numéro attendu : ${attendu}.` });
}

export const actionSaisie = z.strictObject(champs).superRefine(verifierAction);
export const actionModification = z.strictObject({ id, ...champs }).superRefine(verifierAction);
export type ActionSaisie = z.input<typeof actionSaisie>;

export const organisationNommee = z.object({ id: z.string(), nom: z.string() });

/** A training body, and whether the network knows it as one. */
export const organisme = organisationNommee.extend({
  /** Plays the role « organisme de formation » today. */
  reconnu: z.boolean(),
});

export const actionLigne = z.object({
  id: z.string(),
  titre: z.string(),
  genre: genreFormation,
  theme: z.string(),
  organisme: organisationNommee.nullable(),
  certification: certificateur,
  certificationCode: z.string(),
  certificationTitre: z.string(),
  minutes: z.number(),
  surTempsTravail: z.boolean(),
  placesMin: z.number(),
  placesMax: z.number(),
  coutMode: modeCout,
  coutCentimes: z.number(),
  /** Sessions that count: neither cancelled nor put away. */
  sessions: z.number(),
  /** First day of the last one begun, and of the next one. */
  derniereLe: z.string().nullable(),
  prochaineLe: z.string().nullable(),
  /** Needs expressed on its theme that nothing answers yet. */
  besoins: z.number(),
  archivedAt: z.string().nullable(),
});
export type ActionLigne = z.output<typeof actionLigne>;

export const actionFiche = actionLigne.omit({ organisme: true }).extend({
  organisme: organisme.nullable(),
  objectif: z.string(),
  contenu: z.string(),
  prerequis: z.array(z.string()),
  accessibilite: z.string(),
});
export type ActionFiche = z.output<typeof actionFiche>;

export const actionsFiltres = z.strictObject({
  recherche: texte(200).default(''),
  genre: z.enum(['', ...codes(GENRES_FORMATION)]).default(''),
  theme: codeOuvert,
  organismeId: id.optional(),
  etat: z.enum(['actives', 'archives']).default('actives'),
  tri: z.enum(['titre', 'prochaine', 'duree']).default('titre'),
  sens: z.enum(['asc', 'desc']).default('asc'),
});
export type ActionsFiltres = z.output<typeof actionsFiltres>;
