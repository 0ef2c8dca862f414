import { accessible, expect, ouvrir, structurePrete, test } from './hote.ts';

test('a letter to three organisations, its PDF, the mailing logged with its follow-ups, and all of it taken back', async ({
  page,
  hote,
}) => {
  await structurePrete(hote);
  const ids: Record<string, string> = {};
  for (const nom of ['Atelier Bois', 'Boulangerie Faure', 'Carrosserie Muette', 'Domaine <b>Œuvrard</b>']) {
    ids[nom] = (
      await hote.appeler('reseau.create', {
        nom,
        ville: 'Riom',
        adresse: '1 rue du Port',
        codePostal: '63200',
      })
    ).id;
  }
  await hote.appeler('reseau.saveInterlocuteur', {
    organisationId: ids['Atelier Bois']!,
    civilite: 'Mme',
    prenom: 'Claire',
    nom: 'Roche',
    intitule: 'Gérante',
  });
  await hote.appeler('reseau.silence', { id: ids['Carrosserie Muette']!, motif: 'demande', note: '' });

  await ouvrir(page, hote, '/reseau/publipostage');
  await expect(page.getByText('À qui écrivez-vous ?')).toBeVisible();
  const noter = page.getByRole('button', { name: 'Noter l’envoi et prévoir les relances' });
  await expect(noter, 'nobody: nothing to log').toBeDisabled();
  await page.getByRole('button', { name: 'Par filtre' }).click();
  await page.getByRole('button', { name: 'Ajouter 4 organisations' }).click();
  await expect(page.getByText('1 organisation écartée')).toBeVisible();
  await expect(page.getByText(/Carrosserie Muette : ne plus contacter/)).toBeVisible();
  await expect(page.getByText(/^2 lettres sans civilité connue/)).toBeVisible();
  await expect(page.getByText('1 sur 3 : Atelier Bois')).toBeVisible();
  const feuille = page.frameLocator('iframe[title="Lettre à Atelier Bois"]');
  await expect(feuille.getByText('Mme Claire Roche, Gérante')).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: 'Lettre suivante' }).click();
  await page.getByRole('button', { name: 'Lettre suivante' }).click();
  await expect(
    page.frameLocator('iframe[title="Lettre à Domaine <b>Œuvrard</b>"]').getByText('Domaine <b>Œuvrard</b>'),
  ).toBeVisible();

  const texte = page.getByRole('textbox', { name: 'Texte' });
  await texte.fill('{{appel}}\n\nBonjour {{organisaton}}');
  await expect(texte).toHaveAccessibleDescription(/vouliez-vous écrire « {{organisation}} »/);
  await expect(noter).toBeDisabled();
  await texte.fill('{{appel}}\n\nJe viens vous voir.');
  await expect(noter).toBeEnabled();

  const telechargement = page.waitForEvent('download');
  await page.getByRole('button', { name: 'PDF des 3 lettres' }).click();
  expect((await telechargement).suggestedFilename()).toMatch(/^Lettres-.+\.pdf$/);

  await noter.click();
  const fenetre = page.getByRole('dialog', { name: 'Noter l’envoi' });
  await accessible(page);
  await fenetre.getByRole('button', { name: 'Noter et prévoir les relances' }).click();
  await expect(page.getByText(/Envoi noté pour 3 organisations, et 3 relances prévues/)).toBeVisible();
  const relances = async (nom: string) =>
    (await hote.appeler('sollicitations.relancesOf', { organisationId: ids[nom]! })).lignes;
  expect(await relances('Atelier Bois')).toMatchObject([{ libelle: 'Appeler après le courrier' }]);
  expect(await relances('Carrosserie Muette')).toEqual([]);
  const { lignes } = await hote.appeler('sollicitations.ofOrganisation', {
    organisationId: ids['Atelier Bois']!,
  });
  expect(lignes).toMatchObject([
    {
      canal: 'publipostage',
      objet: 'Demande de rencontre',
      texte: expect.stringContaining('Je viens vous voir.'),
    },
  ]);
  await page.getByRole('button', { name: 'Annuler' }).click();
  await expect(page.getByText('C’est annulé.')).toBeVisible();
  expect(await relances('Atelier Bois')).toEqual([]);
});

test('an e-mail to many leaves in lots, through the user’s own mail program', async ({ page, hote }) => {
  await structurePrete(hote);
  const rangs = Array.from({ length: 45 }, (_, rang) => rang + 10);
  await Promise.all(
    rangs.map((rang) =>
      hote.appeler('reseau.create', {
        nom: `Organisation ${rang}`,
        courriel: `accueil${rang}@organisation-exemple.fr`,
      }),
    ),
  );
  await ouvrir(page, hote, '/reseau/publipostage?moyen=courriel');
  await page.getByRole('button', { name: 'Par filtre' }).click();
  await page.getByRole('button', { name: 'Ajouter 45 organisations' }).click();
  const lot = page.getByRole('link', { name: /^Lot 1 sur \d/ });
  await expect(lot).toHaveAttribute('href', /^mailto:\?bcc=accueil10%40organisation-exemple\.fr,/);
  await accessible(page);
  await lot.evaluate((lien) => lien.addEventListener('click', (evenement) => evenement.preventDefault()));
  await lot.click();
  await expect(page.getByRole('link', { name: /^Lot 1 sur \d.* : ouvert/ })).toBeVisible();
});
