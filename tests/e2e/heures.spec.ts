import type { Page } from '@playwright/test';
import { dateLocale } from '../../shared/dates.ts';
import { accessible, expect, type Hote, ouvrir, structurePrete, test } from './hote.ts';

/** Over, whatever the day. */
const ANNEE = Number(dateLocale(new Date()).slice(0, 4)) - 1;

const embaucher = (hote: Hote, prenom: string, nom: string, naissance: string) =>
  hote.appeler('salaries.create', {
    prenom,
    nom,
    sexe: 'F',
    naissance,
    telephone: '',
    contrats: [{ nature: 'cddi', debut: `${ANNEE}-01-01`, fin: `${ANNEE}-12-31`, minutesHebdo: 2100 }],
  });

/** What Ctrl V gives a page that has the focus somewhere. */
const coller = (page: Page, texte: string) =>
  page.evaluate((bloc) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', bloc);
    document.activeElement!.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, texte);

test('hours typed, pasted and imported make the ETP of the year', async ({ page, hote }) => {
  await structurePrete(hote);
  await embaucher(hote, 'Aminata', 'Diallo', '1991-07-14');
  await embaucher(hote, 'Zoé', 'Œuvrard-N’Diaye', '1990-01-01');
  await embaucher(hote, 'Zoé', 'Œuvrard-N’Diaye', '1970-05-02');
  await ouvrir(page, hote, `/bilans/heures?annee=${ANNEE}`);
  const grille = page.getByRole('table', { name: `Heures ${ANNEE}, par contrat et par mois` });
  const cellule = (nom: string, mois: string) =>
    grille.getByRole('button', { name: new RegExp(`${nom}, ${mois} ${ANNEE}`) });

  await cellule('Aminata Diallo', 'janvier').focus();
  await page.keyboard.type('900');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('900 h ne tiennent pas dans 31 jours de contrat');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('151h40');
  await page.keyboard.press('Tab');
  await expect(cellule('Aminata Diallo', 'février')).toBeFocused();
  await page.keyboard.press('=');
  await expect(grille).toContainText('303,33');

  await cellule('Aminata Diallo', 'mars').focus();
  await coller(page, '100\tabsente\n101\t102');
  await expect(page.getByRole('region', { name: 'Cases non collées' })).toContainText('« absente »');
  await expect(cellule('Aminata Diallo', 'mars')).toHaveText('100');
  await accessible(page);

  await page.getByRole('link', { name: 'Importer la paie' }).click();
  await page.getByLabel('Fichier de paie').setInputFiles({
    name: 'paie.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      `Nom;Prénom;Mois;Heures\nDIALLO;Aminata;05/${ANNEE};140\nŒUVRARD N’DIAYE;Zoé;05/${ANNEE};120\nPERSONNE;Paul;05/${ANNEE};1\n`,
    ),
  });
  const lignes = page.getByRole('table', { name: 'Lignes du fichier' });
  await expect(lignes).toContainText('2 personnes portent ce nom');
  await accessible(page);
  await page.getByRole('combobox', { name: /ligne 3/ }).click();
  await page.getByRole('option', { name: /02\/05\/1970/ }).click();
  await expect(page.getByText('2 mois de contrat à écrire, 260 h')).toBeVisible();
  await page.getByRole('button', { name: 'Écrire ces heures' }).click();
  await expect(page.getByText('2 mois de contrat écrits, 1 ligne laissée de côté.')).toBeVisible();
  await page.getByRole('link', { name: 'Voir les heures' }).click();
  await expect(cellule('Aminata Diallo', 'mai')).toHaveText('140');

  await page.getByText('ETP', { exact: true }).click();
  await expect(page.getByRole('img', { name: /^ETP par mois/ })).toBeVisible();
  await expect(page.getByRole('list', { name: 'L’année' })).toContainText('moyenne de 5 mois saisis');
  await accessible(page);
});
