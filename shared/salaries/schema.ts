import { z } from 'zod';
import { dateCivile, dateOptionnelle, id, telephone, texteRequis } from '../champs.ts';
import { ageAu } from '../dates.ts';
import { codes } from '../nomenclatures/nomenclature.ts';
import { CONTRATS, SEXES } from '../nomenclatures/salaries.ts';

/** Minimum age to work: art. L4153-1 du code du travail. */
export const AGE_MIN = 16;
/** Older than this, the birth date is a typing error. */
export const AGE_MAX = 120;

export const contratSaisie = z
  .strictObject({
    id: id.optional(),
    nature: z.enum(codes(CONTRATS), { error: 'Choisissez la nature du contrat.' }),
    debut: dateCivile,
    fin: dateOptionnelle,
    /** Weekly working time, minutes. */
    minutesHebdo: z
      .number({ error: 'Indiquez un nombre d’heures.' })
      .int()
      .min(60, 'Une heure par semaine au moins.')
      .max(2880, '48 heures par semaine au plus.')
      .nullable(),
  })
  .superRefine(({ debut, fin }, ctx) => {
    if (fin !== null && fin < debut) {
      ctx.addIssue({ code: 'custom', path: ['fin'], message: 'La fin du contrat précède son début.' });
    }
  });

const identite = {
  prenom: texteRequis(80, 'Indiquez le prénom.'),
  nom: texteRequis(120, 'Indiquez le nom.'),
  sexe: z.enum(codes(SEXES), { error: 'Choisissez : les bilans comptent femmes et hommes.' }),
  naissance: dateCivile,
  telephone,
  contrats: z.array(contratSaisie).max(30),
};

/** The age at the start of each contract must be possible; said beside the birth date. */
function verifierAges(
  { naissance, contrats }: { naissance: string; contrats: { debut: string }[] },
  ctx: z.RefinementCtx,
): void {
  for (const { debut } of contrats) {
    const age = ageAu(naissance, debut);
    if (age >= AGE_MIN && age <= AGE_MAX) continue;
    const message =
      age < 0
        ? 'Cette personne serait née après le début de son contrat.'
        : age < AGE_MIN
          ? `Cette personne aurait ${age} ans au début de son contrat : ${AGE_MIN} ans au moins.`
          : `Cette personne aurait ${age} ans au début de son contrat : vérifiez l’année de naissance.`;
    ctx.addIssue({ code: 'custom', path: ['naissance'], message });
    return;
  }
}

export const salarieSaisie = z.strictObject(identite).superRefine(verifierAges);
export const salarieModification = z.strictObject({ id, ...identite }).superRefine(verifierAges);
export type SalarieSaisie = z.input<typeof salarieSaisie>;

export const contratSalarie = z.object({
  id: z.string(),
  nature: z.enum(codes(CONTRATS)),
  debut: z.string(),
  fin: z.string().nullable(),
  minutesHebdo: z.number().nullable(),
});
export type ContratSalarie = z.output<typeof contratSalarie>;

/** The contract of today, else the next one, else the last one. */
export const contratResume = contratSalarie.pick({ nature: true, debut: true, fin: true });

export const salarieLigne = z.object({
  id: z.string(),
  prenom: z.string(),
  nom: z.string(),
  sexe: z.enum(codes(SEXES)),
  naissance: z.string(),
  telephone: z.string(),
  contrat: contratResume.nullable(),
  immersions: z.number(),
});
export type SalarieLigne = z.output<typeof salarieLigne>;

export const salarieFiche = z.object({
  id: z.string(),
  prenom: z.string(),
  nom: z.string(),
  sexe: z.enum(codes(SEXES)),
  naissance: z.string(),
  telephone: z.string(),
  archivedAt: z.string().nullable(),
  contrats: z.array(contratSalarie),
});
export type SalarieFiche = z.output<typeof salarieFiche>;
