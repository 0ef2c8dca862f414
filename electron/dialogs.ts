import { basename, dirname, extname, join } from 'node:path';
import { app, type BrowserWindow, dialog, shell } from 'electron';
import type { FichierProduit } from '../db/contexte.ts';
import { ErreurMetier } from '../shared/erreurs.ts';
import type { Livraison } from '../shared/livraison.ts';
import { nomSur } from '../shared/nom-fichier.ts';
import { ecrireCopie, ecrireFichier } from './fichiers.ts';

const GENRES: Record<string, string> = {
  '.pdf': 'Document PDF',
  '.csv': 'Tableau (CSV)',
  '.vcf': 'Carte de visite',
  '.zip': 'Archive (ZIP)',
  '.sqlite': 'Sauvegarde de Passerelle',
};

/** Where the user last saved something; the next dialog opens there. */
let dernierDossier: string | null = null;

/** Asks where to put a produced file and writes it there, whole. The page only learns the name. */
export async function enregistrer(fenetre: BrowserWindow, fichier: FichierProduit): Promise<Livraison> {
  const nom = nomSur(fichier.nom);
  const extension = extname(nom);
  const { canceled, filePath } = await dialog.showSaveDialog(fenetre, {
    title: 'Enregistrer',
    buttonLabel: 'Enregistrer',
    defaultPath: join(dernierDossier ?? app.getPath('documents'), nom),
    filters: extension ? [{ name: GENRES[extension] ?? 'Fichier', extensions: [extension.slice(1)] }] : [],
  });
  if (canceled || !filePath) return { etat: 'annule' };
  await ecrireFichier(filePath, fichier.contenu);
  dernierDossier = dirname(filePath);
  return { etat: 'enregistre', nom: basename(filePath) };
}

/**
 * Opens a document in the program the system has for it: a copy under its own name, read-only, so that the one kept
 * cannot change and nobody believes that their changes were kept.
 */
export async function ouvrirCopie(dossier: string, fichier: FichierProduit): Promise<Livraison> {
  const nom = nomSur(fichier.nom);
  const copie = await ecrireCopie(dossier, nom, fichier.contenu);
  if ((await shell.openPath(copie)) !== '')
    throw new ErreurMetier('regle', {
      message: `Aucun programme de cet ordinateur n’ouvre « ${nom} ».`,
    });
  return { etat: 'ouvert', nom };
}

/** Shows the data folder in the system's own file manager. */
export async function ouvrirDossier(dossier: string): Promise<void> {
  if ((await shell.openPath(dossier)) !== '') throw new ErreurMetier('base-absente');
}

/** Gives a phone number or an e-mail, already checked, to the program the user chose for it; none may be installed. */
export function ouvrirLien(lien: string): void {
  shell.openExternal(lien).catch(() => {
    void dialog.showMessageBox({
      type: 'info',
      message: lien.startsWith('tel:')
        ? 'Aucun logiciel de cet ordinateur ne sait appeler un numéro.'
        : 'Aucun logiciel de messagerie n’est installé sur cet ordinateur.',
      detail: 'Utilisez le bouton « Copier », à droite, puis collez où vous voulez.',
      buttons: ['J’ai compris'],
      noLink: true,
    });
  });
}

/** True when the user accepts to lose what is typed but not saved. */
export function quitterSansEnregistrer(fenetre: BrowserWindow): boolean {
  const choix = dialog.showMessageBoxSync(fenetre, {
    type: 'question',
    message: 'Quitter sans enregistrer ?',
    detail: 'Ce que vous venez de saisir n’est pas encore enregistré.',
    buttons: ['Continuer la saisie', 'Quitter sans enregistrer'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return choix === 1;
}

/** The window or the data thread stopped: true when the user wants Passerelle to start again. */
export function proposerRelance(): boolean {
  const choix = dialog.showMessageBoxSync({
    type: 'error',
    message: 'Passerelle a rencontré un problème et s’est arrêtée.',
    detail: 'Tout ce qui était enregistré est en sécurité sur cet ordinateur.',
    buttons: ['Relancer Passerelle', 'Fermer'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  return choix === 0;
}

/** Passerelle cannot open at all. Works even before Electron is ready. */
export function annoncerEchec(detail: string): void {
  dialog.showErrorBox('Passerelle ne peut pas s’ouvrir', detail);
}
