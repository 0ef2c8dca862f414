import { contextBridge, ipcRenderer } from 'electron';
import type { Evenement, Pont } from '../shared/pont.ts';
import { CANAUX } from './canaux.ts';

/** The whole of what the page can reach: one object, plain values, no Electron event. */
const pont: Pont = {
  hote: 'electron',
  appeler: (nom, entree) => ipcRenderer.invoke(CANAUX.appeler, nom, JSON.stringify(entree)),
  surEvenement(recevoir) {
    const ecouter = (_evenement: unknown, evenement: Evenement) => recevoir(evenement);
    ipcRenderer.on(CANAUX.evenement, ecouter);
    return () => void ipcRenderer.off(CANAUX.evenement, ecouter);
  },
  annuler: () => ipcRenderer.send(CANAUX.annuler),
};

contextBridge.exposeInMainWorld('pont', pont);
