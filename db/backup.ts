import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { dateLocale } from '../shared/dates.ts';
import { aRetirer } from '../shared/donnees/regles.ts';
import { type Contenu, idSauvegarde, type Motif, type Sauvegarde } from '../shared/donnees/schema.ts';
import { ErreurMetier } from '../shared/erreurs.ts';
import { quickCheck, recordTables } from './check.ts';
import { NOMS } from './dossier.ts';
import { moveDurably, removeBase, syncFile } from './durable.ts';

/** Called between the steps of a backup or a restore: the screen moves on, and the tests stop there as a power cut would. */
export type Etape = (nom: string) => void;

/** Steps of a backup, and of a restore, as `Etape` names them. */
export const ETAPES_SAUVEGARDE = 3;
export const ETAPES_RESTAURATION = 6;

const COPIE_DOUTEUSE =
  'La sauvegarde a été écrite, mais sa relecture ne correspond pas : elle n’a pas été gardée. Recommencez ; si cela se répète, le disque est peut-être abîmé.';

const deux = (nombre: number) => String(nombre).padStart(2, '0');

/** `2026-03-24_08-02-15_jour`: local time, because the user reads it in her folder. */
function idDe(instant: Date, motif: Motif): string {
  const heure = [instant.getHours(), instant.getMinutes(), instant.getSeconds()].map(deux).join('-');
  return `${dateLocale(instant)}_${heure}_${motif}`;
}

/** Name of a backup's file. */
export const backupName = (id: string) => `passerelle_${id}.sqlite`;

/** Path of the backup; `id` has been checked by the contract or comes from `listBackups`. */
export function backupPath(dossier: string, id: string): string {
  return join(dossier, NOMS.sauvegardes, backupName(id));
}

/** First free name for a backup made at `instant`. */
export function freeBackupId(dossier: string, instant: Date, motif: Motif): string {
  for (let decalage = 0; ; decalage += 1) {
    const id = idDe(new Date(instant.getTime() + decalage * 1000), motif);
    if (!existsSync(backupPath(dossier, id))) return id;
  }
}

/** Backups of a folder, newest first; a folder that cannot be read has none. */
export function listBackups(dossier: string): Sauvegarde[] {
  let noms: string[];
  try {
    noms = readdirSync(join(dossier, NOMS.sauvegardes));
  } catch {
    return [];
  }
  return noms
    .flatMap((nom) => {
      const id = /^passerelle_(.*)\.sqlite$/.exec(nom)?.[1];
      const taille = id ? statSync(backupPath(dossier, id), { throwIfNoEntry: false })?.size : undefined;
      if (!id || taille === undefined || !idSauvegarde.safeParse(id).success) return [];
      const [jour, heure, motif] = id.split('_') as [string, string, Motif];
      const le = new Date(`${jour}T${heure.replaceAll('-', ':')}`);
      if (Number.isNaN(le.getTime())) return [];
      return [{ id, motif, le: le.toISOString(), taille, verifiee: motif !== 'ecartee' }];
    })
    .sort((a, b) => (a.id < b.id ? 1 : -1));
}

/** Migrations and number of rows of each table: two bases that agree on them and are sound hold the same. */
function empreinte(sqlite: Sqlite.Database): string {
  const migrations = sqlite.prepare('SELECT nom, sha256 FROM _migrations ORDER BY nom').all();
  const lignes = recordTables(sqlite).map((table) => [
    table,
    sqlite.prepare(`SELECT count(*) FROM "${table}"`).pluck().get(),
  ]);
  return JSON.stringify([migrations, lignes]);
}

/** Records of the main kinds; `null` for a base too old or too damaged to count them. */
export function readContents(sqlite: Sqlite.Database): Contenu | null {
  const compter = (table: string) =>
    sqlite.prepare(`SELECT count(*) FROM ${table} WHERE archived_at IS NULL`).pluck().get() as number;
  try {
    return {
      organisations: compter('organisation'),
      sollicitations: compter('sollicitation'),
      salaries: compter('salarie'),
      immersions: compter('immersion'),
    };
  } catch {
    return null;
  }
}

/** Records of a backup, without changing a byte of it; `null` when they cannot be read. */
export function backupContents(dossier: string, id: string): Contenu | null {
  let copie: Sqlite.Database | undefined;
  try {
    copie = new Sqlite(backupPath(dossier, id), { readonly: true, fileMustExist: true });
    return readContents(copie);
  } catch {
    return null;
  } finally {
    copie?.close();
  }
}

/** Throws unless the copy is sound and holds what the base holds; the fault is then the disk's, not the base's. */
function verifierCopie(copie: Sqlite.Database, sqlite: Sqlite.Database): void {
  try {
    quickCheck(copie);
    if (empreinte(copie) === empreinte(sqlite)) return;
  } catch (cause) {
    throw new ErreurMetier('interne', { message: COPIE_DOUTEUSE, cause });
  }
  throw new ErreurMetier('interne', { message: COPIE_DOUTEUSE });
}

/**
 * Copies an open base, outside any transaction, into the folder's backups: compacted copy → reopened read-only and
 * compared → forced to the disk → named. A file that bears its final name has therefore been verified.
 * Then removes the backups that rotation no longer keeps. Throws, leaving no file, when anything is wrong.
 */
export function backupBase(
  sqlite: Sqlite.Database,
  dossier: string,
  motif: Motif,
  instant: Date,
  etape: Etape,
): Sauvegarde {
  mkdirSync(join(dossier, NOMS.sauvegardes), { recursive: true });
  const id = freeBackupId(dossier, instant, motif);
  const chemin = backupPath(dossier, id);
  const provisoire = `${chemin}.tmp`;
  try {
    removeBase(provisoire);
    sqlite.prepare('VACUUM INTO ?').run(provisoire);
    etape('copiee');
    const copie = new Sqlite(provisoire, { readonly: true });
    try {
      verifierCopie(copie, sqlite);
    } finally {
      copie.close();
    }
    etape('verifiee');
    syncFile(provisoire);
    moveDurably(provisoire, chemin);
  } catch (erreur) {
    removeBase(provisoire);
    throw erreur;
  }
  etape('nommee');
  const sauvegardes = listBackups(dossier);
  for (const perimee of aRetirer(sauvegardes)) removeBackup(dossier, perimee);
  return sauvegardes.find((sauvegarde) => sauvegarde.id === id)!;
}

function removeBackup(dossier: string, id: string): void {
  try {
    removeBase(backupPath(dossier, id));
  } catch {
    // Held by another program (Windows): rotation comes back to it with the next backup.
  }
}
