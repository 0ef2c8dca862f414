import { z } from 'zod';
import { id, texte } from '../../champs.ts';
import { formatTableur } from '../../livraison.ts';
import { codes } from '../../nomenclatures/nomenclature.ts';
import { CIBLES } from './cibles.ts';
import { ENCODAGES } from './decoder.ts';
import { SEPARATEURS } from './deviner.ts';

/** Largest list accepted, in bytes, and in lines. */
export const FICHIER_MAX = 20_000_000;
export const LIGNES_MAX = 50_000;
export const COLONNES_MAX = 300;

const encodage = z.enum(codes(ENCODAGES));
const separateur = z.enum(codes(SEPARATEURS));
const cible = z.enum(codes(CIBLES), { error: 'Choisissez à quoi sert cette colonne.' });

/** A file as the screen holds it, and how to read it: what is absent is guessed. */
export const fichierImport = z.strictObject({
  nom: texte(255),
  contenu: z.base64({ error: 'Ce fichier n’est pas arrivé entier : choisissez-le à nouveau.' }),
  encodage: encodage.optional(),
  separateur: separateur.optional(),
  /** Sheet of a workbook, from 0, in the order of its tabs. */
  feuille: z.int().min(0).max(199).optional(),
  /** Line that names the columns; null when none does. */
  titres: z.int().positive().nullable().optional(),
  /** Target of each column, in order. */
  colonnes: z.array(cible).max(COLONNES_MAX).optional(),
});
export type FichierImport = z.input<typeof fichierImport>;

export const ACTIONS = ['creer', 'completer', 'ignorer'] as const;
const action = z.enum(ACTIONS);
export type Action = (typeof ACTIONS)[number];

/** What was read, as it is shown: spaced numbers, long texts cut. */
const apercu = z.object({
  nom: z.string(),
  type: z.string(),
  activite: z.string(),
  siret: z.string(),
  adresse: z.string(),
  codePostal: z.string(),
  ville: z.string(),
  telephone: z.string(),
  courriel: z.string(),
  interlocuteur: z.string(),
  /** What was chosen from lists: « Secteur : Nettoyage · Effectif : 35 ». */
  autres: z.string(),
  note: z.string(),
});

const ligneAnalysee = z.object({
  /** Line number in the file, as a spreadsheet or an editor counts lines: the first one of its record. */
  ligne: z.number(),
  etat: z.enum(['nouvelle', 'doublon', 'rejetee']),
  /** Absent when the line is refused. */
  apercu: apercu.nullable(),
  /** The line as it is in the file, when it is refused. */
  contenu: z.string(),
  doublonDe: z
    .object({ id: z.string().nullable(), ligne: z.number().nullable(), nom: z.string(), ville: z.string() })
    .nullable(),
  /** What happens to this line unless the user decides otherwise; null when it is refused. */
  proposition: action.nullable(),
  raison: z.string(),
  remarques: z.array(z.string()),
});
export type LigneAnalysee = z.output<typeof ligneAnalysee>;

/** A line without its texts: what choosing for thousands of lines needs. */
const ligneResumee = ligneAnalysee
  .pick({ ligne: true, etat: true, proposition: true })
  .extend({ /** Something of it did not find its place. */ aRelire: z.boolean() });
export type LigneResumee = z.output<typeof ligneResumee>;

/** What was understood of a file, before its lines are looked at. */
export const listeLue = z.object({
  /** Told by the content of the file, never by its name. */
  format: z.enum(['texte', 'classeur', 'carnet']),
  /** How a text was read. */
  encodage: encodage.nullable(),
  separateur: separateur.nullable(),
  /** Sheets of a workbook, and the one read. */
  feuilles: z.array(z.string()),
  feuille: z.number().nullable(),
  /** Line that names the columns, and the first lines of the file among which to choose another. */
  titres: z.number().nullable(),
  premieres: z.array(z.object({ ligne: z.number(), texte: z.string() })),
  /** Columns as used by a former import of a list with the same headers. */
  memorisees: z.boolean(),
  colonnes: z.array(z.object({ label: z.string(), cible, exemples: z.array(z.string()) })),
  /** Lines to import, without title, header nor empty line. */
  nombre: z.number(),
  /** What to know about the file as a whole. */
  avertissements: z.array(z.string()),
});
export type ListeLue = z.output<typeof listeLue>;

export const analyseImport = listeLue.extend({
  /** Names this dry run, to read its lines. */
  id,
  /** Every line, in the order of the file. */
  lignes: z.array(ligneResumee),
  totaux: z.object({
    lignes: z.number(),
    nouvelles: z.number(),
    doublons: z.number(),
    rejetees: z.number(),
    remarques: z.number(),
  }),
});
export type AnalyseImport = z.output<typeof analyseImport>;

/** Lines of a dry run to be shown, by their numbers in the file. */
export const demandeLignes = z.strictObject({ id, lignes: z.array(z.number().int().positive()).max(200) });
export const lignesAnalysees = z.array(ligneAnalysee);

export const decisionsImport = fichierImport.extend({
  /** Only the lines whose action differs from the proposal. */
  decisions: z
    .array(z.strictObject({ ligne: z.number().int().positive(), action }))
    .max(LIGNES_MAX)
    .default([]),
});

/** The import just made, to give back the lines it left. */
export const rejetsDemandes = decisionsImport.extend({ format: formatTableur });

export const compteRendu = z.object({
  id: z.string(),
  fichier: z.string(),
  lignes: z.number(),
  creees: z.number(),
  completees: z.number(),
  /** Lines whose record already said everything. */
  identiques: z.number(),
  ignorees: z.number(),
  rejetees: z.number(),
});

export const importFait = compteRendu.extend({
  importeLe: z.string(),
  annuleLe: z.string().nullable(),
});
export type ImportFait = z.output<typeof importFait>;

export const annulationImport = z.object({
  retirees: z.number(),
  rendues: z.number(),
  /** Records used since the import: left as they are. */
  gardees: z.array(z.object({ id: z.string(), nom: z.string(), ville: z.string(), raison: z.string() })),
});

export const cleImport = z.strictObject({ id });
