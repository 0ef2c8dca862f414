import { z } from 'zod';
import { dateCivile, id, texte, texteRequis } from '../champs.ts';
import { formatTableur, livraison } from '../livraison.ts';
import { codes } from '../nomenclatures/nomenclature.ts';
import {
  CATEGORIES_SORTIE,
  CONTRATS_SORTIE,
  MOIS_SORTIE,
  SITUATIONS_SORTIE,
} from '../nomenclatures/sorties.ts';
import { ecriture, lecture } from '../operation.ts';
import { ligneEmbauche } from '../sollicitations/embauche.ts';

const RIEN = z.object({});
const designe = z.strictObject({ id });

const mois = z.union([z.literal(MOIS_SORTIE[0]), z.literal(MOIS_SORTIE[1]), z.literal(MOIS_SORTIE[2])], {
  error: 'Choisissez 3, 6 ou 12 mois.',
});
const situation = z.enum(codes(SITUATIONS_SORTIE), { error: 'Choisissez la situation.' });
const categorie = z.enum(codes(CATEGORIES_SORTIE), { error: 'Choisissez la catégorie.' });
const contrat = z.enum(['', ...codes(CONTRATS_SORTIE)], { error: 'Choisissez le contrat trouvé.' });

/** Code of a motif: the ASP's number, or `p1`, `p2`… for the structure's own. */
const codeMotif = z
  .string({ error: 'Choisissez le motif.' })
  .regex(/^([1-9]\d{0,2}|p[1-9]\d{0,2})$/, 'Choisissez le motif.');

/** What decides of the exit, as it is being typed. */
const essentiel = {
  salarieId: id,
  date: dateCivile,
  motif: codeMotif,
  contrat: contrat.default(''),
  dureeMois: z
    .int({ error: 'Indiquez un nombre de mois.' })
    .min(1, 'Un mois au moins.')
    .max(120, '120 mois au plus.')
    .nullable()
    .default(null),
};

const saisie = {
  ...essentiel,
  organisationId: id.nullable().default(null),
  /** The hire already noted on the employer's sheet. */
  embaucheId: id.nullable().default(null),
  metier: texte(160).default(''),
  minutesHebdo: z
    .int({ error: 'Indiquez un nombre d’heures.' })
    .min(60, 'Une heure par semaine au moins.')
    .max(2880, '48 heures par semaine au plus.')
    .nullable()
    .default(null),
  note: texte(1000).default(''),
  /** Ends on that day the contracts that still run. */
  terminerContrat: z.boolean().default(false),
};
export const sortieSaisie = z.strictObject({
  ...saisie,
  /** Also notes the hire on the sheet of the employer. */
  creerEmbauche: z.boolean().default(false),
});
export const sortieModification = z.strictObject({ id, ...saisie });
export type SortieSaisie = z.input<typeof sortieSaisie>;

const jugement = {
  etat: z.enum(['comptee', 'non_comptee', 'inconnue']),
  comptee: z.boolean(),
  /** One sentence with its figures. */
  pourquoi: z.string(),
};
const verdict = z.object({
  ...jugement,
  /** Under the ASP's own code and its rounding. */
  parAsp: z.object(jugement),
  debutParcours: z.string().nullable(),
  mois: z.number(),
  jours: z.number(),
  /** Minutes; null when none was entered. */
  heures: z.number().nullable(),
  heuresAnnee: z.number().nullable(),
  doutes: z.array(z.string()),
});

const motifLu = z.object({
  code: z.string(),
  label: z.string(),
  categorie,
  doute: z.string(),
  source: z.string(),
  retire: z.boolean(),
  /** First day of the structure's own reading; null when the shipped one applies. */
  depuis: z.string().nullable(),
  /** Made by the structure. */
  propre: z.boolean(),
});

const situationLue = z.object({
  mois,
  echeance: z.string(),
  etat: z.enum(['pas_encore', 'non_demande', 'sans_reponse', 'repondu']),
  date: z.string().nullable(),
  situation: z.union([z.literal(''), situation]),
  note: z.string(),
});
export type SituationLue = z.output<typeof situationLue>;

