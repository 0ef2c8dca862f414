import { accessible, expect, ouvrir, structurePrete, test } from './hote.ts';

test('the year by sector: a score is typed, the picture says where to look, the rows open', async ({
  page,
  hote,
}) => {
  await structurePrete(hote);
  const annee = new Date().getFullYear();
  for (const nom of ['Roux BTP', 'Maçonnerie Faure'])
    await hote.appeler('reseau.create', { nom, secteur: 'batiment', stade: 'engagee' });
  await hote.appeler('reseau.create', { nom: 'Le Bon Coin du Val', secteur: 'restauration' });
  await hote.appeler('reseau.create', { nom: 'Sans étiquette' });
  await ouvrir(page, hote, '/reseau');
  await page.getByRole('button', { name: 'Autres actions sur le réseau' }).click();
  await page.getByRole('menuitem', { name: 'Analyser par secteur' }).click();
  await expect(page.getByRole('heading', { name: `Secteurs ${annee}` })).toBeVisible();

  await page.getByRole('button', { name: /^Score .* Hôtellerie, restauration : à saisir/ }).click();
  const score = page.getByRole('textbox', { name: 'Score du questionnaire, de 0 à 100' });
  await score.fill('130');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Un score va de 0 à 100, sans virgule.')).toBeVisible();
  await score.fill('85');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText(/À développer : Hôtellerie, restauration/)).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: 'Annuler' }).click();
  await expect(page.getByText(/À développer/)).toBeHidden();

  await page.getByRole('button', { name: '1 organisation sans secteur, à compléter' }).click();
  await expect(page.getByRole('link', { name: 'Sans étiquette' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page
    .getByRole('row', { name: /Bâtiment/ })
    .getByRole('link', { name: '2' })
    .click();
  await expect(page.getByRole('link', { name: 'Roux BTP' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Sans étiquette' })).toBeHidden();
});
