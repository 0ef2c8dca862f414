import { formaterDate } from '../../shared/format.ts';
import { accessible, expect, ouvrir, test } from './hote.ts';
import { immersion, LUNDI } from './immersion.ts';

test('a threshold is changed from a day on, the checks say so, and it is forgotten', async ({
  page,
  hote,
}) => {
  const { id } = await immersion(hote, 'brouillon');
  await ouvrir(page, hote, '/parametres');
  await page.getByRole('link', { name: 'Voyez chaque seuil' }).click();
  await expect(page.getByRole('heading', { name: 'Seuils de contrôle' })).toBeVisible();
  await accessible(page);
  const nom = 'Jours chez un même accueil sur cette période';
  const ligne = page.getByRole('listitem').filter({ has: page.getByText(nom, { exact: true }) });
  await page.getByRole('button', { name: `Changer : ${nom}` }).press('Enter');
  const formulaire = page.getByRole('form', { name: `Changer : ${nom}` });
  const valeur = formulaire.getByRole('textbox', { name: 'Valeur' });
  await expect(valeur).toBeFocused();
  await valeur.fill('beaucoup');
  await formulaire.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(formulaire.getByText('Écrivez une valeur en chiffres.')).toBeVisible();
  await expect(valeur).toHaveValue('beaucoup');
  await valeur.fill('8 jours');
  await formulaire.getByRole('textbox', { name: 'À partir du' }).fill(formaterDate(LUNDI));
  await formulaire.getByRole('textbox', { name: 'D’où vient-elle ?' }).fill('Accord du 12/12');
  await accessible(page);
  await page.keyboard.press('Enter');
  await expect(ligne.getByText(`8 jours à partir du ${formaterDate(LUNDI)}`)).toBeVisible();
  await expect(page.getByRole('button', { name: `Changer : ${nom}` })).toBeFocused();

  await ouvrir(page, hote, `/immersions/${id}`);
  const controles = page.getByRole('region', { name: 'Contrôles', exact: true });
  await expect(controles.getByText('Cumul dans cet accueil : 12 jours sur 8')).toBeVisible();
  await expect(
    controles.getByText(/Seuil de votre structure depuis le .* 8\sjours \(Accord du 12\/12\)/),
  ).toBeVisible();
  await controles
    .getByRole('listitem')
    .filter({ hasText: 'Cumul' })
    .getByRole('button', { name: 'Voir' })
    .press('Enter');
  await expect(page.getByRole('textbox', { name: 'Au', exact: true })).toBeFocused();

  await ouvrir(page, hote, '/parametres/seuils');
  await ligne.getByRole('button', { name: /^Oublier 8 jours/ }).click();
  await expect(ligne.getByRole('list')).toHaveCount(0);
  await ouvrir(page, hote, `/immersions/${id}`);
  await expect(controles.getByText('Cumul dans cet accueil : 12 jours sur 60')).toBeVisible();
});
