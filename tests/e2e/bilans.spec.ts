import { accessible, expect, ouvrir, structurePrete, test } from './hote.ts';

const ANNEE = new Date().getFullYear() - 1;

test('convention, bilan, rows, issue, change: what was sent stays, and what changed is told', async ({
  page,
  hote,
}) => {
  await structurePrete(hote);
  const mairie = await hote.appeler('reseau.create', { nom: 'Mairie de Riom', ville: 'Riom' });
  const noter = (date: string, canal: 'visite' | 'telephone') =>
    hote.appeler('sollicitations.record', {
      date,
      canal,
      resultat: 'a_suivre',
      nature: 'formation',
      organisationIds: [mairie.id],
    });
  await noter(`${ANNEE}-03-04`, 'visite');
  await noter(`${ANNEE}-06-10`, 'telephone');
  const { id: conventionId } = await hote.appeler('conventions.create', {
    genre: 'ddets',
    intitule: 'Convention triennale',
    debut: `${ANNEE}-01-01`,
    fin: `${ANNEE}-12-31`,
    profil: 'reseau',
  });
  await hote.appeler('conventions.saveObjectif', {
    conventionId,
    annee: ANNEE,
    indicateur: 'reseau.echanges',
    valeur: 3,
  });
  await hote.appeler('conventions.saveEcheance', {
    conventionId,
    libelle: `Bilan ${ANNEE}`,
    date: `${ANNEE + 1}-03-31`,
    debut: `${ANNEE}-01-01`,
    fin: `${ANNEE}-12-31`,
  });

  await ouvrir(page, hote, '/bilans');
  const attendu = page.getByRole('region', { name: 'À rendre' }).getByRole('listitem');
  await expect(attendu).toContainText(`31/03/${ANNEE + 1}`);
  await accessible(page);
  await attendu.getByRole('link', { name: 'Préparer le bilan' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`Bilan ${ANNEE}`);

  const ligne = page
    .getByRole('list', { name: /échanges/i })
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: /^Échanges : 2\. Voir les lignes/ }) });
  await expect(ligne).toContainText('objectif 3');
  await expect(ligne).toContainText('non atteint');
  await ligne.getByRole('button', { name: /^Échanges, répartition par/ }).click();
  await accessible(page);
  await ligne.getByRole('button', { name: /^Visite/ }).click();
  const tiroir = page.getByRole('dialog', { name: 'Échanges' });
  await expect(tiroir.getByText(`1 ligne, ${ANNEE}`)).toBeVisible();
  await accessible(page);
  await tiroir.getByLabel('Chercher dans ces lignes').fill('introuvable');
  await expect(tiroir.getByText('Aucune ligne ne répond', { exact: false })).toBeVisible();
  await tiroir.getByLabel('Chercher dans ces lignes').fill('riom');
  await tiroir.getByRole('link', { name: 'Mairie de Riom' }).click();
  await expect(page).toHaveURL(/#\/reseau\//);
  await page.goBack();
  await expect(tiroir.getByText(`1 ligne, ${ANNEE}`)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tiroir).toBeHidden();

  const texte = page.getByRole('textbox', { name: /^Texte de la partie/ }).first();
  await texte.fill('Deux rencontres décisives.');
  await expect(page.getByText('Enregistré', { exact: true }).first()).toBeVisible();
  await page.reload();
  await expect(texte).toHaveValue('Deux rencontres décisives.');

  await page.getByRole('button', { name: 'Émettre et figer' }).click();
  const fenetre = page.getByRole('dialog', { name: 'Émettre et figer ce bilan' });
  await fenetre.getByRole('button', { name: 'Émettre et figer' }).click();
  await expect(page.getByText('Figé : rien n’y a changé')).toBeVisible();

  await noter(`${ANNEE}-09-01`, 'visite');
  await ouvrir(page, hote, new URL(page.url()).hash.slice(1));
  await expect(page.getByText('Deux rencontres décisives.')).toBeVisible();
  await page.getByRole('link', { name: /Ce qui a changé/ }).click();
  await expect(page.getByRole('heading', { level: 3, name: 'Échanges', exact: true })).toBeVisible();
  await accessible(page);

  await ouvrir(page, hote, '/bilans/indicateurs?q=sorties%20dynamiques');
  await expect(page.getByRole('region', { name: 'Sorties' })).toBeVisible();
  await accessible(page);
});

test('a new bilan over two dates: one being typed, or unreadable, is refused beside its field', async ({
  page,
  hote,
}) => {
  await structurePrete(hote);
  await ouvrir(page, hote, '/bilans');
  await page.getByRole('button', { name: 'Nouveau bilan' }).first().click();
  const fenetre = page.getByRole('dialog', { name: 'Nouveau bilan' });
  await fenetre.getByRole('combobox', { name: 'Profil' }).click();
  await page.getByRole('option', { name: /DDETS/ }).click();
  await fenetre.getByText('Libre', { exact: true }).click();
  const du = fenetre.getByRole('textbox', { name: 'Du' });
  await du.fill('');
  await du.pressSequentially('32/13');
  await fenetre.getByRole('button', { name: 'Préparer ce bilan' }).click();
  await expect(du).toHaveAttribute('aria-invalid', 'true');
  await expect(du).toHaveValue('32/13');
  await fenetre.getByText('Année', { exact: true }).click();
  await fenetre.getByRole('button', { name: 'Préparer ce bilan' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('dialogue de gestion');
});
