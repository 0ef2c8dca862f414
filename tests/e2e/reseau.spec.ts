import type { Page } from '@playwright/test';
import { accessible, expect, exporter, type Hote, ouvrir, structurePrete, test } from './hote.ts';

test.beforeEach(async ({ hote, page }) => {
  await structurePrete(hote);
  await page.reload();
  await expect(page.getByRole('navigation', { name: 'Rubriques' })).toBeVisible();
});

const organisations = (page: Page) => page.getByRole('table', { name: 'Organisations' });
const lignes = (page: Page) => organisations(page).getByRole('link');
const recherche = (page: Page) => page.getByLabel('Chercher dans le réseau');

async function remplir(hote: Hote): Promise<void> {
  await hote.appeler('reseau.create', { nom: 'Boulangerie Faure', ville: 'Riom', genre: 'marchand' });
  await hote.appeler('reseau.create', { nom: 'Mairie de Volvic', ville: 'Volvic', genre: 'public' });
  const { id } = await hote.appeler('reseau.create', {
    nom: 'Œuvrard-N’Diaye Menuiserie',
    ville: 'Riom',
    genre: 'marchand',
    telephone: '04 73 11 22 33',
  });
  await hote.appeler('reseau.saveInterlocuteur', { organisationId: id, prenom: 'Claire', nom: 'Roche' });
}

