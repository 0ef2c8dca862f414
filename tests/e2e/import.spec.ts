import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { accessible, expect, exporter, ouvrir, structurePrete, test } from './hote.ts';

const LISTE = [
  'Raison sociale;Coordonnées;Tél;Courriels;N° SIRET;Machin',
  'Alpha Intérim;"10 rue des Prés\n67000 STRASBOURG CEDEX";03 88 81 75 33 / 06 12 34 56 78;a@alpha.fr b@alpha.fr;424 143 089 00037;Sonner au 2e',
  'Œuvre d’été;4 rue Basse 67600 SELESTAT;03 88;;;',
  'Alpha Jardins;10 rue des Prés, 67000 STRASBOURG;;;42414308900037;',
  ';rue sans nom;;;;',
].join('\r\n');

const windows1252 = (texte: string) =>
  Buffer.from(texte.replaceAll('Œ', '\u008c').replaceAll('’', '\u0092'), 'latin1');

const fichier = (contenu: string | Buffer, name = 'annuaire.csv') => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(contenu),
});

async function choisir(page: Page, ...choisi: Parameters<typeof fichier>) {
  await page.getByLabel('Fichier à importer').setInputFiles(fichier(...choisi));
}

const ligne = (page: Page, nom: string) =>
  page.getByRole('table', { name: 'Lignes du fichier' }).getByRole('row').filter({ hasText: nom });

test.beforeEach(async ({ page, hote }) => {
  await structurePrete(hote);
  await ouvrir(page, hote, '/reseau/importer');
});

test('a list is read, checked, imported, its rejected lines given back, then taken back', async ({
  page,
  hote,
}) => {
  await accessible(page);
  await choisir(page, windows1252(LISTE));
  await expect(page.getByLabel('Encodage')).toHaveValue('windows-1252');
  await expect(page.getByLabel('Séparateur')).toHaveValue(';');
  await expect(page.getByLabel('« Coordonnées » dans Passerelle')).toHaveValue('adresse');
  await page.getByLabel('« Machin » dans Passerelle').selectOption('Activité');
  await page.getByRole('button', { name: 'Vérifier les lignes' }).click();

  await expect(ligne(page, 'Œuvre d’été')).toContainText('n’est pas un numéro complet');
  await expect(ligne(page, 'Alpha Jardins')).toContainText('Même SIRET que la ligne 2');
  await expect(ligne(page, 'rue sans nom')).toContainText('Cette ligne n’a pas de nom.');
  await page.getByRole('button', { name: 'Ligne 2, Alpha Intérim : ce qui a été lu' }).click();
  await expect(page.getByText('03 88 81 75 33 / 06 12 34 56 78')).toBeVisible();
  await accessible(page);
  await expect(
    page.getByText('2 fiches à créer, 1 ligne pour compléter une fiche, 1 rejetée.'),
  ).toBeVisible();
  await page.getByLabel('Ligne 5, Alpha Jardins : à l’import').selectOption('Créer quand même');
  await page.getByRole('button', { name: 'Importer 3 lignes' }).click();

  await expect(page.getByRole('heading', { name: '3 fiches créées' })).toBeVisible();
  expect((await hote.appeler('reseau.list', { recherche: 'sonner' })).lignes).toMatchObject([
    { nom: 'Alpha Intérim', ville: 'STRASBOURG CEDEX', telephone: '0388817533' },
  ]);
  const telechargement = await exporter(page, 'Exporter les lignes rejetées', 'Fichier CSV');
  const rejets = readFileSync((await telechargement.path())!, 'utf8');
  expect(rejets).toContain('6;Cette ligne n’a pas de nom.;;rue sans nom');

  await page.getByRole('button', { name: 'Annuler cet import', exact: true }).click();
  await accessible(page);
  await page.getByRole('button', { name: 'Annuler l’import' }).click();
  await expect(page.getByRole('dialog')).toContainText('3 fiches retirées');
  expect((await hote.appeler('reseau.list', {})).total).toBe(0);
});

