import { accessible, expect, structurePrete, test } from './hote.ts';

test('a screen that cannot be read says so in French, keeps the others at hand, and opens once it can', async ({
  context,
  hote,
}) => {
  await structurePrete(hote);
  // Not the fixture's page: this one is meant to have errors in its console.
  const page = await context.newPage();
  const ecran = '**/ecran-bilans-*.js';
  await page.route(ecran, (route) => route.abort());
  await page.goto(hote.adresse);
  await page.getByRole('link', { name: 'Bilans' }).click();
  await expect(page.getByRole('heading', { name: 'Cet écran n’a pas pu s’ouvrir' })).toBeVisible();
  await expect(page.locator('body')).not.toContainText(/Error|import|\.js/);
  await accessible(page);
  await page.getByRole('link', { name: 'Réseau' }).click();
  await expect(page.getByRole('heading', { name: 'Réseau' })).toBeVisible();
  await page.unroute(ecran);
  await page.getByRole('link', { name: 'Bilans' }).click();
  await page.getByRole('button', { name: 'Réessayer' }).click();
  await expect(page.getByRole('heading', { name: 'Bilans', level: 1 })).toBeVisible();
});
