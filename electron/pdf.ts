import { BrowserWindow } from 'electron';
import { ErreurMetier } from '../shared/erreurs.ts';
import type { Reponses } from './reponses.ts';
import { ADRESSE } from './security.ts';

/**
 * A4, tagged, with outline, from the same address and header as the preview. The window is never shown,
 * runs no script, has no preload, and is gone whatever happens. Throws `pdf-indisponible`.
 */
export async function genererPdf(reponses: Reponses, html: string): Promise<Uint8Array> {
  const fenetre = new BrowserWindow({
    show: false,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      spellcheck: false,
      webgl: false,
    },
  });
  try {
    // An address rather than a data: URL, which Chromium cuts at 2 MB: the fonts alone can weigh that.
    await fenetre.loadURL(ADRESSE + reponses.publishPage(html));
    return await fenetre.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
  } catch (cause) {
    throw new ErreurMetier('pdf-indisponible', { cause });
  } finally {
    fenetre.destroy();
  }
}
