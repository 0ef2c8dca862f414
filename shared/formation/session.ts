import { z } from 'zod';
import { dateCivile, id, texte } from '../champs.ts';
import { DEMI_JOURNEES, STATUTS_SESSION } from '../nomenclatures/formation.ts';
import { codes } from '../nomenclatures/nomenclature.ts';
import { codeOuvert } from '../nomenclatures/ouvertes.ts';
import {
  actionFiche,
  champsCommuns,
  MINUTES_MAX,
  organisationNommee,
  organisme,
  PLACES_MAX,
  verifierPlaces,
} from './action.ts';
import { ETATS_SESSION } from './etat-session.ts';
import { statutInscription, statutSession } from './statuts.ts';

export const demiJournee = z.enum(codes(DEMI_JOURNEES), { error: 'Matin ou après-midi ?' });
export type DemiJournee = z.output<typeof demiJournee>;

const heure = (phrase: string) =>
  z
    .int({ error: phrase })
    .min(0, phrase)
    .max(24 * 60, 'Une journée compte 24 heures.');

/** A half-day; times in minutes since midnight. */
export const creneau = z.strictObject({
  date: dateCivile,
  demi: demiJournee,
  debut: heure('Indiquez l’heure de début.'),
  fin: heure('Indiquez l’heure de fin.'),
});
export type Creneau = z.output<typeof creneau>;

export const CRENEAUX_MAX = 600;

const partenaireSaisi = z.strictObject({
  id: id.optional(),
  organisationId: id,
  places: z
    .int({ error: 'Indiquez un nombre de places.' })
    .min(0, 'Un nombre positif.')
    .max(PLACES_MAX, `${PLACES_MAX} places au plus.`),
  /** Who came in from there, women among them; null before it is known. */
  entres: z
    .int({ error: 'Indiquez un nombre.' })
    .min(0, 'Un nombre positif.')
    .max(PLACES_MAX)
    .nullable()
    .default(null),
  entresFemmes: z
    .int({ error: 'Indiquez un nombre.' })
    .min(0, 'Un nombre positif.')
    .max(PLACES_MAX)
    .nullable()
    .default(null),
  /** Share of the cost, in thousandths; null: in proportion to its seats. */
  part: z
    .int({ error: 'Indiquez un pourcentage.' })
    .min(0, 'Un pourcentage positif.')
    .max(1000, '100 % au plus.')
    .nullable()
    .default(null),
});

const champs = {
  actionId: id,
  intitule: texte(200).default(''),
  formateur: texte(200).default(''),
  lieu: texte(300).default(''),
  debut: dateCivile,
  fin: dateCivile,
  /** Hours of a trainee who follows it whole, in minutes. */
  minutes: z
    .int({ error: 'Indiquez le nombre d’heures.' })
    .min(1, 'Indiquez le nombre d’heures.')
    .max(MINUTES_MAX, '2 000 heures au plus.'),
  stagiairesPrevus: z
    .int({ error: 'Indiquez un nombre.' })
    .min(0, 'Un nombre positif.')
    .max(PLACES_MAX, `${PLACES_MAX} au plus.`)
    .default(0),
  /** Open list `supports`; empty for all of them. */
  support: codeOuvert,
  referentId: id.nullable().default(null),
  note: texte(4000).default(''),
  ...champsCommuns,
  creneaux: z.array(creneau).max(CRENEAUX_MAX, `${CRENEAUX_MAX} demi-journées au plus.`).default([]),
  partenaires: z.array(partenaireSaisi).max(20, '20 partenaires au plus.').default([]),
};

function verifierSession(
  session: {
    debut: string;
    fin: string;
    placesMin: number;
    placesMax: number;
    partenaires: z.output<typeof partenaireSaisi>[];
  },
  ctx: z.RefinementCtx,
): void {
  verifierPlaces(session, ctx);
  if (session.fin < session.debut) {
    ctx.addIssue({ code: 'custom', path: ['fin'], message: 'La fin précède le début.' });
  }
  for (const [rang, { entres, entresFemmes }] of session.partenaires.entries()) {
    if ((entresFemmes ?? 0) <= (entres ?? 0)) continue;
    ctx.addIssue({
      code: 'custom',
      path: ['partenaires', rang, 'entresFemmes'],
      message: 'Plus de femmes que de personnes entrées.',
    });
  }
}

