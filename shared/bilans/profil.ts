import { z } from 'zod';
import { texte, texteRequis } from '../champs.ts';
import { CODES_AXES } from './axes.ts';

/** Most indicators a profile lists, and most breakdowns of one of them. */
export const INDICATEURS_MAX = 80;
export const AXES_MAX = 6;
/** Figures of the summary. */
export const RESUME_MAX = 5;
/** Longest name of a profile, most parts and most filters it has. */
export const NOM_PROFIL_MAX = 120;
export const SECTIONS_MAX = 20;
export const FILTRES_MAX = 5;

const axe = z.enum(CODES_AXES, { error: 'Cette répartition n’existe pas.' });
const codeIndicateur = z.string().regex(/^[a-z0-9_.]{1,60}$/, 'Cet indicateur n’existe pas.');

const section = z.strictObject({
  /** Under which its text is kept from year to year. */
  code: z.string().regex(/^[a-z0-9_-]{1,40}$/, 'Ce code ne convient pas.'),
  titre: texteRequis(160, 'Donnez un titre à cette partie.'),
  /** What is to be written in it; empty when it holds figures alone. */
  consigne: texte(600).default(''),
  indicateurs: z
    .array(z.strictObject({ code: codeIndicateur, axes: z.array(axe).max(AXES_MAX).default([]) }))
    .max(40)
    .default([]),
});

/** What a bilan is made of: for the shipped profiles and for those of the structure. */
export const profilContenu = z
  .strictObject({
    sections: z
      .array(section)
      .min(1, 'Ajoutez au moins une partie.')
      .max(SECTIONS_MAX, `${SECTIONS_MAX} parties au plus.`),
    resume: z.array(codeIndicateur).max(RESUME_MAX, `${RESUME_MAX} chiffres au plus.`).default([]),
    filtres: z
      .array(
        z.strictObject({
          axe,
          codes: z.array(z.string().max(60)).min(1, 'Choisissez au moins une valeur.').max(40),
        }),
      )
      .max(FILTRES_MAX)
      .default([]),
    /** Beside each figure, the same one a year before. */
    comparer: z.boolean().default(true),
    /** The annex lists the rows behind the figures, under pseudonyms. */
    annexe: z.boolean().default(false),
  })
  .superRefine(({ sections }, ctx) => {
    const codes = sections.flatMap(({ indicateurs }) => indicateurs.map(({ code }) => code));
    if (codes.length === 0)
      ctx.addIssue({
        code: 'custom',
        path: ['sections'],
        message: 'Ce profil n’a aucun indicateur : choisissez ce qu’il doit compter.',
      });
    if (codes.length > INDICATEURS_MAX)
      ctx.addIssue({
        code: 'custom',
        path: ['sections'],
        message: `${INDICATEURS_MAX} indicateurs au plus.`,
      });
    const vus = new Set<string>();
    for (const [rang, { code }] of sections.entries()) {
      if (vus.has(code))
        ctx.addIssue({
          code: 'custom',
          path: ['sections', rang, 'code'],
          message: 'Deux parties ont ce code.',
        });
      vus.add(code);
    }
  });
export type ProfilContenu = z.output<typeof profilContenu>;

/** A profile as bilans use it; `propre`: made or copied by the structure. */
export interface Profil {
  code: string;
  nom: string;
  /** For whom, in a sentence. */
  description: string;
  propre: boolean;
  contenu: ProfilContenu;
}
