import { z } from 'zod';
import { RESULTATS_CERTIFICATION, STATUTS_INSCRIPTION, STATUTS_SESSION } from '../nomenclatures/formation.ts';
import { codes } from '../nomenclatures/nomenclature.ts';

/*
 * What the states of registrations and sessions mean, once for every figure of the module: a person counted engaged in
 * one place is counted so everywhere.
 */

export const statutInscription = z.enum(codes(STATUTS_INSCRIPTION));
export type StatutInscription = z.output<typeof statutInscription>;

export const resultatCertification = z.enum(codes(RESULTATS_CERTIFICATION));
export type ResultatCertification = z.output<typeof resultatCertification>;

export const statutSession = z.enum(codes(STATUTS_SESSION));
export type StatutSession = z.output<typeof statutSession>;

/** Thought of for a session, not yet kept: they hold a place, shown apart. */
export const STATUTS_EN_ATTENTE = ['repere', 'positionne'] as const satisfies readonly StatutInscription[];

/** The structure has committed itself: their hours are engaged, whatever came of them. */
export const STATUTS_ENGAGES = [
  'valide',
  'entre',
  'au_bout',
  'interrompu',
] as const satisfies readonly StatutInscription[];

/** Those who came in. */
export const STATUTS_ENTRES = [
  'entre',
  'au_bout',
  'interrompu',
] as const satisfies readonly StatutInscription[];

/** Those for whom something is still to happen on the session. */
export const STATUTS_EN_LICE = [
  'repere',
  'positionne',
  'valide',
  'entre',
] as const satisfies readonly StatutInscription[];

/** Those for whom nothing more is to happen, save a result. */
export const STATUTS_FINIS = [
  'au_bout',
  'interrompu',
  'ecarte',
] as const satisfies readonly StatutInscription[];

/** Those who stopped early or did not begin: somebody says why. */
export const STATUTS_MOTIVES = ['interrompu', 'ecarte'] as const satisfies readonly StatutInscription[];

/** They sat the certification: the base of its rate. */
export const RESULTATS_PRESENTES = [
  'total',
  'partiel',
  'echoue',
] as const satisfies readonly ResultatCertification[];

const dans =
  (liste: readonly StatutInscription[]) =>
  (statut: string): boolean =>
    (liste as readonly string[]).includes(statut);

export const estEngage = dans(STATUTS_ENGAGES);
export const estEntre = dans(STATUTS_ENTRES);
export const estEnAttente = dans(STATUTS_EN_ATTENTE);
export const estEnLice = dans(STATUTS_EN_LICE);