const statutInitial = z
  .enum(['envisagee', 'confirmee'], { error: 'Envisagée ou confirmée ?' })
  .default('envisagee');

export const sessionSaisie = z
  .strictObject({
    ...champs,
    statut: statutInitial,
    /** Needs it answers: their people are registered, as spotted. */
    besoinIds: z.array(id).max(200).default([]),
  })
  .superRefine(verifierSession);
export const sessionModification = z.strictObject({ id, ...champs }).superRefine(verifierSession);
export type SessionSaisie = z.input<typeof sessionSaisie>;
export type SessionSaisieLue = z.output<typeof sessionModification>;

export const statutDemande = z.strictObject({
  id,
  statut: z.enum(codes(STATUTS_SESSION), { error: 'Choisissez ce qui est décidé.' }),
  /** Why it is cancelled. */
  motif: texte(500).default(''),
});

export const remplissage = z.object({
  min: z.number(),
  max: z.number(),
  nous: z.number(),
  partenaires: z.number(),
  enAttente: z.number(),
});

/** Something to look at on a session: a sentence with its figures, and the field or the tab that puts it right. */
export const pointSession = z.object({
  code: z.string(),
  phrase: z.string(),
  gravite: z.enum(['alerte', 'info']),
});
export type PointSession = z.output<typeof pointSession>;

const commun = {
  id: z.string(),
  numero: z.string(),
  statut: statutSession,
  etat: z.enum(ETATS_SESSION),
  intitule: z.string(),
  lieu: z.string(),
  debut: z.string(),
  fin: z.string(),
  minutes: z.number(),
  surTempsTravail: z.boolean(),
  stagiairesPrevus: z.number(),
  coutMode: actionFiche.shape.coutMode,
  coutCentimes: z.number(),
  support: z.string(),
  remplissage,
  archivedAt: z.string().nullable(),
};

export const sessionLigne = z.object({
  ...commun,
  actionId: z.string(),
  /** Of the action, with what tells this session from the others. */
  titre: z.string(),
  genre: actionFiche.shape.genre,
  theme: z.string(),
  organisme: organisationNommee.nullable(),
  demiJournees: z.number(),
  referent: z.string(),
});
export type SessionLigne = z.output<typeof sessionLigne>;

export const partenaireSession = z.object({
  id: z.string(),
  organisation: organisationNommee,
  places: z.number(),
  entres: z.number().nullable(),
  entresFemmes: z.number().nullable(),
  part: z.number().nullable(),
});
export type PartenaireSession = z.output<typeof partenaireSession>;

export const sessionFiche = z.object({
  ...commun,
  titre: z.string(),
  action: actionFiche.pick({
    id: true,
    titre: true,
    genre: true,
    theme: true,
    objectif: true,
    contenu: true,
    prerequis: true,
    certification: true,
    certificationCode: true,
    certificationTitre: true,
    archivedAt: true,
  }),
  motifAnnulation: z.string(),
  organisme: organisme.nullable(),
  formateur: z.string(),
  placesMin: z.number(),
  placesMax: z.number(),
  accessibilite: z.string(),
  referent: z.object({ id: z.string(), prenom: z.string(), nom: z.string() }).nullable(),
  note: z.string(),
  /** In the order of the calendar. */
  creneaux: z.array(creneau),
  partenaires: z.array(partenaireSession),
  /** Registrations of our salariés by status, and women among the engaged. */
  inscriptions: z.record(statutInscription, z.number()),
  engages: z.number(),
  engagesFemmes: z.number(),
  points: z.array(pointSession),
});
export type SessionFiche = z.output<typeof sessionFiche>;
