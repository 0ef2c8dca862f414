import { z } from 'zod';
import { dateCivile, texte } from '../champs.ts';
import type { DateCivile } from '../dates.ts';
import { accorder, formaterDate, formaterDuree, formaterHeure, formaterNombre } from '../format.ts';
import { ecrireEuros, lireEuros } from '../montant.ts';
import { ecriture, lecture } from '../operation.ts';
import { AGE_MIN } from '../salaries/schema.ts';

/** How a threshold reads and is typed; all are kept as whole numbers: `duree` and `heure` minutes, `montant` cents, `heures` whole hours. */
export type Unite =
  | 'jours'
  | 'mois'
  | 'nombre'
  | 'duree'
  | 'heure'
  | 'pourcent'
  | 'ans'
  | 'decompte'
  | 'montant'
  | 'heures';

/** A limit that the checks compare with, as Passerelle ships it. */
export interface Seuil {
  code: string;
  label: string;
  unite: Unite;
  valeur: number;
  /** Day from which the text it comes from is known to say so. */
  depuis: DateCivile;
  /** Article, or who says so. */
  reference: string;
  /** What it is for and how sure it is, in one sentence; empty when the label says it. */
  note: string;
  min: number;
  max: number;
}

const JOUR = 24 * 60;

/** Ways to count the days of the cumul: the text does not say which. */
export const DECOMPTES = [
  { valeur: 1, label: 'Jours de calendrier' },
  { valeur: 2, label: 'Jours de présence' },
] as const;
export const DECOMPTE_PRESENCE = 2;