const sortieLue = z.object({
  id: z.string(),
  salarie: z.object({
    id: z.string(),
    prenom: z.string(),
    nom: z.string(),
    sexe: z.string(),
    telephone: z.string(),
  }),
  date: z.string(),
  /** As it reads on the day of the exit. */
  motif: z.object({ code: z.string(), label: z.string(), categorie }),
  contrat,
  dureeMois: z.number().nullable(),
  organisation: z.object({ id: z.string(), nom: z.string() }).nullable(),
  embaucheId: z.string().nullable(),
  metier: z.string(),
  minutesHebdo: z.number().nullable(),
  note: z.string(),
  verdict,
  /** At 3, 6 and 12 months; none for an exit that is withdrawn from those counted. */
  situations: z.array(situationLue),
  /** The month to ask about now. */
  aDemander: mois.nullable(),
  archivedAt: z.string().nullable(),
});
export type SortieLue = z.output<typeof sortieLue>;

export const VUES_SORTIES = [
  'toutes',
  'comptees',
  'non_comptees',
  'a_verifier',
  'ecarts',
  'a_demander',
] as const;
export type VueSorties = (typeof VUES_SORTIES)[number];

export const sortiesFiltres = z.strictObject({
  /** Of the exit; null: every year. */
  annee: z.int().min(2000).max(2100).nullable().default(null),
  vue: z.enum(VUES_SORTIES).default('toutes'),
  categorie: z.union([z.literal(''), categorie]).default(''),
  recherche: texte(200).default(''),
});
export type SortiesFiltres = z.output<typeof sortiesFiltres>;

/** Exits of a period. `constatees` = `comptees` + `nonComptees` + `inconnues`. */
const mesure = z.object({
  constatees: z.number(),
  /** The base of every rate. */
  comptees: z.number(),
  nonComptees: z.number(),
  /** Among those not counted: their motif is withdrawn from the exits. */
  retraits: z.number(),
  inconnues: z.number(),
  dynamiques: z.number(),
  categories: z.array(z.object({ categorie, comptees: z.number(), femmes: z.number(), hommes: z.number() })),
  /** Counted under the ASP's own code, and how many exits it judges otherwise. */
  compteesAsp: z.number(),
  ecarts: z.number(),
});
export type MesureSorties = z.output<typeof mesure>;

/** Those asked at a month: `suivies` = `pasEncore` + `nonDemandes` + `sansReponse` + `repondants`. */
const mesureSituation = z.object({
  mois,
  suivies: z.number(),
  pasEncore: z.number(),
  nonDemandes: z.number(),
  sansReponse: z.number(),
  /** The base of the rate. */
  repondants: z.number(),
  emploi: z.number(),
  formation: z.number(),
  autre: z.number(),
});
export type MesureSituation = z.output<typeof mesureSituation>;

const sansSortie = z.object({
  salarie: z.object({ id: z.string(), prenom: z.string(), nom: z.string() }),
  /** Kind of the last contract, and its last day. */
  contrat: z.string(),
  fin: z.string(),
});
export type SansSortie = z.output<typeof sansSortie>;

/** A rate aimed at, in thousandths, and the convention that says so; the national benchmark without one. */
const vise = z.object({ valeur: z.number(), convention: z.string() });

const sorties = z.object({
  /** Years of exits, and of contracts that ended without one; the latest first. */
  annees: z.array(z.object({ annee: z.number(), nombre: z.number() })),
  mesure,
  objectifs: z.object({ dynamiques: vise, durables: vise }),
  situations: z.array(mesureSituation),
  vues: z.record(z.enum(VUES_SORTIES), z.number()),
  lignes: z.array(sortieLue),
  /** People whose last contract is over and whose exit nobody noted. */
  sansSortie: z.array(sansSortie),
});
export type Sorties = z.output<typeof sorties>;

const contratOuvert = z.object({
  id: z.string(),
  /** Kind, in words. */
  libelle: z.string(),
  debut: z.string(),
  fin: z.string().nullable(),
});

/** What the form starts from. */
const preparation = z.object({
  salarie: z.object({ id: z.string(), prenom: z.string(), nom: z.string(), sexe: z.string() }),
  /** Last day of the last contract when it is over, else today. */
  date: z.string(),
  contrats: z.array(contratOuvert),
  /** Hires noted of this person since the parcours began, that no exit tells yet; latest first. */
  embauches: z.array(ligneEmbauche),
});
export type PreparationSortie = z.output<typeof preparation>;

