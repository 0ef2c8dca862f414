import { z } from 'zod';
import { dateCivile, id, texte } from '../champs.ts';
import { ajouterMois, type DateCivile } from '../dates.ts';
import { codes } from '../nomenclatures/nomenclature.ts';
import { CONTRATS_EMBAUCHE } from '../nomenclatures/sollicitations.ts';
import { PREMIER_JOUR } from './regles.ts';

const embauche = {
  organisationId: id,
  /** Null: somebody the structure does not follow, or whose name is not to be kept. */
  salarieId: id.nullable().default(null),
  /** The exchange it was said in. */
  sollicitationId: id.nullable().default(null),
  date: dateCivile,
  contrat: z.enum(codes(CONTRATS_EMBAUCHE), { error: 'Choisissez le contrat.' }),
  metier: texte(160).default(''),
  note: texte(1000).default(''),
};

export const embaucheNotee = z.strictObject(embauche);
export const embaucheCorrigee = z.strictObject({ id, ...embauche });
export type EmbaucheNotee = z.output<typeof embaucheNotee>;

/** A hire as it is read. */
export const ligneEmbauche = z.object({
  id: z.string(),
  date: z.string(),
  contrat: z.string(),
  metier: z.string(),
  note: z.string(),
  organisation: z.object({ id: z.string(), nom: z.string() }),
  salarie: z.object({ id: z.string(), prenom: z.string(), nom: z.string() }).nullable(),
  sollicitationId: z.string().nullable(),
});
export type LigneEmbauche = z.output<typeof ligneEmbauche>;

/** Months ahead a hire can already be known. */
const MOIS_D_AVANCE = 12;

/** French sentence when a hire cannot begin on this day, else null; one may be known before it begins. */
export function fauteDateEmbauche(date: DateCivile, today: DateCivile): string | null {
  if (date > ajouterMois(today, MOIS_D_AVANCE)) {
    return 'Cette embauche commence dans plus d’un an : vérifiez l’année.';
  }
  if (date < PREMIER_JOUR) return 'Cette date est trop ancienne : vérifiez l’année.';
  return null;
}