/** By subject, as the settings show them. Articles are those of the code du travail, as in force on 22/11/2026. */
export const GROUPES_SEUILS = [
  {
    titre: 'Durée, renouvellement et cumul',
    seuils: [
      {
        code: 'dureeMois',
        label: 'Durée d’une immersion, de date à date',
        unite: 'mois',
        valeur: 1,
        depuis: '2015-01-01',
        reference: 'D5135-3',
        note: '',
        min: 1,
        max: 12,
      },
      {
        code: 'ecartImmersionFacilitee',
        label: 'Écart accepté par Immersion Facilitée entre le premier et le dernier jour',
        unite: 'jours',
        valeur: 30,
        depuis: '2026-01-01',
        reference: 'Immersion Facilitée',
        note: 'Contrôle du site, et non du code : le dépasser se signale, sans bloquer.',
        min: 1,
        max: 366,
      },
      {
        code: 'renouvellements',
        label: 'Renouvellements d’une convention',
        unite: 'nombre',
        valeur: 1,
        depuis: '2015-01-01',
        reference: 'D5135-3',
        note: '',
        min: 0,
        max: 5,
      },
      {
        code: 'cumulMois',
        label: 'Période sur laquelle se compte le cumul chez un même accueil',
        unite: 'mois',
        valeur: 12,
        depuis: '2015-01-01',
        reference: 'D5135-3',
        note: '',
        min: 1,
        max: 36,
      },
      {
        code: 'cumulConventions',
        label: 'Conventions avec un même accueil sur cette période',
        unite: 'nombre',
        valeur: 2,
        depuis: '2015-01-01',
        reference: 'D5135-3',
        note: 'Un renouvellement n’est pas une nouvelle convention.',
        min: 1,
        max: 24,
      },
      {
        code: 'cumulJours',
        label: 'Jours chez un même accueil sur cette période',
        unite: 'jours',
        valeur: 60,
        depuis: '2015-01-01',
        reference: 'D5135-3',
        note: 'Renouvellements compris.',
        min: 1,
        max: 366,
      },
      {
        code: 'cumulDecompte',
        label: 'Façon de compter ces jours',
        unite: 'decompte',
        valeur: 1,
        depuis: '2015-01-01',
        reference: 'D5135-3',
        note: 'Le texte ne précise pas quels jours : le calendrier est la lecture la plus prudente. Les deux comptes sont toujours montrés.',
        min: 1,
        max: 2,
      },
    ],
  },
  {
    titre: 'Contrat de travail',
    seuils: [
      {
        code: 'partContrat',
        label: 'Part d’un CDDI que ses immersions peuvent occuper',
        unite: 'pourcent',
        valeur: 25,
        depuis: '2017-01-01',
        reference: 'service-public.fr, F14102',
        note: 'Connue par une fiche pratique de 2017 et non par le code : la dépasser se signale, sans bloquer.',
        min: 1,
        max: 100,
      },
      {
        code: 'finContratMois',
        label: 'Fin de contrat à préparer, après l’immersion',
        unite: 'mois',
        valeur: 1,
        depuis: '2026-01-01',
        reference: 'Passerelle',
        note: 'Repère d’accompagnement, sans texte.',
        min: 0,
        max: 12,
      },
    ],
  },
  {
    titre: 'Horaires',
    seuils: [
      {
        code: 'semaineMax',
        label: 'Heures dans une semaine, au plus',
        unite: 'duree',
        valeur: 48 * 60,
        depuis: '2016-08-10',
        reference: 'L3121-20',
        note: '',
        min: 60,
        max: 7 * JOUR,
      },
      {
        code: 'semaineLegale',
        label: 'Durée légale de la semaine',
        unite: 'duree',
        valeur: 35 * 60,
        depuis: '2016-08-10',
        reference: 'L3121-27',
        note: '',
        min: 60,
        max: 7 * JOUR,
      },
      {
        code: 'joursSemaine',
        label: 'Jours de présence dans une semaine',
        unite: 'jours',
        valeur: 6,
        depuis: '2008-05-01',
        reference: 'L3132-1',
        note: '',
        min: 1,
        max: 7,
      },
      {
        code: 'jourMax',
        label: 'Heures dans une journée',
        unite: 'duree',
        valeur: 10 * 60,
        depuis: '2016-08-10',
        reference: 'L3121-18',
        note: '',
        min: 60,
        max: JOUR,
      },
      {
        code: 'repos',
        label: 'Repos entre deux journées',
        unite: 'duree',
        valeur: 11 * 60,
        depuis: '2008-05-01',
        reference: 'L3131-1',
        note: '',
        min: 60,
        max: JOUR,
      },
      {
        code: 'nuitDebut',
        label: 'Début de la nuit',
        unite: 'heure',
        valeur: 21 * 60,
        depuis: '2016-08-10',
        reference: 'L3122-20',
        note: 'À défaut d’accord chez l’accueil.',
        min: 12 * 60,
        max: JOUR,
      },
      {
        code: 'nuitFin',
        label: 'Fin de la nuit',
        unite: 'heure',
        valeur: 6 * 60,
        depuis: '2016-08-10',
        reference: 'L3122-20',
        note: 'À défaut d’accord chez l’accueil.',
        min: 0,
        max: 12 * 60,
      },
    ],
  },
  {
    titre: 'Âge, et moins de 18 ans',
    seuils: [
      {
        code: 'ageMin',
        label: 'Âge au premier jour, au moins',
        unite: 'ans',
        valeur: AGE_MIN,
        depuis: '2008-05-01',
        reference: 'L4153-1',
        note: '',
        min: 14,
        max: 25,
      },
      {
        code: 'semaineMaxMineur',
        label: 'Heures dans une semaine avant 18 ans',
        unite: 'duree',
        valeur: 35 * 60,
        depuis: '2019-01-01',
        reference: 'L3162-1',
        note: '',
        min: 60,
        max: 7 * JOUR,
      },
      {
        code: 'jourMaxMineur',
        label: 'Heures dans une journée avant 18 ans',
        unite: 'duree',
        valeur: 8 * 60,
        depuis: '2019-01-01',
        reference: 'L3162-1',
        note: '',
        min: 60,
        max: JOUR,
      },
      {
        code: 'reposMineur',
        label: 'Repos entre deux journées avant 18 ans',
        unite: 'duree',
        valeur: 12 * 60,
        depuis: '2008-05-01',
        reference: 'L3164-1',
        note: '',
        min: 60,
        max: JOUR,
      },
      {
        code: 'nuitDebutMineur',
        label: 'Début de la nuit avant 18 ans',
        unite: 'heure',
        valeur: 22 * 60,
        depuis: '2008-05-01',
        reference: 'L3163-1',
        note: '',
        min: 12 * 60,
        max: JOUR,
      },
    ],
  },
  {
    titre: 'Parcours d’insertion',
    seuils: [
      {
        code: 'cddiMois',
        label: 'CDDI d’une personne, renouvellements compris',
        unite: 'mois',
        valeur: 24,
        depuis: '2026-01-01',
        reference: 'L5132-5, L5132-11-1, L5132-15-1',
        note: 'Des dérogations existent : la dépasser se signale, sans bloquer.',
        min: 1,
        max: 120,
      },
      {
        code: 'passJours',
        label: 'Durée d’un PASS IAE',
        unite: 'jours',
        valeur: 730,
        depuis: '2026-01-01',
        reference: 'Les emplois de l’inclusion',
        note: '',
        min: 1,
        max: 3660,
      },
      {
        code: 'passSuspensionMois',
        label: 'Une suspension du PASS IAE, au plus',
        unite: 'mois',
        valeur: 36,
        depuis: '2026-01-01',
        reference: 'Les emplois de l’inclusion',
        note: '',
        min: 1,
        max: 120,
      },
      {
        code: 'passCarenceMois',
        label: 'Délai entre la fin d’un PASS IAE et le suivant',
        unite: 'mois',
        valeur: 24,
        depuis: '2026-01-01',
        reference: 'Les emplois de l’inclusion',
        note: 'Un prescripteur habilité peut y déroger.',
        min: 0,
        max: 120,
      },
      {
        code: 'passFormationMois',
        label: 'Prolongation du PASS IAE pour finir une formation, chacune',
        unite: 'mois',
        valeur: 12,
        depuis: '2026-01-01',
        reference: 'Les emplois de l’inclusion',
        note: '',
        min: 1,
        max: 120,
      },
      {
        code: 'passHandicapMois',
        label: 'Prolongations du PASS IAE pour une RQTH, en tout',
        unite: 'mois',
        valeur: 36,
        depuis: '2026-01-01',
        reference: 'Les emplois de l’inclusion',
        note: '',
        min: 1,
        max: 240,
      },
      {
        code: 'passDifficultesMois',
        label: 'Prolongations du PASS IAE pour difficultés particulières, en tout',
        unite: 'mois',
        valeur: 36,
        depuis: '2026-01-01',
        reference: 'Les emplois de l’inclusion',
        note: 'AI et ACI seulement.',
        min: 1,
        max: 240,
      },
      {
        code: 'passSeniorMois',
        label: 'Prolongations du PASS IAE à partir de 50 ans, en tout',
        unite: 'mois',
        valeur: 60,
        depuis: '2026-01-01',
        reference: 'Les emplois de l’inclusion',
        note: '',
        min: 1,
        max: 240,
      },
      {
        code: 'passSeniorCdiMois',
        label: 'Prolongations du PASS IAE en CDI inclusion, en tout',
        unite: 'mois',
        valeur: 120,
        depuis: '2026-01-01',
        reference: 'Les emplois de l’inclusion',
        note: '',
        min: 1,
        max: 360,
      },
    ],
  },
  {
    titre: 'Formation',
    seuils: [
      {
        code: 'coutHoraireSalaire',
        label: 'Coût d’une heure de salaire pendant une formation',
        unite: 'montant',
        valeur: 1202,
        depuis: '2026-01-01',
        reference: 'SMIC horaire brut',
        note: 'À remplacer par ce qu’une heure vous coûte vraiment, cotisations et aides comprises.',
        min: 0,
        max: 20_000,
      },
      {
        code: 'echeanceFinancement',
        label: 'Échéance d’un financement, rappelée à l’avance',
        unite: 'jours',
        valeur: 30,
        depuis: '2026-01-01',
        reference: 'Passerelle',
        note: 'Repère de gestion, sans texte.',
        min: 1,
        max: 366,
      },
      {
        code: 'avanceFinancement',
        label: 'Avance non remboursée, signalée après la fin de la session',
        unite: 'mois',
        valeur: 3,
        depuis: '2026-01-01',
        reference: 'Passerelle',
        note: 'Repère de gestion, sans texte.',
        min: 0,
        max: 36,
      },
    ],
  },
  {
    titre: 'Sorties, heures et ETP',
    seuils: [
      {
        code: 'sortieMois',
        label: 'Durée à dépasser pour qu’une sortie compte (ACI, EI)',
        unite: 'mois',
        valeur: 3,
        depuis: '2009-01-01',
        reference: 'ASP, documentation des sorties',
        note: 'Du premier contrat à la sortie, renouvellements compris.',
        min: 0,
        max: 24,
      },
      {
        code: 'sortieHeures',
        label: 'Heures à dépasser pour qu’une sortie compte (AI, ETTI)',
        unite: 'heures',
        valeur: 150,
        depuis: '2009-01-01',
        reference: 'ASP, documentation des sorties',
        note: 'Cumulées sur le parcours.',
        min: 0,
        max: 2000,
      },
      {
        code: 'sortieHeuresAnnee',
        label: 'Heures travaillées dans l’année de la sortie, au moins',
        unite: 'heures',
        valeur: 1,
        depuis: '2009-01-01',
        reference: 'ASP, documentation des sorties',
        note: '',
        min: 0,
        max: 2000,
      },
      {
        code: 'objectifDynamiques',
        label: 'Sorties dynamiques, au moins',
        unite: 'pourcent',
        valeur: 60,
        depuis: '2009-01-01',
        reference: 'Circulaire DGEFP 2008-21 du 10/12/2008',
        note: 'Repère national : l’objectif négocié dans votre convention passe avant lui.',
        min: 0,
        max: 100,
      },
      {
        code: 'objectifDurables',
        label: 'Sorties en emploi durable, au moins',
        unite: 'pourcent',
        valeur: 25,
        depuis: '2009-01-01',
        reference: 'Circulaire DGEFP 2008-21 du 10/12/2008',
        note: 'Repère national : l’objectif négocié dans votre convention passe avant lui.',
        min: 0,
        max: 100,
      },
      {
        code: 'etpHeuresACI',
        label: 'Heures d’un ETP sur un an, en ACI',
        unite: 'heures',
        valeur: 1820,
        depuis: '2014-01-01',
        reference: 'Paramètre ASP',
        note: 'Heures payées. À vérifier sur votre annexe financière.',
        min: 1,
        max: 3000,
      },
      {
        code: 'etpHeuresEI',
        label: 'Heures d’un ETP sur un an, en EI',
        unite: 'heures',
        valeur: 1505,
        depuis: '2014-01-01',
        reference: 'Paramètre ASP',
        note: 'Heures travaillées. À vérifier sur votre annexe financière.',
        min: 1,
        max: 3000,
      },
      {
        code: 'etpHeuresAI',
        label: 'Heures d’un ETP sur un an, en AI',
        unite: 'heures',
        valeur: 1607,
        depuis: '2014-01-01',
        reference: 'Paramètre ASP',
        note: 'Heures payées. À vérifier sur votre annexe financière.',
        min: 1,
        max: 3000,
      },
      {
        code: 'etpHeuresETTI',
        label: 'Heures d’un ETP sur un an, en ETTI',
        unite: 'heures',
        valeur: 1600,
        depuis: '2014-01-01',
        reference: 'Paramètre ASP',
        note: 'À vérifier sur votre annexe financière.',
        min: 1,
        max: 3000,
      },
      {
        code: 'etpHeuresEITI',
        label: 'Heures d’un ETP sur un an, en EITI',
        unite: 'heures',
        valeur: 1505,
        depuis: '2020-01-01',
        reference: 'Paramètre ASP',
        note: 'À vérifier sur votre annexe financière.',
        min: 1,
        max: 3000,
      },
      {
        code: 'echeanceBilan',
        label: 'Bilan à rendre, rappelé à l’avance',
        unite: 'jours',
        valeur: 45,
        depuis: '2026-01-01',
        reference: 'Passerelle',
        note: 'Repère de gestion, sans texte.',
        min: 1,
        max: 366,
      },
    ],
  },
] as const satisfies readonly { titre: string; seuils: readonly Seuil[] }[];

