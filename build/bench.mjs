import { fileURLToPath, pathToFileURL } from 'node:url';
import { construire } from './build.mjs';

const RACINE = fileURLToPath(new URL('..', import.meta.url));

await construire();
process.chdir(RACINE);
const { build } = await import('vite');
await build({ configFile: 'build/vite.bench.ts', logLevel: 'error' });
await import(pathToFileURL('dist/bench/bench.js').href);
