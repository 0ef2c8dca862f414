import { dateLocale } from '../../shared/dates.ts';
import { accessible, expect, ouvrir, structurePrete, test } from './hote.ts';

test.beforeEach(async ({ hote, page }) => {
  await structurePrete(hote);
  await page.reload();
  await expect(page.getByRole('navigation', { name: 'Rubriques' })).toBeVisible();
});

test('a sheet is filled from a name alone, subject by subject, and says it all again once reloaded', async ({
  page,
  hote,
}) => {
  const { id } = await hote.appeler('reseau.create', { nom: 'Œuvrard-N’Diaye Paysage' });
  await ouvrir(page, hote, `/reseau/${id}`);
  const aCompleter = page.getByRole('region', { name: 'Pour mieux la connaître' });
  await expect(aCompleter.getByRole('link')).toHaveCount(4);
  await accessible(page);
  await aCompleter.getByRole('link', { name: 'Ce qu’elle fait, sa taille' }).click();

  // Arrived in the part that was asked for, by keyboard from there on.
  await expect(page.getByRole('button', { name: 'Ce qu’elle est' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.type('artis');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Riom Limagne');
  await page.keyboard.press('Tab');
  await page.keyboard.type('9');
  await expect(page.getByRole('combobox', { name: 'Taille' })).toHaveValue('TPE');
  await page.getByRole('textbox', { name: 'Code NAF (APE)' }).fill('8130Z');
  await page.getByRole('option', { name: /Services d’aménagement paysager/ }).click();
  await expect(page.getByRole('combobox', { name: 'Secteur' })).toHaveValue('Espaces verts');

  await page.getByRole('button', { name: /^Ce qu’elle peut offrir/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('checkbox', { name: 'novembre' }).focus();
  await page.keyboard.press('Space');
  for (const mois of ['décembre', 'janvier', 'février'])
    await page.getByRole('checkbox', { name: mois }).check();
  await expect(page.getByText('Haute saison de novembre à février.')).toBeVisible();
  await page.getByLabel('Métiers exercés').fill('élagage');
  await page.getByRole('option', { name: 'Garder « élagage », sans code' }).click();
  await page.getByRole('checkbox', { name: 'Permis B utile' }).check();

  await page.getByRole('button', { name: /^Comment elle recrute/ }).click();
  await expect(page.getByText('Le dirigeant, seul, entre deux chantiers.')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Transmettre un savoir-faire' }).check();

  await page.getByRole('button', { name: /^Notre relation/ }).click();
  await page.getByRole('button', { name: 'Ajouter un rôle' }).click();
  await page.getByRole('combobox', { name: 'Rôle' }).click();
  await page.getByRole('option', { name: 'Employeur', exact: true }).click();
  await page.getByLabel('Depuis le').fill('01/02/2024');
  await page.getByLabel('Jusqu’au').fill('01/02/2023');
  await page.getByRole('group', { name: 'Intermédiation' }).getByRole('radio', { name: 'Prête' }).check();
  await accessible(page);

  // A refusal opens what was folded, keeps what was typed, and takes the keyboard there.
  await page.getByRole('button', { name: /^Notre relation/ }).click();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByLabel('Jusqu’au')).toBeFocused();
  await expect(page.getByText('La fin ne peut pas précéder le début.')).toBeVisible();
  await page.getByLabel('Jusqu’au').fill('');
  await page.getByRole('button', { name: 'Enregistrer' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Œuvrard-N’Diaye Paysage');
  await page.reload();
  for (const pilule of [
    'Employeur depuis 2024',
    'TPE · 9 salariés',
    'Services d’aménagement paysager · 81.30Z',
  ])
    await expect(page.getByText(pilule, { exact: true })).toBeVisible();
  const offre = page.getByRole('region', { name: 'Ce qu’elle peut offrir' });
  for (const mot of ['élagage', 'Haute saison de novembre à février', 'Permis B utile', 'Prête'])
    await expect(offre.getByText(mot)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Comment elle recrute' })).toContainText(
    'Transmettre un savoir-faire',
  );
  await accessible(page);
});

test('who asked for silence is not called any more: said on the sheet, refused in Noter, and lifted', async ({
  page,
  hote,
}) => {
  const { id } = await hote.appeler('reseau.create', { nom: 'Garage Petit', ville: 'Riom' });
  await hote.appeler('sollicitations.planRelance', {
    organisationId: id,
    libelle: 'Envoyer la plaquette',
    echeance: '2030-01-07',
  });
  await ouvrir(page, hote, `/reseau/${id}`);
  await expect(page.getByText('Envoyer la plaquette', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Autres actions' }).click();
  await page.getByRole('menuitem', { name: 'Ne plus contacter' }).click();
  const fenetre = page.getByRole('dialog');
  await fenetre.getByRole('button', { name: 'Ne plus contacter' }).click();
  await expect(fenetre.getByText('Choisissez une raison, ou dites-la en quelques mots.')).toBeVisible();
  await fenetre.getByLabel('Précision').fill('Assez de stagiaires cette année.');
  await accessible(page);
  await fenetre.getByRole('button', { name: 'Ne plus contacter' }).click();
  const bandeau = page.getByRole('region', { name: 'Ne plus contacter' });
  await expect(bandeau).toContainText('Assez de stagiaires cette année.');
  await expect(page.getByText('Envoyer la plaquette')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Nouvelle immersion' })).toHaveCount(0);
  await accessible(page);
  await expect(
    hote.appeler('sollicitations.record', {
      date: dateLocale(new Date()),
      canal: 'telephone',
      resultat: 'a_suivre',
      organisationIds: [id],
    }),
  ).rejects.toThrow('n’est plus à contacter');

  await ouvrir(page, hote, '/reseau');
  await expect(page.getByRole('row', { name: /Garage Petit/ })).toContainText('Ne plus contacter');
  await accessible(page);

  await ouvrir(page, hote, `/reseau/${id}`);
  await bandeau.getByRole('button', { name: 'Lever' }).click();
  await expect(bandeau).toHaveCount(0);
  await page
    .getByRole('alert')
    .filter({ hasText: 'de nouveau' })
    .getByRole('button', { name: 'Annuler' })
    .click();
  await expect(bandeau).toContainText('Assez de stagiaires cette année.');
});

test('a site is added, remarked on when it looks like another firm, and found by its town', async ({
  page,
  hote,
}) => {
  const { id } = await hote.appeler('reseau.create', { nom: 'Paysage Roche', siret: '424 143 089 00037' });
  await ouvrir(page, hote, `/reseau/${id}/modifier?ouvrir=sites`);
  await page.getByRole('button', { name: 'Ajouter un site' }).click();
  const fenetre = page.getByRole('dialog');
  await fenetre.getByLabel('SIRET').fill('732 829 320 00074');
  await expect(fenetre.getByText(/n’a pas le même SIREN/)).toBeVisible();
  await fenetre.getByRole('button', { name: 'Ajouter' }).click();
  await expect(fenetre.getByLabel('Nom du site')).toBeFocused();
  await fenetre.getByLabel('Nom du site').fill('Dépôt');
  await fenetre.getByLabel('Ville').fill('Gerzat');
  await accessible(page);
  await fenetre.getByRole('button', { name: 'Ajouter' }).click();
  await expect(page.getByRole('button', { name: 'Retirer le site Dépôt' })).toBeVisible();
  expect((await hote.appeler('reseau.list', { recherche: 'gerzat' })).total).toBe(1);
  await ouvrir(page, hote, `/reseau/${id}`);
  await expect(page.getByRole('region', { name: 'Sites' })).toContainText('Gerzat');
});
