import { z } from 'zod';
import { dateCivile, dateOptionnelle, id, texte, texteRequis } from '../champs.ts';
import { ecartJours } from '../dates.ts';
import { formatTableur, livraison } from '../livraison.ts';
import { codes } from '../nomenclatures/nomenclature.ts';
import { ETATS_OBJECTIF, GENRES_ENTRETIEN, MOTIFS_ABSENCE, SUITES } from '../nomenclatures/salaries.ts';
import { ecriture, lecture } from '../operation.ts';
import { GENRES_ETAPE } from './regles-suite.ts';

const RIEN = z.object({});
const designe = z.strictObject({ id });

/** Longest absence entered at once, in days: more is a change of contract. */
const ABSENCE_MAX = 366;

const entretienSaisie = z
  .strictObject({
    id: id.optional(),
    salarieId: id,
    genre: z.enum(codes(GENRES_ENTRETIEN), { error: 'Choisissez le genre d’entretien.' }),
    date: dateCivile,
    dureeMinutes: z
      .int({ error: 'Indiquez un nombre de minutes.' })
      .min(5, '5 minutes au moins.')
      .max(600, '10 heures au plus.')
      .nullable()
      .default(null),
    /** Who of the team held it; left out, whoever writes. */
    auteurId: id.nullable().optional(),
    texte: texte(4000).default(''),
    prochain: dateOptionnelle,
  })
  .refine(({ date, prochain }) => prochain === null || prochain > date, {
    path: ['prochain'],
    error: 'Le prochain entretien vient après celui-ci.',
  });
export type EntretienSaisie = z.input<typeof entretienSaisie>;

const objectifSaisie = z
  .strictObject({
    id: id.optional(),
    salarieId: id,
    libelle: texteRequis(300, 'Dites ce qui est à atteindre.'),
    fixeLe: dateCivile,
    echeance: dateOptionnelle,
  })
  .refine(({ fixeLe, echeance }) => echeance === null || echeance >= fixeLe, {
    path: ['echeance'],
    error: 'L’échéance précède le jour où l’objectif est fixé.',
  });
export type ObjectifSaisie = z.input<typeof objectifSaisie>;

const absenceSaisie = z
  .strictObject({
    id: id.optional(),
    salarieId: id,
    debut: dateCivile,
    fin: dateCivile,
    motif: z.enum(codes(MOTIFS_ABSENCE), { error: 'Choisissez le motif.' }),
  })
  .superRefine(({ debut, fin }, ctx) => {
    const jours = ecartJours(debut, fin);
    if (jours < 0)
      ctx.addIssue({ code: 'custom', path: ['fin'], message: 'Le dernier jour précède le premier.' });
    else if (jours >= ABSENCE_MAX)
      ctx.addIssue({ code: 'custom', path: ['fin'], message: 'Un an au plus : vérifiez l’année.' });
  });
export type AbsenceSaisie = z.input<typeof absenceSaisie>;

const membre = z.object({ id: z.string(), nom: z.string() });

const entretien = z.object({
  id: z.string(),
  genre: z.enum(codes(GENRES_ENTRETIEN)),
  date: z.string(),
  dureeMinutes: z.number().nullable(),
  auteur: membre.nullable(),
  texte: z.string(),
  prochain: z.string().nullable(),
});
export type Entretien = z.output<typeof entretien>;

const objectif = z.object({
  id: z.string(),
  libelle: z.string(),
  fixeLe: z.string(),
  echeance: z.string().nullable(),
  etat: z.enum(codes(ETATS_OBJECTIF)),
  etatLe: z.string().nullable(),
});
export type Objectif = z.output<typeof objectif>;

const absence = z.object({
  id: z.string(),
  debut: z.string(),
  fin: z.string(),
  motif: z.enum(codes(MOTIFS_ABSENCE)),
});
export type Absence = z.output<typeof absence>;

const etape = z.object({
  genre: z.enum(GENRES_ETAPE),
  date: z.string().nullable(),
  libelle: z.string(),
});

/** What the line of time draws, each sort on a lane of its own. */
export const SORTES_TRAIT = ['contrat', 'pass', 'immersion', 'formation', 'absence'] as const;
export type SorteTrait = (typeof SORTES_TRAIT)[number];

