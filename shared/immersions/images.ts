import { z } from 'zod';
import { ligneOuverte } from '../bilans/lignes.ts';
import { dateCivile, id, texte } from '../champs.ts';
import { ecartJours } from '../dates.ts';
import { formatTableur, livraison } from '../livraison.ts';
import { ecriture, lecture } from '../operation.ts';
import { RANGEES } from './calendrier.ts';
import {
  immersionsComptes,
  immersionsDemande,
  immersionsExport,
  immersionsFacettes,
  immersionsFiltres,
} from './liste.ts';
import { AXES_ANNEE, AXES_VISES, FIGURES_ANNEE } from './objectifs.ts';
import { immersionLigne } from './schema.ts';

/** Longest stretch of days that a calendar draws. */
const JOURS_MAX = 400;

const fenetre = z.strictObject({
  du: dateCivile,
  au: dateCivile,
  par: z.enum(RANGEES).default('salarie'),
  /** Those refused or cancelled too. */
  sansSuite: z.boolean().default(false),
});

function verifierFenetre({ du, au }: { du: string; au: string }, ctx: z.RefinementCtx): void {
  const jours = ecartJours(du, au);
  if (jours < 0)
    ctx.addIssue({ code: 'custom', path: ['au'], message: 'Le dernier jour précède le premier.' });
  else if (jours >= JOURS_MAX)
    ctx.addIssue({
      code: 'custom',
      path: ['au'],
      message: `Un calendrier montre ${JOURS_MAX} jours au plus.`,
    });
}

/** An immersion as a calendar draws it: what a row says already is not repeated on its bars. */
const barre = immersionLigne
  .omit({ minutesFaites: true, metier: true, objectifs: true, referent: true })
  .extend({ debut: z.string(), fin: z.string() });
export type Barre = z.output<typeof barre>;

const calendrier = z.object({
  rangees: z.array(z.object({ id: z.string(), nom: z.string(), barres: z.array(barre) })),
});
export type Calendrier = z.output<typeof calendrier>;

/** One convention in the history of a person or of a host, with what came of it. */
const ligneHistorique = immersionLigne.extend({
  /** Codes of the bilan, empty while it is not closed. */
  realisation: z.string(),
  objectifsAtteints: z.string(),
  decision: z.string(),
});
export type LigneHistorique = z.output<typeof ligneHistorique>;

const qui = z.object({ id: z.string(), nom: z.string() });

/** Where a person and a host stand over twelve months in a row: see `cumuler`. */
const cumul = z.object({
  salarie: qui,
  organisation: qui,
  /** Months in a row the days and conventions are counted over, and their first and last day. */
  mois: z.number(),
  du: z.string(),
  au: z.string(),
  jours: z.number(),
  joursMax: z.number(),
  conventions: z.number(),
  conventionsMax: z.number(),
  possibleLe: z.string().nullable(),
});
export type CumulAccueil = z.output<typeof cumul>;

const annee = z.int({ error: 'Choisissez une année.' }).min(2000).max(2199);

/** How many at most: nobody signs ten thousand conventions in a year. */
const OBJECTIF_MAX = 9999;

/** What a year aims at on a line; null takes the aim away. */
const objectifSaisie = z.strictObject({
  annee,
  axe: z.enum(AXES_VISES),
  code: texte(200).default(''),
  nombre: z
    .int({ error: 'Indiquez un nombre entier.' })
    .min(0, 'Indiquez un nombre entier.')
    .max(OBJECTIF_MAX, `${OBJECTIF_MAX} au plus.`)
    .nullable(),
});

const mesureAnnee = z.object({
  code: z.string(),
  /** As the structure says it. */
  nom: z.string(),
  valeur: z.number(),
  precedent: z.number(),
  precedentEntier: z.number(),
  objectif: z.number().nullable(),
  attendu: z.number().nullable(),
});
export type MesureNommee = z.output<typeof mesureAnnee>;

