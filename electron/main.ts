import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, ipcMain, protocol, session } from 'electron';
import { CANAUX } from './canaux.ts';
import {
  annoncerEchec,
  enregistrer,
  ouvrirCopie,
  ouvrirDossier,
  ouvrirLien,
  proposerRelance,
} from './dialogs.ts';
import { Donnees } from './donnees.ts';
import { dossierBureau, dossierDonnees } from './emplacements.ts';
import { viderCopies } from './fichiers.ts';
import { brancherIpc } from './ipc.ts';
import { poserMenu, poserMenuContextuel } from './menu.ts';
import { regler as reglerOrthographe } from './orthographe.ts';
import { genererPdf } from './pdf.ts';
import { journalDans } from './ports.ts';
import { declarerScheme, servir } from './protocol.ts';
import { Reponses } from './reponses.ts';
import { protegerContenus, protegerSession } from './security.ts';
import { montrerFenetre, ouvrirFenetre } from './window.ts';

/** The desktop: it opens a window on the application and knows nothing of employers. */

const ici = (chemin: string) => fileURLToPath(new URL(chemin, import.meta.url));
const dossier = dossierDonnees();
const journal = journalDans(dossier);

let fenetre: BrowserWindow | null = null;

/** Logs the technical side, says the human side, and stops. */
function renoncer(phrase: string, erreur: unknown): void {
  journal('erreur', erreur instanceof Error ? (erreur.stack ?? erreur.message) : String(erreur));
  annoncerEchec(phrase);
  app.exit(1);
}

function surPanne(erreur: unknown): void {
  journal('erreur', `panne ${erreur instanceof Error ? erreur.stack : String(erreur)}`);
  if (proposerRelance()) app.relaunch();
  app.exit(1);
}

/** False when there is nothing to open: the reason has been said, or another window is already there. */
function preparer(): boolean {
  const bureau = dossierBureau();
  try {
    mkdirSync(bureau, { recursive: true });
    app.setPath('userData', bureau);
  } catch (erreur) {
    renoncer(
      `Le dossier de Passerelle ne peut pas être créé sur cet ordinateur :\n${bureau}\n\nVérifiez que le disque n’est pas plein et que votre session peut y écrire.`,
      erreur,
    );
    return false;
  }
  app.setName('Passerelle');
  app.setAppUserModelId('fr.passerelle.bureau');
  app.enableSandbox();
  // The application is offline: not even a name is looked up.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('lang', 'fr');
  declarerScheme(protocol);
  const seule = app.requestSingleInstanceLock();
  if (!seule) app.exit(0);
  return seule;
}

async function ouvrir(): Promise<void> {
  // Copies shown to the user last as long as the application.
  const ouverts = join(dossierBureau(), 'ouverts');
  viderCopies(ouverts);
  const reponses = new Reponses(ici('../interface/'));
  protegerSession(session.defaultSession, !app.isPackaged);
  reglerOrthographe(session.defaultSession);
  servir(protocol, reponses);

  const donnees = new Donnees(
    new URL('./donnees-fil.js', import.meta.url),
    dossier,
    {
      pdf: (html) => genererPdf(reponses, html),
      page: async (html) => reponses.publishPage(html),
      fichier: async (fichier) => (fenetre ? enregistrer(fenetre, fichier) : { etat: 'annule' }),
      ouvrir: (fichier) => ouvrirCopie(ouverts, fichier),
      ouvrirDossier: () => ouvrirDossier(dossier),
    },
    {
      diffuser: (evenement) => {
        if (fenetre && !fenetre.isDestroyed()) fenetre.webContents.send(CANAUX.evenement, evenement);
      },
      surPanne,
    },
  );
  brancherIpc(ipcMain, donnees);
  poserMenu(
    () => fenetre,
    () => void ouvrirDossier(dossier).catch(() => undefined),
  );

  const ouvrirPrincipale = () => {
    const nouvelle = ouvrirFenetre(ici('../preload/preload.cjs'));
    fenetre = nouvelle;
    poserMenuContextuel(nouvelle.webContents);
    nouvelle.webContents.on('render-process-gone', (_evenement, { reason }) => surPanne(`fenêtre ${reason}`));
    nouvelle.webContents.on('did-fail-load', (_evenement, code, description, _adresse, principal) => {
      // -3: a load replaced by another, nothing failed.
      if (principal && code !== -3)
        renoncer(
          'L’installation de Passerelle est incomplète. Réinstallez-la : vos données ne sont pas touchées.',
          `${code} ${description}`,
        );
    });
    nouvelle.once('closed', () => {
      fenetre = null;
    });
  };
  ouvrirPrincipale();
  app.on('second-instance', () => {
    if (fenetre) montrerFenetre(fenetre);
  });
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) ouvrirPrincipale();
  });
  app.on('window-all-closed', () => app.quit());

  let ferme = false;
  app.on('will-quit', (evenement) => {
    if (ferme) return;
    evenement.preventDefault();
    void donnees.fermer().then(() => {
      ferme = true;
      app.quit();
    });
  });
}

process.on('uncaughtException', (erreur) => surPanne(erreur));
process.on('unhandledRejection', (erreur) => surPanne(erreur));
protegerContenus(app, ouvrirLien);
if (preparer()) {
  app
    .whenReady()
    .then(ouvrir)
    .catch((erreur) =>
      renoncer(
        'Une erreur inattendue empêche Passerelle de démarrer. Relancez-la ; si cela se reproduit, redémarrez l’ordinateur.',
        erreur,
      ),
    );
}
