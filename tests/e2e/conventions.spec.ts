import { accessible, expect, ouvrir, structurePrete, test } from './hote.ts';

test('a convention: from nothing to its bilan due, its objective, its money', async ({ page, hote }) => {
  await structurePrete(hote);
  await hote.appeler('reseau.create', { nom: 'DDETS du Puy-de-Dôme', roles: [{ role: 'financeur' }] });
  await ouvrir(page, hote, '/bilans/conventions');
  await expect(page.getByText('Notez votre première convention')).toBeVisible();
  await accessible(page);
  await page.getByRole('link', { name: 'Nouvelle convention' }).click();

  // A period upside down keeps what was typed, and says why beside the field.
  await page.getByLabel('Financeur').fill('ddets');
  await page.getByRole('option', { name: /DDETS du Puy-de-Dôme/ }).click();
  await page.getByRole('combobox', { name: 'Type' }).click();
  await page.getByRole('option', { name: 'DDETS : convention et annexes financières' }).click();
  await page.getByLabel('Intitulé').fill('Convention 2025-2026');
  await page.getByLabel('Du', { exact: false }).first().fill('01/01/2026');
  await page.getByRole('textbox', { name: 'Au' }).fill('31/12/2025');
  await page.getByLabel('Montant conventionné').fill('180000');
  await page.getByRole('button', { name: 'Créer la convention' }).click();
  await expect(page.getByText('La fin précède le début.')).toBeVisible();
  await accessible(page);
  await page.getByRole('textbox', { name: 'Au' }).fill('31/12/2026');
  await page.getByRole('button', { name: 'Créer la convention' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Convention 2025-2026' })).toBeVisible();
  await expect(page.getByText('Aucune échéance', { exact: false })).toBeVisible();

  await page.getByRole('button', { name: 'Un bilan chaque année au 31 mars' }).click();
  await expect(page.getByRole('region', { name: 'Prochaine échéance' })).toContainText('Bilan 2026');

  await page.getByRole('button', { name: 'Ajouter un objectif' }).click();
  const fenetre = page.getByRole('dialog', { name: 'Ajouter un objectif 2026' });
  await fenetre.getByRole('combobox', { name: 'Indicateur' }).fill('Immersions');
  await page.getByRole('option', { name: 'Immersions', exact: true }).click();
  await fenetre.getByLabel('Visé sur l’année').fill('beaucoup');
  await fenetre.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(fenetre.getByText('Écrivez la valeur visée.')).toBeVisible();
  await fenetre.getByLabel('Visé sur l’année').fill('30');
  await fenetre.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(fenetre).toBeHidden();
  const objectif = page.getByRole('row', { name: /^Immersions/ });
  await expect(objectif).toContainText('30');
  await expect(objectif).toContainText('En cours');

  await page.getByRole('button', { name: 'Noter un versement' }).click();
  const versement = page.getByRole('dialog', { name: 'Noter un versement' });
  await versement.getByLabel('Montant reçu').fill('200 000');
  await versement.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('20 000,00 € de trop', { exact: false })).toBeVisible();
  await accessible(page);

  // Handed in, then taken back.
  await page.getByRole('button', { name: 'Rendu : Bilan 2026' }).click();
  await expect(page.getByText('Rendu', { exact: true })).toBeVisible();
  const dit = page.getByRole('alert').filter({ hasText: 'rendu le' });
  await dit.getByRole('button', { name: 'Annuler' }).click();
  await expect(page.getByRole('button', { name: 'Rendu : Bilan 2026' })).toBeVisible();

  // The funder's sheet and the list know it.
  await page.getByRole('link', { name: 'DDETS du Puy-de-Dôme' }).click();
  await expect(page.getByRole('region', { name: 'Conventions' })).toContainText('Convention 2025-2026');
  await ouvrir(page, hote, '/bilans/conventions');
  await expect(page.getByRole('row', { name: /Convention 2025-2026/ })).toContainText('Bilan 2026');
  await accessible(page);
});
