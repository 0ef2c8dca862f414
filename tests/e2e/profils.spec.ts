import { accessible, expect, ouvrir, structurePrete, test } from './hote.ts';

test('a shipped profile is copied, changed without losing anything, and a bilan opens with it', async ({
  page,
  hote,
}) => {
  await structurePrete(hote);
  await ouvrir(page, hote, '/bilans/profils');
  await expect(page.getByRole('list', { name: 'Profils fournis' }).getByRole('listitem')).toHaveCount(6);
  await accessible(page);
  await page.getByRole('link', { name: 'DDETS – dialogue de gestion' }).click();
  await page.getByRole('button', { name: 'Copier pour l’adapter' }).click();
  const nom = page.getByLabel('Nom du profil');
  await expect(nom).toHaveValue('DDETS – dialogue de gestion (copie)');
  await accessible(page);

  await page.getByRole('button', { name: 'Retirer la partie 4. Action sociale' }).click();
  const partie = page.getByRole('region', { name: '1. Moyens humains et matériels' });
  await expect(page.getByRole('region', { name: '4. Action sociale' })).toBeHidden();
  await partie.getByRole('button', { name: 'Ajouter un indicateur' }).click();
  const catalogue = page.getByRole('dialog');
  await catalogue.getByLabel('Chercher un indicateur').fill('freins');
  await expect(catalogue.getByRole('region', { name: 'Accompagnement' })).toBeVisible();
  await accessible(page);
  await catalogue.getByRole('button', { name: 'Ajouter Personnes concernées par un frein' }).click();
  await expect(catalogue.getByText('6 chiffres dans cette partie')).toBeVisible();
  await catalogue.getByRole('button', { name: 'Terminé' }).click();
  await expect(catalogue).toBeHidden();
  await partie.getByRole('button', { name: /^Répartitions de Personnes concernées par un frein/ }).click();
  await page.getByRole('checkbox', { name: 'Sexe', exact: true }).check();
  await page.keyboard.press('Escape');
  await expect(
    partie.getByRole('button', { name: /Personnes concernées par un frein.* : par sexe$/ }),
  ).toBeVisible();

  // By the keyboard alone, and the keyboard stays on what moves.
  const monter = page.getByRole('button', { name: 'Monter la partie 2. Personnes embauchées et contrats' });
  await monter.focus();
  await page.keyboard.press('ArrowUp');
  await expect(monter).toBeFocused();
  await expect(page.getByRole('region', { name: /^\d\. / }).first()).toHaveAccessibleName(/^2\./);

  // Leaving asks; a refusal keeps what was typed.
  await page.getByRole('link', { name: 'Profils', exact: true }).click();
  await page.getByRole('button', { name: 'Continuer la saisie' }).click();
  await nom.fill('');
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(page.getByText('Donnez un nom à ce profil.')).toBeVisible();
  await nom.fill('DDETS du Val');
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'DDETS du Val' })).toBeVisible();

  await page.getByRole('link', { name: /^Préparer le bilan \d{4}$/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('DDETS du Val');
  await expect(page.getByText('Personnes concernées par un frein').first()).toBeVisible();
  await expect(page.getByText('4. Action sociale')).toBeHidden();

  // Taken away, and back.
  await ouvrir(page, hote, '/bilans/profils');
  await page.getByRole('button', { name: 'Retirer DDETS du Val' }).click();
  await expect(page.getByRole('list', { name: 'Vos profils' })).toBeHidden();
  await page.getByRole('alert').getByRole('button', { name: 'Annuler' }).click();
  await expect(page.getByRole('list', { name: 'Vos profils' })).toContainText('DDETS du Val');
});
