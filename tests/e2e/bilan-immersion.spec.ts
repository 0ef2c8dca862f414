import type { Page } from '@playwright/test';
import { ajouterJours } from '../../shared/dates.ts';
import { formaterDate } from '../../shared/format.ts';
import { accessible, expect, type Hote, ouvrir, test } from './hote.ts';
import { immersion, lundi } from './immersion.ts';

/** A week that is over. */
const DEBUT = lundi(-3);
const FIN = ajouterJours(DEBUT, 4);

/** An immersion that was signed by all and is over; its id. */
async function finie(hote: Hote, objet: 'decouvrir' | 'confirmer'): Promise<string> {
  const { id } = await immersion(hote, 'signee', {
    objet,
    debut: DEBUT,
    fin: FIN,
    // Named twice by mistake: judged once.
    competences: ['Trier les appareils', 'Diagnostiquer une panne', 'trier les appareils'],
  });
  return id;
}

const grille = (page: Page, titre: string) => page.getByRole('dialog', { name: titre });
const bilan = (hote: Hote, id: string) => hote.appeler('immersions.bilan', { id });

test('the discovery is told by the person, then the bilan is closed, read and opened again', async ({
  page,
  hote,
}) => {
  const id = await finie(hote, 'decouvrir');
  await ouvrir(page, hote, `/immersions/${id}/bilan`);
  const grilles = page.getByRole('region', { name: 'Grilles d’évaluation' });
  await expect(grilles.getByRole('listitem').first()).toContainText('Conseillée');
  await grilles.getByRole('button', { name: 'Remplir la grille : découverte' }).click();

  const fenetre = grille(page, 'Grille de découverte');
  await expect(fenetre.locator(':focus')).toBeVisible();
  await fenetre.getByLabel('Ce qui m’a plu').fill('Démonter et comprendre.');
  await fenetre
    .getByRole('group', { name: 'On m’attendait, on m’a présenté l’équipe' })
    .getByRole('radio')
    .first()
    .focus();
  // Each figure answers and goes to the next line.
  for (const touche of ['1', '2', '1']) await page.keyboard.press(touche);
  await accessible(page);
  await fenetre.getByRole('button', { name: 'Enregistrer la grille' }).click();
  await expect(fenetre).toBeHidden();
  await expect(grilles).toContainText('4 réponses sur 16');
  expect((await bilan(hote, id)).decouverte?.reponses).toMatchObject({
    attendu: 'oui',
    explique: 'plutot',
    place: 'oui',
    aide: '',
  });

  await page.getByRole('button', { name: 'Clore le bilan' }).click();
  await expect(page.getByText('Dites si les objectifs sont atteints.')).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Atteints', exact: true })).toBeFocused();
  await accessible(page);
  await page.getByRole('radio', { name: 'Atteints', exact: true }).check();
  await page.getByLabel('Aminata Œuvrard-N’Diaye').fill('Le métier me plaît.');
  await page.getByLabel('Atelier du Réemploi, Léa Martin').fill('Sérieuse, après sa dépression.');
  await expect(page.getByText(/«\sdépression\s»/)).toBeVisible();
  await page.getByRole('radio', { name: 'Projet confirmé' }).check();
  await page.getByRole('button', { name: 'Clore le bilan' }).click();
  await expect(page.getByRole('region', { name: 'Bilan de l’immersion' })).toContainText('Projet confirmé');
  await expect(page.getByText('Bilan fait', { exact: true })).toBeVisible();
  await accessible(page);

  await page.getByRole('button', { name: 'Rouvrir' }).click();
  await expect(page.getByLabel('Aminata Œuvrard-N’Diaye')).toHaveValue('Le métier me plaît.');
  await page
    .getByRole('alert')
    .filter({ hasText: 'rouvert' })
    .getByRole('button', { name: 'Annuler' })
    .click();
  await expect(page.getByRole('button', { name: 'Rouvrir' })).toBeVisible();
});

