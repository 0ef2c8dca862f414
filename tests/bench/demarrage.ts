import { spawn } from 'node:child_process';
import { chromium } from 'playwright-core';
import { chromiumPourPdf } from '../../electron/chromium.ts';
import type { Mesure } from './mesure.ts';

/** Address that the browser host prints once it answers. */
export function lancerHote(dossier: string): Promise<{ adresse: string; close(): Promise<void> }> {
  const hote = spawn(process.execPath, ['dist/hotes/navigateur.js'], {
    env: { ...process.env, PASSERELLE_DONNEES: dossier, PASSERELLE_SANS_FENETRE: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resoudre, rejeter) => {
    let dit = '';
    hote.stdout.on('data', (morceau) => {
      dit += morceau;
      const adresse = /http:\/\/\S+/.exec(dit)?.[0];
      if (!adresse) return;
      const fini = new Promise<void>((suite) => hote.once('exit', () => suite()));
      resoudre({
        adresse,
        close: async () => {
          hote.kill('SIGTERM');
          await fini;
        },
      });
    });
    hote.once('exit', () => rejeter(new Error(`The host stopped: ${dit}`)));
  });
}

export async function lancerChromium() {
  const executablePath = await chromiumPourPdf();
  if (!executablePath) throw new Error('No Chromium here');
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}

/** From nothing to *Aujourd'hui* with its lists: the host, the browser, the page. The base must be closed. */
export function mesureDemarrage(dossier: string): Mesure {
  const ouverts: { close(): Promise<void> }[] = [];
  return {
    nom: 'Démarrage jusqu’à l’écran Aujourd’hui',
    contre: 'Node et Chromium, page vide',
    buts: { ms: 1500 },
    tours: 5,
    operation: async () => {
      const hote = await lancerHote(dossier);
      const navigateur = await lancerChromium();
      ouverts.push(navigateur, hote);
      const page = await navigateur.newPage({ viewport: { width: 1366, height: 768 } });
      await page.goto(hote.adresse, { waitUntil: 'commit' });
      await page.locator('main h1').waitFor();
    },
    plancher: async () => {
      await new Promise((suite) => spawn(process.execPath, ['-e', '0']).once('exit', suite));
      const navigateur = await lancerChromium();
      ouverts.push(navigateur);
      await (await navigateur.newPage()).goto('about:blank');
    },
    ranger: async () => {
      for (const ouvert of ouverts.splice(0)) await ouvert.close();
    },
  };
}
