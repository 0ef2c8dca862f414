import { z } from 'zod';
import { id, texte } from '../champs.ts';
import { formatTableur } from '../livraison.ts';
import { GENRES_FORMATION } from '../nomenclatures/formation.ts';
import { codes } from '../nomenclatures/nomenclature.ts';
import { codeOuvert } from '../nomenclatures/ouvertes.ts';
import type { EtatSession } from './etat-session.ts';
import { sessionLigne } from './session.ts';

/** Ways of looking at the sessions; `toutes` leaves out what was put away. */
export const VUES_SESSIONS = [
  'toutes',
  'envisagees',
  'a_venir',
  'en_cours',
  'terminees',
  'annulees',
  'archives',
] as const;
export type VueSessions = (typeof VUES_SESSIONS)[number];

/** States a view holds. */
export const ETATS_DE_VUE_SESSIONS: Record<VueSessions, readonly EtatSession[] | null> = {
  toutes: null,
  envisagees: ['envisagee'],
  a_venir: ['a_venir'],
  en_cours: ['en_cours'],
  terminees: ['terminee'],
  annulees: ['annulee'],
  archives: null,
};

export const TRIS_SESSIONS = ['debut', 'titre', 'duree', 'numero', 'places'] as const;
export type TriSessions = (typeof TRIS_SESSIONS)[number];

export const sessionsFiltres = z.strictObject({
  etat: z.enum(VUES_SESSIONS).default('toutes'),
  recherche: texte(200).default(''),
  /** A year one of its days falls in. */
  annee: z.int().min(1900).max(2199).nullable().default(null),
  genre: z.enum(['', ...codes(GENRES_FORMATION)], { error: 'Ce genre est inconnu.' }).default(''),
  theme: codeOuvert,
  support: codeOuvert,
  organismeId: id.optional(),
  actionId: id.optional(),
});
export type SessionsFiltres = z.output<typeof sessionsFiltres>;

export const sessionsListe = sessionsFiltres.extend({
  tri: z.enum(TRIS_SESSIONS).default('debut'),
  sens: z.enum(['asc', 'desc']).default('desc'),
});
export type SessionsListe = z.output<typeof sessionsListe>;

export const sessionsDemande = sessionsListe.extend({
  debut: z.int().min(0).max(10_000_000).default(0),
  nombre: z.int().min(1).max(200).default(100),
});

export const sessionsPage = z.object({ total: z.number(), lignes: z.array(sessionLigne) });

export const sessionsExport = sessionsListe.extend({ format: formatTableur });

/** Each view with its number, and what the shown one adds up to. */
export const sessionsComptes = z.object({
  vues: z.record(z.enum(VUES_SESSIONS), z.number()),
  /** Sessions whose hours and trainees are added up; the cancelled ones of the view stand apart. */
  total: z.number(),
  annulees: z.number(),
  /** Hours of a trainee × trainees planned, and × trainees engaged. */
  minutesPrevues: z.number(),
  minutesEngagees: z.number(),
  engages: z.number(),
});

const facette = z.object({ id: z.string(), nom: z.string(), nombre: z.number() });

/** Years, training bodies, themes and supports that have sessions, with how many. */
export const sessionsFacettes = z.object({
  annees: z.array(z.object({ annee: z.number(), nombre: z.number() })),
  organismes: z.array(facette),
  themes: z.array(facette),
  supports: z.array(facette),
});
