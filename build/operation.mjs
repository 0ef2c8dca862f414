import { construire } from './build.mjs';

const depuis = process.cwd();
await construire({ silencieux: true });
process.chdir(depuis);
await import('../dist/hotes/operation.js');
