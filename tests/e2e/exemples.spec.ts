import { accessible, expect, ouvrir, test } from './hote.ts';

/** Telling four years takes seconds, more on a busy machine. */
const PATIENCE = { timeout: 40_000 };

test('the examples open from the first run, show every screen, and leave in one click', async ({ page }) => {
  test.setTimeout(120_000);
  await page.getByRole('button', { name: 'Ouvrir les exemples' }).click();
  const bandeau = page.getByRole('status').filter({ hasText: 'Base d’exemples' });
  await expect(bandeau).toBeVisible(PATIENCE);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await accessible(page);

  const rubriques = page.getByRole('navigation', { name: 'Rubriques' });
  for (const nom of ['Données', 'Paramètres', 'Aide']) {
    await rubriques.getByRole('link', { name: nom, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: nom })).toBeVisible();
    await expect(bandeau).toBeVisible();
  }
  await accessible(page);

  await bandeau.getByRole('button', { name: 'Retirer les exemples' }).click();
  await expect(page.getByRole('heading', { name: 'Bienvenue dans Passerelle' })).toBeVisible();
});

test('the help is read without a mouse, and prints', async ({ page, hote }) => {
  test.setTimeout(90_000);
  await hote.appeler('donnees.openExamples', {});
  await ouvrir(page, hote, '/aide');
  await expect(page.getByRole('heading', { level: 1, name: 'Aide' })).toBeVisible();
  for (const titre of ['Au clavier', 'Que faire si…', 'Où sont vos données', 'Version et licences']) {
    await expect(page.getByRole('region', { name: titre })).toBeVisible();
  }
  await page.getByRole('link', { name: 'Bilans' }).last().focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/bilans/);
});
