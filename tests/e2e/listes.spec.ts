import { accessible, expect, ouvrir, structurePrete, test } from './hote.ts';

test('a word of one’s own is added, used, renamed and retired; the exchange that carries it keeps it', async ({
  page,
  hote,
}) => {
  await structurePrete(hote);
  const { id } = await hote.appeler('reseau.create', { nom: 'Œuvrard-N’Diaye' });
  await ouvrir(page, hote, '/parametres/listes');
  await expect(page.getByRole('heading', { name: 'Vos listes' })).toBeVisible();
  await accessible(page);

  const nouveau = page.getByRole('textbox', { name: 'Nouveau mot' });
  await nouveau.fill('téléphone');
  await page.getByRole('button', { name: 'Ajouter' }).click();
  await expect(page.getByText('« Téléphone » est déjà dans la liste.')).toBeVisible();
  await expect(nouveau).toHaveValue('téléphone');
  await nouveau.fill('Café du commerce');
  await nouveau.press('Enter');
  await expect(page.getByText('« Café du commerce » est ajouté.')).toBeVisible();

  await hote.appeler('sollicitations.record', {
    date: '2026-01-20',
    canal: 'cafe_du_commerce',
    resultat: 'a_suivre',
    organisationIds: [id],
  });
  const ligne = page.getByRole('listitem').filter({ hasText: 'Café du commerce' });
  await expect(ligne).toContainText('1 fois');
  await ligne.getByRole('button', { name: 'Renommer Café du commerce' }).click();
  await page.getByRole('textbox', { name: 'Nouveau nom de Café du commerce' }).fill('Bistrot');
  await page.keyboard.press('Enter');
  const renommee = page.getByRole('listitem').filter({ hasText: 'Bistrot' });
  await renommee.getByRole('button', { name: 'Monter Bistrot' }).press('Enter');
  await renommee.getByRole('button', { name: 'Retirer Bistrot' }).press('Enter');
  await expect(renommee).toContainText('Retiré');
  await accessible(page);

  await ouvrir(page, hote, `/reseau/${id}`);
  await expect(page.getByText('Bistrot').first()).toBeVisible();
  const { canaux } = await hote.appeler('parametres.nomenclatures', {});
  expect(canaux!.find(({ code }) => code === 'cafe_du_commerce')).toMatchObject({ retiree: true });
});