const trait = z.object({
  sorte: z.enum(SORTES_TRAIT),
  id: z.string(),
  debut: z.string(),
  /** Null while nothing ends it. */
  fin: z.string().nullable(),
  libelle: z.string(),
  /** How it stands, in words; empty when its dates say it. */
  precision: z.string(),
  /** Times within it that do not count: a contract or a PASS suspended. */
  pauses: z.array(z.object({ debut: z.string(), fin: z.string().nullable(), motif: z.string() })),
  /** Days that prolong it beyond its first end: a PASS. */
  prolongeDepuis: z.string().nullable(),
});
export type Trait = z.output<typeof trait>;

export const SORTES_MOMENT = ['entretien', 'echange', 'embauche', 'objectif'] as const;
export type SorteMoment = (typeof SORTES_MOMENT)[number];

const moment = z.object({
  sorte: z.enum(SORTES_MOMENT),
  id: z.string(),
  date: z.string(),
  libelle: z.string(),
  precision: z.string(),
});
export type Moment = z.output<typeof moment>;

const parcours = z.object({
  /** Latest first. */
  entretiens: z.array(entretien),
  /** In progress first, the nearest end first. */
  objectifs: z.array(objectif),
  absences: z.array(absence),
  /** The next interview agreed on, unless one was held since. */
  prochainEntretien: z.object({ entretienId: z.string(), date: z.string() }).nullable(),
  /** What is known to follow the contract of today. */
  etapes: z.array(etape),
  traits: z.array(trait),
  moments: z.array(moment),
});
export type Parcours = z.output<typeof parcours>;

const filtresRadar = {
  mois: z.union([z.literal(1), z.literal(3), z.literal(6)]).default(3),
  quoi: z.enum(['tout', 'contrat', 'pass']).default('tout'),
  etape: z.enum(['toutes', 'sans', 'avec']).default('toutes'),
  recherche: texte(200).default(''),
  /** A member of the team, `moi` for the one who looks, `aucun` for nobody. */
  referent: z.union([z.enum(['', 'moi', 'aucun']), id]).default(''),
  encadrant: z.union([z.enum(['', 'moi', 'aucun']), id]).default(''),
  /** Open list `supports`. */
  support: texte(60).default(''),
  tri: z.enum(['fin', 'nom', 'referent', 'etape']).default('fin'),
  sens: z.enum(['asc', 'desc']).default('asc'),
};
export const radarFiltres = z.strictObject(filtresRadar);
export type RadarFiltres = z.output<typeof radarFiltres>;

const ligneRadar = z.object({
  genre: z.enum(['contrat', 'pass']),
  /** Of the contract, or of the PASS. */
  id: z.string(),
  salarie: z.object({ id: z.string(), prenom: z.string(), nom: z.string() }),
  fin: z.string(),
  /** Days left. */
  jours: z.number(),
  /** Kind of the contract, or number of the PASS. */
  libelle: z.string(),
  referent: membre.nullable(),
  encadrant: membre.nullable(),
  support: z.string(),
  projetEtat: z.string(),
  preparation: z.string(),
  etapes: z.array(etape),
  /** Of the contract: what `saveSuite` writes. */
  suite: z.string(),
  suiteNote: z.string(),
});
export type LigneRadar = z.output<typeof ligneRadar>;

const combien = z.object({ total: z.number(), sans: z.number() });

const radar = z.object({
  /** Under the same filters but the horizon and the next step: how many within each. */
  comptes: z.object({ 1: combien, 3: combien, 6: combien }),
  lignes: z.array(ligneRadar),
});
export type Radar = z.output<typeof radar>;

const personne = z.object({ id: z.string(), prenom: z.string(), nom: z.string() });

/** What a parcours asks for in the coming days. */
const duParcours = z.object({
  genre: z.enum(['entretien', 'objectif', 'contrat']),
  /** Of the interview that agreed on it, of the goal, of the contract. */
  id: z.string(),
  salarie: personne,
  /** Day of the interview, of the goal, or from which the end of the contract is to be prepared. */
  echeance: z.string(),
  /** The goal in words, or the kind of the contract. */
  libelle: z.string(),
  /** Last day of the contract; null for the others. */
  fin: z.string().nullable(),
  referent: membre.nullable(),
  telephone: z.string(),
});
export type DuParcours = z.output<typeof duParcours>;

