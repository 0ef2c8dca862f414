import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { accessible, expect, exporter, type Hote, ouvrir, structurePrete, test } from './hote.ts';

/** Two organisations; in 2024 one call, in 2025 two visits, a meeting with both and a call without answer. */
async function annees(hote: Hote, page: Page): Promise<void> {
  await structurePrete(hote);
  const mairie = await hote.appeler('reseau.create', { nom: '=Mairie de Riom', ville: 'Riom' });
  const ehpad = await hote.appeler('reseau.create', { nom: 'Ehpad Les Tilleuls', ville: 'Volvic' });
  const noter = (
    date: string,
    canal: 'telephone' | 'visite' | 'reunion',
    resultat: 'accord' | 'sans_reponse' | 'a_suivre',
    organisationIds: string[],
  ) =>
    hote.appeler('sollicitations.record', {
      date,
      canal,
      resultat,
      nature: 'formation',
      organisationIds,
      texte: 'Plaquette remise',
    });
  await noter('2024-03-12', 'telephone', 'a_suivre', [mairie.id]);
  await noter('2025-03-04', 'visite', 'accord', [mairie.id]);
  await noter('2025-06-10', 'visite', 'a_suivre', [mairie.id]);
  await noter('2025-10-02', 'reunion', 'a_suivre', [mairie.id, ehpad.id]);
  await noter('2025-12-31', 'telephone', 'sans_reponse', [ehpad.id]);
  await ouvrir(page, hote, '/bilans?debut=2025-01-01&fin=2025-12-31');
  await expect(page.getByRole('heading', { name: 'Bilan 2025', level: 1 })).toBeVisible();
}

test('a figure opens the rows behind it, which lead to their sheet and come back', async ({ page, hote }) => {
  await annees(hote, page);
  const accords = page.getByRole('button', { name: /^Accords et actions réalisées/ });
  await expect(accords).toContainText('1 sur 4 échanges, soit 25');
  await expect(page.getByRole('button', { name: /^Organisations contactées/ })).toContainText('2');
  await expect(page.getByRole('button', { name: /^dont première fois/ })).toContainText('1 sur 2, soit 50');

  await page.getByRole('button', { name: /^Visite/ }).click();
  const tiroir = page.getByRole('dialog', { name: 'Échanges · Visite' });
  await expect(tiroir.getByText('2 lignes, 2025')).toBeVisible();
  await expect(tiroir.getByRole('listitem')).toHaveCount(2);
  await accessible(page);
  await tiroir.getByRole('link', { name: '=Mairie de Riom' }).first().click();
  await expect(page).toHaveURL(/#\/reseau\//);
  await page.goBack();
  await expect(tiroir.getByText('2 lignes, 2025')).toBeVisible();

  const telechargement = await exporter(page, 'Exporter ces lignes', 'Fichier CSV');
  const csv = readFileSync((await telechargement.path())!, 'utf8');
  expect(csv).toContain("10/06/2025;'=Mairie de Riom;Visite;Formation;À suivre;Plaquette remise\r\n");
});

test('the period by keyboard: year before, quarters, free dates refused beside their field', async ({
  page,
  hote,
}) => {
  await annees(hote, page);
  await page.getByRole('button', { name: 'Période précédente : 2024' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Bilan 2024', level: 1 })).toBeVisible();
  await expect(page).toHaveURL(/debut=2024-01-01&fin=2024-12-31/);
  await page.getByRole('radio', { name: 'Année' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('heading', { name: 'Bilan 1er trimestre 2024', level: 1 })).toBeVisible();
  await page.getByRole('button', { name: 'Période suivante : 2e trimestre 2024' }).press('Space');
  await expect(page.getByText('Rien n’a été noté sur cette période')).toBeVisible();
  await accessible(page);

  await page.getByText('Libre', { exact: true }).click();
  await page.getByLabel('Du', { exact: true }).fill('01/06/2025');
  await expect(page.getByText('La fin de la période précède son début.')).toBeVisible();
  await expect(page.getByRole('heading', { name: /2024/, level: 1 })).toBeVisible();
  await page.getByLabel('Au', { exact: true }).fill('31/10/2025');
  await expect(page.getByRole('heading', { name: 'Bilan du 01/06/2025 au 31/10/2025' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Échanges\D+2/ })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Du', { exact: true })).toHaveValue('01/06/2025');

  await page.getByRole('button', { name: 'Tableau' }).press('Enter');
  await expect(page.getByRole('row', { name: 'octobre 2025 1 0' })).toBeVisible();
});

test('the bilan leaves as CSV, as a sheet to look at, and as PDF', async ({ page, hote }) => {
  await annees(hote, page);
  await accessible(page);
  const csv = await exporter(page, 'Tableur', 'Fichier CSV');
  expect(csv.suggestedFilename()).toBe('bilan 2025-01-01 2025-12-31.csv');
  const octets = readFileSync((await csv.path())!);
  expect([...octets.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(octets.toString('utf8')).toMatch(/Indicateurs;Accords et actions réalisées;1;;4;25;0;"?1 sur 4/);

  await page.getByRole('button', { name: 'Aperçu' }).click();
  const apercu = page.getByRole('dialog', { name: 'Le bilan sur papier' });
  await expect(apercu.frameLocator('iframe').getByRole('heading', { name: 'Bilan 2025' })).toBeVisible();
  await expect(apercu.frameLocator('iframe').getByText('Les Ateliers du Val').first()).toBeVisible();
  const [pdf] = await Promise.all([
    page.waitForEvent('download'),
    apercu.getByRole('button', { name: 'Enregistrer en PDF' }).click(),
  ]);
  expect(
    readFileSync((await pdf.path())!)
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  await page.keyboard.press('Escape');
  await expect(apercu).toBeHidden();
});
