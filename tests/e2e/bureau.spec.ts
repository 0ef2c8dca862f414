import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { binaireElectron, empechement } from '../../build/electron.ts';

/**
 * The true desktop, unfused (a driver cannot attach to a fused one). Every rule is tested elsewhere with Electron
 * played by objects; here, that Electron really obeys.
 */

const binaire = binaireElectron();
/** A container often runs as root, where Chromium's own sandbox cannot start: our settings are what is tested. */
const SANS_BAC = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];

test.describe('the desktop', () => {
  test.describe.configure({ mode: 'default' });
  test.skip(binaire === null, 'Electron’s binary is not installed here (npx install-electron)');
  test.skip(empechement(SANS_BAC) !== null, `Electron cannot open here: ${empechement(SANS_BAC)}`);

  let dossier: string;
  let bureau: ElectronApplication;
  let page: Page;
  const environnement = () => ({ ...(process.env as Record<string, string>), PASSERELLE_DONNEES: dossier });

  test.beforeAll(async () => {
    dossier = mkdtempSync(join(tmpdir(), 'passerelle-bureau-'));
    bureau = await _electron.launch({
      executablePath: binaire!,
      args: ['.', ...SANS_BAC],
      env: environnement(),
    });
    page = await bureau.firstWindow();
  });
  test.afterAll(async () => {
    await bureau?.close();
    rmSync(dossier, { recursive: true, force: true });
  });

  test('opens on the first run, from its own address', async () => {
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(page.url()).toMatch(/^app:\/\/passerelle\//);
  });

  test('gives its page one object, and nothing of Node or Electron', async () => {
    expect(
      await page.evaluate(() => ({
        pont: Object.keys((globalThis as unknown as { pont: object }).pont).sort(),
        fuites: ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter(
          (nom) => nom in globalThis,
        ),
      })),
    ).toEqual({ pont: ['annuler', 'appeler', 'hote', 'surEvenement'], fuites: [] });
    const reglages = await bureau.evaluate(({ webContents }) =>
      // The types hide it; the documentation of the security list relies on it.
      (
        webContents.getAllWebContents()[0] as unknown as { getLastWebPreferences(): Record<string, unknown> }
      ).getLastWebPreferences(),
    );
    expect(reglages).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false });
  });

  test('answers the contract through its bridge', async () => {
    const appeler = (nom: string, entree: unknown) =>
      page.evaluate(
        ([operation, charge]) =>
          (globalThis as unknown as { pont: { appeler(n: unknown, c: unknown): unknown } }).pont.appeler(
            operation,
            charge,
          ),
        [nom, entree] as const,
      );
    expect(await appeler('reseau.list', {})).toMatchObject({ ok: true, value: { total: 0 } });
    expect(await appeler('__proto__', {})).toMatchObject({ error: { code: 'operation-inconnue' } });
    expect(await appeler('reseau.list', { enPlus: 1 })).toMatchObject({ error: { code: 'entree-invalide' } });
  });

  test('stays where it is, opens nothing, and reaches nothing', async () => {
    const avant = page.url();
    await page.evaluate(() => {
      location.href = 'https://example.invalid/?app://passerelle/';
    });
    expect(await page.evaluate(() => window.open('https://example.invalid/'))).toBeNull();
    const requete = await page.evaluate(() =>
      fetch('https://example.invalid/').then(
        () => 'reached',
        () => 'refused',
      ),
    );
    expect(requete).toBe('refused');
    expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied');
    expect(page.url()).toBe(avant);
    expect(bureau.windows()).toHaveLength(1);
  });

  test('serves its own folder only', async () => {
    const etats = await page.evaluate(() =>
      Promise.all(
        ['/index.html', '/..%2f..%2fpackage.json', '/assets/', '/passerelle.sqlite'].map(
          async (chemin) => (await fetch(chemin)).status,
        ),
      ),
    );
    expect(etats).toEqual([200, 404, 404, 404]);
  });

  test('turns a page into a tagged PDF', async () => {
    const octets = await bureau.evaluate(async ({ BrowserWindow }) => {
      const fenetre = new BrowserWindow({
        show: false,
        webPreferences: { sandbox: true, javascript: false },
      });
      await fenetre.loadURL('data:text/html,<html lang="fr"><h1>Convention</h1>');
      const pdf = await fenetre.webContents.printToPDF({ generateTaggedPDF: true });
      fenetre.destroy();
      return pdf.toString('latin1');
    });
    expect(octets.slice(0, 5)).toBe('%PDF-');
    expect(octets).toContain('/StructTreeRoot');
  });

  test('is opened once: a second start shows the first window', async () => {
    const seconde = spawnSync(binaire!, ['.', ...SANS_BAC], { env: environnement(), timeout: 20_000 });
    expect(seconde.status).toBe(0);
    expect(bureau.windows()).toHaveLength(1);
  });
});
