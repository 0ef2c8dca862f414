import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { construire } from './build.mjs';
import { binaireElectron, empechement, jamaisOuvert, telechargerElectron } from './electron.ts';

/** The desktop where it can open, else the same application in the machine's browser, with the reason in one sentence. */
async function choisir(arguments_) {
  if (process.env.PASSERELLE_HOTE === 'navigateur') return { raison: 'vous l’avez demandé' };
  const raison = empechement(arguments_);
  if (raison) return { raison };
  const binaire = binaireElectron() ?? (await telechargerElectron());
  return binaire ? { binaire } : { raison: 'Electron n’est pas installé ici et ne peut pas être téléchargé' };
}

async function ouvrirDansLeNavigateur(raison) {
  console.log(`Passerelle s’ouvre dans le navigateur de cet ordinateur : ${raison}.`);
  await import('../dist/hotes/navigateur.js');
}

const arguments_ = process.argv.slice(2);
await construire();
const { binaire, raison } = await choisir(arguments_);
if (binaire) {
  const racine = fileURLToPath(new URL('..', import.meta.url));
  spawn(binaire, [racine, ...arguments_], { stdio: 'inherit' }).on('exit', (code, signal) => {
    if (jamaisOuvert(code, signal)) void ouvrirDansLeNavigateur('ce système empêche Electron de démarrer');
    else process.exit(code ?? 1);
  });
} else await ouvrirDansLeNavigateur(raison);
