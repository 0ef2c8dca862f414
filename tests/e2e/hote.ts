import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import type { Entree, NomOperation, Sortie } from '../../shared/contrat.ts';

export interface Hote {
  /** Address to open, ticket included. */
  adresse: string;
  dossier: string;
  /** Calls an operation as the page would; throws when refused. */
  appeler<N extends NomOperation>(nom: N, entree: Entree<N>): Promise<Sortie<N>>;
}

/** Starts the application on a data folder, in its own process. */
export async function ouvrirHote(dossier: string): Promise<Hote & { fermer(): Promise<void> }> {
  const processus = spawn(process.execPath, ['dist/hotes/navigateur.js'], {
    env: { ...process.env, PASSERELLE_DONNEES: dossier, PASSERELLE_SANS_FENETRE: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const adresse = await new Promise<string>((resoudre, rejeter) => {
    let sortie = '';
    processus.stdout!.on('data', (morceau) => {
      sortie += morceau;
      const trouvee = /http:\/\/\S+/.exec(sortie);
      if (trouvee) resoudre(trouvee[0]);
    });
    processus.once('exit', () => rejeter(new Error(`The host stopped: ${sortie}`)));
  });
  const origine = new URL(adresse).origin;
  const accueil = await fetch(adresse, { redirect: 'manual' });
  const cookie = accueil.headers.get('set-cookie')!.split(';')[0]!;
  return {
    adresse,
    dossier,
    async appeler(nom, entree) {
      const reponse = await fetch(`${origine}/api/${nom}`, {
        method: 'POST',
        headers: { Cookie: cookie, Origin: origine, 'Content-Type': 'application/json' },
        body: JSON.stringify(entree),
      });
      const enveloppe = await reponse.json();
      if (!enveloppe.ok) throw new Error(`${nom}: ${JSON.stringify(enveloppe.error)}`);
      return enveloppe.value;
    },
    async fermer() {
      const fini = new Promise((resoudre) => processus.once('exit', resoudre));
      processus.kill('SIGTERM');
      await fini;
    },
  };
}

/** Each test has its own host process and its own empty data folder; `page` is already on the application. */
export const test = base.extend<{ hote: Hote }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's dependencies from this pattern.
  hote: async ({}, use) => {
    const dossier = mkdtempSync(join(tmpdir(), 'passerelle-e2e-'));
    const hote = await ouvrirHote(dossier);
    await use(hote);
    await hote.fermer();
    rmSync(dossier, { recursive: true, force: true });
  },
  page: async ({ page, hote }, use) => {
    const violations: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') violations.push(message.text());
    });
    page.on('pageerror', (erreur) => violations.push(erreur.message));
    await page.goto(hote.adresse);
    await use(page);
    expect(violations, 'errors in the page console').toEqual([]);
  },
});

/** A structure with its team: what every screen after the first run needs. */
export async function structurePrete(hote: Hote): Promise<void> {
  await hote.appeler('parametres.saveStructure', {
    raisonSociale: 'Les Ateliers du Val',
    genre: 'ACI',
    siret: '',
    adresse: '12 rue des Lavoirs',
    codePostal: '63200',
    ville: 'Riom',
    telephone: '04 73 00 00 00',
    courriel: '',
    conventionNumero: 'ACI 063 25 0012',
    logo: '',
  });
  await hote.appeler('parametres.saveEquipe', {
    membres: [
      { prenom: 'Karine', nom: 'Brunet', fonction: 'Conseillère en insertion' },
      { prenom: 'Denis', nom: 'Morel', fonction: 'Directeur' },
    ],
  });
}

/** Loads the application anew on one of its screens (path and filters): an address that differs by its hash alone would keep what the page had read before the test wrote. */
export async function ouvrir(page: Page, hote: Hote, chemin: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${new URL(hote.adresse).origin}/#${chemin}`);
  await expect(page.locator('h1').first()).toBeVisible();
}

/** Fails on any WCAG 2.2 AA violation axe can see on the page as it is now. */
export async function accessible(page: Page): Promise<void> {
  // A screen just asked for is judged once it is there.
  await expect(page.locator('h1').first()).toBeVisible();
  // Colours halfway through a transition are nobody's.
  await expect
    .poll(() =>
      page.evaluate(
        () =>
          document
            .getAnimations()
            .filter(
              ({ effect, playState }) =>
                playState === 'running' && effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY,
            ).length,
      ),
    )
    .toBe(0);
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .exclude('iframe')
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' | ')}`)).toEqual([]);
}

export { expect };

/** Exports the list on screen in a format, by the button all lists share. */
export async function exporter(page: Page, bouton: string, format: 'Classeur Excel' | 'Fichier CSV') {
  await page.getByRole('button', { name: bouton, exact: true }).click();
  const [telechargement] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: format }).click(),
  ]);
  return telechargement;
}
