import { z } from 'zod';
import { lecture } from '../operation.ts';

const personne = z.object({ id: z.string(), prenom: z.string(), nom: z.string() });
const lieu = z.object({ id: z.string(), nom: z.string() });

const aujourdhui = z.object({
  /** Nothing in the base yet: the screen guides instead of counting. */
  vide: z.object({ organisations: z.boolean(), sollicitations: z.boolean() }),
  /** Exchanges since Monday, most used channel first. */
  semaine: z.object({
    total: z.number(),
    canaux: z.array(z.object({ canal: z.string(), nombre: z.number() })),
  }),
  /** Organisations reached at each stage since 1 January, each counted once. */
  entonnoir: z.object({
    annee: z.number(),
    contactees: z.number(),
    interessees: z.number(),
    /** They agreed to something, or something was done with them. */
    engagees: z.number(),
    immersions: z.number(),
  }),
  echeances: z.array(
    z.object({
      genre: z.enum([
        'fin_contrat',
        'convention_a_finir',
        'convention_a_signer',
        'debut_immersion',
        'fin_immersion',
      ]),
      /** Key of the record to open: the salarié or the immersion. */
      id: z.string(),
      date: z.string(),
      salarie: personne,
      /** Nature of the contract, or name of the host organisation. */
      precision: z.string(),
    }),
  ),
  immersions: z.array(
    z.object({
      id: z.string(),
      salarie: personne,
      organisation: lieu,
      debut: z.string(),
      fin: z.string(),
    }),
  ),
});
export type Aujourdhui = z.output<typeof aujourdhui>;

export const aujourdhuiContrat = {
  'aujourdhui.get': lecture(z.strictObject({ qui: z.enum(['moi', 'equipe']) }), aujourdhui, [
    'organisation',
    'sollicitation',
    'salarie',
    'immersion',
    'formation',
    'embauche',
    'membre',
    'reglage',
  ]),
};
