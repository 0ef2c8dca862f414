import { z } from 'zod';
import { dateCivile, dateOptionnelle, id, telephone, texte, texteRequis } from '../champs.ts';
import { codes } from '../nomenclatures/nomenclature.ts';
import { codeOuvert } from '../nomenclatures/ouvertes.ts';
import { NATURES, RESULTATS, SENS } from '../nomenclatures/sollicitations.ts';

/** Most organisations one exchange may reach: a mailing. */
export const DESTINATAIRES_MAX = 500;
/** Minutes of the longest exchange: a day. */
export const DUREE_MAX = 1440;

/** Of the list `canaux`, never empty. */
const canal = z
  .string({ error: 'Choisissez le moyen de l’échange.' })
  .regex(/^[a-z0-9_]{1,60}$/, 'Choisissez le moyen de l’échange.');
const sens = z.enum(codes(SENS), { error: 'Indiquez qui a fait le premier pas.' });
const nature = z.union([z.literal(''), z.enum(codes(NATURES))], { error: 'Cette nature est inconnue.' });
const resultat = z.enum(codes(RESULTATS), { error: 'Choisissez ce que l’échange a donné.' });

/** What every exchange says, logged or corrected. */
const echange = {
  date: dateCivile,
  canal,
  sens: sens.default('sortante'),
  nature: nature.default(''),
  /** List `sous_natures`: what exactly, within the nature; alone, it says the nature. */
  sousNature: codeOuvert,
  resultat,
  /** List `causes`, for the results of `RESULTATS_AVEC_CAUSE` alone. */
  cause: codeOuvert,
  objet: texte(160).default(''),
  texte: texte(4000).default(''),
  dureeMinutes: z
    .number({ error: 'Indiquez un nombre de minutes.' })
    .int('Indiquez un nombre entier de minutes.')
    .min(1, 'Un échange dure au moins une minute.')
    .max(DUREE_MAX, 'Un échange dure 24 heures au plus.')
    .nullable()
    .default(null),
  organisationIds: z
    .array(id)
    .max(DESTINATAIRES_MAX, `Un échange réunit ${DESTINATAIRES_MAX} organisations au plus.`)
    .default([]),
  interlocuteurIds: z
    .array(id)
    .max(DESTINATAIRES_MAX, `Un échange réunit ${DESTINATAIRES_MAX} interlocuteurs au plus.`)
    .default([]),
  /** Salariés it was about. */
  salarieIds: z.array(id).max(60, 'Un échange concerne 60 salariés au plus.').default([]),
};

const libelle = texteRequis(160, 'Dites ce qu’il y aura à faire.');
const evenement = texte(120);

/** When a next action is due: a day, an awaited event, or an event with its latest day. */
const quand = { echeance: dateOptionnelle, evenement: evenement.default('') };
const aUnMoment = ({ echeance, evenement }: { echeance: string | null; evenement: string }) =>
  echeance !== null || evenement !== '';
const SANS_MOMENT = { path: ['echeance'], error: 'Choisissez un jour, ou dites ce que vous attendez.' };

/** Who is in charge; the author when left out. */
const responsableId = id.nullable().default(null);

export const sollicitationNotee = z.strictObject({
  ...echange,
  /** Created on the way, in the same transaction. */
  nouvelleOrganisation: z
    .strictObject({
      nom: texteRequis(200, 'Indiquez le nom de l’organisation.'),
      ville: texte(120).default(''),
      telephone: telephone.default(''),
    })
    .nullable()
    .default(null),
  /** Created on the way, in the new organisation or else in the first one chosen. */
  nouvelInterlocuteur: z
    .strictObject({
      prenom: texte(80).default(''),
      nom: texteRequis(120, 'Indiquez le nom de l’interlocuteur.'),
      fonction: texte(120).default(''),
    })
    .nullable()
    .default(null),
  /** Next action, one per organisation of the exchange. */
  relance: z
    .strictObject({ libelle, ...quand, responsableId })
    .refine(aUnMoment, SANS_MOMENT)
    .nullable()
    .default(null),
  /** Follow-up that this exchange answers: it is done. */
  relanceId: id.nullable().default(null),
});

export const sollicitationCorrigee = z.strictObject({ id, ...echange });

