import { z } from 'zod';
import { id, texte } from '../champs.ts';
import { formatTableur } from '../livraison.ts';
import { codes } from '../nomenclatures/nomenclature.ts';
import { codeOuvert, codesOuverts } from '../nomenclatures/ouvertes.ts';
import { IMPLICATIONS, STADES, TAILLES } from '../nomenclatures/reseau.ts';
import { NATURES } from '../nomenclatures/sollicitations.ts';
import { NIVEAUX_SATURATION } from './saturation.ts';
import { genre, LONGUEURS, recherche } from './schema.ts';

/** Months without an exchange after which an organisation is dormant, unless the filter says otherwise. */
export const MOIS_DORMANTE = 6;

/** Stages of those who already do something with the structure: they must not be forgotten. */
export const STADES_ACQUIS = ['engagee', 'partenaire'] as const;

/** Ways of looking at the network; all but `tous` are ready-made views. */
export const CONTACTS = [
  'tous',
  /** Something is promised, whenever. */
  'relance',
  /** Something is promised for today or before. */
  'retard',
  /** No exchange for `mois` months. */
  'dormant',
  'jamais',
  /** Asked too much: the settings say from when. */
  'saturees',
  /** Engaged or partner, and no exchange for `mois` months. */
  'fideliser',
  /** Not to be contacted any more. */
  'silence',
] as const;

const filtres = {
  recherche: recherche.default(''),
  genre: genre.default(''),
  /** Town, however it is spelled; empty for all of them. */
  ville: texte(LONGUEURS.ville).default(''),
  zone: texte(LONGUEURS.zone).default(''),
  /** Any of these stages; none for all of them. */
  stades: z
    .array(z.enum(codes(STADES), { error: 'Ce stade est inconnu.' }))
    .max(20)
    .transform((choisis) => [...new Set(choisis)])
    .default([]),
  /** A role it plays today: list `roles`. */
  role: codeOuvert,
  secteur: codeOuvert,
  taille: z.enum(['', ...codes(TAILLES)], { error: 'Cette taille est inconnue.' }).default(''),
  /** A member of the team, `moi` for the one who looks, `aucun` for nobody. */
  referent: z.union([z.enum(['', 'moi', 'aucun']), id]).default(''),
  /** A métier exercised there: its ROME code, or its words when it has none. */
  metier: texte(200).default(''),
  /** All of these conditions of reception. */
  conditions: codesOuverts,
  /** How far it is ready to go `pour` a nature of action, or for any of them. */
  implication: z.enum(['', ...codes(IMPLICATIONS)], { error: 'Cette réponse est inconnue.' }).default(''),
  pour: z.enum(['', ...codes(NATURES)], { error: 'Cette nature est inconnue.' }).default(''),
  contact: z.enum(CONTACTS).default('tous'),
  mois: z.int().min(1).max(60).default(MOIS_DORMANTE),
  /** The archived ones instead of the network. */
  archivees: z.boolean().default(false),
  tri: z.enum(['nom', 'ville', 'echange', 'relance', 'priorite']).default('nom'),
  sens: z.enum(['asc', 'desc']).default('asc'),
};

export const listeFiltres = z.strictObject(filtres);
export type ListeFiltres = z.output<typeof listeFiltres>;

/** Most organisations changed, exported or written to in one go. */
export const SELECTION_MAX = 5000;

/** The list as filtered; `ids` narrows it to the lines that were chosen. */
export const listeExport = listeFiltres.extend({
  format: formatTableur,
  ids: z.array(id).max(SELECTION_MAX).optional(),
});
export type ListeExport = z.output<typeof listeExport>;

export const listeDemande = listeFiltres.extend({
  debut: z.int().min(0).max(10_000_000).default(0),
  nombre: z.int().min(1).max(200).default(100),
});

export const organisationLigne = z.object({
  id: z.string(),
  nom: z.string(),
  ville: z.string(),
  codePostal: z.string(),
  genre: z.string(),
  genreSiae: z.string(),
  activite: z.string(),
  telephone: z.string(),
  taille: z.string(),
  secteur: z.string(),
  stade: z.string(),
  /** `K. Brunet`; empty without one. */
  referent: z.string(),
  dernierEchange: z.string().nullable(),
  prochaineRelance: z.string().nullable(),
  /** Not to be contacted any more. */
  silence: z.boolean(),
  saturation: z.enum(NIVEAUX_SATURATION),
  /** Why it comes where it does, when the list is in order of priority; empty otherwise. */
  raison: z.string(),
});
export type OrganisationLigne = z.output<typeof organisationLigne>;

export const liste = z.object({ total: z.number(), lignes: z.array(organisationLigne) });

/** Those the filters find, in their order: what « tout sélectionner » selects. */
export const listeIds = z.object({ total: z.number(), ids: z.array(z.string()) });

/** Places and métiers the network holds, with how many organisations each has. */
export const facettes = z.object({
  zones: z.array(z.object({ zone: z.string(), nombre: z.number() })),
  metiers: z.array(z.object({ cle: z.string(), libelle: z.string(), nombre: z.number() })),
});

/** How many organisations each ready-made view holds. */
export const comptesVues = z.object({
  tous: z.number(),
  portefeuille: z.number(),
  retard: z.number(),
  dormant: z.number(),
  jamais: z.number(),
  saturees: z.number(),
  fideliser: z.number(),
  silence: z.number(),
});
export type ComptesVues = z.output<typeof comptesVues>;
