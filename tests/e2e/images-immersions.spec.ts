import { ajouterJours, lundiDe } from '../../shared/dates.ts';
import { moisDe, moisVoisin, nomDuMois } from '../../shared/immersions/calendrier.ts';
import { accessible, expect, exporter, type Hote, ouvrir, test } from './hote.ts';
import { AUJOURDHUI, decor } from './immersion.ts';

/** A Monday from the 4th to the 10th of this month: what follows within two weeks is of the same month. */
const DEBUT = lundiDe(`${AUJOURDHUI.slice(0, 8)}10`);

/** Two persons, two hosts, one of them with a name that is long and hostile; two drafts this month, one far ahead. */
async function images(hote: Hote) {
  const { salarieId, creer } = await decor(hote);
  const { id: bruno } = await hote.appeler('salaries.create', {
    prenom: 'Bruno',
    nom: 'Faure',
    sexe: 'H',
    naissance: '1991-07-14',
    telephone: '',
    contrats: [],
  });
  const { id: longue } = await hote.appeler('reseau.create', {
    nom: `Société <b>${'très longue '.repeat(15)}</b>`.slice(0, 190),
  });
  const { id } = await creer({ debut: DEBUT, fin: ajouterJours(DEBUT, 4) });
  await creer({
    organisationId: longue,
    debut: ajouterJours(DEBUT, 2),
    fin: ajouterJours(DEBUT, 8),
    objet: 'decouvrir',
  });
  await creer({ salarieId: bruno, debut: ajouterJours(DEBUT, 70), fin: ajouterJours(DEBUT, 74) });
  return { salarieId, id };
}

test('the list is filtered, sorted, searched and opened, and what it shows leaves', async ({
  page,
  hote,
}) => {
  const { id } = await images(hote);
  await ouvrir(page, hote, '/immersions');
  await expect(page.getByText('3 conventions · 2 personnes · 2 structures d’accueil')).toBeVisible();
  const vues = page.getByRole('navigation', { name: 'Vues des immersions' });
  await expect(vues.getByRole('link', { name: 'Brouillons 3' })).toBeVisible();
  await accessible(page);

  await vues.getByRole('link', { name: /^À signer/ }).click();
  await expect(page.getByText('Aucune convention à signer')).toBeVisible();
  await vues.getByRole('link', { name: /^Toutes/ }).click();
  const table = page.getByRole('table', { name: 'Immersions' });
  await expect(table.locator('tbody a')).toHaveCount(3);

  await page.getByRole('button', { name: 'Bénéficiaire' }).click();
  await expect(page).toHaveURL(/tri=salarie/);
  await expect(table.locator('tbody a').first()).toHaveText('Faure Bruno');

  await page.getByLabel('Chercher une immersion').fill('oeuvrard reemploi');
  await expect(table.locator('tbody a')).toHaveCount(1);
  const telechargement = await exporter(page, 'Exporter', 'Fichier CSV');
  expect(telechargement.suggestedFilename()).toMatch(/^immersions-.*\.csv$/);
  await page.getByLabel('Chercher une immersion').press('ArrowDown');
  await expect(table.locator('tbody a').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(id));
  await page.goBack();
  await expect(page.getByLabel('Chercher une immersion')).toHaveValue('oeuvrard reemploi');

  await page.getByLabel('Chercher une immersion').fill('');
  await page.getByRole('button', { name: 'Filtres' }).click();
  await page.getByRole('combobox', { name: 'Objet' }).click();
  await page.getByRole('option', { name: 'Découvrir un métier ou un secteur d’activité' }).click();
  await page.keyboard.press('Escape');
  await expect(table.locator('tbody a')).toHaveCount(1);
  await page.getByRole('button', { name: /^Retirer le filtre Découvrir/ }).click();
  await expect(table.locator('tbody a')).toHaveCount(3);
});

test('the calendar of the month: bars in words, by keyboard, as a table, on paper', async ({
  page,
  hote,
}) => {
  const { salarieId } = await images(hote);
  const mois = moisDe(AUJOURDHUI);
  await ouvrir(page, hote, `/immersions/calendrier?mois=${mois}`);
  const grille = page.getByRole('table', { name: 'Calendrier' });
  await expect(
    grille.getByRole('row', { name: /Œuvrard-N’Diaye Aminata/ }).getByText('2 en même temps'),
  ).toBeVisible();
  await expect(
    grille.getByRole('link', { name: /^Atelier du Réemploi, du .*, brouillon, convention/ }),
  ).toBeVisible();
  await accessible(page);

  await page.getByText('Par accueil').click();
  await expect(grille.getByRole('link', { name: /^Aminata Œuvrard-N’Diaye, du/ })).toHaveCount(2);
  await page.getByText('Tableau', { exact: true }).click();
  await expect(page.getByRole('table', { name: 'Immersions du mois' }).locator('tbody tr')).toHaveCount(2);
  await accessible(page);
  await page.getByText('Dessin', { exact: true }).click();

  await page.getByRole('button', { name: 'Mois précédent' }).click();
  await expect(page.getByText(`Aucune immersion en ${nomDuMois(moisVoisin(mois, -1))}`)).toBeVisible();
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('ArrowRight');
  await expect(grille).toBeVisible();

  await page.getByRole('button', { name: 'Aperçu' }).click();
  const apercu = page.getByRole('dialog', { name: `Calendrier, ${nomDuMois(mois)}` });
  await expect(
    apercu.frameLocator('iframe[title^="Aperçu"]').getByRole('heading', { level: 1 }),
  ).toBeVisible();
  await page.keyboard.press('Escape');

  // The sheet of the person: what was done, and where it stands over twelve months.
  await ouvrir(page, hote, `/salaries/${salarieId}`);
  await expect(page.getByRole('table', { name: 'Immersions' }).locator('tbody tr')).toHaveCount(2);
  await accessible(page);
});

test('the year beside what it aims at: an aim is kept at once, a figure opens its rows', async ({
  page,
  hote,
}) => {
  await images(hote);
  const annee = Number(AUJOURDHUI.slice(0, 4));
  await ouvrir(page, hote, '/immersions/objectifs');
  await expect(page.getByRole('heading', { name: `Immersions ${annee}` })).toBeVisible();
  await page.getByRole('button', { name: 'Fixer les objectifs' }).click();
  const fenetre = page.getByRole('dialog', { name: `Objectifs ${annee}` });
  await fenetre.getByLabel('Immersions', { exact: true }).fill('30');
  await fenetre.getByLabel('Personnes', { exact: true }).fill('20');
  await fenetre.getByLabel('Structures d’accueil', { exact: true }).focus();
  await accessible(page);
  await page.keyboard.press('Escape');
  // Drafts are no immersion of the year.
  await expect(page.getByText(/^0 sur 30\s; au rythme de l’année\s: \d+ attendue/)).toBeVisible();
  await expect(page.getByText(/^0 sur 20/)).toBeVisible();
  await accessible(page);
  const telechargement = await exporter(page, 'Tableur', 'Fichier CSV');
  expect(telechargement.suggestedFilename()).toBe(`immersions-objectifs-${annee}.csv`);
  await page.getByRole('button', { name: 'Année précédente' }).click();
  await expect(page.getByRole('heading', { name: `Immersions ${annee - 1}` })).toBeVisible();
  await expect(page.getByText(/sur 30/)).toHaveCount(0);
});
