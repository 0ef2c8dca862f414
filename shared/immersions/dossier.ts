import type { DateCivile } from '../dates.ts';
import type { Membre, Structure } from '../parametres/schema.ts';
import type { ImmersionSaisie, Parties } from './schema.ts';

/** Everything the checks look at. Articles are those of the code du travail, as in force on 22/11/2026. */
export interface Dossier {
  today: DateCivile;
  /** The immersion under check, `null` while it has never been saved. */
  immersionId: string | null;
  saisie: Omit<ImmersionSaisie, 'salarieId' | 'organisationId'>;
  salarie: Parties['salarie'];
  organisation: Parties['organisation'];
  structure: Structure | null;
  referent: Membre | null;
}

/** Thresholds, with the article each comes from. */
export const SEUILS = {
  /** D5135-3: duration, months *de date à date*. */
  dureeMois: 1,
  /** Immersion Facilitée refuses more days than this between the first and the last (its own form, 2026). */
  ecartImmersionFacilitee: 30,
  /** D5135-3: days with one host over twelve months. */
  cumulJours: 60,
  /** D5135-3: conventions with one host over twelve months. */
  cumulConventions: 2,
  /** L3121-20: minutes in a week. */
  semaineMax: 48 * 60,
  /** L3121-27: legal weekly duration, minutes. */
  semaineLegale: 35 * 60,
  /** L3121-18: minutes in a day. */
  jourMax: 10 * 60,
  /** L3162-1: minutes in a day under 18. */
  jourMaxMineur: 8 * 60,
  /** L3131-1: minutes of rest between two days. */
  repos: 11 * 60,
  /** L3122-2: night, minutes since midnight. */
  nuit: { debut: 21 * 60, fin: 6 * 60 },
  /** Days after the immersion within which the end of the contract is worth a word. */
  finContratProche: 30,
  /** Share of a CDDI its immersions may fill together; see `controlerPart`. */
  partContrat: 0.25,
} as const;
