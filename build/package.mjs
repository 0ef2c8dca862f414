import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { construire } from './build.mjs';
import { ecrireNotices } from './notices.ts';

/** Builds, writes the notices, packages for this system; arguments go to electron-builder (`-- --dir`, `-- --win zip`). */
const racine = fileURLToPath(new URL('..', import.meta.url));
process.chdir(racine);
await construire({ force: true });
ecrireNotices(racine);
const { status } = spawnSync(
  'electron-builder',
  ['--config', 'build/electron-builder.config.ts', '--publish', 'never', ...process.argv.slice(2)],
  { stdio: 'inherit', shell: process.platform === 'win32' },
);
process.exitCode = status ?? 1;
