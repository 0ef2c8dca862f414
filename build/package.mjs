import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { construire } from './build.mjs';
import { ecrireNotices } from './notices.ts';

/** Builds, writes the notices, packages for this system; arguments go to electron-builder (`-- --dir`, `-- --win zip`). */
const racine = fileURLToPath(new URL('..', import.meta.url));
process.chdir(racine);
await construire({ force: true });
ecrireNotices(racine);
const { status } = spawnSync(
  process.execPath,
  [
    createRequire(import.meta.url).resolve('electron-builder/cli.js'),
    ...['--config', 'build/electron-builder.config.ts', '--publish', 'never'],
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit' },
);
if (status === 0) console.log('Les installations de Passerelle sont dans le dossier release/.');
else
  console.error('L’empaquetage n’a pas abouti. Il télécharge Electron et ses outils : il lui faut internet.');
process.exitCode = status ?? 1;
