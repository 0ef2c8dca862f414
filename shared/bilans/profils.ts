import { z } from 'zod';
import { id, texteRequis } from '../champs.ts';
import { ecriture, lecture } from '../operation.ts';
import { NOM_PROFIL_MAX, profilContenu } from './profil.ts';

/** Code of a shipped profile, or id of one of the structure's own. */
export const codeProfil = z
  .string({ error: 'Choisissez un profil.' })
  .regex(/^[a-z0-9_-]{1,60}$/, 'Choisissez un profil.');

const profil = z.object({
  code: z.string(),
  nom: z.string(),
  description: z.string(),
  /** Made or copied by the structure: it can be changed. */
  propre: z.boolean(),
  /** The shipped one it was copied from; empty otherwise. */
  origine: z.string(),
  contenu: profilContenu,
});
export type ProfilLu = z.output<typeof profil>;

const profilSaisi = z.strictObject({
  /** Null for a new one. */
  id: id.nullable().default(null),
  nom: texteRequis(NOM_PROFIL_MAX, 'Donnez un nom à ce profil.'),
  origine: z.union([codeProfil, z.literal('')]).default(''),
  contenu: profilContenu,
});

export const profilsContrat = {
  /** Shipped ones first, then those of the structure. */
  'bilans.profils': lecture(z.strictObject({}), z.array(profil), ['bilan']),
  'bilans.saveProfil': ecriture(profilSaisi, z.object({ code: z.string() }), ['bilan']),
  /** Bilans made with it keep it. */
  'bilans.archiveProfil': ecriture(z.strictObject({ id }), z.object({}), ['bilan']),
  'bilans.restoreProfil': ecriture(z.strictObject({ id }), z.object({}), ['bilan']),
};
