import { z } from 'zod';
import { dateCivile, dateOptionnelle, id, texte } from '../champs.ts';
import { codes } from '../nomenclatures/nomenclature.ts';
import { CONTRATS, MOTIFS_PROLONGATION, MOTIFS_SUSPENSION, SUITES } from '../nomenclatures/salaries.ts';

/** Nothing said is not « empty »: what a change leaves out stays as it was. */
export const dateOuRien = dateOptionnelle.unwrap();

export const suspensionSaisie = z.strictObject({
  id: id.optional(),
  debut: dateCivile,
  fin: dateOptionnelle,
  motif: z.enum(['', ...codes(MOTIFS_SUSPENSION)]).default(''),
});

/** Stands for the id of the contract before in time, which has none yet when both are typed together. */
export const PRECEDENT = 'precedent';

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
    /** The contract it renews. Left out, it stays as it was; so do the three below. */
    renouvelleId: z
      .union([id, z.literal(PRECEDENT)])
      .nullable()
      .optional(),
    suite: z.enum(['', ...codes(SUITES)]).optional(),
    suiteNote: texte(300).optional(),
    suspensions: z.array(suspensionSaisie).max(30).optional(),
  })
  .superRefine(({ debut, fin, suspensions = [] }, ctx) => {
    const refuser = (path: (string | number)[], message: string) =>
      ctx.addIssue({ code: 'custom', path, message });
    if (fin !== null && fin < debut) {
      refuser(['fin'], 'La fin du contrat précède son début.');
      return;
    }
    for (const [rang, suspension] of suspensions.entries()) {
      const dernier = suspension.fin ?? suspension.debut;
      if (dernier < suspension.debut)
        refuser(['suspensions', rang, 'fin'], 'La fin de la suspension précède son début.');
      else if (suspension.debut < debut)
        refuser(['suspensions', rang, 'debut'], 'La suspension commence avant le contrat.');
      else if (fin !== null && dernier > fin)
        refuser(
          ['suspensions', rang, suspension.fin === null ? 'debut' : 'fin'],
          'La suspension dépasse la fin du contrat.',
        );
    }
  });
export type ContratSaisie = z.input<typeof contratSaisie>;

export const suspensionContrat = z.object({
  id: z.string(),
  debut: z.string(),
  fin: z.string().nullable(),
  motif: z.enum(['', ...codes(MOTIFS_SUSPENSION)]),
});

export const contratSalarie = z.object({
  id: z.string(),
  nature: z.enum(codes(CONTRATS)),
  debut: z.string(),
  fin: z.string().nullable(),
  minutesHebdo: z.number().nullable(),
  renouvelleId: z.string().nullable(),
  suite: z.enum(['', ...codes(SUITES)]),
  suiteNote: z.string(),
  /** Oldest first. */
  suspensions: z.array(suspensionContrat),
});
export type ContratSalarie = z.output<typeof contratSalarie>;

/** Twelve digits, however spaced; empty as long as it is not known. */
const numeroPass = z
  .string()
  .transform((valeur) => valeur.normalize('NFKC').replace(/[\s.-]/g, ''))
  .superRefine((valeur, ctx) => {
    if (valeur === '' || /^\d{12}$/.test(valeur)) return;
    const message = /^\d+$/.test(valeur)
      ? `Un numéro de PASS IAE compte 12 chiffres ; celui-ci en a ${valeur.length}.`
      : 'Un numéro de PASS IAE ne contient que des chiffres.';
    ctx.addIssue({ code: 'custom', message });
  });

export const evenementSaisie = z.strictObject({
  id: id.optional(),
  genre: z.enum(['suspension', 'prolongation']),
  /** Of a prolongation only. */
  motif: z.enum(['', ...codes(MOTIFS_PROLONGATION)]).default(''),
  debut: dateCivile,
  fin: dateCivile,
});

export const passSaisie = z
  .strictObject({
    id: id.optional(),
    numero: numeroPass,
    debut: dateCivile,
    /** As on its attestation, before what suspends or prolongs it. */
    fin: dateCivile,
    evenements: z.array(evenementSaisie).max(30).default([]),
  })
  .superRefine(({ debut, fin, evenements }, ctx) => {
    const refuser = (path: (string | number)[], message: string) =>
      ctx.addIssue({ code: 'custom', path, message });
    if (fin < debut) refuser(['fin'], 'La fin du PASS IAE précède son début.');
    for (const [rang, evenement] of evenements.entries()) {
      if (evenement.fin < evenement.debut) refuser(['evenements', rang, 'fin'], 'La fin précède le début.');
      else if (evenement.debut < debut)
        refuser(['evenements', rang, 'debut'], 'Le PASS IAE n’a pas encore commencé ce jour-là.');
      if (evenement.genre === 'prolongation' && evenement.motif === '')
        refuser(['evenements', rang, 'motif'], 'Choisissez le motif de la prolongation.');
    }
  });

export const passSalarie = z.object({
  id: z.string(),
  numero: z.string(),
  debut: z.string(),
  fin: z.string(),
  evenements: z.array(
    z.object({
      id: z.string(),
      genre: z.enum(['suspension', 'prolongation']),
      motif: z.enum(['', ...codes(MOTIFS_PROLONGATION)]),
      debut: z.string(),
      fin: z.string(),
    }),
  ),
});
export type PassSalarie = z.output<typeof passSalarie>;