export type CodeSeuil = (typeof GROUPES_SEUILS)[number]['seuils'][number]['code'];

export const SEUILS: readonly (Seuil & { code: CodeSeuil })[] = GROUPES_SEUILS.flatMap(
  ({ seuils }) => seuils as readonly (Seuil & { code: CodeSeuil })[],
);

const PAR_CODE = new Map<string, Seuil>(SEUILS.map((seuil) => [seuil.code, seuil]));

/** The shipped threshold of a code. */
export const seuilLivre = (code: CodeSeuil): Seuil => PAR_CODE.get(code)!;

/** What the structure reads in place of the shipped value, from a day on. */
const codeSeuil = z.enum(SEUILS.map(({ code }) => code) as [CodeSeuil, ...CodeSeuil[]], {
  error: 'Ce seuil n’existe pas.',
});

export const seuilPropre = z.object({
  code: codeSeuil,
  depuis: z.string(),
  valeur: z.number(),
  reference: z.string(),
});
export type SeuilPropre = z.output<typeof seuilPropre>;

/** A value of the structure's own, and the text or the agreement it comes from. */
export const seuilSaisie = z
  .strictObject({
    code: codeSeuil,
    depuis: dateCivile,
    valeur: z.int({ error: 'Écrivez une valeur en chiffres.' }),
    reference: texte(200).default(''),
  })
  .superRefine(({ code, valeur }, ctx) => {
    const { min, max } = seuilLivre(code);
    if (valeur >= min && valeur <= max) return;
    ctx.addIssue({
      code: 'custom',
      path: ['valeur'],
      message: `De ${direSeuil(code, min)} à ${direSeuil(code, max)}.`,
    });
  });

