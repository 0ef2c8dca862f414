import { accessible, expect, ouvrir, structurePrete, test } from './hote.ts';

test('a session is shared between its funders, followed to the payment, and found in the year', async ({
  page,
  hote,
}) => {
  await structurePrete(hote);
  const annee = new Date().getFullYear();
  const { id: opco } = await hote.appeler('reseau.create', {
    nom: 'Uniformation',
    roles: [{ role: 'financeur' }],
  });
  const { id: actionId } = await hote.appeler('formation.createAction', {
    titre: 'Tenue de caisse',
    genre: 'module_court',
  });
  const { id } = await hote.appeler('formation.createSession', {
    actionId,
    debut: `${annee}-01-05`,
    fin: `${annee}-01-07`,
    minutes: 1260,
    stagiairesPrevus: 8,
    placesMin: 6,
    placesMax: 12,
    surTempsTravail: false,
    coutMode: 'heure_stagiaire',
    coutCentimes: 1400,
  });
  await ouvrir(page, hote, `/formation/sessions/${id}/financement`);
  await expect(page.getByText(/8 stagiaires prévus × 21 h × 14,00.€/)).toBeVisible();
  await accessible(page);

  // 70 / 30 in one gesture: a funder of the network, then one that the window adds to it.
  await page.getByRole('button', { name: 'Répartir' }).click();
  const fenetre = page.getByRole('dialog', { name: 'Répartir un coût entre financeurs' });
  await fenetre.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(fenetre.getByText('Choisissez le financeur.').first()).toBeVisible();
  await fenetre.getByRole('textbox', { name: 'Financeur 1' }).fill('unif');
  await page.getByRole('option', { name: 'Uniformation' }).click();
  await fenetre.getByRole('textbox', { name: 'Financeur 2' }).fill('Conseil régional');
  await page.getByRole('option', { name: /Créer/ }).click();
  await expect(fenetre.getByRole('textbox', { name: 'Financeur 2' })).toHaveValue('Conseil régional');
  await expect(fenetre.getByText(/1.646,40.€/)).toBeVisible();
  await expect(fenetre.getByText(/entièrement couvert/)).toBeVisible();
  await accessible(page);
  await fenetre.getByRole('button', { name: 'Enregistrer' }).click();
  const region = page.getByRole('listitem', { name: 'Conseil régional' });
  await expect(region.getByText(/705,60.€/)).toBeVisible();

  // The usual next step, its amount already there.
  await page.getByRole('button', { name: 'Noter la demande : Uniformation' }).click();
  const etape = page.getByRole('dialog', { name: /Noter une étape/ });
  await expect(etape.getByRole('textbox', { name: 'Montant' })).toHaveValue(/1.646,40/);
  await etape.getByRole('textbox', { name: 'Montant' }).fill('beaucoup');
  await etape.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(etape.getByText(/Écrivez un montant en euros/)).toBeVisible();
  await expect(etape.getByRole('textbox', { name: 'Montant' })).toHaveValue('beaucoup');
  await etape.getByRole('textbox', { name: 'Montant' }).fill('1500');
  await page.keyboard.press('Enter');
  const ligne = page.getByRole('listitem', { name: 'Uniformation' });
  await expect(ligne.getByText('Demandé', { exact: true }).first()).toBeVisible();
  await expect(page.getByText(/146,40.€ sur 2.352,00.€ ne sont couverts par personne/)).toBeVisible();

  // A deadline of the day is told by Aujourd'hui, which ticks it off.
  const { lignes } = await hote.appeler('formation.financement', { sessionId: id });
  const { id: ligneId } = lignes.find(({ organisation }) => organisation?.id === opco)!;
  await hote.appeler('formation.deplaceEcheance', {
    id: ligneId,
    echeance: `${annee}-01-15`,
    objet: 'Envoyer les feuilles d’émargement',
  });
  await ouvrir(page, hote, '/');
  await page.getByRole('button', { name: /^Fait : Envoyer les feuilles/ }).click();
  await expect(page.getByRole('link', { name: /^Envoyer les feuilles/ })).toBeHidden();

  await ouvrir(page, hote, '/formation/financements');
  await expect(page.getByRole('table', { name: 'Lignes de financement' }).getByRole('row')).toHaveCount(3);
  await accessible(page);
  await page
    .getByRole('table', { name: 'Par financeur' })
    .getByRole('button', { name: 'Uniformation' })
    .click();
  await expect(page.getByRole('table', { name: 'Lignes de financement' }).getByRole('row')).toHaveCount(2);
  await page.getByRole('link', { name: 'Tenue de caisse' }).click();
  await expect(page.getByRole('heading', { name: 'Qui paie la formation' })).toBeVisible();
});
