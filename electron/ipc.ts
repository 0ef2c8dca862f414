import type { IpcMain } from 'electron';
import { CANAUX } from './canaux.ts';
import { type Application, CHARGE_MAX, refus } from './messages.ts';
import { estHabilite } from './security.ts';

/**
 * Opens the desktop's door: the same calls as the browser host's, with the same limits.
 * The input travels as JSON text, so that both transports carry exactly the same values and are measured alike.
 */
export function brancherIpc(ipcMain: IpcMain, application: Application): void {
  ipcMain.handle(CANAUX.appeler, async (evenement, nom: unknown, json: unknown) => {
    if (!estHabilite(evenement)) return refus('operation-inconnue');
    if (typeof json !== 'string') return refus('entree-invalide');
    if (json.length > CHARGE_MAX) return refus('fichier-trop-gros');
    let charge: unknown;
    try {
      charge = JSON.parse(json);
    } catch {
      return refus('entree-invalide');
    }
    return application.appeler(nom, charge);
  });
  ipcMain.on(CANAUX.annuler, (evenement) => {
    if (estHabilite(evenement)) application.annuler();
  });
}
