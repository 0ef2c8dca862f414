import { existsSync } from 'node:fs';
import { ErreurMetier } from '../shared/erreurs.ts';
import type { Contexte } from './contexte.ts';
import { remplirExemples } from './exemples.ts';
import { exportTout } from './export-tout.ts';

export const donneesOperations = {
  'donnees.etat': ({ depot }: Contexte) => depot.etat(),
  'donnees.place': ({ depot }: Contexte) => depot.place(),
  'donnees.backups': ({ depot }: Contexte) => depot.backups(),
  'donnees.compare': ({ depot }: Contexte, { id }: { id: string }) => depot.compare(id),
  'donnees.exportTout': exportTout,
  'donnees.openFolder': async ({ depot, files }: Contexte) => {
    // The systems' own openers fail without a word.
    if (!existsSync(depot.dossier)) throw new ErreurMetier('base-absente');
    await files.openDataFolder();
    return null;
  },
  'donnees.reopen': ({ depot }: Contexte) => {
    depot.open();
    return depot.etat();
  },
  'donnees.check': ({ depot, tasks }: Contexte, { complet }: { complet: boolean }) => {
    depot.check(complet, tasks.progress);
    depot.backupOfDay();
    return { ...depot.etat(), piecesPerdues: depot.lostPieces(complet) };
  },
  'donnees.backupNow': ({ depot, tasks }: Contexte) => {
    const faite = depot.backup('manuelle', tasks.progress);
    if (faite) return faite;
    throw new ErreurMetier('regle', {
      message: 'La base d’exemples n’est pas sauvegardée : retirez-la pour sauvegarder vos données.',
    });
  },
  'donnees.addBackup': ({ depot }: Contexte, { contenu }: { contenu: string }) =>
    depot.addBackup(Buffer.from(contenu, 'base64')),
  'donnees.exportBackup': ({ depot, files }: Contexte, { id }: { id: string }) =>
    // Under its own name: put back into the backups folder of any computer, it is in the list again.
    files.deliver(depot.exportBackup(id)),
  'donnees.restore': ({ depot, tasks }: Contexte, { id }: { id: string }) => {
    depot.restore(id, tasks.progress);
    return depot.etat();
  },
  'donnees.openExamples': (contexte: Contexte) => {
    const { depot } = contexte;
    depot.openExamples((base) => remplirExemples(base, contexte));
    return depot.etat();
  },
  'donnees.removeExamples': ({ depot }: Contexte) => {
    depot.removeExamples();
    return depot.etat();
  },
};
