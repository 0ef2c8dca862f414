import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const RACINE = fileURLToPath(new URL('..', import.meta.url));
const TEMOIN = join(RACINE, 'dist', 'construit');
const SOURCES = ['shared', 'db', 'electron', 'renderer', 'build', 'package-lock.json'];

function plusRecent(chemin) {
  const etat = statSync(chemin);
  if (!etat.isDirectory()) return etat.mtimeMs;
  return Math.max(etat.mtimeMs, ...readdirSync(chemin).map((nom) => plusRecent(join(chemin, nom))));
}

/** Builds the interface, the hosts and the preload into dist/, unless they are newer than every source. */
export async function construire({ force = false, silencieux = false } = {}) {
  const sources = Math.max(...SOURCES.map((nom) => plusRecent(join(RACINE, nom))));
  if (!force && (statSync(TEMOIN, { throwIfNoEntry: false })?.mtimeMs ?? 0) > sources) return;
  if (!silencieux) console.log('Passerelle se prépare (une minute au plus, la première fois)…');
  process.chdir(RACINE);
  const { build } = await import('vite');
  for (const nom of ['interface', 'hotes', 'preload']) {
    await build({ configFile: join(RACINE, 'build', `vite.${nom}.ts`), logLevel: 'error' });
  }
  mkdirSync(join(RACINE, 'dist'), { recursive: true });
  writeFileSync(TEMOIN, `${new Date().toISOString()}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await construire({ force: true });
