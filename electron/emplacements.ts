import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Folder of the live data: per user, never in Documents (which OneDrive may move or sync).
 * `PASSERELLE_DONNEES` overrides it.
 */
export function dossierDonnees(env: NodeJS.ProcessEnv = process.env, platform = process.platform): string {
  if (env.PASSERELLE_DONNEES) return env.PASSERELLE_DONNEES;
  const maison = homedir();
  if (platform === 'win32') {
    return join(env.LOCALAPPDATA ?? join(maison, 'AppData', 'Local'), 'Passerelle', 'donnees');
  }
  if (platform === 'darwin') return join(maison, 'Library', 'Application Support', 'Passerelle', 'donnees');
  return join(env.XDG_DATA_HOME || join(maison, '.local', 'share'), 'Passerelle', 'donnees');
}
