import { chmodSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as attendre } from 'node:timers/promises';
import { type CodeErreur, ErreurMetier } from '../shared/erreurs.ts';

/** Waits (ms) between attempts at the final rename: an antivirus may be reading the file that was just written. */
const ATTENTES = [50, 150, 400, 900];

/**
 * Writes a whole file or nothing: beside its final place, flushed to the disk, then renamed over it.
 * Throws `ErreurMetier` with a sentence the user can act on.
 */
export async function ecrireFichier(chemin: string, contenu: Uint8Array, attentes = ATTENTES): Promise<void> {
  const provisoire = join(dirname(chemin), `.${basename(chemin)}.${process.pid}.tmp`);
  try {
    const fichier = await open(provisoire, 'w');
    try {
      await fichier.writeFile(contenu);
      await fichier.sync();
    } finally {
      await fichier.close();
    }
    await renommer(provisoire, chemin, attentes);
  } catch (cause) {
    await rm(provisoire, { force: true }).catch(() => undefined);
    throw refusEcriture(cause);
  }
}

async function renommer(depuis: string, vers: string, attentes: readonly number[]): Promise<void> {
  for (const attente of [...attentes, null]) {
    try {
      await rename(depuis, vers);
      return;
    } catch (erreur) {
      if (attente === null || !['EPERM', 'EACCES', 'EBUSY'].includes(codeSysteme(erreur))) throw erreur;
      await attendre(attente);
    }
  }
}

function codeSysteme(erreur: unknown): string {
  return String((erreur as { code?: unknown } | null)?.code ?? '');
}

function refusEcriture(cause: unknown): ErreurMetier {
  const [code, message]: [CodeErreur, string] =
    codeSysteme(cause) === 'ENOSPC'
      ? ['base-disque-plein', 'Le fichier n’est pas enregistré : le disque est plein.']
      : [
          'regle',
          'Le fichier n’est pas enregistré : il est peut-être ouvert dans un autre programme, ou ce dossier refuse l’écriture. Fermez-le ou choisissez un autre dossier.',
        ];
  return new ErreurMetier(code, { message, cause });
}

/** Writes a read-only copy under its own name, in a folder of its own; returns its path. */
export async function ecrireCopie(dossier: string, nom: string, contenu: Uint8Array): Promise<string> {
  await mkdir(dossier, { recursive: true });
  const chemin = join(await mkdtemp(join(dossier, 'p-')), nom);
  await ecrireFichier(chemin, contenu);
  await chmod(chemin, 0o400);
  return chemin;
}

/** Removes the copies of earlier sessions; one that another program still holds waits for the next time. */
export function viderCopies(dossier: string): void {
  try {
    if (!existsSync(dossier)) return;
    // Windows refuses to remove a read-only file.
    for (const nom of readdirSync(dossier, { recursive: true, encoding: 'utf8' }))
      chmodSync(join(dossier, nom), 0o700);
    rmSync(dossier, { recursive: true, force: true });
  } catch {
    // Nothing depends on it.
  }
}
