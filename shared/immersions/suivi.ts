import { z } from 'zod';
import { dateCivile, dateOptionnelle, id, texte, texteRequis } from '../champs.ts';
import { formatTableur, livraison } from '../livraison.ts';
import { MOTIFS_PRESENCE } from '../nomenclatures/immersions.ts';
import { codes } from '../nomenclatures/nomenclature.ts';
import { codeOuvert } from '../nomenclatures/ouvertes.ts';
import { ecriture, lecture } from '../operation.ts';
import { ETAPES_ACCIDENT, MOTIF_INSTANT } from './regles-accident.ts';
import { GENRES_POINT, PRESENTS } from './regles-points.ts';

/** Which point of which immersion: those that follow from the dates have no record of their own. */
const designe = {
  id,
  cle: z.string().regex(/^[a-z0-9-]{3,60}$/, 'Ce point est inconnu.'),
};

/** A moment on the clock of the place. */
const instant = z
  .string({ error: 'Indiquez le jour et l’heure.' })
  .regex(MOTIF_INSTANT, { error: 'Indiquez le jour et l’heure.', abort: true })
  .refine((valeur) => dateCivile.safeParse(valeur.slice(0, 10)).success, {
    error: 'Cette date n’existe pas (attendu : jj/mm/aaaa).',
    abort: true,
  });

const parole = texte(2000).default('');

const dit = {
  presents: z.array(z.enum(PRESENTS)).max(PRESENTS.length).default([]),
  autres: texte(200).default(''),
  /** List `canaux`. */
  canal: codeOuvert,
  personne: parole,
  tuteur: parole,
  structure: parole,
  suite: parole,
  prochain: dateOptionnelle,
};

const contenu = z.object({
  titre: z.string().default(''),
  prevu: z.string().nullable().default(null),
  presents: z.array(z.enum(PRESENTS)).default([]),
  autres: z.string().default(''),
  canal: z.string().default(''),
  personne: z.string().default(''),
  tuteur: z.string().default(''),
  structure: z.string().default(''),
  suite: z.string().default(''),
  prochain: z.string().nullable().default(null),
});
/** What a row holds, whichever version wrote it. */
export const contenuGarde = contenu;

const point = z.object({
  cle: z.string(),
  id: z.string().nullable(),
  genre: z.enum(GENRES_POINT),
  titre: z.string(),
  echeance: z.string(),
  prevu: z.string(),
  faitLe: z.string().nullable(),
  etat: z.enum(['tenu', 'a_venir', 'du', 'en_retard', 'passe']),
  contenu,
});

const presence = z.object({ date: z.string(), minutes: z.number(), motif: z.string(), note: z.string() });

const presences = z.object({
  jours: z.array(
    z.object({
      date: z.string(),
      plages: z.array(z.object({ debut: z.number(), fin: z.number() })),
      prevues: z.number(),
      faites: z.number(),
      presence: presence.nullable(),
    }),
  ),
  prevues: z.number(),
  faites: z.number(),
  horsPeriode: z.array(presence),
});

const declarant = z.object({
  qualite: z.enum(['employeur', 'prescripteur']),
  nom: z.string(),
  nous: z.boolean(),
  raison: z.string(),
});

const etape = z.object({
  code: z.enum(ETAPES_ACCIDENT),
  titre: z.string(),
  limite: z.string().nullable(),
  faitLe: z.string().nullable(),
  reference: z.string(),
});

const accident = z.object({
  id: z.string(),
  date: z.string(),
  heure: z.number().nullable(),
  trajet: z.boolean(),
  lieu: z.string(),
  circonstances: z.string(),
  temoins: z.string(),
  informeLe: z.string().nullable(),
  transmisLe: z.string().nullable(),
  declareLe: z.string().nullable(),
  etapes: z.array(etape),
});
export type AccidentSuivi = z.output<typeof accident>;

const suivi = z.object({
  points: z.array(point),
  presences,
  accidents: z.array(accident),
  declarant,
});
export type Suivi = z.output<typeof suivi>;

const personne = z.object({ id: z.string(), prenom: z.string(), nom: z.string() });

/** Whose immersion a line of the day is about, and whom to call. */
const sujet = {
  immersionId: z.string(),
  numero: z.string(),
  salarie: personne,
  organisation: z.object({ id: z.string(), nom: z.string(), telephone: z.string() }),
  tuteur: z.object({ nom: z.string(), telephone: z.string() }),
  referent: z.object({ id: z.string(), nom: z.string() }).nullable(),
};

const pointDu = z.object({ ...sujet, ...point.omit({ contenu: true, id: true, faitLe: true }).shape });
export type PointDu = z.output<typeof pointDu>;

const accidentDu = z.object({ ...sujet, id: z.string(), date: z.string(), etape });
export type AccidentDu = z.output<typeof accidentDu>;

const duJour = z.object({
  /** Due, late, or due within the week. */
  points: z.array(pointDu),
  /** Missing bilans that are to be asked for. */
  bilans: z.array(pointDu),
  /** Not declared yet: nobody's in particular, so everybody's. */
  accidents: z.array(accidentDu),
  enRetard: z.number(),
  aujourdhui: z.number(),
});
export type SuiviDuJour = z.output<typeof duJour>;

