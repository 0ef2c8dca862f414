import { ajouterJours } from '../../shared/dates.ts';
import { formaterDate } from '../../shared/format.ts';
import { saisieComplete } from '../immersions.ts';
import { accessible, expect, ouvrir, test } from './hote.ts';
import { AUJOURDHUI, immersion, LUNDI, onglet, PDF, VENDREDI } from './immersion.ts';

test('signed line by line by the keyboard, then by all; stopped, and taken back', async ({ page, hote }) => {
  const { id } = await immersion(hote, 'emise');
  await ouvrir(page, hote, `/immersions/${id}`);
  const signatures = page.getByRole('region', { name: 'Signatures' });
  await expect(signatures.getByText('0 sur 5')).toBeVisible();
  await accessible(page);

  // A day to come is refused beside its field, and stays there.
  const premiere = signatures.getByLabel('Date de signature : Bénéficiaire');
  await premiere.fill(formaterDate(ajouterJours(AUJOURDHUI, 3)));
  await premiere.press('Enter');
  await expect(signatures.getByText(/Une signature se note une fois faite/)).toBeVisible();
  await premiere.fill(formaterDate(AUJOURDHUI));
  await premiere.press('Enter');
  await expect(signatures.getByText('1 sur 5')).toBeVisible();
  await expect(page.getByText('Partiellement signée', { exact: true })).toBeVisible();

  // The keyboard is on the next one.
  const seconde = signatures.getByLabel('Date de signature : Structure d’accueil');
  await expect(seconde).toBeFocused();
  await signatures.getByLabel('Signataire : Structure d’accueil').fill('Léa Martin');
  await seconde.fill(formaterDate(AUJOURDHUI));
  await seconde.press('Enter');
  await expect(signatures.getByText('Léa Martin')).toBeVisible();

  await signatures.getByRole('button', { name: 'Noter 3 signatures' }).click();
  await expect(page.getByText('La convention est signée par tous.')).toBeVisible();
  await expect(page.getByText('Signée', { exact: true })).toBeVisible();
  await signatures.getByRole('button', { name: 'Retirer la signature : Employeur' }).click();
  await expect(page.getByText('Partiellement signée', { exact: true })).toBeVisible();
  await expect(page.getByText('Signature retirée : Employeur.')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Signée', { exact: true })).toBeVisible();
  await accessible(page);

  await page.getByRole('button', { name: 'Renouveler' }).click();
  await expect(page.getByText('Cette convention peut être renouvelée')).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Autres actions' }).click();
  await page.getByRole('menuitem', { name: 'Arrêter avant la fin' }).click();
  const fenetre = page.getByRole('dialog', { name: 'Arrêter avant la fin' });
  await fenetre.getByLabel('Dernier jour effectué').fill(formaterDate(ajouterJours(LUNDI, 1)));
  await fenetre.getByLabel('Pourquoi ?').fill('Trajet trop long.');
  await fenetre.getByRole('button', { name: 'Arrêter l’immersion' }).click();
  await expect(page.getByText('Interrompue', { exact: true })).toBeVisible();
  await expect(page.getByText('Trajet trop long.')).toBeVisible();
  await expect(page.getByText('L’immersion est arrêtée.')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Signée', { exact: true })).toBeVisible();
  expect(await hote.appeler('immersions.get', { id })).toMatchObject({ fin: VENDREDI, statut: 'signee' });
});

test('what changed since the issue is told; correcting says what it costs, and is taken back', async ({
  page,
  hote,
}) => {
  const { id, salarieId } = await immersion(hote, 'signee');
  const { contrats } = await hote.appeler('salaries.get', { id: salarieId });
  await hote.appeler('salaries.update', {
    id: salarieId,
    prenom: 'Aminata',
    nom: 'Œuvrard',
    sexe: 'F',
    naissance: '1991-07-14',
    telephone: '',
    contrats,
  });
  await ouvrir(page, hote, `/immersions/${id}`);
  const change = page.getByRole('complementary', { name: 'Changements depuis l’émission' });
  await expect(change.getByText('Œuvrard-N’Diaye')).toBeVisible();
  await accessible(page);
  await change.getByRole('button', { name: 'Corriger la convention' }).click();
  const fenetre = page.getByRole('dialog', { name: 'Corriger la convention' });
  await expect(fenetre.getByText(/Les 5 signatures déjà notées seront effacées/)).toBeVisible();
  await fenetre.getByRole('button', { name: 'Corriger' }).click();
  await expect(page.getByRole('button', { name: 'Prête à signer' })).toBeVisible();
  await expect(page.getByText('La convention est de nouveau un brouillon.')).toBeVisible();
  // The records no longer say what was signed: coming back is refused, a new version is issued.
  await page.keyboard.press('Control+z');
  await expect(page.getByText(/ne dit plus la même chose que sa version 1/)).toBeVisible();
  await page.getByRole('button', { name: 'Prête à signer' }).click();
  await expect(page.getByText(/Émise le .*, version 2/)).toBeVisible(PDF);
  await expect(page.getByText('0 sur 5')).toBeVisible();
});

test('papers: reached from a draft without losing what is typed, issued, issued again after the question', async ({
  page,
  hote,
}) => {
  const { id, salarieId, organisationId, referentId } = await immersion(hote, 'brouillon');
  await ouvrir(page, hote, `/immersions/${id}`);
  await page.getByLabel('Activités confiées').fill('Trier et remonter.');
  await onglet(page, 'Documents').click();
  const liste = page.getByRole('region', { name: 'Documents' });
  await expect(liste.getByRole('link', { name: 'Compléter la convention' })).toBeVisible();
  expect((await hote.appeler('immersions.get', { id })).activites).toBe('Trier et remonter.');
  await accessible(page);

  await hote.appeler('immersions.issue', { id });
  await ouvrir(page, hote, `/immersions/${id}/documents`);
  await liste.getByRole('button', { name: /Fiche d’accueil/ }).click();
  await liste.getByRole('button', { name: 'Émettre', exact: true }).click();
  await expect(liste.getByRole('table', { name: 'Versions émises' })).toBeVisible(PDF);
  await accessible(page);

  // What it says changes with the convention: a new version is asked for, and asks.
  await hote.appeler('immersions.changeStatut', { id, statut: 'brouillon' });
  await hote.appeler('immersions.update', {
    id,
    ...saisieComplete(salarieId, organisationId, {
      referentId,
      debut: LUNDI,
      fin: VENDREDI,
      feriesTravailles: true,
      tuteurNom: 'Paul Fauré',
    }),
  });
  await hote.appeler('immersions.issue', { id });
  await ouvrir(page, hote, `/immersions/${id}/documents?papier=accueil`);
  await expect(liste.getByText('Paul Fauré')).toBeVisible();
  await liste.getByRole('button', { name: 'Émettre une nouvelle version' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Émettre la version 2' }).click();
  await expect(liste.getByText(/^Version 2, le/)).toBeVisible(PDF);
  await liste.getByRole('button', { name: 'Ouvrir la version 1' }).click();
  await expect(page).toHaveURL(/version=1/);
  await expect(
    page.frameLocator('iframe[title="Fiche d’accueil du tuteur"]').getByText('Léa Martin').first(),
  ).toBeVisible();
});

test('a refusal says who and why, closes what it must, and is taken back', async ({ page, hote }) => {
  const { id } = await immersion(hote, 'emise');
  await ouvrir(page, hote, `/immersions/${id}`);
  await page.getByRole('button', { name: 'L’une des parties refuse de signer' }).click();
  const fenetre = page.getByRole('dialog', { name: 'Convention refusée' });
  await fenetre.getByRole('button', { name: 'Noter le refus' }).click();
  await expect(fenetre.getByText('Choisissez qui.')).toBeVisible();
  await accessible(page);
  await fenetre.getByRole('combobox', { name: 'Qui refuse ?' }).click();
  await page.getByRole('option', { name: /Structure d’accueil/ }).click();
  await fenetre.getByLabel('Pourquoi ?').fill('Plus de tuteur disponible.');
  await fenetre.getByRole('button', { name: 'Noter le refus' }).click();
  await expect(page.getByText('Refusée', { exact: true })).toBeVisible();
  await expect(page.getByText('Plus de tuteur disponible.')).toBeVisible();
  await expect(page.getByText(/Refusée par Atelier du Réemploi/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Renouveler' })).toHaveCount(0);
  await accessible(page);
  await expect(page.getByText('Le refus est noté.')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('À signer', { exact: true })).toBeVisible();
});
