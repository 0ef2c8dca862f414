import { existsSync, mkdirSync, readdirSync, realpathSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { ErreurMetier } from '../shared/erreurs.ts';
import { removeBase } from './durable.ts';

/** Every name in the data folder. */
export const NOMS = {
  base: 'passerelle.sqlite',
  exemples: 'exemples.sqlite',
  verrou: 'passerelle.verrou',
  sauvegardes: 'sauvegardes',
  /** Files kept with the exchanges; those of the examples go away with them. */
  pieces: 'pieces',
  piecesExemples: 'pieces-exemples',
  restauration: 'restauration.sqlite',
  journalRestauration: 'restauration.json',
} as const;

/** `f_type` of the network and foreign file systems of Linux (statfs(2)): NFS, CIFS, SMB, SMB2, 9P, FUSE. */
const DISTANTS = new Set([0x6969, 0xff534d42, 0x517b, 0xfe534d42, 0x01021997, 0x65735546]);

/** Creates the folder if needed and writes in it; throws what the file system answers otherwise. */
export function prepareFolder(dossier: string): void {
  mkdirSync(dossier, { recursive: true });
  readdirSync(dossier);
  const essai = join(dossier, `.essai-${process.pid}`);
  try {
    writeFileSync(essai, 'Passerelle');
  } catch (erreur) {
    // The folder can be read, as we just did: what is refused here is writing.
    const refus = (erreur as NodeJS.ErrnoException).code === 'EACCES';
    throw refus ? new ErreurMetier('base-lecture-seule', { cause: erreur }) : erreur;
  } finally {
    rmSync(essai, { force: true });
  }
}

/**
 * Takes the folder for this process until the returned connection is closed; throws SQLITE_BUSY when another holds
 * it. SQLite's own file lock is used because the system releases it whatever way the process ends. The bases have
 * their own exclusive lock: this one also covers the moments when a base is closed to be replaced, and the unfinished
 * files of a backup, which a second process would take for leftovers.
 */
export function lockFolder(dossier: string): Sqlite.Database {
  const verrou = new Sqlite(join(dossier, NOMS.verrou));
  try {
    verrou.pragma('busy_timeout = 500');
    verrou.exec('BEGIN EXCLUSIVE');
    return verrou;
  } catch (erreur) {
    verrou.close();
    throw erreur;
  }
}

/** Removes what an interrupted backup or restore left behind; the folder must be locked. */
export function removeLeftovers(dossier: string): void {
  removeBase(join(dossier, NOMS.restauration));
  rmSync(join(dossier, `${NOMS.journalRestauration}.tmp`), { force: true });
  const sauvegardes = join(dossier, NOMS.sauvegardes);
  mkdirSync(sauvegardes, { recursive: true });
  for (const sous of [sauvegardes, join(dossier, NOMS.pieces)]) {
    if (!existsSync(sous)) continue;
    for (const nom of readdirSync(sous)) {
      if (/\.tmp(-journal|-wal|-shm)?$/.test(nom)) rmSync(join(sous, nom), { force: true });
    }
  }
}

/** True when the folder's file system is known to be another machine's; mapped Windows drives show in `realPath`. */
export function isRemote(dossier: string): boolean {
  if (process.platform !== 'linux') return false;
  try {
    return DISTANTS.has(statfsSync(dossier).type);
  } catch {
    return false;
  }
}

/** The folder without links, nor letters standing for a network share. */
export function realPath(dossier: string): string {
  try {
    return realpathSync.native(dossier);
  } catch {
    return dossier;
  }
}

/** Roots declared by the synchronisation programs of this session. */
export function syncedRoots(env: NodeJS.ProcessEnv): { service: string; chemin: string }[] {
  return ['OneDrive', 'OneDriveCommercial', 'OneDriveConsumer'].flatMap((variable) => {
    const chemin = env[variable];
    return chemin ? [{ service: 'OneDrive', chemin }] : [];
  });
}
