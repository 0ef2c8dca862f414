import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, type Rectangle, screen } from 'electron';
import { z } from 'zod';
import { quitterSansEnregistrer } from './dialogs.ts';
import { ecrireFichier } from './fichiers.ts';
import { ADRESSE, habiliter } from './security.ts';

/** The reference screen is 1366×768; below 900×600 the screens no longer fit. */
const TAILLE = { width: 1366, height: 768 };
const MINIMUM = { minWidth: 900, minHeight: 600 };
/** How long (ms) to wait for the first paint before showing the window anyway. */
const PATIENCE = 8000;
/** What is behind the page until it paints: the ground of each theme (renderer/app/styles.css). */
const FONDS = { clair: '#faf9f6', sombre: '#151917' };

const etatFenetre = z.object({
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
  agrandie: z.boolean(),
});
export type EtatFenetre = z.output<typeof etatFenetre>;

/**
 * Where to open: as it was left, shrunk to the screen it is on; centred (`x` absent) when that screen is gone.
 * `ecrans` are the usable areas, the main one first.
 */
export function placer(etat: EtatFenetre | null, ecrans: readonly Rectangle[]): Partial<Rectangle> {
  const [principal = { x: 0, y: 0, ...TAILLE }] = ecrans;
  const ecran = etat && ecrans.find((e) => recouvrement(etat, e) >= 0.25);
  const { width, height } = etat ?? TAILLE;
  const place = ecran ?? principal;
  const taille = {
    width: Math.max(MINIMUM.minWidth, Math.min(Math.round(width), place.width)),
    height: Math.max(MINIMUM.minHeight, Math.min(Math.round(height), place.height)),
  };
  if (!etat || !ecran) return taille;
  return {
    ...taille,
    x: Math.round(Math.max(ecran.x, Math.min(etat.x, ecran.x + ecran.width - taille.width))),
    y: Math.round(Math.max(ecran.y, Math.min(etat.y, ecran.y + ecran.height - taille.height))),
  };
}

/** Share of the window that lies on the screen, 0 to 1. */
function recouvrement(fenetre: Rectangle, ecran: Rectangle): number {
  const largeur = Math.min(fenetre.x + fenetre.width, ecran.x + ecran.width) - Math.max(fenetre.x, ecran.x);
  const hauteur = Math.min(fenetre.y + fenetre.height, ecran.y + ecran.height) - Math.max(fenetre.y, ecran.y);
  return (Math.max(0, largeur) * Math.max(0, hauteur)) / (fenetre.width * fenetre.height);
}

function cheminEtat(): string {
  return join(app.getPath('userData'), 'fenetre.json');
}

function lireEtat(): EtatFenetre | null {
  try {
    return etatFenetre.parse(JSON.parse(readFileSync(cheminEtat(), 'utf8')));
  } catch {
    return null;
  }
}

function retenirEtat(fenetre: BrowserWindow): void {
  const etat: EtatFenetre = { ...fenetre.getNormalBounds(), agrandie: fenetre.isMaximized() };
  // A window that forgets its size is no reason to bother anyone.
  ecrireFichier(cheminEtat(), Buffer.from(JSON.stringify(etat))).catch(() => undefined);
}

/** Opens the application's window; `preload` is the bundled bridge. */
export function ouvrirFenetre(preload: string): BrowserWindow {
  const etat = lireEtat();
  const principal = screen.getPrimaryDisplay();
  const ecrans = [principal, ...screen.getAllDisplays().filter(({ id }) => id !== principal.id)];
  const fenetre = new BrowserWindow({
    ...placer(
      etat,
      ecrans.map((ecran) => ecran.workArea),
    ),
    ...MINIMUM,
    show: false,
    title: 'Passerelle',
    backgroundColor: nativeTheme.shouldUseDarkColors ? FONDS.sombre : FONDS.clair,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      navigateOnDragDrop: false,
      devTools: !app.isPackaged,
    },
  });
  habiliter(fenetre.webContents);
  if (etat?.agrandie) fenetre.maximize();

  const montrer = () => {
    if (!fenetre.isDestroyed() && !fenetre.isVisible()) fenetre.show();
  };
  fenetre.once('ready-to-show', montrer);
  const minuterie = setTimeout(montrer, PATIENCE);
  fenetre.once('closed', () => clearTimeout(minuterie));
  fenetre.on('close', () => retenirEtat(fenetre));
  fenetre.webContents.on('will-prevent-unload', (evenement) => {
    // Here, preventing the event means letting the window go.
    if (quitterSansEnregistrer(fenetre)) evenement.preventDefault();
  });
  void fenetre.loadURL(ADRESSE);
  return fenetre;
}

/** Brings the window to the front, whatever state it was left in. */
export function montrerFenetre(fenetre: BrowserWindow): void {
  if (fenetre.isMinimized()) fenetre.restore();
  fenetre.show();
  fenetre.focus();
}
