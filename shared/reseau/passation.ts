import { z } from 'zod';
import { id, identifiant } from '../champs.ts';

/** Most lines shown of a portfolio; the counts and the handover still take them all. */
export const LIGNES_PASSATION = 1000;

/** What one person of the team holds, those who left included as long as they hold something. */
export const portefeuilles = z.array(
  z.object({
    membreId: z.string(),
    prenom: z.string(),
    nom: z.string(),
    fonction: z.string(),
    /** No longer in the team. */
    parti: z.boolean(),
    /** Organisations whose référent this person is. */
    organisations: z.number(),
    /** Follow-ups still to be done. */
    relances: z.number(),
  }),
);
export type Portefeuille = z.output<typeof portefeuilles>[number];

export const portefeuilleLigne = z.object({
  id: z.string(),
  nom: z.string(),
  ville: z.string(),
  referent: z.boolean(),
  relances: z.number(),
  /** The nearest day of these follow-ups; null when none has one. */
  echeance: z.string().nullable(),
});
export type PortefeuilleLigne = z.output<typeof portefeuilleLigne>;

/** By organisation: those this person follows, or owes a follow-up. */
export const portefeuille = z.object({ total: z.number(), lignes: z.array(portefeuilleLigne) });

const identifiants = z.array(id).max(50_000);

export const passationSaisie = z
  .strictObject({
    deId: id,
    aId: identifiant('Choisissez qui reprend.'),
    organisations: z.boolean(),
    relances: z.boolean(),
    /** Only what concerns these organisations; absent: the whole portfolio. */
    organisationIds: identifiants.min(1, 'Choisissez au moins une organisation.').optional(),
  })
  .refine(({ deId, aId }) => deId !== aId, {
    path: ['aId'],
    error: 'Choisissez une autre personne que celle qui confie.',
  });

/** What a handover moved, row by row: given back to undo it. */
export const passationFaite = z.strictObject({
  deId: id,
  aId: id,
  organisationIds: identifiants,
  relanceIds: identifiants,
});
export type PassationFaite = z.output<typeof passationFaite>;

export const passationRendue = z.object({ organisations: z.number(), relances: z.number() });