export const relancePrevue = z
  .strictObject({ organisationId: id, libelle, ...quand, responsableId })
  .refine(aUnMoment, SANS_MOMENT);

/** Left out, the awaited event stays as it is. */
export const relanceReportee = z.strictObject({
  id,
  echeance: dateOptionnelle,
  evenement: evenement.optional(),
});

export const evenementArrive = z.strictObject({ id, echeance: dateOptionnelle });

/** When a follow-up was due, for the undo: `postponeRelance` takes it back as it is. */
export const relanceDeplacee = z.object({
  id: z.string(),
  avant: z.object({ echeance: z.string().nullable(), evenement: z.string() }),
});

const auteur = z.object({ id: z.string(), nom: z.string() }).nullable();

/** A file kept with an exchange. */
export const pieceJointe = z.object({
  id: z.string(),
  nom: z.string(),
  /** MIME type, by its extension; empty when the system is not trusted to open it. */
  type: z.string(),
  /** Bytes. */
  taille: z.number(),
});
export type PieceJointe = z.output<typeof pieceJointe>;

export const ligneHistorique = z.object({
  id: z.string(),
  date: z.string(),
  canal: z.string(),
  sens: z.string(),
  nature: z.string(),
  sousNature: z.string(),
  resultat: z.string(),
  cause: z.string(),
  objet: z.string(),
  texte: z.string(),
  dureeMinutes: z.number().nullable(),
  auteur,
  /** Every organisation of the exchange, the one asked for included. */
  organisations: z.array(z.object({ id: z.string(), nom: z.string() })),
  interlocuteurs: z.array(
    z.object({
      id: z.string(),
      civilite: z.string(),
      prenom: z.string(),
      nom: z.string(),
      intitule: z.string(),
    }),
  ),
  /** Whom it was about. */
  salaries: z.array(z.object({ id: z.string(), prenom: z.string(), nom: z.string() })),
  pieces: z.array(pieceJointe),
  /** Next action it promised to this organisation. */
  relance: z
    .object({
      id: z.string(),
      libelle: z.string(),
      /** Null while it waits for its event. */
      echeance: z.string().nullable(),
      evenement: z.string(),
      faitLe: z.string().nullable(),
    })
    .nullable(),
});
export type LigneHistorique = z.output<typeof ligneHistorique>;

export const relance = z.object({
  id: z.string(),
  libelle: z.string(),
  /** Null while it waits for its event. */
  echeance: z.string().nullable(),
  /** What is awaited, in words; empty when only the date counts. */
  evenement: z.string(),
  responsable: auteur,
  organisation: z.object({ id: z.string(), nom: z.string(), ville: z.string(), telephone: z.string() }),
  /** The person of the exchange it comes from. */
  interlocuteur: z
    .object({
      id: z.string(),
      civilite: z.string(),
      prenom: z.string(),
      nom: z.string(),
      telephone: z.string(),
    })
    .nullable(),
  /** What was written when it was promised; empty when it was planned on its own. */
  texte: z.string(),
});
export type Relance = z.output<typeof relance>;

const relanceDatee = relance.extend({ echeance: z.string() });
export type RelanceDatee = z.output<typeof relanceDatee>;

/** The follow-ups of one mailing, as one line. */
const groupeRelances = z.object({
  /** The exchange they come from. */
  id: z.string(),
  date: z.string(),
  canal: z.string(),
  objet: z.string(),
  libelle: z.string(),
  /** The nearest. */
  echeance: z.string(),
  nombre: z.number(),
  enRetard: z.number(),
});
export type GroupeRelances = z.output<typeof groupeRelances>;

export const relancesDeLEchange = z.object({ lignes: z.array(relanceDatee) });

export const relancesDues = z.object({
  /** Late, due today, or due within `HORIZON` days; most overdue first. Those of `groupes` are not among them. */
  lignes: z.array(relanceDatee),
  groupes: z.array(groupeRelances),
  enRetard: z.number(),
  aujourdhui: z.number(),
  /** Due after the horizon. */
  plusTard: z.number(),
  /** Waiting for something to happen, never late: without a date, or with a latest day after the horizon. */
  attentes: z.array(relance),
  enAttente: z.number(),
});