test('by keyboard alone, a list without headers is read again, decided for all, and imported', async ({
  page,
  hote,
}) => {
  await hote.appeler('reseau.create', { nom: 'Garage Müller', ville: 'Colmar', telephone: '03 89 00 00 01' });
  const [choix] = await Promise.all([
    page.waitForEvent('filechooser'),
    page
      .getByRole('button', { name: 'Choisir un fichier' })
      .focus()
      .then(() => page.keyboard.press('Enter')),
  ]);
  await choix.setFiles(
    fichier('Garage Müller;68000;Colmar;03 89 00 00 01;g@muller.fr\nBoulangerie Faure;63200;Riom;;'),
  );
  await expect(page.getByLabel('Noms des colonnes')).toHaveValue('0');
  await expect(page.getByLabel('« Colonne 1 » dans Passerelle')).toHaveValue('nom');
  await accessible(page);
  await page.getByRole('button', { name: 'Vérifier les lignes' }).focus();
  await page.keyboard.press('Enter');

  await expect(ligne(page, 'Garage Müller')).toContainText(
    'Même téléphone que la fiche Garage Müller, Colmar',
  );
  await page.getByRole('radio', { name: 'Toutes 2' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(ligne(page, 'Boulangerie')).toHaveCount(0);
  await page.getByRole('button', { name: 'Décider pour toutes' }).focus();
  await page.keyboard.press('Enter');
  // The menu takes the keyboard once it is drawn.
  await expect(page.getByRole('menu').locator(':focus')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Compléter les fiches connues' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Importer 2 lignes' }).focus();
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { name: '1 fiche créée' })).toBeVisible();
  const { lignes } = await hote.appeler('reseau.list', {});
  expect(lignes.map(({ nom, codePostal }) => [nom, codePostal])).toEqual([
    ['Boulangerie Faure', '63200'],
    ['Garage Müller', '68000'],
  ]);
  await page.reload();
  await expect(
    page
      .getByRole('table', { name: 'Imports précédents' })
      .getByRole('row')
      .filter({ hasText: 'annuaire.csv' }),
  ).toContainText('1 fiche créée, 1 ligne de complément');
});

test('an old workbook is refused with what to do; leaving midway asks', async ({ page }) => {
  await choisir(page, Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), 'annuaire.xls');
  await expect(page.getByRole('alert').filter({ hasText: 'ancien format' })).toContainText(
    'Enregistrer sous',
  );
  await choisir(page, LISTE);
  await page.getByLabel('« Raison sociale » dans Passerelle').selectOption('Note');
  await expect(page.getByRole('button', { name: 'Vérifier les lignes' })).toBeDisabled();
  await page.getByRole('link', { name: 'Paramètres' }).click();
  await expect(page.getByRole('dialog')).toContainText('Quitter sans enregistrer');
});

test('thousands of lines: only those in sight exist, and stopping imports nothing', async ({
  page,
  hote,
}) => {
  const lignes = Array.from({ length: 8000 }, (_, rang) => `Structure ${rang};Ville ${rang % 90}`);
  await choisir(page, `nom;ville\n${lignes.join('\n')}`);
  await page.getByRole('button', { name: 'Vérifier les lignes' }).click();
  // Reading them all takes its time on a busy machine.
  await expect(page.getByText('8 000 fiches à créer.')).toBeVisible({ timeout: 20_000 });
  expect(await page.getByRole('table', { name: 'Lignes du fichier' }).getByRole('row').count()).toBeLessThan(
    60,
  );
  await page.getByRole('button', { name: /^Importer/ }).click();
  await page.getByRole('button', { name: 'Arrêter' }).click();
  await expect(page.getByText('rien n’a été modifié')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('button', { name: /^Importer/ })).toBeVisible();
  expect((await hote.appeler('reseau.list', {})).total).toBe(0);
});