const jour = z.strictObject({
  date: dateCivile,
  /** Null: as planned. */
  minutes: z
    .number({ error: 'Écrivez une durée (3 h 30) ou des heures (9-12).' })
    .int('Écrivez une durée (3 h 30) ou des heures (9-12).')
    .min(0, 'Une durée ne peut pas être négative.')
    .max(1440, 'Une journée compte 24 heures.')
    .nullable(),
  motif: z.enum(['', ...codes(MOTIFS_PRESENCE)], { error: 'Choisissez le motif.' }).default(''),
  note: texte(300).default(''),
});

const accidentSaisie = z.strictObject({
  /** The immersion. */
  id,
  accidentId: id.nullable().default(null),
  date: dateCivile,
  heure: z
    .number({ error: 'Écrivez l’heure ainsi : 14 h 30.' })
    .int('Écrivez l’heure ainsi : 14 h 30.')
    .min(0, 'Écrivez l’heure ainsi : 14 h 30.')
    .max(1439, 'Écrivez l’heure ainsi : 14 h 30.')
    .nullable()
    .default(null),
  trajet: z.boolean().default(false),
  lieu: texte(300).default(''),
  circonstances: texteRequis(4000, 'Dites en quelques mots ce qui s’est passé.'),
  temoins: texte(500).default(''),
  informeLe: instant.nullable().default(null),
});

/** Days from one to the other, both included: a month, a quarter, a year at most of what is declared. */
const periode = { du: dateCivile, au: dateCivile };
const dansLOrdre = ({ du, au }: { du: string; au: string }) => du <= au;
const DESORDRE = { path: ['au'], error: 'Le dernier jour précède le premier.' };

const heures = z.object({
  lignes: z.number(),
  personnes: z.number(),
  minutes: z.number(),
});

const TABLES = ['immersion', 'salarie', 'organisation', 'interlocuteur', 'structure', 'membre'] as const;
const RIEN = z.object({});

export const suiviContrat = {
  /** Points, presences and accidents of an immersion. */
  'immersions.suivi': lecture(z.strictObject({ id }), suivi, TABLES),
  /** What is due of every immersion, for a member (theirs, and nobody's) or for the team. */
  'immersions.suiviDuJour': lecture(z.strictObject({ qui: z.enum(['moi', 'equipe']) }), duJour, [
    ...TABLES,
    'reglage',
  ]),
  /** A point held, with what was said; `echange` also notes it in the host's history. */
  'immersions.savePoint': ecriture(
    z.strictObject({ ...designe, faitLe: dateCivile, ...dit, echange: z.boolean().default(false) }),
    z.object({ pointId: z.string(), sollicitationId: z.string().nullable() }),
    ['immersion', 'sollicitation', 'organisation', 'relance'],
  ),
  /** One click: held today, with nothing more to say; `fait` false takes it back. */
  'immersions.donePoint': ecriture(z.strictObject({ ...designe, fait: z.boolean().default(true) }), RIEN, [
    'immersion',
  ]),
  /** To another day; answers with the one it leaves, for the undo. */
  'immersions.movePoint': ecriture(
    z.strictObject({ ...designe, echeance: dateCivile }),
    z.object({ avant: z.string() }),
    ['immersion'],
  ),
  'immersions.addPoint': ecriture(
    z.strictObject({
      id,
      titre: texteRequis(160, 'Dites de quoi il s’agira.'),
      echeance: dateCivile,
    }),
    z.object({ cle: z.string() }),
    ['immersion'],
  ),
  'immersions.removePoint': ecriture(z.strictObject(designe), RIEN, ['immersion']),
  'immersions.restorePoint': ecriture(z.strictObject(designe), RIEN, ['immersion']),
  /** Days that did not go as planned; the hours done are counted again. */
  'immersions.savePresences': ecriture(
    z.strictObject({ id, jours: z.array(jour).min(1).max(400, 'Trop de jours à la fois.') }),
    z.object({ minutesFaites: z.number().nullable() }),
    ['immersion'],
  ),
  /** Forgets the presences of days that the dates no longer hold. */
  'immersions.dropPresences': ecriture(z.strictObject({ id }), z.object({ retirees: z.number() }), [
    'immersion',
  ]),
  'immersions.saveAccident': ecriture(accidentSaisie, z.object({ accidentId: z.string() }), ['immersion']),
  /** A step of an accident is done, just now or at a given moment; null when it is not any more. */
  'immersions.stepAccident': ecriture(
    z.strictObject({
      accidentId: id,
      etape: z.enum(ETAPES_ACCIDENT),
      instant: z.union([z.literal('maintenant'), instant, z.null()]),
    }),
    z.object({ avant: z.string().nullable() }),
    ['immersion'],
  ),
  'immersions.archiveAccident': ecriture(z.strictObject({ accidentId: id }), RIEN, ['immersion']),
  'immersions.restoreAccident': ecriture(z.strictObject({ accidentId: id }), RIEN, ['immersion']),
  /** How much there is to declare between two days, before the export. */
  'immersions.heures': lecture(z.strictObject(periode).refine(dansLOrdre, DESORDRE), heures, TABLES),
  /** Hours really done under a suspended contract, by person and month: what the prescriber declares to the URSSAF. */
  'immersions.heuresExport': lecture(
    z.strictObject({ ...periode, format: formatTableur }).refine(dansLOrdre, DESORDRE),
    livraison,
    TABLES,
  ),
};
