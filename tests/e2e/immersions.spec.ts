import { readFileSync } from 'node:fs';
import { ajouterJours } from '../../shared/dates.ts';
import { formaterDate } from '../../shared/format.ts';
import { SEMAINE } from '../immersions.ts';
import { accessible, expect, ouvrir, structurePrete, test } from './hote.ts';
import { controle, decor, immersion, LUNDI, PDF, VENDREDI } from './immersion.ts';

test('from an unknown salarié to a complete draft, by keyboard only', async ({ page, hote }) => {
  await structurePrete(hote);
  await hote.appeler('reseau.create', {
    nom: 'Atelier du Réemploi',
    adresse: '4 impasse des Tanneurs',
    codePostal: '63200',
    ville: 'Riom',
    siret: '42414308900037',
    activite: 'Réparation',
    conventionCollective: 'IDCC 3016',
  });
  await ouvrir(page, hote, '/immersions');
  await page.getByRole('link', { name: 'Nouvelle immersion' }).first().press('Enter');

  const clavier = page.keyboard;
  await page.getByLabel('Bénéficiaire').focus();
  await clavier.type('Diallo');
  await expect(page.getByRole('option', { name: 'Créer la fiche de « Diallo »' })).toBeVisible();
  await clavier.press('Enter');
  const fenetre = page.getByRole('dialog', { name: 'Nouveau salarié' });
  await expect(fenetre.getByLabel(/^Nom/)).toHaveValue('Diallo');
  // Windows take the keyboard once they are there: typing waits for it.
  await expect(fenetre.getByLabel('Prénom')).toBeFocused();
  await clavier.type('Aminata');
  await fenetre.getByLabel('Date de naissance').focus();
  await clavier.type('14/07/1991');
  await fenetre.getByLabel('Femme', { exact: true }).press('Space');
  await fenetre.getByLabel('Début').focus();
  await clavier.type(formaterDate(ajouterJours(LUNDI, -100)));
  await clavier.press('Tab');
  await clavier.type(formaterDate(ajouterJours(LUNDI, 200)));
  await clavier.press('Enter');
  await expect(fenetre).toBeHidden();
  await expect(page.getByLabel('Bénéficiaire')).toHaveValue('Aminata Diallo');

  await page.getByLabel('Structure d’accueil').focus();
  await clavier.type('reemploi');
  await expect(page.getByRole('option', { name: /Atelier du Réemploi/ })).toBeVisible();
  await clavier.press('Enter');
  await expect(page.getByText('SIRET 424 143 089 00037')).toBeVisible();

  // Dates are proposed: others are typed over them.
  await page.getByLabel('Du', { exact: true }).press('Control+a');
  await clavier.type(formaterDate(LUNDI));
  await page.getByLabel('Au', { exact: true }).press('Control+a');
  await clavier.type(formaterDate(VENDREDI));
  await page.getByRole('button', { name: 'Remplir la semaine' }).press('Enter');
  await page.getByRole('menuitem', { name: /35 h/ }).press('Enter');
  await expect(page.getByLabel('Total')).toHaveValue(/^\d+ h · \d+ jours$/);
  await page.getByLabel('Confirmer un projet professionnel').press('Space');
  await page.getByLabel('Objectifs précis').focus();
  await clavier.type('Essayer.');
  await page.getByLabel('Activités confiées').focus();
  await clavier.type('Trier.');
  await page.getByRole('combobox', { name: 'Responsable sur place' }).focus();
  await clavier.type('Léa Martin');
  await page.getByLabel('Sa fonction').focus();
  await clavier.type('cheffe');
  // Ways to evaluate are proposed too; without them, the paper would miss a mention.
  await page.getByRole('button', { name: 'Effacer l’évaluation' }).press('Enter');

  // What is missing leads to its field.
  await expect(controle(page, 'Modalités d’évaluation à préciser')).toBeVisible();
  await page.getByRole('button', { name: 'Prête à signer' }).press('Enter');
  await expect(page.getByLabel('Modalités d’évaluation')).toBeFocused();
  await clavier.type('Entretien.');
  await expect(controle(page, /à préciser/)).toHaveCount(0);
  const feuille = page.frameLocator('iframe[title^="Convention"]');
  await expect(feuille.getByText('DIALLO Aminata')).toBeVisible();
  await expect(feuille.getByText('Entretien.')).toBeVisible();
  await accessible(page);

  await page.getByLabel('Modalités d’évaluation').press('Control+s');
  await expect(page.getByText('Le brouillon est enregistré.')).toBeVisible();
  await expect(page).toHaveURL(/immersions\/[0-9a-f-]{36}$/);
});

