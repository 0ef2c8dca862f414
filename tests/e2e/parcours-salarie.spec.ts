import { ajouterJours, ajouterMois, dateLocale } from '../../shared/dates.ts';
import { formaterDate } from '../../shared/format.ts';
import { accessible, expect, ouvrir, structurePrete, test } from './hote.ts';

const today = dateLocale(new Date());
const debut = ajouterMois(today, -2);
const fin = ajouterMois(today, 2);

test('a whole record from a name: renewal, PASS, criteria, freins; found again on its line', async ({
  page,
  hote,
}) => {
  await structurePrete(hote);
  await hote.appeler('reseau.create', { nom: 'Mission locale d’Œuvrard' });
  await ouvrir(page, hote, '/salaries/nouveau?nom=N’Diaye');
  await expect(page.getByLabel('Prénom')).toBeFocused();
  await page.getByLabel('Prénom').fill('Lou');
  await page.getByLabel('Date de naissance').fill('02/05/1999');
  await page.getByLabel('Femme', { exact: true }).check();
  await page.getByLabel('Début').fill(formaterDate(debut));
  await page.getByLabel('Fin', { exact: true }).fill(formaterDate(fin));
  await page.getByRole('button', { name: 'Renouveler' }).click();
  const second = page.getByRole('group', { name: 'Contrat 2' });
  await expect(second.getByLabel('Début')).toHaveValue(formaterDate(ajouterJours(fin, 1)));
  await expect(second.getByLabel(`Renouvelle le contrat du ${formaterDate(debut)}`)).toBeChecked();

  await page.getByRole('button', { name: 'Ajouter un PASS IAE' }).click();
  const pass = page.getByRole('group', { name: 'PASS IAE 1' });
  await expect(pass.getByLabel('PASS valable du')).toHaveValue(formaterDate(debut));
  await expect(pass.getByLabel('PASS valable jusqu’au')).toHaveValue(formaterDate(ajouterJours(debut, 729)));
  await pass.getByLabel('Numéro').fill('99999 26 1234');

  await page.getByLabel('Prescripteur').fill('oeuvrard');
  await page.getByRole('option', { name: 'Mission locale d’Œuvrard' }).click();
  const constat = page.getByText('Aucun critère : il en faut 3 de niveau 2', { exact: false });
  await expect(constat).toBeVisible();
  await page.getByRole('checkbox', { name: 'Plus de 50 ans' }).check();
  await expect(page.getByText(/plus de 50 ans ne va pas/)).toBeVisible();
  await page.getByRole('checkbox', { name: 'Bénéficiaire du RSA' }).check();
  await expect(page.getByText('1 critère de niveau 1 : il suffit.')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Mobilité : accompagné en externe' }).check();
  await expect(page.getByRole('checkbox', { name: 'Mobilité : concerné' })).toBeChecked();
  await page.getByLabel('Le projet, en quelques mots').fill('Suivie pour dépression');
  await expect(page.getByText(/n’y écrivez rien de la santé/)).toBeVisible();
  await page.getByLabel('Le projet, en quelques mots').fill('Travailler dehors');
  await accessible(page);

  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Un numéro de PASS IAE compte 12 chiffres ; celui-ci en a 11.')).toBeVisible();
  await expect(pass.getByLabel('Numéro')).toBeFocused();
  await pass.getByLabel('Numéro').fill('99999 26 12345');
  await second.getByLabel('Heures / semaine').fill('60');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(second.getByLabel('Heures / semaine')).toBeFocused();
  await expect(second.getByText('48 heures par semaine au plus.')).toBeVisible();
  await second.getByLabel('Heures / semaine').fill('26');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('heading', { name: 'Lou N’Diaye' })).toBeVisible();

  const [ligne] = await hote.appeler('salaries.list', {});
  const lue = await hote.appeler('salaries.get', { id: ligne!.id });
  expect(lue.contrats[1]!.renouvelleId).toBe(lue.contrats[0]!.id);
  expect(lue).toMatchObject({
    passIae: [{ numero: '999992612345' }],
    criteres: [{ critere: 'rsa' }, { critere: 'senior' }],
    freins: [{ frein: 'mobilite', interne: false, externe: true }],
    projet: 'Travailler dehors',
  });

  await ouvrir(page, hote, '/salaries?justificatif=manquant');
  await expect(page.getByRole('row', { name: /N’Diaye Lou/ })).toContainText('2 justificatifs manquent');
  await page.getByRole('button', { name: 'Filtres (1)' }).click();
  await page.getByRole('combobox', { name: 'Projet' }).click();
  await page.getByRole('option', { name: 'Validé' }).click();
  await expect(page.getByText('Personne ne répond à ces filtres')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Retirer les filtres' }).click();
  await expect(page.getByRole('link', { name: 'N’Diaye Lou' })).toBeVisible();

  await ouvrir(page, hote, `/salaries/${ligne!.id}/modifier?ouvrir=freins`);
  await expect(page.locator('[data-section="freins"]')).toBeFocused();
  await expect(page.getByLabel('Mobilité : accompagné en externe')).toBeChecked();
  await page.getByLabel('Mobilité : accompagné en interne').check();
  await page.keyboard.press('Control+S');
  await expect(page.getByText('Enregistré.')).toBeVisible();
});
