import { z } from 'zod';
import { codePostal, courriel, id, siret, telephone, texte, texteRequis } from '../champs.ts';
import { codes } from '../nomenclatures/nomenclature.ts';
import { GENRES_SIAE } from '../nomenclatures/structures.ts';

/** Largest logo accepted, in bytes, once decoded. */
export const LOGO_MAX = 500_000;

/** PNG or JPEG as a data URL: the two formats every printer driver and browser agree on, and neither runs script. */
const logo = z
  .string()
  .refine((valeur) => valeur === '' || /^data:image\/(png|jpeg);base64,[A-Za-z0-9+/]+=*$/.test(valeur), {
    error: 'Le logo doit être une image PNG ou JPEG.',
  })
  .refine((valeur) => valeur.length * 0.75 <= LOGO_MAX + 100, { error: 'Cette image dépasse 500 ko.' });

export const structureSaisie = z.strictObject({
  raisonSociale: texteRequis(200, 'Indiquez le nom de votre structure.'),
  genre: z.enum(codes(GENRES_SIAE), { error: 'Choisissez le type de votre structure.' }),
  siret,
  adresse: texte(300),
  codePostal,
  ville: texte(120),
  telephone,
  courriel,
  conventionNumero: texte(60),
  logo,
});
export type StructureSaisie = z.input<typeof structureSaisie>;

export const membreSaisie = z.strictObject({
  id: id.optional(),
  prenom: texte(80),
  nom: texteRequis(120, 'Indiquez le nom de cette personne.'),
  fonction: texte(120),
});

export const equipeSaisie = z.strictObject({
  membres: z
    .array(membreSaisie)
    .min(1, 'Ajoutez au moins une personne : chaque échange porte le nom de son auteur.')
    .max(60),
});

export const membre = z.object({ id: z.string(), prenom: z.string(), nom: z.string(), fonction: z.string() });
export type Membre = z.output<typeof membre>;

export const parametres = z.object({
  structure: z
    .object({
      raisonSociale: z.string(),
      genre: z.enum(codes(GENRES_SIAE)),
      siret: z.string(),
      adresse: z.string(),
      codePostal: z.string(),
      ville: z.string(),
      telephone: z.string(),
      courriel: z.string(),
      conventionNumero: z.string(),
      logo: z.string(),
    })
    .nullable(),
  membres: z.array(membre),
  /** The person using the laptop now: author of what is written. */
  membreCourant: membre.nullable(),
});
export type Parametres = z.output<typeof parametres>;
export type Structure = NonNullable<Parametres['structure']>;

/** Before the first run has been filled in. */
export const STRUCTURE_VIDE: Structure = {
  raisonSociale: '',
  genre: 'ACI',
  siret: '',
  adresse: '',
  codePostal: '',
  ville: '',
  telephone: '',
  courriel: '',
  conventionNumero: '',
  logo: '',
};
