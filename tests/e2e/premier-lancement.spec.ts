import { accessible, expect, test } from './hote.ts';

test('first run: the structure and its team on one screen, by keyboard only', async ({ page, hote }) => {
  await expect(page.getByRole('heading', { name: 'Bienvenue dans Passerelle' })).toBeVisible();
  await accessible(page);
  await page.getByLabel('Raison sociale').focus();
  await page.keyboard.type('Œuvrard-N’Diaye Insertion');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('424 143 089 00038');
  await page.keyboard.press('Tab');
  await expect(page.getByText('Ce SIRET contient une erreur de frappe')).toBeVisible();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('424 143 089 00037');
  await page.getByLabel('Nom, personne 1', { exact: true }).focus();
  await page.keyboard.type('Brunet');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Rubriques' })).toBeVisible();
  const { structure, membres } = await hote.appeler('parametres.get', {});
  expect(structure).toMatchObject({ raisonSociale: 'Œuvrard-N’Diaye Insertion', siret: '42414308900037' });
  expect(membres).toHaveLength(1);
});

test('first run: a refusal keeps what was typed and stands beside its field', async ({ page, hote }) => {
  await page.getByLabel('Téléphone').fill('03 88 81');
  await page.getByRole('button', { name: 'Commencer' }).click();
  await expect(page.getByText('Indiquez le nom de votre structure.')).toBeVisible();
  await expect(page.getByLabel('Téléphone')).toHaveValue('03 88 81');
  await expect(page.getByLabel('Téléphone')).toHaveAccessibleDescription(/10 attendus, 6 lus/);
  expect((await hote.appeler('parametres.get', {})).structure).toBeNull();
});