const duJour = z.object({
  lignes: z.array(duParcours),
  enRetard: z.number(),
  aujourdhui: z.number(),
});
export type ParcoursDuJour = z.output<typeof duJour>;

const TABLES = [
  'salarie',
  'immersion',
  'formation',
  'sollicitation',
  'embauche',
  'membre',
  'organisation',
] as const;
const RADAR = [...TABLES, 'nomenclature'] as const;

/** The parcours of a person: interviews, goals, absences, what comes next; and what ends soon for everybody. */
export const parcoursContrat = {
  'salaries.parcours': lecture(designe, parcours, TABLES),
  'salaries.saveEntretien': ecriture(entretienSaisie, z.object({ id: z.string() }), ['salarie']),
  /** Puts off the interview agreed on at this one; null when none is expected any more. */
  'salaries.moveEntretien': ecriture(
    z.strictObject({ id, prochain: dateOptionnelle }),
    z.object({ avant: z.string().nullable() }),
    ['salarie'],
  ),
  'salaries.archiveEntretien': ecriture(designe, RIEN, ['salarie']),
  'salaries.restoreEntretien': ecriture(designe, RIEN, ['salarie']),
  'salaries.saveObjectif': ecriture(objectifSaisie, z.object({ id: z.string() }), ['salarie']),
  /** `le`: since when, today when left out. */
  'salaries.etatObjectif': ecriture(
    z.strictObject({
      id,
      etat: z.enum(codes(ETATS_OBJECTIF), { error: 'Choisissez l’état de l’objectif.' }),
      le: dateOptionnelle,
    }),
    z.object({ avant: z.object({ etat: z.enum(codes(ETATS_OBJECTIF)), le: z.string().nullable() }) }),
    ['salarie'],
  ),
  'salaries.moveObjectif': ecriture(
    z.strictObject({ id, echeance: dateOptionnelle }),
    z.object({ avant: z.string().nullable() }),
    ['salarie'],
  ),
  'salaries.archiveObjectif': ecriture(designe, RIEN, ['salarie']),
  'salaries.restoreObjectif': ecriture(designe, RIEN, ['salarie']),
  'salaries.saveAbsence': ecriture(absenceSaisie, z.object({ id: z.string() }), ['salarie']),
  'salaries.archiveAbsence': ecriture(designe, RIEN, ['salarie']),
  'salaries.restoreAbsence': ecriture(designe, RIEN, ['salarie']),
  /** What is to follow a contract, as decided; an empty one takes the decision back. */
  'salaries.saveSuite': ecriture(
    z.strictObject({
      contratId: id,
      suite: z.enum(['', ...codes(SUITES)], { error: 'Choisissez la suite prévue.' }),
      suiteNote: texte(300).default(''),
    }),
    z.object({ avant: z.object({ suite: z.enum(['', ...codes(SUITES)]), suiteNote: z.string() }) }),
    ['salarie'],
  ),
  'salaries.radar': lecture(radarFiltres, radar, RADAR),
  'salaries.radarExport': lecture(radarFiltres.extend({ format: formatTableur }), livraison, RADAR),
  /** Relative addresses of the same on a sheet, and of the parcours of a person. */
  'salaries.radarPage': lecture(radarFiltres, z.object({ adresse: z.string() }), [...RADAR, 'structure']),
  'salaries.radarPdf': lecture(radarFiltres, livraison, [...RADAR, 'structure']),
  'salaries.fichePage': lecture(designe, z.object({ adresse: z.string() }), [...RADAR, 'structure']),
  'salaries.fichePdf': lecture(designe, livraison, [...RADAR, 'structure']),
  /** What is to be done in the week for the parcours; of one member, or of the team. */
  'salaries.duJour': lecture(z.strictObject({ qui: z.enum(['moi', 'equipe']) }), duJour, [
    ...TABLES,
    'reglage',
  ]),
};
