import { accessible, expect, ouvrir, structurePrete, test } from './hote.ts';

test('somebody leaves: what they held is offered, handed over, found by the receiver, and taken back', async ({
  page,
  hote,
}) => {
  await structurePrete(hote);
  const { membres } = await hote.appeler('parametres.get', {});
  const [karine, denis] = [membres[0]!, membres[1]!];
  const { id } = await hote.appeler('reseau.create', { nom: 'Boulangerie Roux', referentId: karine.id });
  await hote.appeler('sollicitations.planRelance', {
    organisationId: id,
    libelle: 'Proposer une visite',
    echeance: new Date().toLocaleDateString('sv'),
    responsableId: karine.id,
  });
  await hote.appeler('parametres.saveEquipe', {
    membres: [{ id: denis.id, prenom: 'Denis', nom: 'Morel', fonction: 'Directeur' }],
  });
  await ouvrir(page, hote, '/parametres');
  await page.getByRole('link', { name: 'Confier son portefeuille' }).click();
  await expect(page.getByRole('heading', { name: 'Confier un portefeuille' })).toBeVisible();
  await expect(page.getByRole('row', { name: /Boulangerie Roux/ })).toContainText('1 action');
  await accessible(page);

  const confier = page.getByRole('button', { name: 'Confier 1 organisation et 1 action à faire' });
  await confier.click();
  await expect(page.getByText('Choisissez qui reprend.')).toBeVisible();
  await page.getByRole('combobox', { name: 'À' }).click();
  await page.getByRole('option', { name: 'Denis Morel' }).click();
  await confier.click();
  await expect(page.getByText(/confié à Denis/)).toBeVisible();
  expect(await hote.appeler('reseau.get', { id })).toMatchObject({ referentId: denis.id });
  const dues = await hote.appeler('sollicitations.relances', { qui: 'moi' });
  expect(dues.lignes).toMatchObject([{ libelle: 'Proposer une visite', responsable: { id: denis.id } }]);

  await page.getByRole('button', { name: 'Annuler' }).click();
  await expect(page.getByText('C’est annulé.')).toBeVisible();
  expect(await hote.appeler('reseau.get', { id })).toMatchObject({ referentId: karine.id });
});
