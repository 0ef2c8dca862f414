import { z } from 'zod';
import { id, texte } from '../champs.ts';
import { ecriture, lecture, TOUTES } from '../operation.ts';
import { bilanCalcule } from './bilan.ts';
import { codeProfil } from './profils.ts';
import { bornes, verifierBornes } from './schema.ts';

/** Longest text of a narrative section. */
export const TEXTE_MAX = 20_000;

const cle = z.strictObject({ id });
const parId = z.object({ id: z.string() });

const emission = z.object({
  edition: z.number(),
  emisLe: z.string(),
  auteur: z.string(),
  titre: z.string(),
  /** Of the PDF; empty where none could be made. */
  sha256: z.string(),
});
export type EmissionDite = z.output<typeof emission>;

const enCours = z.object({
  id: z.string(),
  titre: z.string(),
  profil: z.object({ code: z.string(), nom: z.string() }),
  debut: z.string(),
  fin: z.string(),
  convention: z.object({ id: z.string(), intitule: z.string() }).nullable(),
  modifieLe: z.string(),
  aRendreLe: z.string().nullable(),
  /** Latest first; none while it is being prepared. */
  emissions: z.array(emission),
});
export type BilanEnCours = z.output<typeof enCours>;

/** What a funder awaits, and the bilan that answers it when there is one. */
const attendu = z.object({
  echeanceId: z.string(),
  libelle: z.string(),
  date: z.string(),
  debut: z.string().nullable(),
  fin: z.string().nullable(),
  convention: z.object({ id: z.string(), intitule: z.string() }),
  /** Profile of the convention; empty when none was chosen. */
  profil: z.string(),
  bilanId: z.string().nullable(),
});
export type BilanAttendu = z.output<typeof attendu>;

const ouverture = bornes.extend({ profil: codeProfil, conventionId: id.nullable().default(null) });

export const bilansPreparesContrat = {
  'bilans.list': lecture(
    z.strictObject({}),
    z.object({ bilans: z.array(enCours), attendus: z.array(attendu) }),
    ['bilan', 'convention'],
  ),
  /** The bilan of this profile, period and convention: the one there is, or a new one. */
  'bilans.ouvrir': ecriture(ouverture.superRefine(verifierBornes), parId, ['bilan']),
  /** Recalculated now. */
  'bilans.get': lecture(
    cle,
    z.object({
      id: z.string(),
      archivedAt: z.string().nullable(),
      bilan: bilanCalcule,
      /** Ids of the testimonies it quotes. */
      temoignages: z.array(z.string()),
      /** Heading of its own; empty when it is the one made from the profile. */
      titre: z.string(),
      emissions: z.array(emission),
    }),
    TOUTES,
  ),
  /** What is left out stays as it was. A text by code of section; empty clears it. */
  'bilans.enregistrer': ecriture(
    z.strictObject({
      id,
      titre: texte(200).optional(),
      textes: z.record(z.string().regex(/^[a-z0-9_-]{1,40}$/), texte(TEXTE_MAX)).optional(),
      temoignages: z.array(id).max(20, '20 témoignages au plus.').optional(),
    }),
    z.object({ modifieLe: z.string() }),
    ['bilan'],
  ),
  'bilans.archive': ecriture(cle, z.object({}), ['bilan']),
  'bilans.restore': ecriture(cle, z.object({}), ['bilan']),
};
