import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { GENRES_DOCUMENT_FORMATION } from '../shared/nomenclatures/formation.ts';
import { GENRES_DOCUMENT } from '../shared/nomenclatures/immersions.ts';
import { label, type Nomenclature } from '../shared/nomenclatures/nomenclature.ts';
import { moveDurably, syncFile } from './durable.ts';

/**
 * Files kept with the exchanges and PDFs handed out, each named by what it holds. One written there is never changed nor
 * removed: every backup that mentions it finds it again, and the same document attached twice takes its place once.
 */

export const sha256De = (contenu: Uint8Array) => createHash('sha256').update(contenu).digest('hex');

const chemin = (dossier: string, sha256: string) => join(dossier, sha256);

/** Puts a file away, on the disk before it returns; the one already there serves, unless it was altered since. */
export function storePiece(dossier: string, contenu: Uint8Array): string {
  const sha256 = sha256De(contenu);
  if (readPiece(dossier, sha256) instanceof Uint8Array) return sha256;
  mkdirSync(dossier, { recursive: true });
  const provisoire = `${chemin(dossier, sha256)}.tmp`;
  try {
    writeFileSync(provisoire, contenu);
    syncFile(provisoire);
    moveDurably(provisoire, chemin(dossier, sha256));
  } catch (erreur) {
    rmSync(provisoire, { force: true });
    throw erreur;
  }
  return sha256;
}

/** The bytes as they were put away, or what became of them. `sha256` comes from the base. */
export function readPiece(dossier: string, sha256: string): Uint8Array | 'absente' | 'alteree' {
  let contenu: Uint8Array;
  try {
    contenu = readFileSync(chemin(dossier, sha256));
  } catch {
    return 'absente';
  }
  return sha256De(contenu) === sha256 ? contenu : 'alteree';
}

export interface Gardee {
  id: string;
  nom: string;
  sha256: string;
  taille: number;
}

const JOINTES = 'SELECT id, nom, sha256, taille FROM piece_jointe ORDER BY created_at, id';

const JOINTES_CONVENTION = 'SELECT id, nom, sha256, taille FROM convention_piece ORDER BY created_at, id';

/** Files kept with the exchanges and with the conventions, those of archived ones included. */
export const keptAttachments = (sqlite: Database) => [
  ...(sqlite.prepare(JOINTES).all() as Gardee[]),
  ...(connue(sqlite, 'convention_piece') ? (sqlite.prepare(JOINTES_CONVENTION).all() as Gardee[]) : []),
];

const connue = (sqlite: Database, table: string): boolean =>
  sqlite.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(table) !== undefined;

/** Papers by what they belong to; a base older than one of these tables has none of its own. */
const PAPIERS = (
  [
    ['immersion', 'immersion_id', GENRES_DOCUMENT],
    ['session_formation', 'session_id', GENRES_DOCUMENT_FORMATION],
  ] as const
).map(([table, colonne, genres]) => ({
  table,
  genres: genres as Nomenclature,
  lire: `
    SELECT d.id, d.genre, d.edition, d.sha256, d.taille, p.numero
    FROM document_emis d JOIN ${table} p ON p.id = d.${colonne} WHERE d.taille > 0 ORDER BY d.emis_le, d.id`,
}));

interface PapierGarde extends Omit<Gardee, 'nom'> {
  genre: string;
  edition: number;
  numero: string;
}

/** PDFs of the papers handed out, under a name a person recognises. */
export function keptPapers(sqlite: Database): Gardee[] {
  return PAPIERS.filter(({ table }) => connue(sqlite, table))
    .flatMap(({ genres, lire }) =>
      (sqlite.prepare(lire).all() as PapierGarde[]).map(({ genre, edition, numero, ...gardee }) => ({
        ...gardee,
        nom: `${label(genres, genre)} ${numero}${edition > 1 ? `, version ${edition}` : ''}.pdf`,
      })),
    )
    .concat(keptBilans(sqlite));
}

const BILANS = `
  SELECT id, titre, edition, sha256, taille FROM bilan_emission WHERE taille > 0 ORDER BY emis_le, id`;

/** PDFs of the bilans sent. */
function keptBilans(sqlite: Database): Gardee[] {
  if (!connue(sqlite, 'bilan_emission')) return [];
  const emis = sqlite.prepare(BILANS).all() as (Omit<Gardee, 'nom'> & { titre: string; edition: number })[];
  return emis.map(({ titre, edition, ...gardee }) => ({
    ...gardee,
    nom: `${titre}${edition > 1 ? `, version ${edition}` : ''}.pdf`,
  }));
}

/** Files a base mentions; a base older than a table has none of its own. */
export function mentionedPieces(sqlite: Database): Gardee[] {
  return [
    ...(connue(sqlite, 'piece_jointe') ? keptAttachments(sqlite) : []),
    ...(connue(sqlite, 'document_emis') ? keptPapers(sqlite) : []),
  ];
}

const EN_USAGE = `
  SELECT p.id, p.nom, p.sha256, p.taille FROM piece_jointe p JOIN sollicitation s ON s.id = p.sollicitation_id
  WHERE p.archived_at IS NULL AND s.archived_at IS NULL
  UNION ALL
  SELECT p.id, p.nom, p.sha256, p.taille FROM convention_piece p JOIN convention c ON c.id = p.convention_id
  WHERE p.archived_at IS NULL AND c.archived_at IS NULL
  ORDER BY 1`;

/** Names of the files in use whose file vanished or was altered; `complet` reads them all again. */
export function lostPieces(sqlite: Database, dossier: string, complet: boolean): string[] {
  const saine = ({ sha256, taille }: Gardee) =>
    complet
      ? readPiece(dossier, sha256) instanceof Uint8Array
      : statSync(chemin(dossier, sha256), { throwIfNoEntry: false })?.size === taille;
  const gardees = [...(sqlite.prepare(EN_USAGE).all() as Gardee[]), ...keptPapers(sqlite)];
  return gardees.filter((piece) => !saine(piece)).map(({ nom }) => nom);
}
