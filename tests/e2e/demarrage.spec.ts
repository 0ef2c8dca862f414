import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

test('npm start, where Electron cannot open, says so in one sentence and opens the browser host', async () => {
  const dossier = mkdtempSync(join(tmpdir(), 'passerelle-demarrage-'));
  const { DISPLAY: _x, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
  const hote = spawn(process.execPath, ['build/start.mjs'], {
    env: { ...env, PASSERELLE_DONNEES: dossier, PASSERELLE_SANS_FENETRE: '1', PASSERELLE_HOTE: 'navigateur' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let sortie = '';
  try {
    const adresse = await new Promise<string>((resoudre, rejeter) => {
      hote.stdout.on('data', (morceau) => {
        sortie += morceau;
        const trouvee = /http:\/\/\S+/.exec(sortie);
        if (trouvee) resoudre(trouvee[0]);
      });
      hote.once('exit', () => rejeter(new Error(sortie)));
    });
    expect(sortie).toContain(
      'Passerelle s’ouvre dans le navigateur de cet ordinateur : vous l’avez demandé.',
    );
    const accueil = await fetch(adresse, { redirect: 'manual' });
    const cookie = accueil.headers.get('set-cookie')!.split(';')[0]!;
    const page = await fetch(new URL('/', adresse), { headers: { Cookie: cookie } });
    expect(await page.text()).toContain('<title>Passerelle');
  } finally {
    const fini = new Promise((resoudre) => hote.once('exit', resoudre));
    hote.kill('SIGTERM');
    await fini;
    rmSync(dossier, { recursive: true, force: true });
  }
});
