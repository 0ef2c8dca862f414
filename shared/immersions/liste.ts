import { z } from 'zod';
import { id, texte } from '../champs.ts';
import { formatTableur } from '../livraison.ts';
import { OBJETS } from '../nomenclatures/immersions.ts';
import { codes } from '../nomenclatures/nomenclature.ts';
import type { Etat } from './etat.ts';

/** Ways of looking at the list, in the order an immersion goes through them. */
export const VUES_IMMERSIONS = [
  'toutes',
  'brouillons',
  'a_signer',
  'a_venir',
  'en_cours',
  'bilan_attendu',
  'terminees',
  /** Stopped before their end, refused or cancelled. */
  'arretees',
] as const;
export type VueImmersions = (typeof VUES_IMMERSIONS)[number];

/** States a view holds; `arretees` also keeps those that were stopped and whose bilan is done since. */
export const ETATS_DE_VUE: Record<VueImmersions, readonly Etat[] | null> = {
  toutes: null,
  brouillons: ['brouillon'],
  a_signer: ['a_signer', 'partiellement_signee'],
  a_venir: ['signee'],
  en_cours: ['en_cours'],
  bilan_attendu: ['terminee', 'interrompue'],
  terminees: ['terminee', 'interrompue', 'bilan_fait'],
  arretees: ['interrompue', 'refusee', 'annulee'],
};

export const TRIS_IMMERSIONS = ['debut', 'fin', 'numero', 'salarie', 'organisation', 'duree'] as const;
export type TriImmersions = (typeof TRIS_IMMERSIONS)[number];

const filtres = {
  etat: z.enum(VUES_IMMERSIONS).default('toutes'),
  recherche: texte(200).default(''),
  /** Year of the first day; null for all of them, and for drafts without dates. */
  annee: z.int().min(1900).max(2199).nullable().default(null),
  objet: z.enum(['', ...codes(OBJETS)], { error: 'Cet objet est inconnu.' }).default(''),
  /** A member of the team, `moi` for the one who looks, `aucun` for nobody. */
  referent: z.union([z.enum(['', 'moi', 'aucun']), id]).default(''),
  organisationId: id.optional(),
  salarieId: id.optional(),
};

/** Which immersions are shown, whatever their order. */
export const immersionsFiltres = z.strictObject(filtres);
export type ImmersionsFiltres = z.output<typeof immersionsFiltres>;

export const immersionsListe = immersionsFiltres.extend({
  tri: z.enum(TRIS_IMMERSIONS).default('debut'),
  sens: z.enum(['asc', 'desc']).default('desc'),
});
export type ImmersionsListe = z.output<typeof immersionsListe>;

export const immersionsDemande = immersionsListe.extend({
  debut: z.int().min(0).max(10_000_000).default(0),
  nombre: z.int().min(1).max(200).default(100),
});

export const immersionsExport = immersionsListe.extend({ format: formatTableur });

/** What the filters hold: each view with its number, and what the shown one adds up to. */
export const immersionsComptes = z.object({
  vues: z.record(z.enum(VUES_IMMERSIONS), z.number()),
  total: z.number(),
  /** Refused and cancelled ones have no hours. */
  minutes: z.number(),
  personnes: z.number(),
  organisations: z.number(),
});

const facette = z.object({ id: z.string(), nom: z.string(), nombre: z.number() });

/** Years, people and hosts that have immersions, with how many. */
export const immersionsFacettes = z.object({
  annees: z.array(z.object({ annee: z.number(), nombre: z.number() })),
  salaries: z.array(facette),
  organisations: z.array(facette),
});
