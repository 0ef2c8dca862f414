import { z } from 'zod';
import { codes } from '../nomenclatures/nomenclature.ts';
import { NATURES, RESULTATS, SENS } from '../nomenclatures/sollicitations.ts';
import { DELAIS } from './regles.ts';
import { DESTINATAIRES_MAX } from './schema.ts';

/** Unfinished entries kept at most, the latest first. */
export const BROUILLONS_MAX = 5;

const mots = z.string().max(5000);
const quand = z.string().max(40).nullable();
const personne = z.strictObject({ id: mots, prenom: mots, nom: mots, intitule: mots });

/** What is being typed in *Noter*, as it stands on the screen. Nothing in it is true yet: `record` will judge. */
export const brouillon = z.strictObject({
  recherche: mots,
  organisations: z
    .array(z.strictObject({ id: mots, nom: mots, ville: mots, interlocuteurs: z.array(personne).max(200) }))
    .max(DESTINATAIRES_MAX),
  interlocuteurIds: z.array(mots).max(DESTINATAIRES_MAX),
  salarieIds: z.array(mots).max(60).default([]),
  nouvelleOrganisation: z.strictObject({ nom: mots, ville: mots, telephone: mots }).nullable(),
  nouvelInterlocuteur: z.strictObject({ prenom: mots, nom: mots, fonction: mots }).nullable(),
  date: quand,
  canal: mots,
  sens: z.enum(codes(SENS)),
  nature: z.union([z.literal(''), z.enum(codes(NATURES))]),
  sousNature: mots.default(''),
  resultat: z.enum(codes(RESULTATS)),
  cause: mots.default(''),
  objet: mots.default(''),
  texte: mots,
  /** Minutes, as typed. */
  duree: mots.default(''),
  delai: z.enum(['', ...DELAIS, 'date', 'evenement']),
  echeance: quand,
  /** What the next action waits for, with `delai: 'evenement'`; `echeance` is then its latest day, if any. */
  evenement: mots.default(''),
  /** Null while the proposed words are kept. */
  libelle: mots.nullable(),
  /** Follow-up this exchange answers: a key, null for none, absent while the due one is proposed. */
  relanceId: mots.nullable().optional(),
  /** Interview to keep with this visit. */
  entretienId: mots.optional(),
});
export type Brouillon = z.output<typeof brouillon>;

export const brouillons = z.strictObject({ brouillons: z.array(brouillon).max(BROUILLONS_MAX) });
