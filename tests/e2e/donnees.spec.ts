import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { accessible, expect, type Hote, ouvrirHote, structurePrete, test } from './hote.ts';

const nommer = async (hote: Hote, raisonSociale: string) => {
  const { structure } = await hote.appeler('parametres.get', {});
  await hote.appeler('parametres.saveStructure', { ...structure!, raisonSociale });
};

const nomDe = async (hote: Hote) => (await hote.appeler('parametres.get', {})).structure?.raisonSociale;

const aucunChemin = async (page: Page, hote: Hote) =>
  expect(await page.locator('body').innerText()).not.toContain(hote.dossier);

test('the data: saved by themselves after the first screen, then on demand, then restored', async ({
  page,
  hote,
}) => {
  await structurePrete(hote);
  const premiere = page.waitForResponse('**/api/donnees.check');
  await page.reload();
  await premiere;
  // The backup of the day, without a gesture.
  await page.getByRole('link', { name: /^Sauvegarde vérifiée à/ }).click();
  await expect(page.getByRole('heading', { name: 'Données', level: 1 })).toBeVisible();
  await expect(page.getByRole('row', { name: /Chaque jour/ })).toBeVisible();
  // Reading the whole base never delays the first screen.
  const [peinture, verification] = await page.evaluate(() => [
    performance.getEntriesByName('first-contentful-paint')[0]!.startTime,
    performance.getEntriesByType('resource').find(({ name }) => name.endsWith('/api/donnees.check'))!
      .startTime,
  ]);
  expect(verification).toBeGreaterThan(peinture!);
  await expect(page.getByText(hote.dossier, { exact: true })).toBeVisible();
  await accessible(page);

  await page.getByRole('button', { name: 'Sauvegarder maintenant' }).click();
  await expect(page.getByText('Sauvegarde faite, relue et vérifiée.')).toBeVisible();
  await nommer(hote, 'Nom saisi par erreur');

  const ligne = page.getByRole('row', { name: /À votre demande/ });
  await ligne.getByRole('button', { name: /^Restaurer la sauvegarde faite aujourd’hui/ }).press('Enter');
  const confirmation = page.getByRole('dialog', { name: /Restaurer cette sauvegarde/ });
  await expect(confirmation.getByText(/Rien n’est perdu.*la base actuelle est gardée/)).toBeVisible();
  await expect(confirmation.getByRole('button', { name: 'Annuler' })).toBeFocused();
  await accessible(page);
  await confirmation.getByRole('button', { name: 'Restaurer' }).click();
  await expect(confirmation).toBeHidden();
  expect(await nomDe(hote)).toBe('Les Ateliers du Val');

  // And back again: what was replaced is in the list.
  await expect(page.getByRole('row', { name: /Avant une restauration/ })).toBeVisible();
  await page.getByRole('button', { name: 'Vérifier maintenant' }).click();
  await expect(page.getByText(/La base a été relue en entier/)).toBeVisible();
});

test('data already open elsewhere: a readable screen, and the data once they are free', async ({
  page,
  hote,
}) => {
  await structurePrete(hote);
  const second = await ouvrirHote(hote.dossier);
  try {
    await page.goto(second.adresse);
    await expect(
      page.getByRole('heading', { name: 'Vos données sont déjà ouvertes ailleurs' }),
    ).toBeVisible();
    await expect(page.getByRole('button', { name: 'Ouvrir le dossier des données' })).toBeVisible();
    await aucunChemin(page, hote);
    await accessible(page);
    await page.getByRole('button', { name: 'Réessayer' }).press('Enter');
    await expect(page.getByRole('status')).toContainText('rien n’a changé');
  } finally {
    await page.goto(hote.adresse);
    await second.fermer();
  }
});

test('a damaged base: a readable screen, and the way back from the last backup', async ({ page, hote }) => {
  await structurePrete(hote);
  await hote.appeler('donnees.backupNow', {});
  const dossier = mkdtempSync(join(tmpdir(), 'passerelle-e2e-'));
  cpSync(join(hote.dossier, 'sauvegardes'), join(dossier, 'sauvegardes'), { recursive: true });
  writeFileSync(join(dossier, 'passerelle.sqlite'), 'abîmée '.repeat(2000));
  const abime = await ouvrirHote(dossier);
  try {
    await page.goto(abime.adresse);
    await expect(page.getByRole('heading', { name: 'La base de données est endommagée' })).toBeVisible();
    await aucunChemin(page, abime);
    await page.getByRole('button', { name: 'Choisir une sauvegarde' }).click();
    await accessible(page);
    await page.getByRole('button', { name: /^Restaurer .*à votre demande/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Restaurer' }).click();
    await expect(page.getByRole('navigation', { name: 'Rubriques' })).toBeVisible();
    expect(await nomDe(abime)).toBe('Les Ateliers du Val');
    expect((await abime.appeler('donnees.backups', {})).map(({ motif }) => motif)).toContain('ecartee');
  } finally {
    await page.goto(hote.adresse);
    await abime.fermer();
    rmSync(dossier, { recursive: true, force: true });
  }
});

test('leaving in the middle of a backup: it ends or leaves nothing, and the data is whole', async () => {
  const dossier = mkdtempSync(join(tmpdir(), 'passerelle-e2e-'));
  const premier = await ouvrirHote(dossier);
  await structurePrete(premier);
  const sauvegarde = premier.appeler('donnees.backupNow', {}).catch(() => null);
  await premier.fermer();
  await sauvegarde;
  const second = await ouvrirHote(dossier);
  try {
    expect(await second.appeler('donnees.check', { complet: true })).toMatchObject({ probleme: null });
    expect(await nomDe(second)).toBe('Les Ateliers du Val');
    expect(readdirSync(join(dossier, 'sauvegardes')).filter((nom) => !nom.endsWith('.sqlite'))).toEqual([]);
  } finally {
    await second.fermer();
    rmSync(dossier, { recursive: true, force: true });
  }
});

test('a new computer: everything comes back from one file, before anything is typed', async ({
  page,
  hote,
}) => {
  const ancien = await ouvrirHote(mkdtempSync(join(tmpdir(), 'passerelle-e2e-')));
  try {
    await structurePrete(ancien);
    const { id } = await ancien.appeler('donnees.backupNow', {});
    await page.getByRole('button', { name: 'Reprendre une sauvegarde' }).click();
    const reprise = page.getByRole('dialog', { name: 'Reprendre une sauvegarde' });
    await expect(reprise.getByText('Pas de sauvegarde ici')).toBeVisible();
    await accessible(page);
    const choix = page.waitForEvent('filechooser');
    await reprise.getByRole('button', { name: /Ajouter depuis un fichier/ }).click();
    await (await choix).setFiles(join(ancien.dossier, 'sauvegardes', `passerelle_${id}.sqlite`));
    await reprise.getByRole('button', { name: /^Restaurer .*venue d’un fichier/ }).click();
    await page
      .getByRole('dialog', { name: /Restaurer cette sauvegarde/ })
      .getByRole('button', { name: 'Restaurer' })
      .click();
    await expect(page.getByRole('navigation', { name: 'Rubriques' })).toBeVisible();
    expect(await nomDe(hote)).toBe('Les Ateliers du Val');
  } finally {
    await ancien.fermer();
    rmSync(ancien.dossier, { recursive: true, force: true });
  }
});
