import type { Page } from '@playwright/test';
import { ajouterMois, dateLocale } from '../../shared/dates.ts';
import { accessible, expect, type Hote, ouvrir, structurePrete, test } from './hote.ts';

const today = dateLocale(new Date());

/** Four organisations: engaged and silent, asked too much, never called, and interested. */
async function remplir(hote: Hote): Promise<void> {
  await structurePrete(hote);
  const creer = async (nom: string, plus: object = {}) =>
    (await hote.appeler('reseau.create', { nom, ville: 'Riom', ...plus })).id;
  const noter = (organisationId: string, date: string, plus: object = {}) =>
    hote.appeler('sollicitations.record', {
      date,
      canal: 'telephone',
      nature: 'intermediation',
      resultat: 'realisee',
      organisationIds: [organisationId],
      ...plus,
    });
  const roche = await creer('Paysage Roche', { stade: 'engagee' });
  await noter(roche, ajouterMois(today, -8));
  const petit = await creer('Garage Petit');
  for (let fois = 0; fois < 5; fois += 1) await noter(petit, ajouterMois(today, -1));
  await creer('Crèche Lutins', { ville: 'Volvic', secteur: 'sante_social' });
  const faure = await creer('Boulangerie Faure');
  await noter(faure, ajouterMois(today, -2), { resultat: 'interessee' });
}

const noms = (page: Page) => page.getByRole('table', { name: 'Organisations' }).getByRole('link');

test('views say who to call, and why', async ({ page, hote }) => {
  await remplir(hote);
  await ouvrir(page, hote, '/reseau');
  const vues = page.getByRole('navigation', { name: 'Vues du réseau' });
  await vues.getByRole('link', { name: 'Priorités' }).click();
  await expect(noms(page)).toHaveText([
    'Boulangerie Faure',
    'Paysage Roche',
    'Crèche Lutins',
    'Garage Petit',
  ]);
  await expect(page.getByText('Engagée, sans nouvelles depuis 8 mois')).toBeVisible();
  await expect(page.getByText(/Intéressée il y a \d+ (semaines|mois), jamais rappelée/)).toBeVisible();
  await accessible(page);

  await vues.getByRole('link', { name: /^À fidéliser/ }).click();
  await expect(noms(page)).toHaveText(['Paysage Roche']);
  await vues.getByRole('link', { name: /^Très sollicitées/ }).click();
  await expect(noms(page)).toHaveText(['Garage Petit']);

  await ouvrir(page, hote, '/reseau?stades=disparu&zone=Nord&contact=jamais');
  await expect(page.getByText('Aucune organisation ici')).toBeVisible();
});

test('filters kept under a name are a view, which is a link', async ({ page, hote }) => {
  await remplir(hote);
  await ouvrir(page, hote, '/reseau?contact=jamais');
  await page.getByRole('button', { name: /^Filtres/ }).click();
  await page.getByRole('combobox', { name: 'Secteur' }).click();
  await page.getByRole('option', { name: 'Santé, médico-social' }).click();
  await accessible(page);
  await page.keyboard.press('Escape');
  await expect(noms(page)).toHaveText(['Crèche Lutins']);
  await page.getByRole('button', { name: 'Mes vues' }).click();
  await page.getByRole('menuitem', { name: 'Garder ces filtres sous un nom' }).click();
  const fenetre = page.getByRole('dialog', { name: 'Garder cette vue' });
  await fenetre.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(fenetre.getByText('Donnez un nom à cette vue.')).toBeVisible();
  await fenetre.getByLabel('Nom de la vue').fill('Santé à découvrir');
  await fenetre.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('button', { name: 'Santé à découvrir' })).toBeVisible();
  const lien = new URL(page.url()).hash;

  await page.getByRole('button', { name: 'Retirer le filtre Jamais contactées' }).click();
  await page.getByRole('button', { name: /^Retirer le filtre Santé/ }).click();
  await expect(noms(page)).toHaveCount(4);
  await page.getByRole('button', { name: 'Mes vues' }).click();
  await page.getByRole('menuitem', { name: 'Santé à découvrir' }).click();
  await expect(noms(page)).toHaveText(['Crèche Lutins']);
  expect(new URL(page.url()).hash).toBe(lien);
  await page.getByRole('button', { name: 'Santé à découvrir' }).click();
  await page.getByRole('menuitem', { name: 'Retirer cette vue' }).click();
  await expect(page.getByRole('button', { name: 'Mes vues' })).toBeVisible();
});

test('lines are chosen with the keyboard and the mouse, changed together, and given back', async ({
  page,
  hote,
}) => {
  await remplir(hote);
  await ouvrir(page, hote, '/reseau');
  await expect(noms(page)).toHaveCount(4);
  await noms(page).first().focus();
  await page.keyboard.press(' ');
  const barre = page.getByRole('region', { name: 'Organisations choisies' });
  await expect(barre).toContainText('1 choisie');
  await page.getByRole('checkbox', { name: 'Choisir Garage Petit' }).click({ modifiers: ['Shift'] });
  await expect(barre).toContainText('3 choisies');
  await accessible(page);
  await barre.getByRole('button', { name: 'Confier à…' }).click();
  await page.getByRole('menuitem', { name: 'Denis Morel' }).click();
  await expect(page.getByText('3 organisations confiées à Denis Morel.')).toBeVisible();
  await expect(page.getByRole('cell', { name: 'D. Morel' })).toHaveCount(3);
  await page.getByRole('button', { name: 'Annuler' }).click();
  await expect(page.getByRole('cell', { name: 'D. Morel' })).toHaveCount(0);

  await barre.getByRole('button', { name: 'Tout sélectionner (4)' }).click();
  await expect(barre).toContainText('4 choisies');
  await barre.getByRole('button', { name: 'Archiver' }).click();
  await expect(page.getByText('Votre réseau commence ici')).toBeVisible();
  await page.getByRole('button', { name: 'Annuler' }).click();
  await expect(noms(page)).toHaveCount(4);
  await expect(barre).toBeHidden();
});

test('the sheet warns before one request too many, its stage changes in one click', async ({
  page,
  hote,
}) => {
  await remplir(hote);
  await ouvrir(page, hote, '/reseau?contact=saturees');
  await noms(page).first().click();
  const carte = page.getByRole('region', { name: 'Très sollicitée' });
  await expect(carte).toContainText(/5 demandes en 6 mois, la dernière le .* par K\. Brunet/);
  await page.getByRole('button', { name: 'Stade : Contactée. Changer' }).click();
  await page.getByRole('menuitem', { name: 'Partenaire' }).click();
  await expect(page.getByRole('button', { name: 'Stade : Partenaire. Changer' })).toBeVisible();
  await page.getByRole('button', { name: 'Annuler' }).click();
  await expect(page.getByRole('button', { name: 'Stade : Contactée. Changer' })).toBeVisible();
  await accessible(page);

  await ouvrir(page, hote, '/parametres');
  const reglages = page.getByRole('region', { name: 'Ne pas trop solliciter' });
  await reglages.getByLabel('Prévenir à partir de').fill('51');
  await reglages.getByRole('button', { name: 'Enregistrer les seuils' }).click();
  await expect(reglages.getByText('L’alerte commence à 50 demandes au plus.')).toBeVisible();
  await reglages.getByLabel('Prévenir à partir de').fill('9');
  await expect(reglages.getByText(/alerte à 9/)).toBeVisible();
  await accessible(page);
  await reglages.getByRole('button', { name: 'Enregistrer les seuils' }).click();
  await ouvrir(page, hote, '/reseau?contact=saturees');
  await expect(page.getByText('Aucune organisation ici')).toBeVisible();
});
