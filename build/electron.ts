import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';

/** A download is given up after this long (ms), and not tried again for a day. */
const PATIENCE = 60_000;
const JOUR = 86_400_000;

const PAQUET = dirname(createRequire(import.meta.url).resolve('electron/package.json'));

/** Path of Electron's binary, or `null`. Its own `index.js` is not asked: it downloads when the binary is missing. */
export function binaireElectron(paquet = PAQUET, env: NodeJS.ProcessEnv = process.env): string | null {
  try {
    const relatif = readFileSync(join(paquet, 'path.txt'), 'utf8');
    const chemin = join(env.ELECTRON_OVERRIDE_DIST_PATH ?? join(paquet, 'dist'), relatif);
    return existsSync(chemin) ? chemin : null;
  } catch {
    return null;
  }
}

function joignable(hote: string): Promise<boolean> {
  return new Promise((resoudre) => {
    const prise = connect({ host: hote, port: 443, timeout: 2000 });
    const finir = (reponse: boolean) => {
      prise.destroy();
      resoudre(reponse);
    };
    prise.once('connect', () => finir(true));
    prise.once('timeout', () => finir(false));
    prise.once('error', () => finir(false));
  });
}

/** One quiet, bounded try at downloading the binary; at once `null` in CI, offline, or when today's try failed. */
export async function telechargerElectron(): Promise<string | null> {
  const essai = join(PAQUET, '..', '.cache', 'passerelle-electron');
  const recent = Date.now() - (statSync(essai, { throwIfNoEntry: false })?.mtimeMs ?? 0) < JOUR;
  const source =
    process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? 'https://github.com';
  if (process.env.CI || recent || !(await joignable(new URL(source).hostname))) return null;
  console.log('Passerelle va chercher Electron (une seule fois, une minute au plus)…');
  spawnSync(process.execPath, [join(PAQUET, 'install.js')], { stdio: 'ignore', timeout: PATIENCE });
  const binaire = binaireElectron();
  if (!binaire) {
    mkdirSync(dirname(essai), { recursive: true });
    writeFileSync(essai, '');
  }
  return binaire;
}

interface Machine {
  platform: NodeJS.Platform;
  env: NodeJS.ProcessEnv;
  uid: number | undefined;
}

/** Why Electron could not open a window here even with its binary, as the end of a French sentence; else `null`. */
export function empechement(
  arguments_: readonly string[],
  { platform, env, uid }: Machine = { platform: process.platform, env: process.env, uid: process.getuid?.() },
): string | null {
  if (platform !== 'linux') return null;
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) return 'aucun écran n’est accessible d’ici';
  if (uid === 0 && !arguments_.includes('--no-sandbox'))
    return 'Electron ne s’ouvre pas sous le compte « root »';
  return null;
}

/**
 * Whether Electron never got to run: a library it needs is missing (127), or Chromium stopped itself before any
 * window (Linux systems that forbid its sandbox). A refusal by the application itself ends with an ordinary code.
 */
export function jamaisOuvert(code: number | null, signal: NodeJS.Signals | null): boolean {
  return code === 127 || signal === 'SIGTRAP' || signal === 'SIGABRT' || signal === 'SIGILL';
}
