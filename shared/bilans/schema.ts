import { z } from 'zod';
import { dateCivile } from '../champs.ts';
import { ajouterMois } from '../dates.ts';
import { formatTableur } from '../livraison.ts';

/** Longest period of a bilan, in years. */
export const ANNEES_MAX = 20;

/** Both limits belong to the period. */
export interface Periode {
  debut: string;
  fin: string;
}

export function verifierBornes({ debut, fin }: Periode, ctx: z.RefinementCtx): void {
  if (fin < debut) {
    ctx.addIssue({ code: 'custom', path: ['fin'], message: 'La fin de la période précède son début.' });
  } else if (fin >= ajouterMois(debut, ANNEES_MAX * 12)) {
    ctx.addIssue({ code: 'custom', path: ['fin'], message: `Un bilan couvre ${ANNEES_MAX} ans au plus.` });
  }
}

export const bornes = z.strictObject({ debut: dateCivile, fin: dateCivile });

export const periodeSaisie = bornes.superRefine(verifierBornes);
export const periodeExport = bornes.extend({ format: formatTableur }).superRefine(verifierBornes);

/** What a figure breaks down by; the code of « non renseigné » is the empty string. */
export const AXES = [
  'mois',
  'nature',
  'canal',
  'resultat',
  'cause',
  'objet',
  'hote',
  'sexe',
  'contrat',
] as const;
export type Axe = (typeof AXES)[number];

/** Figures whose rows can be opened, with what they break down by. */
export const AXES_DE = {
  organisations: [],
  jointes: [],
  nouvelles: [],
  echanges: ['mois', 'nature', 'canal', 'resultat', 'cause'],
  accords: [],
  relances: [],
  immersions: ['objet', 'hote', 'sexe'],
  personnes: ['objet', 'sexe'],
  embauches: ['contrat'],
} as const satisfies Record<string, readonly Axe[]>;
export type Figure = keyof typeof AXES_DE;
export const FIGURES = Object.keys(AXES_DE) as [Figure, ...Figure[]];

const filtre = z.strictObject({ axe: z.enum(AXES), code: z.string().max(60) });
export type Filtre = z.output<typeof filtre>;

/** One figure, or the part of it that satisfies every filter. */
const choix = bornes.extend({ figure: z.enum(FIGURES), filtres: z.array(filtre).max(3).default([]) });

function verifierChoix(entree: z.output<typeof choix>, ctx: z.RefinementCtx): void {
  verifierBornes(entree, ctx);
  const permis: readonly Axe[] = AXES_DE[entree.figure];
  for (const [rang, { axe }] of entree.filtres.entries()) {
    const repete = entree.filtres.slice(0, rang).some((autre) => autre.axe === axe);
    if (permis.includes(axe) && !repete) continue;
    ctx.addIssue({
      code: 'custom',
      path: ['filtres', rang, 'axe'],
      message: 'Ce chiffre ne se détaille pas ainsi.',
    });
  }
}

export type Choix = z.output<typeof choix>;
export const choixExport = choix.extend({ format: formatTableur }).superRefine(verifierChoix);

export const lignesSaisie = choix
  .extend({
    depuis: z.int().min(0).max(1_000_000).default(0),
    nombre: z.int().min(1).max(200).default(50),
  })
  .superRefine(verifierChoix);

const nombre = z.int().min(0);

/** A figure and the same one a year before; `null` where there is nothing to compare with. */
const mesure = z.object({ valeur: nombre, precedent: nombre.nullable() });
export type Mesure = z.output<typeof mesure>;

/** One line of a breakdown; the lines of a breakdown add up to its figure. */
const part = mesure.extend({
  code: z.string(),
  /** As the structure says it, for a list it may extend; the other axes have their own names (`nomPart`). */
  nom: z.string().optional(),
});
export type Part = z.output<typeof part>;

const immersionsDe = z.object({ immersions: nombre, personnes: nombre, minutes: nombre });
export type ImmersionsDe = z.output<typeof immersionsDe>;

/** By gender of the person: a person counts once in each line. */
const parSexe = z.object({ F: immersionsDe, H: immersionsDe, inconnu: immersionsDe, total: immersionsDe });
export type ParSexe = z.output<typeof parSexe>;

const periode = z.object({ debut: z.string(), fin: z.string() });

/** What each figure counts is said in `DEFINITIONS` (regles.ts), and printed with it. */
export const bilan = z.object({
  /** As asked. */
  periode,
  /** Last day counted when the period is still running: today. */
  arreteAu: z.string().nullable(),
  /** The same days one year before; `null` when the period is longer than a year or has not begun. */
  precedente: periode.nullable(),
  organisations: mesure,
  jointes: mesure,
  nouvelles: mesure,
  echanges: mesure,
  /** An exchange with three organisations touches three. */
  touches: nombre,
  /** Salariés an exchange was about, each once. */
  salariesTouches: nombre,
  accords: mesure,
  relances: z.object({ faites: mesure, echues: nombre, echuesFaites: nombre }),
  immersions: mesure,
  personnes: mesure,
  minutes: mesure,
  embauches: mesure,
  /** Among the immersions, those begun before the period. */
  immersionsAnterieures: nombre,
  /** Among the immersions, those that renew another. */
  renouvellements: nombre,
  /** Months of the period, `AAAA-MM`. */
  parMois: z.array(part),
  parNature: z.array(part),
  parCanal: z.array(part),
  parResultat: z.array(part),
  /** Of the refusals and unmet requests alone; the empty code is « sans cause indiquée ». */
  parCause: z.array(part),
  parHote: z.array(part),
  embauchesParContrat: z.array(part),
  parObjet: z.array(parSexe.extend({ code: z.string() })),
  /** A person met under two objets counts once here. */
  tousObjets: parSexe,
});
export type Bilan = z.output<typeof bilan>;

/** A row behind a figure. */
export const ligneBilan = z.object({
  id: z.string(),
  date: z.string().nullable(),
  titre: z.string(),
  detail: z.string(),
  /** The sheet to open. */
  fiche: z.object({ genre: z.enum(['organisation', 'immersion', 'salarie', 'session']), id: z.string() }),
});
export type LigneBilan = z.output<typeof ligneBilan>;
