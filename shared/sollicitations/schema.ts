import { z } from 'zod';
import { dateCivile, id, telephone, texte, texteRequis } from '../champs.ts';
import { codes } from '../nomenclatures/nomenclature.ts';
import { CANAUX, NATURES, RESULTATS, SENS } from '../nomenclatures/sollicitations.ts';

const canal = z.enum(codes(CANAUX), { error: 'Choisissez le moyen de l’échange.' });
const sens = z.enum(codes(SENS), { error: 'Indiquez qui a fait le premier pas.' });
const nature = z.union([z.literal(''), z.enum(codes(NATURES))], { error: 'Cette nature est inconnue.' });
const resultat = z.enum(codes(RESULTATS), { error: 'Choisissez ce que l’échange a donné.' });

/** What every exchange says, logged or corrected. */
const echange = {
  date: dateCivile,
  canal,
  sens: sens.default('sortante'),
  nature: nature.default(''),
  resultat,
  texte: texte(4000).default(''),
  organisationIds: z.array(id).max(60, 'Un échange réunit 60 organisations au plus.').default([]),
  interlocuteurIds: z.array(id).max(60, 'Un échange réunit 60 interlocuteurs au plus.').default([]),
};

const libelle = texteRequis(160, 'Dites ce qu’il y aura à faire.');

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
  relance: z.strictObject({ libelle, echeance: dateCivile }).nullable().default(null),
  /** Follow-up that this exchange answers: it is done. */
  relanceId: id.nullable().default(null),
});

export const sollicitationCorrigee = z.strictObject({ id, ...echange });

export const relancePrevue = z.strictObject({ organisationId: id, libelle, echeance: dateCivile });

const auteur = z.object({ id: z.string(), nom: z.string() }).nullable();

export const ligneHistorique = z.object({
  id: z.string(),
  date: z.string(),
  canal: z.string(),
  sens: z.string(),
  nature: z.string(),
  resultat: z.string(),
  texte: z.string(),
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
  /** Next action it promised to this organisation. */
  relance: z
    .object({ id: z.string(), libelle: z.string(), echeance: z.string(), faitLe: z.string().nullable() })
    .nullable(),
});
export type LigneHistorique = z.output<typeof ligneHistorique>;

export const relance = z.object({
  id: z.string(),
  libelle: z.string(),
  echeance: z.string(),
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

export const relancesDues = z.object({
  /** Late, due today, or due within `HORIZON` days; most overdue first. */
  lignes: z.array(relance),
  enRetard: z.number(),
  aujourdhui: z.number(),
  /** Due after the horizon. */
  plusTard: z.number(),
});