const apercu = z.object({
  /** Null when the exit cannot be noted so. */
  verdict: verdict.nullable(),
  /** What opposes it, by field. */
  fautes: z.record(z.string(), z.string()),
  /** Contracts that would still run after that day. */
  ouverts: z.array(contratOuvert),
});
export type ApercuSortie = z.output<typeof apercu>;

const situationDite = z.object({ date: z.string(), situation, note: z.string() });

const aDemander = z.object({
  sortieId: z.string(),
  mois,
  echeance: z.string(),
  salarie: z.object({ id: z.string(), prenom: z.string(), nom: z.string(), telephone: z.string() }),
  sortie: z.object({ date: z.string(), motif: z.string(), organisation: z.string() }),
});
export type SituationADemander = z.output<typeof aDemander>;

const lecturePropre = z.object({
  code: z.string(),
  depuis: z.string(),
  label: z.string(),
  categorie,
  source: z.string(),
  retire: z.boolean(),
});

const motifs = z.object({
  /** As they read today, the shipped ones first. */
  motifs: z.array(motifLu.extend({ sorties: z.number() })),
  /** The structure's own readings, by code and first day. */
  propres: z.array(lecturePropre),
});
export type MotifsSortie = z.output<typeof motifs>;

const TABLES = ['sortie', 'salarie', 'heures', 'reglage', 'structure', 'organisation', 'embauche'] as const;
const LISTE = [...TABLES, 'convention'] as const;

/** Exits of parcours: what each is counted as and why, and what became of the people. */
export const sortiesContrat = {
  'sorties.list': lecture(sortiesFiltres, sorties, LISTE),
  'sorties.export': lecture(sortiesFiltres.extend({ format: formatTableur }), livraison, TABLES),
  'sorties.get': lecture(designe, sortieLue, TABLES),
  /** Those of one person, latest first. */
  'sorties.deSalarie': lecture(z.strictObject({ salarieId: id }), z.array(sortieLue), TABLES),
  'sorties.preparer': lecture(z.strictObject({ salarieId: id }), preparation, TABLES),
  /** The verdict as the exit is being typed; `id` when an exit is being corrected. */
  'sorties.apercu': lecture(z.strictObject({ id: id.optional(), ...essentiel }), apercu, TABLES),
  'sorties.create': ecriture(sortieSaisie, z.object({ id: z.string() }), ['sortie', 'salarie', 'embauche']),
  'sorties.update': ecriture(sortieModification, z.object({ id: z.string() }), ['sortie', 'salarie']),
  'sorties.archive': ecriture(designe, RIEN, ['sortie']),
  'sorties.restore': ecriture(designe, RIEN, ['sortie']),
  'sorties.aDemander': lecture(
    z.strictObject({ qui: z.enum(['moi', 'equipe']).default('equipe') }),
    z.array(aDemander),
    [...TABLES, 'membre'],
  ),
  /** `precedent`: what was known before, to take it back. */
  'sorties.saveSituation': ecriture(
    z.strictObject({ sortieId: id, mois, date: dateCivile, situation, note: texte(300).default('') }),
    z.object({ precedent: situationDite.nullable() }),
    ['sortie'],
  ),
  'sorties.removeSituation': ecriture(
    z.strictObject({ sortieId: id, mois }),
    z.object({ precedent: situationDite.nullable() }),
    ['sortie'],
  ),
  'sorties.motifs': lecture(z.strictObject({}), motifs, ['sortie', 'reglage']),
  /** How a motif reads from a day on; without code, a new motif of the structure's own. */
  'sorties.saveMotif': ecriture(
    z.strictObject({
      code: z.union([z.literal(''), codeMotif]).default(''),
      depuis: dateCivile,
      label: texteRequis(120, 'Nommez le motif.'),
      categorie,
      source: texte(200).default(''),
      retire: z.boolean().default(false),
    }),
    z.object({ code: z.string() }),
    ['reglage', 'sortie'],
  ),
  /** Takes a reading away: the one before it applies again, or the shipped one. */
  'sorties.forgetMotif': ecriture(
    z.strictObject({ code: codeMotif, depuis: dateCivile }),
    z.object({ oublie: lecturePropre }),
    ['reglage', 'sortie'],
  ),
};