export type Valeurs = Readonly<Record<CodeSeuil, number>>;

/** The own value of a threshold on a day, or null when the shipped one applies. */
export function propreAu(
  code: CodeSeuil,
  date: DateCivile,
  propres: readonly SeuilPropre[],
): SeuilPropre | null {
  let trouve: SeuilPropre | null = null;
  for (const propre of propres) {
    if (propre.code !== code || propre.depuis > date) continue;
    if (trouve === null || propre.depuis > trouve.depuis) trouve = propre;
  }
  return trouve;
}

/** Every threshold as it applies on a day: the shipped value, or the structure's own from its first day on. */
export function seuilsAu(date: DateCivile, propres: readonly SeuilPropre[]): Valeurs {
  return Object.fromEntries(
    SEUILS.map(({ code, valeur }) => [code, propreAu(code, date, propres)?.valeur ?? valeur]),
  ) as Record<CodeSeuil, number>;
}

/** `60 jours`, `35 h`, `21 h`, `25 %`, `12,02 €`. */
export function direSeuil(code: CodeSeuil, valeur: number): string {
  switch (seuilLivre(code).unite) {
    case 'jours':
      return accorder(valeur, 'jour');
    case 'mois':
      return `${formaterNombre(valeur)} mois`;
    case 'ans':
      return accorder(valeur, 'an');
    case 'duree':
      return formaterDuree(valeur);
    case 'heures':
      return `${formaterNombre(valeur)} h`;
    case 'heure':
      return formaterHeure(valeur);
    case 'pourcent':
      return `${formaterNombre(valeur)} %`;
    case 'montant':
      return `${ecrireEuros(valeur)} €`;
    case 'decompte':
      return (DECOMPTES.find((lu) => lu.valeur === valeur) ?? DECOMPTES[0]).label;
    default:
      return formaterNombre(valeur);
  }
}

