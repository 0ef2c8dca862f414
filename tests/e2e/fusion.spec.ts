import { accessible, expect, ouvrir, structurePrete, test } from './hote.ts';

test('duplicates: two said different, two merged field by field, and the merge undone', async ({
  page,
  hote,
}) => {
  await structurePrete(hote);
  const creer = async (nom: string, reste: object) =>
    (await hote.appeler('reseau.create', { nom, ...reste })).id;
  const garde = await creer('Paysage Roche', {
    ville: 'Riom',
    telephone: '04 73 11 22 33',
    note: 'Accueille volontiers.',
  });
  const absorbe = await creer('PAYSAGE ROCHE SARL', {
    ville: 'Riom',
    courriel: 'a@roche.fr',
    note: 'Appeler le matin.',
  });
  await creer('Garage Bleu', { ville: 'Volvic', telephone: '04 73 00 00 01' });
  await creer('Garage Vert', { ville: 'Riom', telephone: '04 73 00 00 01' });
  const { id: claire } = await hote.appeler('reseau.saveInterlocuteur', {
    organisationId: absorbe,
    prenom: 'Claire',
    nom: 'Roche',
  });
  for (const organisationIds of [[garde, absorbe], [garde]])
    await hote.appeler('sollicitations.record', {
      date: '2026-02-02',
      canal: 'telephone',
      resultat: 'interessee',
      texte: 'Une visite en mars',
      organisationIds,
      interlocuteurIds: organisationIds.length > 1 ? [claire] : [],
    });
  await ouvrir(page, hote, '/reseau');
  await page.getByRole('button', { name: 'Autres actions sur le réseau' }).click();
  await page.getByRole('menuitem', { name: 'Doublons et fusions 2' }).click();
  await expect(page.getByRole('heading', { name: 'Doublons probables' })).toBeVisible();
  await accessible(page);

  await page.getByRole('button', { name: /Ce sont deux organisations : Garage/ }).click();
  await expect(page.getByRole('link', { name: 'Garage Bleu', exact: true })).toBeHidden();

  await page.getByRole('link', { name: /Comparer Paysage Roche/ }).click();
  await expect(page.getByRole('heading', { name: 'Fusionner deux fiches' })).toBeVisible();
  await expect(
    page.getByText('Rejoignent la fiche gardée : 1 fonction d’interlocuteur, 1 échange.'),
  ).toBeVisible();
  await expect(page.getByRole('radiogroup', { name: 'Courriel' }).getByLabel('a@roche.fr')).toBeChecked();
  await expect(page.getByLabel('Garder les deux')).toBeChecked();
  await accessible(page);
  await page.getByRole('button', { name: 'Fusionner' }).click();

  await expect(page.getByRole('heading', { name: 'Paysage Roche', exact: true })).toBeVisible();
  await expect(page.getByText('Claire Roche').first()).toBeVisible();
  expect(await hote.appeler('reseau.get', { id: garde })).toMatchObject({
    courriel: 'a@roche.fr',
    note: 'Accueille volontiers.\n\nAppeler le matin.',
  });
  expect((await hote.appeler('reseau.list', { recherche: 'roche' })).total).toBe(1);

  await ouvrir(page, hote, '/reseau/doublons');
  await page
    .getByRole('button', { name: 'Défaire la fusion de PAYSAGE ROCHE SARL dans Paysage Roche' })
    .click();
  await expect(page.getByText(/^Défaite le /)).toBeVisible();
  await accessible(page);
  expect(await hote.appeler('reseau.get', { id: absorbe })).toMatchObject({
    archivedAt: null,
    interlocuteurs: [{ id: claire }],
  });
  expect(await hote.appeler('reseau.get', { id: garde })).toMatchObject({ courriel: '', interlocuteurs: [] });
});
