import type { App, IpcMainEvent, IpcMainInvokeEvent, Session, WebContents } from 'electron';
import { estLienSysteme } from '../shared/joindre.ts';

/** Everything the desktop refuses, in one place. Electron's defaults grant what nobody denies. */

export const SCHEME = 'app';
const HOTE = 'passerelle';
/** The one page of the application. */
export const ADRESSE = `${SCHEME}://${HOTE}/`;

/** The parsed address when it is ours, exactly: text comparison would accept `https://x.test/?app://passerelle/`. */
function interne(adresse: string): URL | null {
  if (!URL.canParse(adresse)) return null;
  const url = new URL(adresse);
  const exacte = url.protocol === `${SCHEME}:` && url.host === HOTE && !url.username && !url.password;
  return exacte ? url : null;
}

/** True for the application's page, whatever the screen (the screen is in the hash). */
export function estApplication(adresse: string): boolean {
  const url = interne(adresse);
  return url !== null && (url.pathname === '/' || url.pathname === '/index.html') && url.search === '';
}

/** True for a printable page: the only thing a frame of the application may show. */
export function estDocument(adresse: string): boolean {
  return interne(adresse)?.pathname.startsWith('/documents/') ?? false;
}

/** The address of something Passerelle serves itself. */
export function estInterne(adresse: string): boolean {
  return interne(adresse) !== null;
}

/** Windows whose page may call operations, by `webContents.id`. */
const habilites = new Set<number>();

export function habiliter(contenu: WebContents): void {
  const { id } = contenu;
  habilites.add(id);
  contenu.once('destroyed', () => habilites.delete(id));
}

/** A known window, its main frame (never an embedded page), on the application's own address. */
export function estHabilite({ sender, senderFrame }: IpcMainEvent | IpcMainInvokeEvent): boolean {
  return (
    habilites.has(sender.id) &&
    senderFrame !== null &&
    senderFrame === sender.mainFrame &&
    estApplication(senderFrame.url)
  );
}

/** Whether a request may leave the page. `devtools:` only while developing. */
export function estRequetePermise(adresse: string, developpement: boolean): boolean {
  if (!URL.canParse(adresse)) return false;
  const { protocol } = new URL(adresse);
  if (protocol === 'data:' || protocol === 'blob:') return true;
  if (protocol === 'devtools:') return developpement;
  return estInterne(adresse);
}

/** No permission, no device, no download, no request that is not ours. */
export function protegerSession(session: Session, developpement: boolean): void {
  session.setPermissionRequestHandler((_contenu, _permission, repondre) => repondre(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (evenement) => evenement.preventDefault());
  session.webRequest.onBeforeRequest(({ url }, repondre) =>
    repondre({ cancel: !estRequetePermise(url, developpement) }),
  );
}

/**
 * Every page, wherever it comes from: it stays where it is, opens nothing, embeds nothing but our documents. A phone
 * number or an e-mail address of the application's own page goes to the system, through `ouvrirLien`.
 */
export function protegerContenus(app: App, ouvrirLien: (lien: string) => void): void {
  app.on('web-contents-created', (_evenement, contenu) => {
    contenu.on('will-frame-navigate', (details) => {
      // Reloading the application is the only navigation its page may start.
      const permise = details.isMainFrame ? estApplication(details.url) : estDocument(details.url);
      if (permise) return;
      details.preventDefault();
      if (details.isMainFrame && estApplication(contenu.getURL()) && estLienSysteme(details.url))
        ouvrirLien(details.url);
    });
    contenu.on('will-navigate', (details) => {
      if (!estApplication(details.url)) details.preventDefault();
    });
    contenu.on('will-redirect', (details) => details.preventDefault());
    contenu.on('will-attach-webview', (evenement) => evenement.preventDefault());
    contenu.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}
