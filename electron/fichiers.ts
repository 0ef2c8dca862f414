import { open, rename, rm } from 'node:fs/promises';
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

/** Names Windows keeps for its devices, with or without an extension. */
const RESERVES = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** A file name any system accepts: no folder, no character Windows refuses, no trailing dot, 120 characters at most. */
export function nomSur(nom: string): string {
  const propre = nom
    .toWellFormed()
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/[<>:"/\\|?*]/g, '-')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const point = propre.lastIndexOf('.');
  const extension = point > 0 && propre.length - point <= 6 ? propre.slice(point) : '';
  const base = propre.slice(0, propre.length - extension.length).slice(0, 120 - extension.length);
  if (base === '') return `Passerelle${extension}`;
  return RESERVES.test(propre) ? `_${base}${extension}` : base + extension;
}
