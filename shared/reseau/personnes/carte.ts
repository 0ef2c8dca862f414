import { z } from 'zod';

/** Largest file of cards accepted, in bytes, and in cards. */
export const VCARD_MAX = 5_000_000;
export const CARTES_MAX = 5_000;

/** A visiting card as it was read: texts cleaned, numbers in their stored form when they are numbers. */
export const carteLue = z.object({
  civilite: z.enum(['', 'Mme', 'M.']),
  prenom: z.string(),
  /** Empty for the card of a firm. */
  nom: z.string(),
  organisation: z.string(),
  intitule: z.string(),
  telephone: z.string(),
  autreTelephone: z.string(),
  courriel: z.string(),
  autreCourriel: z.string(),
  site: z.string(),
  adresse: z.string(),
  codePostal: z.string(),
  ville: z.string(),
  note: z.string(),
});
export type CarteLue = z.output<typeof carteLue>;

export const carteRejetee = z.object({
  /** Rank of the card in the file, from 1. */
  rang: z.number(),
  nom: z.string(),
  raison: z.string(),
});

export const cartesLues = z.object({ personnes: z.array(carteLue), rejets: z.array(carteRejetee) });
export type CartesLues = z.output<typeof cartesLues>;
