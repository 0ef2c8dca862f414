import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { construire } from './build.mjs';

/** Path of Electron's binary, or null where it could not be downloaded. */
async function electron() {
  if (process.env.PASSERELLE_HOTE === 'navigateur') return null;
  try {
    return createRequire(import.meta.url)('electron');
  } catch {
    return null;
  }
}

await construire();
const binaire = await electron();
if (binaire) {
  spawn(binaire, [fileURLToPath(new URL('..', import.meta.url))], { stdio: 'inherit' }).on('exit', (code) =>
    process.exit(code ?? 0),
  );
} else {
  console.log('Electron n’est pas installé ici : Passerelle s’ouvre dans le navigateur de cet ordinateur.');
  await import('../dist/hotes/navigateur.js');
}
