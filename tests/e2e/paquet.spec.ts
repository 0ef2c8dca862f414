import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { extractAll, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import { ecrireNotices } from '../../build/notices.ts';

/** What a packaged Electron carries for its switches to be found and flipped. */
const SENTINELLE = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** An Electron that cannot run but can be packaged: the real one is a 100 MB download. */
function electronFactice(dossier: string): string {
  mkdirSync(join(dossier, 'locales'), { recursive: true });
  mkdirSync(join(dossier, 'resources'));
  const interrupteurs = Buffer.from([1, 9, ...Buffer.from('101111111')]);
  writeFileSync(join(dossier, 'electron'), Buffer.concat([Buffer.from(SENTINELLE), interrupteurs]), {
    mode: 0o755,
  });
  for (const nom of ['LICENSE', 'LICENSES.chromium.html', 'version', 'locales/fr.pak', 'locales/en-US.pak'])
    writeFileSync(join(dossier, nom), nom);
  return dossier;
}

test.describe('the package', () => {
  // One packaging for all of them.
  test.describe.configure({ mode: 'default' });
  test.skip(process.platform !== 'linux', 'the stand-in for Electron is a Linux one');

  let racine: string;
  let produit: string;
  let fichiers: string[];
  test.beforeAll(() => {
    racine = mkdtempSync(join(tmpdir(), 'passerelle-paquet-'));
    ecrireNotices(process.cwd());
    execFileSync(
      process.execPath,
      [
        createRequire(import.meta.url).resolve('electron-builder/cli.js'),
        ...['--config', 'build/electron-builder.config.ts', '--publish', 'never', '--linux', 'dir', '--x64'],
        `-c.electronDist=${electronFactice(join(racine, 'electron'))}`,
        `-c.directories.output=${join(racine, 'release')}`,
      ],
      { stdio: 'pipe' },
    );
    produit = join(racine, 'release/linux-unpacked');
    const archive = join(produit, 'resources/app.asar');
    fichiers = listPackage(archive, { isPack: false });
    extractAll(archive, join(racine, 'app'));
  });
  test.afterAll(() => rmSync(racine, { recursive: true, force: true }));

  test('holds the application, one native file, and nothing else', () => {
    const connus = [
      /^\/package\.json$/,
      /^\/dist\/interface\/(index\.html|icone\.svg|assets\/[\w.-]+\.(js|css|woff2))$/,
      /^\/dist\/preload\/preload\.cjs$/,
      /^\/dist\/hotes\/(main|donnees-fil)\.js$/,
      /^\/dist\/hotes\/communs\/[\w.-]+\.js$/,
      /^\/node_modules\/better-sqlite3\/(LICENSE|package\.json|lib\/.+\.js|prebuilds\/linux-x64\.node)$/,
    ];
    const dossiers = new Set(fichiers.map((chemin) => chemin.slice(0, chemin.lastIndexOf('/'))));
    const intrus = fichiers.filter(
      (chemin) => !dossiers.has(chemin) && !connus.some((connu) => connu.test(chemin)),
    );
    expect(intrus).toEqual([]);
    for (const connu of connus) expect(fichiers.some((chemin) => connu.test(chemin))).toBe(true);
  });

  test('has no server in it, starts no program, and holds no tool of ours', () => {
    for (const chemin of readdirSync(join(racine, 'app/dist/hotes'), { recursive: true, encoding: 'utf8' })) {
      if (!chemin.endsWith('.js')) continue;
      const code = readFileSync(join(racine, 'app/dist/hotes', chemin), 'utf8');
      expect(code, chemin).not.toMatch(/createServer|node:https?\b|child_process|playwright|sparticuz/);
      const voisins = [...code.matchAll(/^(?:import|export)\b[^;]*?["'](\.[^"']+)["']/gm)].map(
        ([, voisin]) => voisin!,
      );
      for (const voisin of voisins)
        expect(
          existsSync(join(racine, 'app/dist/hotes', chemin, '..', voisin)),
          `${chemin} → ${voisin}`,
        ).toBe(true);
    }
  });

  test('its data thread runs from what is shipped alone', async () => {
    const donnees = mkdtempSync(join(racine, 'donnees-'));
    const fil = new Worker(pathToFileURL(join(racine, 'app/dist/hotes/donnees-fil.js')), {
      workerData: { dossier: donnees, annulation: new SharedArrayBuffer(4) },
    });
    const reponse = await new Promise((resoudre, rejeter) => {
      fil.on('message', (message) => message.type === 'resultat' && resoudre(message.enveloppe));
      fil.on('error', rejeter);
      fil.postMessage({ type: 'appel', id: 1, nom: 'reseau.list', charge: {} });
    });
    expect(reponse).toMatchObject({ ok: true, value: { total: 0 } });
    await fil.terminate();
    expect(readdirSync(donnees)).toContain('passerelle.sqlite');
  });

  test('its switches are the safe ones', async () => {
    const etats = await getCurrentFuseWire(join(produit, 'passerelle'));
    const voulus: [FuseV1Options, FuseState][] = [
      [FuseV1Options.RunAsNode, FuseState.DISABLE],
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable, FuseState.DISABLE],
      [FuseV1Options.EnableNodeCliInspectArguments, FuseState.DISABLE],
      [FuseV1Options.EnableCookieEncryption, FuseState.ENABLE],
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, FuseState.ENABLE],
      [FuseV1Options.OnlyLoadAppFromAsar, FuseState.ENABLE],
      [FuseV1Options.GrantFileProtocolExtraPrivileges, FuseState.DISABLE],
    ];
    for (const [interrupteur, etat] of voulus)
      expect(etats[interrupteur], FuseV1Options[interrupteur]).toBe(etat);
  });

  test('thanks everyone whose work is inside, in files a person can open', () => {
    const notices = readFileSync(join(produit, 'NOTICES.txt'), 'utf8');
    for (const nom of [
      'better-sqlite3',
      'drizzle-orm',
      'react',
      '@mantine/core',
      '@fontsource-variable/inter',
      'zod',
    ])
      expect(notices).toMatch(new RegExp(`^${nom} \\d+\\.\\d+\\.\\d+ · `, 'm'));
    expect(notices).toContain('SIL OPEN FONT LICENSE');
    expect(readFileSync(join(produit, 'LICENSE.txt'), 'utf8')).toMatch(/^MIT License/);
    expect(readdirSync(produit)).toContain('LICENSES.chromium.html');
    expect(readdirSync(join(produit, 'locales'))).toEqual(['fr.pak']);
  });
});