test('a complete draft is issued, and its PDF downloaded', async ({ page, hote }) => {
  const { id } = await immersion(hote, 'brouillon');
  await ouvrir(page, hote, `/immersions/${id}`);
  await page.getByRole('button', { name: 'Prête à signer' }).press('Enter');
  await expect(page.getByRole('region', { name: 'Signatures' })).toBeVisible(PDF);
  await accessible(page);
  const telechargement = page.waitForEvent('download');
  await page.getByRole('button', { name: 'PDF' }).press('Enter');
  const fichier = await telechargement;
  expect(fichier.suggestedFilename()).toMatch(/^Convention-\d{4}-001-Œuvrard-N-Diaye\.pdf$/);
  expect(
    readFileSync(await fichier.path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
});

test('checks follow what is typed; wrong input stays where it is and is never saved as another', async ({
  page,
  hote,
}) => {
  const { id } = await immersion(hote, 'brouillon');
  await ouvrir(page, hote, `/immersions/${id}`);
  await expect(controle(page, /^Durée :/)).toBeVisible();

  // One month date à date, then the weekly hours, said at once with their article.
  await page.getByLabel('Au', { exact: true }).fill(formaterDate(ajouterJours(LUNDI, 40)));
  await expect(controle(page, /^Trop longue/)).toBeVisible();
  await page.getByLabel('Au', { exact: true }).fill(formaterDate(VENDREDI));
  const vendredi = page.getByRole('textbox', { name: 'Vendredi' });
  await vendredi.fill('0-12 12-24');
  await expect(controle(page, /^52 h la semaine du [\d/]+$/)).toBeVisible();
  await vendredi.fill('8h30 à 13h');
  await expect(controle(page, /^32 h 30 par semaine/)).toBeVisible();

  await vendredi.fill('le matin');
  await page.getByRole('button', { name: 'Modifier', exact: true }).click();
  await page.getByLabel('SIRET', { exact: true }).fill('424 143 089 00038');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Écrivez les heures ainsi : 9-12 13-17.')).toBeVisible();
  await expect(page.getByText('Ce SIRET contient une erreur de frappe')).toBeVisible();
  await expect(vendredi).toHaveValue('le matin');
  await expect(page.getByLabel('SIRET', { exact: true })).toHaveValue('424 143 089 00038');
  expect((await hote.appeler('immersions.get', { id })).horaires).toEqual(SEMAINE);

  // Leaving asks; what was typed is still there.
  await page.getByRole('link', { name: 'Salariés' }).click();
  await page.getByRole('button', { name: 'Continuer la saisie' }).click();
  await expect(vendredi).toHaveValue('le matin');
  await vendredi.fill('9-12');
  await page.getByLabel('SIRET', { exact: true }).fill('424 143 089 00037');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Le brouillon est enregistré.')).toBeVisible();
  await page.reload();
  await expect(vendredi).toHaveValue('9–12');
});

test('an issued convention is corrected as a second version, stopped, and brought back', async ({
  page,
  hote,
}) => {
  await immersion(hote, 'emise');
  await ouvrir(page, hote, '/immersions');
  await accessible(page);
  await page.getByRole('link', { name: /-001$/ }).click();
  await page.getByRole('button', { name: 'Autres actions' }).click();
  await page.getByRole('menuitem', { name: 'Corriger la convention' }).click();
  await expect(page.getByText('version 2')).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Corriger' }).click();
  await page.getByRole('combobox', { name: 'Métier' }).fill('Vélociste');
  await page.getByRole('button', { name: 'Prête à signer' }).click();
  await expect(page.getByText(/Émise le .*, version 2/)).toBeVisible(PDF);
  await page.getByRole('button', { name: 'Noter 5 signatures' }).click();
  await expect(page.getByText('La convention est signée par tous.')).toBeVisible();

  await page.getByRole('button', { name: 'Autres actions' }).click();
  await page.getByRole('menuitem', { name: 'Arrêter avant la fin' }).click();
  const fenetre = page.getByRole('dialog', { name: 'Arrêter avant la fin' });
  await fenetre.getByLabel('Dernier jour effectué').fill(formaterDate(VENDREDI));
  await fenetre.getByLabel('Pourquoi ?').fill('Trajet trop long.');
  await fenetre.getByRole('button', { name: 'Arrêter l’immersion' }).click();
  await expect(fenetre.getByText(/Le dernier jour est avant le/).first()).toBeVisible();
  await fenetre.getByLabel('Dernier jour effectué').fill(formaterDate(ajouterJours(LUNDI, 1)));
  await fenetre.getByRole('button', { name: 'Arrêter l’immersion' }).click();
  await expect(page.getByText('Interrompue', { exact: true })).toBeVisible();
  await expect(page.getByText('Trajet trop long.')).toBeVisible();
  await page
    .getByRole('alert')
    .filter({ hasText: 'L’immersion est arrêtée.' })
    .getByRole('button', { name: 'Annuler' })
    .click();
  await expect(page.getByText('Signée', { exact: true })).toBeVisible();
});

test('the list of salariés finds, sorts, archives and brings back', async ({ page, hote }) => {
  const { salarieId } = await decor(hote);
  await ouvrir(page, hote, '/salaries');
  await accessible(page);
  await page.getByLabel('Chercher un salarié').fill('ndiaye');
  await page.getByRole('link', { name: 'Œuvrard-N’Diaye Aminata' }).click();
  await accessible(page);
  await page.getByRole('button', { name: 'Autres actions' }).click();
  await page.getByRole('menuitem', { name: 'Archiver la fiche' }).click();
  await expect(page.getByText('Fiche archivée')).toBeVisible();
  await page.getByRole('button', { name: 'Annuler' }).click();
  await expect(page.getByText('Fiche archivée')).toBeHidden();

  await page.getByRole('link', { name: 'Modifier' }).click();
  await page.getByLabel('Date de naissance').fill('31/02/1991');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Cette date n’existe pas (attendu : jj/mm/aaaa).')).toBeVisible();
  await expect(page.getByLabel('Date de naissance')).toHaveValue('31/02/1991');
  await accessible(page);
  await page.getByLabel('Date de naissance').fill('28/02/1991');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('28/02/1991')).toBeVisible();
  expect((await hote.appeler('salaries.get', { id: salarieId })).naissance).toBe('1991-02-28');
});
