import { journees } from '../formation.ts';
import { accessible, expect, ouvrir, structurePrete, test } from './hote.ts';

test('a session from nothing: its action, its half-days laid at once, a refusal, confirmed, on the calendar', async ({
  page,
  hote,
}) => {
  await structurePrete(hote);
  await ouvrir(page, hote, '/formation');
  // In the heading, and in the empty list once it is read.
  await page.getByRole('link', { name: 'Nouvelle session' }).first().click();
  await page.getByRole('button', { name: 'Nouvelle action' }).click();
  const fenetre = page.getByRole('dialog');
  await fenetre.getByLabel('Intitulé').fill('Œuvrard-N’Diaye, CACES 3');
  await fenetre.getByRole('combobox', { name: /Genre/ }).click();
  await page.getByRole('option', { name: /Habilitation/ }).click();
  await fenetre.getByLabel('Heures par stagiaire').fill('14');
  // The network is empty: the training body enters it from here.
  await fenetre.getByLabel('Organisme de formation').fill('Greta du Val');
  await page.getByRole('option', { name: 'Créer « Greta du Val »' }).click();
  await expect(fenetre.getByLabel('Organisme de formation')).toHaveValue('Greta du Val');
  await fenetre.getByRole('button', { name: 'Créer l’action' }).click();
  await expect(fenetre).toHaveCount(0);
  await expect(page.getByLabel('Heures par stagiaire')).toHaveValue('14 h');

  // Easter Monday is left out.
  await page.getByLabel('Premier jour').fill('03/04/2026');
  await page.getByRole('button', { name: 'Poser les demi-journées' }).click();
  await expect(page.getByLabel('Jour 2', { exact: true })).toHaveValue('07/04/2026');
  await expect(page.getByLabel('Dernier jour')).toHaveValue('07/04/2026');
  await page.getByLabel('Matin, jour 2').fill('9-');
  await page.getByRole('button', { name: 'Créer la session' }).click();
  await expect(page.getByText('Des heures du calendrier ne peuvent pas être lues.')).toBeVisible();
  await expect(page.getByLabel('Matin, jour 2')).toBeFocused();
  await page.getByLabel('Matin, jour 2').fill('9-12');
  await accessible(page);
  await page.getByRole('button', { name: 'Créer la session' }).click();

  await expect(page.getByRole('heading', { name: 'Œuvrard-N’Diaye, CACES 3' })).toBeVisible();
  await expect(page.getByText('4 demi-journées, 14 h')).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: 'Confirmer' }).click();
  await expect(page.getByRole('button', { name: 'Confirmer' })).toHaveCount(0);

  await page.getByRole('link', { name: 'Formation', exact: true }).first().click();
  await expect(page.getByRole('link', { name: 'Œuvrard-N’Diaye, CACES 3' })).toBeVisible();
  await accessible(page);
  await ouvrir(page, hote, '/formation/calendrier?annee=2026&mois=4');
  await expect(page.getByRole('row', { name: /CACES 3/ }).getByText('Matin, 9 h – 12 h')).toHaveCount(2);
  await accessible(page);
});

test('cancelling a session says why, and is undone; another action asks before it replaces anything', async ({
  page,
  hote,
}) => {
  await structurePrete(hote);
  const { id: actionId } = await hote.appeler('formation.createAction', {
    titre: 'Gestes et postures',
    genre: 'module_court',
    minutes: 840,
  });
  const { id } = await hote.appeler('formation.createSession', {
    actionId,
    debut: '2026-04-07',
    fin: '2026-04-08',
    minutes: 840,
    creneaux: journees('2026-04-07', '2026-04-08'),
  });
  await ouvrir(page, hote, `/formation/sessions/${id}`);
  await page.getByRole('button', { name: 'Autres actions' }).click();
  await page.getByRole('menuitem', { name: 'Annuler la session' }).click();
  await page.getByRole('dialog').getByLabel('Raison').fill('Formateur absent');
  await page.getByRole('dialog').getByRole('button', { name: 'Annuler la session' }).click();
  await expect(page.getByText('Formateur absent')).toBeVisible();
  await page.getByRole('button', { name: 'Autres actions' }).click();
  await page.getByRole('menuitem', { name: 'Rétablir la session' }).click();
  await expect(page.getByText('Formateur absent')).toHaveCount(0);

  // Another action asks before it takes the hours of the session.
  await hote.appeler('formation.createAction', { titre: 'Secourisme', genre: 'habilitation', minutes: 420 });
  await ouvrir(page, hote, `/formation/sessions/${id}/modifier`);
  await page.getByRole('combobox', { name: 'Action de formation' }).click();
  await page.getByRole('option', { name: 'Secourisme' }).click();
  await expect(page.getByText('Ce qui était saisi reste : heures.')).toBeVisible();
  await expect(page.getByLabel('Heures par stagiaire')).toHaveValue('14 h');
  await page.getByRole('button', { name: 'Prendre plutôt ceux de l’action' }).click();
  await expect(page.getByLabel('Heures par stagiaire')).toHaveValue('7 h');
});
