import { dateLocale } from '../../shared/dates.ts';
import { echeanceDans } from '../../shared/sollicitations/regles.ts';
import { accessible, expect, type Hote, structurePrete, test } from './hote.ts';

const today = dateLocale(new Date());

async function paysageRoche(hote: Hote): Promise<string> {
  await structurePrete(hote);
  const { organisationIds } = await hote.appeler('sollicitations.record', {
    date: today,
    canal: 'visite',
    resultat: 'a_suivre',
    nouvelleOrganisation: { nom: 'Paysage Roche', ville: 'Riom', telephone: '04 73 11 22 33' },
    nouvelInterlocuteur: { prenom: 'Claire', nom: 'Roche', fonction: 'Dirigeante' },
  });
  return organisationIds[0]!;
}

test('a call is logged by keyboard alone, its next action with it', async ({ page, hote }) => {
  const organisationId = await paysageRoche(hote);
  await page.reload();
  await expect(page.getByRole('heading', { name: /^Bonjour/ })).toBeVisible();
  await page.keyboard.press('n');
  const fenetre = page.getByRole('dialog', { name: 'Noter un échange' });
  await expect(fenetre.getByLabel('Avec qui ?')).toBeFocused();
  await page.keyboard.type('11 22 33');
  await expect(page.getByRole('option', { name: /Paysage Roche/ })).toBeVisible();
  await accessible(page);
  await page.keyboard.press('Enter');
  await expect(fenetre.getByRole('radio', { name: /Téléphone/ })).toBeFocused();
  await page.keyboard.type('TII');
  await page.keyboard.type('Cherche deux saisonniers');
  await page.keyboard.press('Tab');
  await page.keyboard.type('S');
  await expect(fenetre.getByLabel('Action')).toBeFocused();
  await expect(fenetre.getByLabel('Action')).toHaveValue('Rappeler Paysage Roche');
  await page.keyboard.type('Envoyer la plaquette');
  await page.keyboard.press('Enter');
  await expect(fenetre).toBeHidden();
  await expect(page.getByText('Noté : Paysage Roche')).toBeVisible();

  const lire = async () => (await hote.appeler('sollicitations.ofOrganisation', { organisationId })).lignes;
  expect((await lire())[0]).toMatchObject({
    date: today,
    canal: 'telephone',
    resultat: 'interessee',
    nature: 'intermediation',
    texte: 'Cherche deux saisonniers',
    relance: { libelle: 'Envoyer la plaquette', echeance: echeanceDans('semaine', today) },
  });
  await page.keyboard.press('Control+z');
  await expect(page.getByText('C’est annulé.')).toBeVisible();
  expect(await lire()).toHaveLength(1);
});

test('someone unknown is created on the way, and a refusal loses nothing of what was typed', async ({
  page,
  hote,
}) => {
  await structurePrete(hote);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Noter un appel' })).toBeVisible();
  await accessible(page);
  await page.keyboard.press('n');
  const fenetre = page.getByRole('dialog', { name: 'Noter un échange' });
  await page.keyboard.type('Œuvrard <b>& Fils');
  await expect(
    page.getByRole('option', { name: 'Créer l’organisation « Œuvrard <b>& Fils »' }),
  ).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(fenetre.getByLabel('Ville')).toBeFocused();
  await page.keyboard.type('Issoire');
  await page.keyboard.press('Tab');
  await page.keyboard.type('04 73 1');
  await page.keyboard.press('Enter');
  await page.keyboard.type('CSN');
  await page.keyboard.type('Premier contact');
  await page.keyboard.press('Enter');
  const telephone = fenetre.getByRole('textbox', { name: 'Téléphone' });
  await expect(telephone).toHaveAccessibleDescription(/10 attendus, 5 lus/);
  await expect(telephone, 'the field to correct takes the focus').toBeFocused();
  await expect(fenetre.getByLabel('Ce qui s’est dit')).toHaveValue('Premier contact');
  await accessible(page);
  await telephone.fill('04 73 11 22 33');
  await page.keyboard.press('Control+Enter');
  await expect(fenetre).toBeHidden();
  const { lignes } = await hote.appeler('reseau.list', { recherche: 'oeuvrard', debut: 0, nombre: 5 });
  const { lignes: echanges } = await hote.appeler('sollicitations.ofOrganisation', {
    organisationId: lignes[0]!.id,
  });
  expect(echanges).toMatchObject([{ canal: 'courriel', resultat: 'a_suivre', texte: 'Premier contact' }]);
  expect(lignes).toMatchObject([{ nom: 'Œuvrard <b>& Fils', ville: 'Issoire', telephone: '0473112233' }]);
});

