import { classeur, feuille } from '../classeurs.ts';
import { accessible, expect, ouvrir, structurePrete, test } from './hote.ts';

const LISTE = feuille([
  ['Annuaire 2026 des employeurs'],
  [],
  ['Raison sociale', 'CP', 'Commune', 'Tél', 'SIRET'],
  ['Alpha Intérim', { xml: '<c s="3"><v>1000</v></c>' }, 'Bourg-en-Bresse', 388817533, 42414308900037],
  ['Œuvre d’été', '67600', 'Sélestat', '03 88 24 00 11', null],
]);
const AUTRE = feuille([
  ['Nom', 'Ville'],
  ['Bêta', 'Riom'],
]);

const fichier = (octets: Uint8Array, name = 'annuaire.xlsx') => ({
  name,
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: Buffer.from(octets),
});

test.beforeEach(async ({ page, hote }) => {
  await structurePrete(hote);
  await ouvrir(page, hote, '/reseau/importer');
});

test('a workbook: sheet and headings chosen, checked, imported with its zeros', async ({ page, hote }) => {
  const choix = page.getByLabel('Fichier à importer');
  await choix.setInputFiles(fichier(classeur({ Garde: feuille([]), Employeurs: LISTE, Autres: AUTRE })));
  await expect(page.getByLabel('Feuille')).toHaveValue('1');
  await expect(page.getByLabel('Noms des colonnes')).toHaveValue('3');
  await expect(page.getByText('Le tableau commence à la ligne 3')).toBeVisible();
  await accessible(page);
  await page.getByLabel('Feuille').selectOption('Autres');
  await expect(page.getByLabel('« Ville » dans Passerelle')).toBeVisible();
  await page.getByLabel('Feuille').selectOption('Employeurs');
  await expect(page.getByLabel('« Commune » dans Passerelle')).toHaveValue('ville');
  await page.getByLabel('Noms des colonnes').selectOption('0');
  await expect(page.getByLabel('« Colonne 1 » dans Passerelle')).toBeVisible();
  await page.getByLabel('Noms des colonnes').selectOption('3');
  await page.getByRole('button', { name: 'Vérifier les lignes' }).click();
  await page.getByRole('button', { name: 'Importer 2 lignes' }).click();
  await expect(page.getByRole('heading', { name: '2 fiches créées' })).toBeVisible();
  expect((await hote.appeler('reseau.list', { recherche: 'alpha' })).lignes).toMatchObject([
    { codePostal: '01000', telephone: '0388817533' },
  ]);
});

test('lines copied in Excel are pasted: in the window made for it, then anywhere on the screen', async ({
  page,
  hote,
}) => {
  const coller = (texte: string) =>
    page.evaluate((colle) => {
      const donnees = new DataTransfer();
      donnees.setData('text/plain', colle);
      const ou = document.activeElement ?? document.body;
      ou.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: donnees, bubbles: true, cancelable: true }),
      );
    }, texte);
  await page.getByRole('button', { name: 'Coller depuis un tableur' }).click();
  await expect(page.getByLabel('Lignes à importer')).toBeFocused();
  await accessible(page);
  await coller('Nom\tAdresse\r\n"Alpha"\t"10 rue des Prés\n67000 Strasbourg"\r\n');
  await expect(page.getByLabel('« Adresse » dans Passerelle')).toHaveValue('adresse');
  await expect(page.getByText('Lignes collées')).toBeVisible();
  await page.getByRole('button', { name: 'Choisir un autre fichier' }).click();
  await coller('Nom\tVille\r\nBêta\tRiom\r\n');
  await page.getByRole('button', { name: 'Vérifier les lignes' }).click();
  await page.getByRole('button', { name: 'Importer 1 ligne' }).click();
  await expect(page.getByRole('heading', { name: '1 fiche créée' })).toBeVisible();
  expect((await hote.appeler('reseau.list', {})).lignes).toMatchObject([{ nom: 'Bêta', ville: 'Riom' }]);
});

test('hostile files are refused with what to do, at once', async ({ page }) => {
  const choix = page.getByLabel('Fichier à importer');
  const alerte = page.getByRole('alert');
  const protege = Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ]);
  await choix.setInputFiles(fichier(protege));
  await expect(alerte.filter({ hasText: 'mot de passe' })).toBeVisible();
  await choix.evaluate((champ: HTMLInputElement) => {
    const choisi = new DataTransfer();
    choisi.items.add(new File([new Uint8Array(200_000_000)], 'enorme.xlsx'));
    champ.files = choisi.files;
    champ.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await expect(alerte.filter({ hasText: 'dépasse 20 Mo' })).toBeVisible();
  await choix.setInputFiles(fichier(classeur({ L: '<!DOCTYPE x><worksheet/>' })));
  await expect(alerte.filter({ hasText: 'par prudence' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Choisir un fichier' })).toBeEnabled();
  await accessible(page);
});