test('competences are judged by the keyboard, one more is added, and the paper shows the levels', async ({
  page,
  hote,
}) => {
  const id = await finie(hote, 'confirmer');
  await ouvrir(page, hote, `/immersions/${id}/bilan`);
  await page.getByRole('button', { name: 'Remplir la grille : validation' }).click();
  const fenetre = grille(page, 'Grille de validation');
  await expect(fenetre.locator(':focus')).toBeVisible();
  const competence = fenetre.getByLabel('Ajouter une compétence');
  await competence.fill('Tenir son poste');
  await competence.press('Enter');
  await expect(fenetre.getByRole('group', { name: 'Tenir son poste' })).toBeVisible();
  await fenetre.getByRole('group', { name: 'Trier les appareils' }).getByRole('radio').first().focus();
  for (const touche of ['3', '0', '2', '4']) await page.keyboard.press(touche);
  await accessible(page);
  await fenetre.getByRole('button', { name: 'Enregistrer la grille' }).click();
  await expect(fenetre).toBeHidden();
  expect((await bilan(hote, id)).validation).toMatchObject({
    competences: [
      { competence: 'Trier les appareils', niveau: 'seul' },
      { competence: 'Diagnostiquer une panne', niveau: 'non_observe' },
      { competence: 'Tenir son poste', niveau: 'aide' },
    ],
    savoirEtre: { ponctualite: { niveau: 'toujours' } },
  });
  await page.getByRole('button', { name: 'Voir la grille : validation' }).click();
  const feuille = page.frameLocator('iframe[title="Aperçu : Grille de validation"]');
  await expect(feuille.getByRole('heading', { name: 'Grille de validation' })).toBeVisible();
  await expect(feuille.getByRole('row', { name: /Tenir son poste/ })).toBeVisible();
});

test('nobody came: the rest is skipped, and no hour is counted', async ({ page, hote }) => {
  const id = await finie(hote, 'confirmer');
  await ouvrir(page, hote, `/immersions/${id}/bilan`);
  await page.getByRole('radio', { name: 'La personne n’est pas venue' }).check();
  await expect(page.getByText('Décision', { exact: true })).toBeHidden();
  await page.getByLabel('Notre structure').fill('Injoignable depuis lundi.');
  await page.getByRole('button', { name: 'Clore le bilan' }).click();
  await expect(page.getByText('Bilan fait', { exact: true })).toBeVisible();
  expect(await bilan(hote, id)).toMatchObject({ realisation: 'absente', heures: { minutesFaites: 0 } });
});

test('a hire is proposed, shown, noted and taken back; nothing is written before', async ({ page, hote }) => {
  const id = await finie(hote, 'confirmer');
  await ouvrir(page, hote, `/immersions/${id}/bilan`);
  await page.getByRole('radio', { name: 'Embauche par l’accueil' }).check();
  expect((await bilan(hote, id)).embauche).toBeNull();
  await page.getByRole('button', { name: 'Noter l’embauche…' }).click();
  const fenetre = page.getByRole('dialog', { name: 'Noter l’embauche' });
  await expect(fenetre.getByLabel('Employeur')).toHaveValue('Atelier du Réemploi');
  await fenetre.getByLabel('Début du contrat').fill(formaterDate(ajouterJours(DEBUT, -1)));
  await fenetre.getByRole('combobox', { name: 'Contrat' }).click();
  await page.getByRole('option', { name: 'CDI' }).click();
  await fenetre.getByRole('button', { name: 'Noter l’embauche' }).click();
  await expect(fenetre.getByText(/suit le début de l’immersion/)).toBeVisible();
  await fenetre.getByLabel('Début du contrat').fill(formaterDate(ajouterJours(FIN, 10)));
  await fenetre.getByRole('button', { name: 'Noter l’embauche' }).click();
  await expect(fenetre).toBeHidden();
  const carte = page.getByRole('region', { name: 'Embauche' });
  await expect(carte).toContainText('CDI');
  const annuler = page
    .getByRole('alert')
    .filter({ hasText: 'L’embauche est notée.' })
    .getByRole('button', { name: 'Annuler' });
  // Under the pointer, the notification waits.
  await annuler.hover();
  await accessible(page);
  await annuler.click();
  await expect(carte.getByRole('button', { name: 'Noter l’embauche…' })).toBeVisible();
  expect((await bilan(hote, id)).embauche).toBeNull();
});