const DUREE = /^(\d{1,3})(?:\s*(?:h|:)\s*(\d{2})?|[,.](\d{1,2}))?$/;

/** What is typed for a threshold, in its own unit: `35 h 30`, `35,5`, `21h`, `25 %`, `60 jours`, `12,02 €`. Null when it cannot be read. */
export function lireSeuil(code: CodeSeuil, texte: string): number | null {
  const propre = texte.toLowerCase().replace(/[\s\u00a0\u202f]/g, '');
  const { unite } = seuilLivre(code);
  if (unite === 'montant') return lireEuros(propre);
  if (unite === 'duree' || unite === 'heure') {
    const lu = DUREE.exec(propre.replace(/min(utes?)?$/, ''));
    if (!lu) return null;
    const [, heures, minutes, decimales] = lu;
    if (Number(minutes ?? 0) > 59) return null;
    const reste = decimales === undefined ? Number(minutes ?? 0) : Math.round(Number(`0.${decimales}`) * 60);
    return Number(heures) * 60 + reste;
  }
  const lu = /^(\d{1,4})(%|jours?|j|mois|ans?|h)?$/.exec(propre);
  return lu ? Number(lu[1]) : null;
}

/** « Seuil de votre structure depuis le 01/01/2026 : 45 jours (accord du 12/12/2025), au lieu de 60 jours. » */
export function direPropre({ code, depuis, valeur, reference }: SeuilPropre): string {
  const source = reference === '' ? '' : ` (${reference})`;
  return `Seuil de votre structure depuis le ${formaterDate(depuis)} : ${direSeuil(code, valeur)}${source}, au lieu de ${direSeuil(code, seuilLivre(code).valeur)}.`;
}

export const seuilsContrat = {
  /** The structure's own values, by code and first day; those that ship are `SEUILS`. */
  'parametres.seuils': lecture(z.strictObject({}), z.array(seuilPropre), ['reglage']),
  /** Sets the value of a threshold from a day on. */
  'parametres.saveSeuil': ecriture(seuilSaisie, z.array(seuilPropre), ['reglage']),
  /** Takes one own value away: the one before it applies again, or the shipped one. */
  'parametres.forgetSeuil': ecriture(
    z.strictObject({ code: codeSeuil, depuis: dateCivile }),
    z.array(seuilPropre),
    ['reglage'],
  ),
};