const moyenne = z.object({ nombre: z.number(), jours: z.number(), minutes: z.number() });
const durees = z.object({ sans: moyenne, avec: moyenne });

/** The immersions of a year: see `calculerAnnee` and `DEFINITIONS_ANNEE`. */
const anneeImmersions = z.object({
  annee: z.number(),
  /** The day counted up to, while the year runs. */
  arreteAu: z.string().nullable(),
  aVenir: z.number(),
  renouvellements: z.number(),
  minutes: z.number(),
  total: mesureAnnee,
  personnes: mesureAnnee,
  organisations: mesureAnnee,
  embauches: mesureAnnee,
  durees,
  dureesAvant: durees,
  axes: z.record(z.enum(AXES_ANNEE), z.array(mesureAnnee)),
});
export type AnneeNommee = z.output<typeof anneeImmersions>;

const choixAnnee = z.strictObject({
  annee,
  figure: z.enum(FIGURES_ANNEE),
  code: z.string().max(200).default(''),
});
export type ChoixAnnee = z.output<typeof choixAnnee>;

const ANNEE = ['immersion', 'salarie', 'organisation', 'embauche', 'nomenclature', 'structure'] as const;

const LISTE = ['immersion', 'salarie', 'organisation', 'membre'] as const;

/** How the immersions are looked at: one by one, by month, by year. */
export const imagesContrat = {
  'immersions.list': lecture(
    immersionsDemande,
    z.object({ total: z.number(), lignes: z.array(immersionLigne) }),
    LISTE,
  ),
  'immersions.comptes': lecture(immersionsFiltres, immersionsComptes, LISTE),
  'immersions.facettes': lecture(z.strictObject({}), immersionsFacettes, LISTE),
  /** The list as filtered, whole. */
  'immersions.export': lecture(immersionsExport, livraison, LISTE),
  /** Immersions that have a day in these, one row per person or per host. */
  'immersions.calendrier': lecture(fenetre.superRefine(verifierFenetre), calendrier, LISTE),
  /** Relative address of the same on a sheet. */
  'immersions.calendrierPage': lecture(
    fenetre.superRefine(verifierFenetre),
    z.object({ adresse: z.string() }),
    [...LISTE, 'structure'],
  ),
  'immersions.calendrierPdf': lecture(fenetre.superRefine(verifierFenetre), livraison, [
    ...LISTE,
    'structure',
  ]),
  /** Everything of a person, of a host, or of one with the other, latest first, and where each pair stands over twelve months. */
  'immersions.historique': lecture(
    z
      .strictObject({ salarieId: id.optional(), organisationId: id.optional() })
      .refine(({ salarieId, organisationId }) => salarieId !== undefined || organisationId !== undefined, {
        error: 'Choisissez une personne ou un accueil.',
      }),
    z.object({ lignes: z.array(ligneHistorique), cumuls: z.array(cumul) }),
    [...LISTE, 'reglage'],
  ),
  'immersions.objectifs': lecture(z.strictObject({ annee }), anneeImmersions, ANNEE),
  'immersions.saveObjectif': ecriture(objectifSaisie, z.object({}), ['immersion']),
  /** The rows behind a figure of the year; `total` always equals that figure. */
  'immersions.objectifsLignes': lecture(
    choixAnnee.extend({
      depuis: z.int().min(0).max(1_000_000).default(0),
      nombre: z.int().min(1).max(200).default(50),
    }),
    z.object({ total: z.int(), lignes: z.array(ligneOuverte) }),
    ANNEE,
  ),
  'immersions.objectifsExportLignes': lecture(choixAnnee.extend({ format: formatTableur }), livraison, ANNEE),
  'immersions.objectifsExport': lecture(z.strictObject({ annee, format: formatTableur }), livraison, ANNEE),
  /** Relative address of the year on a sheet. */
  'immersions.objectifsPage': lecture(z.strictObject({ annee }), z.object({ adresse: z.string() }), ANNEE),
  'immersions.objectifsPdf': lecture(z.strictObject({ annee }), livraison, ANNEE),
};
