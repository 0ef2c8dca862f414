import { homedir } from 'node:os';
import { join } from 'node:path';

/** Folder of everything Passerelle writes on its own: per user, never in Documents (which OneDrive may move or sync). */
function dossierPasserelle(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  const maison = homedir();
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(maison, 'AppData', 'Local'), 'Passerelle');
  if (platform === 'darwin') return join(maison, 'Library', 'Application Support', 'Passerelle');
  return join(env.XDG_DATA_HOME || join(maison, '.local', 'share'), 'Passerelle');
}

/** Folder of the live data; `PASSERELLE_DONNEES` overrides it. */
export function dossierDonnees(env: NodeJS.ProcessEnv = process.env, platform = process.platform): string {
  return env.PASSERELLE_DONNEES || join(dossierPasserelle(env, platform), 'donnees');
}

/** Folder of the desktop's own files (window size, Chromium's caches): beside the data, never among them. */
export function dossierBureau(env: NodeJS.ProcessEnv = process.env, platform = process.platform): string {
  return env.PASSERELLE_DONNEES
    ? join(env.PASSERELLE_DONNEES, 'bureau')
    : join(dossierPasserelle(env, platform), 'bureau');
}