test('a window closed by mistake, then the application: the entry is offered again, and saved whole', async ({
  page,
  hote,
}) => {
  const organisationId = await paysageRoche(hote);
  await page.reload();
  await expect(page.getByRole('heading', { name: /^Bonjour/ })).toBeVisible();
  await page.keyboard.press('n');
  await page.keyboard.type('riom');
  await expect(page.getByRole('option', { name: /Paysage Roche/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.getByLabel('Ce qui s’est dit').fill('Rappellera lundi');
  await page.keyboard.press('Escape');
  await expect(page.getByText('Votre saisie est gardée : Paysage Roche')).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: 'Reprendre' }).click();
  const fenetre = page.getByRole('dialog', { name: 'Noter un échange' });
  await expect(fenetre.getByLabel('Ce qui s’est dit')).toHaveValue('Rappellera lundi');
  await fenetre.getByRole('radio', { name: /Elle nous a contactés/ }).check();
  await page.keyboard.press('Control+Enter');
  await expect(fenetre).toBeHidden();
  const { lignes } = await hote.appeler('sollicitations.ofOrganisation', { organisationId });
  expect(lignes[0]).toMatchObject({ texte: 'Rappellera lundi', sens: 'entrante' });
  // The kept entry is forgotten once the exchange is saved, by a call of its own.
  await expect.poll(async () => (await hote.appeler('sollicitations.brouillons', {})).brouillons).toEqual([]);
});

test('a refusal keeps its cause, what is awaited waits, and a file goes with the exchange', async ({
  page,
  hote,
}) => {
  const organisationId = await paysageRoche(hote);
  await page.reload();
  await expect(page.getByRole('heading', { name: /^Bonjour/ })).toBeVisible();
  await page.keyboard.press('n');
  const fenetre = page.getByRole('dialog', { name: 'Noter un échange' });
  await page.keyboard.type('riom');
  await expect(page.getByRole('option', { name: /Paysage Roche/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(fenetre.getByRole('radio', { name: /Téléphone/ })).toBeFocused();
  await page.keyboard.type('A');
  await expect(fenetre.getByRole('combobox', { name: 'Autre moyen' })).toBeFocused();
  await page.keyboard.type('visio');
  await page.keyboard.press('Enter');
  await page.keyboard.type('F');
  await expect(fenetre.getByRole('combobox', { name: 'Pourquoi ?' })).toBeFocused();
  await page.keyboard.type('temps');
  await page.keyboard.press('Enter');
  await page.keyboard.type('I');
  await page.keyboard.type('Rappeler quand ils recruteront');
  await fenetre.getByRole('button', { name: 'Offre d’emploi' }).click();
  await fenetre.getByRole('radio', { name: /Quand…/ }).check();
  await fenetre.getByRole('button', { name: 'au prochain recrutement' }).click();
  await expect(fenetre.getByLabel('Action')).toBeFocused();
  await fenetre.getByRole('button', { name: /Préciser/ }).click();
  await fenetre.getByLabel('Objet').fill('Deux postes d’entretien');
  await fenetre.getByLabel('Durée (minutes)').fill('20');
  await fenetre
    .locator('input[type=file]')
    .setInputFiles([
      { name: 'Fiche de poste.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') },
    ]);
  await expect(fenetre.getByText('Fiche de poste.pdf')).toBeVisible();
  await fenetre
    .locator('input[type=file]')
    .setInputFiles([{ name: 'virus.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') }]);
  await expect(page.getByText(/« virus.exe » est un programme/)).toBeVisible();
  await accessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(fenetre).toBeHidden();

  const [ligne] = (await hote.appeler('sollicitations.ofOrganisation', { organisationId })).lignes;
  expect(ligne).toMatchObject({
    canal: 'visio',
    resultat: 'refus',
    cause: 'manque_temps',
    nature: 'intermediation',
    sousNature: 'offre_emploi',
    objet: 'Deux postes d’entretien',
    dureeMinutes: 20,
    pieces: [{ nom: 'Fiche de poste.pdf' }],
    relance: { echeance: null, evenement: 'au prochain recrutement' },
  });
  const attente = page.getByRole('button', { name: 'C’est arrivé : Rappeler Paysage Roche' });
  await expect(attente).toBeVisible();
  await accessible(page);
  await attente.click();
  await expect(page.getByRole('button', { name: 'Fait : Rappeler Paysage Roche' })).toBeVisible();
  await expect(attente).toBeHidden();
});