test('an empty network says what to do; a first organisation is added by keyboard only', async ({
  page,
  hote,
}) => {
  await ouvrir(page, hote, '/reseau');
  await expect(page.getByText('Votre réseau commence ici')).toBeVisible();
  await accessible(page);
  await page.getByRole('link', { name: 'Nouvelle organisation' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Nouvelle organisation' })).toBeVisible();
  await page.keyboard.type('Paysage Roche SARL');
  await page.getByLabel('Téléphone').focus();
  await page.keyboard.type('04 73 11');
  await page.getByLabel('SIRET').focus();
  await page.keyboard.type('424 143 089 00038');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Certaines informations sont à corriger.')).toBeVisible();
  await expect(page.getByLabel('Téléphone')).toBeFocused();
  await expect(page.getByLabel('Téléphone')).toHaveValue('04 73 11');
  await expect(page.getByLabel('Téléphone')).toHaveAccessibleDescription(/10 attendus, 6 lus/);
  await expect(page.getByLabel('SIRET')).toHaveAccessibleDescription(/clé de contrôle est fausse/);
  await accessible(page);
  await page.keyboard.type(' 22 33');
  await page.getByLabel('SIRET').fill('424 143 089 00037');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Paysage Roche SARL' })).toBeVisible();
  const { lignes: creees } = await hote.appeler('reseau.list', {});
  expect(creees).toMatchObject([{ nom: 'Paysage Roche SARL', telephone: '0473112233' }]);
});

test('a probable duplicate is said while typing and never blocks; leaving unsaved input asks', async ({
  page,
  hote,
}) => {
  await remplir(hote);
  await ouvrir(page, hote, '/reseau/nouvelle');
  await page.getByLabel('Nom').fill('oeuvrard n diaye MENUISERIE');
  const avis = page.getByRole('status').filter({ hasText: 'Déjà dans votre réseau' });
  await expect(avis).toContainText('Œuvrard-N’Diaye Menuiserie · Riom · même nom');
  await accessible(page);
  await avis.getByRole('link').click();
  await expect(page.getByRole('dialog')).toContainText('Quitter sans enregistrer ?');
  await page.getByRole('button', { name: 'Continuer la saisie' }).click();
  await expect(page.getByLabel('Nom')).toHaveValue('oeuvrard n diaye MENUISERIE');
  await page.getByRole('button', { name: 'Ajouter au réseau' }).click();
  await expect(page.getByText('oeuvrard n diaye MENUISERIE est dans votre réseau.')).toBeVisible();
  expect((await hote.appeler('reseau.list', {})).total).toBe(4);
});

test('the list searches, filters and sorts in the address, and opens by keyboard', async ({ page, hote }) => {
  await remplir(hote);
  await ouvrir(page, hote, '/reseau');
  await expect(lignes(page)).toHaveText([
    'Boulangerie Faure',
    'Mairie de Volvic',
    'Œuvrard-N’Diaye Menuiserie',
  ]);
  await expect(page.getByText('3 organisations')).toBeVisible();
  await accessible(page);

  await organisations(page).getByRole('button', { name: 'Organisation' }).click();
  await expect(lignes(page).first()).toHaveText('Œuvrard-N’Diaye Menuiserie');
  await page.getByRole('button', { name: 'Filtres' }).click();
  await page.getByRole('combobox', { name: 'Type d’organisation' }).click();
  await page.getByRole('option', { name: 'Public', exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(lignes(page)).toHaveText(['Mairie de Volvic']);
  expect(page.url()).toContain('genre=public');
  expect(page.url()).toContain('sens=desc');
  await page.reload();
  await expect(lignes(page)).toHaveText(['Mairie de Volvic']);

  await ouvrir(page, hote, '/reseau');
  await expect(lignes(page)).toHaveCount(3);
  await page.keyboard.press('/');
  await expect(recherche(page)).toBeFocused();
  await page.keyboard.type('claire');
  await expect(lignes(page)).toHaveText(['Œuvrard-N’Diaye Menuiserie']);
  await expect(page.getByText('1 organisation', { exact: true })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(lignes(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Œuvrard-N’Diaye Menuiserie');
  await page.getByRole('navigation', { name: 'Fil d’Ariane' }).getByRole('link').click();
  await expect(recherche(page)).toHaveValue('claire');
  await expect(lignes(page)).toHaveCount(1);

  await recherche(page).fill('zzz%_"');
  await expect(page.getByText('Rien ne correspond à « zzz%_" »')).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: 'Voir tout le réseau' }).click();
  await expect(lignes(page)).toHaveCount(3);
  const csv = await exporter(page, 'Exporter', 'Fichier CSV');
  expect(csv.suggestedFilename()).toMatch(/^reseau-\d{4}-\d\d-\d\d\.csv$/);
  const classeur = await exporter(page, 'Exporter', 'Classeur Excel');
  expect(classeur.suggestedFilename()).toMatch(/^reseau-\d{4}-\d\d-\d\d\.xlsx$/);
});

test('a sheet: edited, archived, brought back, its people added, gone and removed with undo', async ({
  page,
  hote,
}) => {
  await remplir(hote);
  const { lignes: trouvees } = await hote.appeler('reseau.list', { recherche: 'faure' });
  const id = trouvees[0]!.id;
  await ouvrir(page, hote, `/reseau/${id}`);
  const personnes = page.getByRole('region', { name: 'Interlocuteurs' });
  await personnes.getByRole('button', { name: 'Ajouter' }).click();
  const fenetre = page.getByRole('dialog');
  await fenetre.getByLabel('Prénom').fill('Léa');
  await fenetre.getByRole('button', { name: 'Ajouter' }).click();
  await expect(fenetre.getByText('Indiquez le nom de cette personne.')).toBeVisible();
  await accessible(page);
  await page.keyboard.press('Escape');
  await expect(fenetre.getByText('Fermer sans enregistrer')).toBeVisible();
  await fenetre.getByRole('button', { name: 'Continuer la saisie' }).click();
  await fenetre.getByRole('textbox', { name: /^Nom/ }).fill('Martin');
  await fenetre.getByLabel('Fonction', { exact: true }).fill('Gérante');
  await fenetre.getByRole('button', { name: 'Ajouter' }).click();
  await expect(personnes.getByText('Léa Martin')).toBeVisible();

  await personnes.getByRole('button', { name: 'Actions pour Léa Martin' }).click();
  await page.getByRole('menuitem', { name: 'Saisie par erreur : retirer' }).click();
  await expect(personnes.getByText('Léa Martin')).toBeHidden();
  await page.getByRole('button', { name: 'Annuler' }).click();
  await expect(personnes.getByText('Léa Martin')).toBeVisible();
  await personnes.getByRole('button', { name: 'Actions pour Léa Martin' }).click();
  await page.getByRole('menuitem', { name: 'A quitté' }).click();
  await expect(personnes.getByText(/Gérante · départ en \d{4}/)).toBeVisible();
  await expect(page.getByRole('menu')).toHaveCount(0);
  await page.keyboard.press('n');
  await expect(fenetre.getByText('Boulangerie Faure')).toBeVisible();
  await page.keyboard.press('Escape');
  await accessible(page);

  await page.getByRole('button', { name: 'Autres actions' }).click();
  await page.getByRole('menuitem', { name: 'Modifier' }).click();
  await page.getByLabel('Ville').fill('Mozac');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Boulangerie Faure');
  await expect(page.getByText('Mozac').first()).toBeVisible();

  await page.getByRole('button', { name: 'Autres actions' }).click();
  await page.getByRole('menuitem', { name: 'Archiver' }).click();
  await expect(page.getByText('Archivée', { exact: true })).toBeVisible();
  await accessible(page);
  expect((await hote.appeler('reseau.list', {})).total).toBe(2);
  await page.getByRole('button', { name: 'Remettre dans le réseau' }).click();
  await expect(page.getByRole('button', { name: 'Autres actions' })).toBeVisible();
  expect((await hote.appeler('reseau.list', {})).total).toBe(3);
});

test('Ctrl K finds an organisation, a person and an exchange, by keyboard only', async ({ page, hote }) => {
  await remplir(hote);
  const { lignes: trouvees } = await hote.appeler('reseau.list', { recherche: 'faure' });
  await hote.appeler('sollicitations.record', {
    date: '2026-01-12',
    canal: 'telephone',
    resultat: 'a_suivre',
    texte: 'Demande la grille de compétences',
    organisationIds: [trouvees[0]!.id],
  });
  await page.keyboard.press('Control+k');
  const champ = page.getByRole('dialog').getByLabel('Chercher partout', { exact: true });
  await expect(champ).toBeFocused();
  await expect(page.getByRole('option', { name: /Boulangerie Faure/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(champ).toBeHidden();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('grille');
  await expect(page.getByRole('option')).toHaveCount(1);
  await accessible(page);
  await champ.fill('claire');
  await expect(page.getByRole('option', { name: /Claire Roche/ })).toBeVisible();
  await champ.fill('zzzz');
  await expect(page.getByRole('option', { name: 'Ajouter « zzzz » au réseau' })).toBeVisible();
  await champ.fill('04 73 11');
  await expect(page.getByRole('option', { name: /Œuvrard-N’Diaye Menuiserie/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Œuvrard-N’Diaye Menuiserie');
});

test('5 000 organisations scroll, jump to the end, and keep their place on return', async ({
  page,
  hote,
}) => {
  const csv = [
    'nom;ville',
    ...Array.from({ length: 5_000 }, (_, rang) => `Atelier ${String(rang).padStart(5, '0')};Riom`),
  ];
  await hote.appeler('reseau.runImport', {
    nom: 'liste.csv',
    contenu: Buffer.from(csv.join('\r\n')).toString('base64'),
  });
  await ouvrir(page, hote, '/reseau');
  await expect(page.getByText(/5\s000 organisations/)).toBeVisible();
  expect(await organisations(page).getByRole('row').count()).toBeLessThan(60);
  await lignes(page).first().focus();
  await page.keyboard.press('End');
  await expect(lignes(page).last()).toBeFocused();
  await expect(lignes(page).last()).toHaveText('Atelier 04999');
  await page.keyboard.press('PageUp');
  const place = await page.locator(':focus').textContent();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(place!);
  await page.goBack();
  await expect(page.getByRole('link', { name: place!, exact: true })).toBeInViewport();
  await recherche(page).fill('1234');
  await expect(lignes(page)).toHaveText(['Atelier 01234']);
});
