import { accessible, expect, ouvrir, structurePrete, test } from './hote.ts';

test('a person known elsewhere is chosen, works in two places, leaves one, and objects to contact', async ({
  page,
  hote,
}) => {
  await structurePrete(hote);
  const roche = (await hote.appeler('reseau.create', { nom: 'Paysage Roche', ville: 'Riom' })).id;
  const mairie = (await hote.appeler('reseau.create', { nom: 'Mairie de Volvic', ville: 'Volvic' })).id;
  const { id } = await hote.appeler('reseau.saveInterlocuteur', {
    organisationId: roche,
    civilite: 'Mme',
    prenom: 'Claire',
    nom: 'Œuvrard-N’Diaye',
    qualite: 'dirigeant',
    telephone: '06 12 34 56 78',
    courriel: 'claire@roche.fr',
  });
  await ouvrir(page, hote, `/reseau/${mairie}`);
  const personnes = page.getByRole('region', { name: 'Interlocuteurs' });
  await personnes.getByRole('button', { name: 'Ajouter' }).click();
  const fenetre = page.getByRole('dialog');
  await page.locator('input[type=file]').setInputFiles({
    name: 'claire.vcf',
    mimeType: 'text/vcard',
    buffer: Buffer.from(
      'BEGIN:VCARD\r\nVERSION:3.0\r\nN:OEUVRARD NDIAYE;Claire;;Mme;\r\nTEL;TYPE=CELL:+33612345678\r\nEND:VCARD\r\n',
    ),
  });
  await expect(fenetre.getByRole('textbox', { name: /^Nom/ })).toHaveValue('OEUVRARD NDIAYE');
  await expect(fenetre.getByText('Déjà dans votre réseau ?')).toBeVisible();
  await accessible(page);
  await fenetre.getByRole('button', { name: 'Choisir Claire Œuvrard-N’Diaye' }).click();
  await fenetre.getByLabel('Fonction', { exact: true }).fill('adjointe à l’emploi');
  await fenetre.getByRole('button', { name: 'Ajouter' }).click();
  await expect(personnes.getByText('adjointe à l’emploi')).toBeVisible();
  await expect(personnes.getByText('Aussi chez Paysage Roche')).toBeVisible();
  await accessible(page);

  await personnes.getByRole('link', { name: /Œuvrard-N’Diaye/ }).click();
  await expect(page.getByRole('heading', { name: 'Mme Claire Œuvrard-N’Diaye' })).toBeVisible();
  await expect(page.getByRole('link', { name: '06 12 34 56 78' })).toHaveAttribute(
    'href',
    'tel:+33612345678',
  );
  await expect(page.getByRole('link', { name: 'claire@roche.fr' })).toHaveAttribute(
    'href',
    'mailto:claire@roche.fr',
  );
  await page.getByRole('button', { name: 'Actions pour la fonction chez Paysage Roche' }).click();
  await page.getByRole('menuitem', { name: 'A quitté' }).click();
  const avant = page.getByRole('region', { name: 'Avant' });
  await expect(avant.getByText(/partie en \d{4}/)).toBeVisible();
  await accessible(page);

  await page.getByRole('button', { name: 'Autres actions' }).click();
  await page.getByRole('menuitem', { name: 'Ne souhaite plus de contact' }).click();
  await fenetre.getByLabel('Comment cela a été dit (facultatif)').fill('Par téléphone.');
  await accessible(page);
  await fenetre.getByRole('button', { name: 'Noter son opposition' }).click();
  await expect(page.getByText('Ne plus contacter : opposition du', { exact: false })).toBeVisible();
  await expect(page.getByRole('link', { name: '06 12 34 56 78' })).toBeHidden();
  await expect(fenetre).toBeHidden();
  await accessible(page);
  expect(await hote.appeler('reseau.personne', { id })).toMatchObject({ oppositionNote: 'Par téléphone.' });

  await page.keyboard.press('Control+k');
  await page.getByRole('textbox', { name: 'Chercher partout' }).fill('oeuvrard');
  await page.getByRole('option', { name: /Œuvrard-N’Diaye/ }).click();
  await expect(page).toHaveURL(new RegExp(`/reseau/personnes/${id}`));
});
