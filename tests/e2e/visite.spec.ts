import { readFileSync } from 'node:fs';
import { ajouterJours, dateLocale } from '../../shared/dates.ts';
import { formaterDate } from '../../shared/format.ts';
import { accessible, expect, type Hote, ouvrir, structurePrete, test } from './hote.ts';

const today = dateLocale(new Date());

async function paysageRoche(hote: Hote): Promise<string> {
  await structurePrete(hote);
  const { organisationIds } = await hote.appeler('sollicitations.record', {
    date: today,
    canal: 'telephone',
    resultat: 'a_suivre',
    texte: 'Nous attend pour une visite',
    nouvelleOrganisation: { nom: 'Paysage Œuvrard-N’Diaye', ville: 'Riom', telephone: '04 73 11 22 33' },
    nouvelInterlocuteur: { prenom: 'Claire', nom: 'Roche', fonction: 'Gérante' },
  });
  return organisationIds[0]!;
}

test('a visit is prepared, given a day, held and logged; what it taught goes to the sheet one fact at a time', async ({
  page,
  hote,
}) => {
  const organisationId = await paysageRoche(hote);
  await ouvrir(page, hote, `/reseau/${organisationId}`);
  await page.getByRole('link', { name: 'Préparer la visite' }).click();
  await expect(page.getByRole('heading', { name: 'Préparer la visite' })).toBeVisible();
  await expect(page.getByText('Nous attend pour une visite')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Interlocuteur' })).toHaveValue('Claire Roche, Gérante');

  await page.getByRole('button', { name: 'Partir d’un exemple' }).click();
  await page.getByRole('menuitem', { name: 'Obtenir un rendez-vous' }).click();
  await expect(page.getByLabel('Ce que je dis en trente secondes')).toHaveValue(/Karine Brunet/);

  const jour = ajouterJours(today, 3);
  await page.getByLabel('Date', { exact: true }).fill(formaterDate(jour));
  await page.getByLabel('Heure').fill('25h');
  await page.getByRole('button', { name: 'Fixer le rendez-vous' }).click();
  await expect(page.getByLabel('Heure')).toHaveAccessibleDescription(/14 h 30/);
  await page.getByLabel('Heure').fill('14h30');
  await page.getByRole('button', { name: 'Fixer le rendez-vous' }).click();
  await expect(page.getByText(/Rendez-vous fixé/)).toBeVisible();
  const telechargement = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Fichier pour l’agenda' }).click();
  const ics = readFileSync(await (await telechargement).path(), 'utf8');
  expect(ics).toContain(`DTSTART;TZID=Europe/Paris:${jour.replaceAll('-', '')}T143000`);

  await page.getByRole('textbox', { name: 'Activité' }).fill('Élagage et jardins');
  await page.getByRole('textbox', { name: 'Effectif' }).fill('12');
  await page.getByRole('checkbox', { name: 'Vestiaires' }).check();
  await expect(page.getByRole('checkbox', { name: 'Vestiaires' })).toBeChecked();
  await page.getByRole('textbox', { name: 'Elle s’engage à' }).fill('Recevoir une personne deux jours');
  await expect(page.getByText('Tout est enregistré')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Elle s’engage à' })).toHaveValue(
    'Recevoir une personne deux jours',
  );

  const proposes = page.getByRole('region', { name: 'À reporter sur la fiche ?' });
  await proposes.getByRole('button', { name: 'Reporter : Effectif' }).click();
  await expect(proposes.getByRole('button', { name: 'Reporter : Effectif' })).toBeHidden();
  await proposes.getByRole('button', { name: 'Laisser : Activité' }).click();
  const lire = async () => hote.appeler('visites.ofOrganisation', { organisationId });
  expect((await lire()).faits).toMatchObject({ effectif: 12, taille: 'pme', activite: '', conditions: [] });
  await accessible(page);

  await page.getByRole('button', { name: 'Argumentaire' }).click();
  await page.getByRole('button', { name: /pas le temps d’encadrer/ }).click();
  await expect(page.getByText(/Choisissons le bon moment/)).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Noter la visite' }).first().click();
  const fenetre = page.getByRole('dialog', { name: 'Noter un échange' });
  await expect(fenetre.getByRole('radio', { name: /Visite/ })).toBeChecked();
  await expect(fenetre.getByLabel('Ce qui s’est dit')).toHaveValue(/Recevoir une personne deux jours/);
  await page.keyboard.press('Control+Enter');
  await expect(fenetre).toBeHidden();
  await expect.poll(async () => (await lire()).entretiens[0]!.sollicitation).toMatchObject({ date: today });
  await expect(page.getByRole('heading', { name: /^Visite du/ })).toBeVisible();
});

test('the argument sheets are the structure’s: an example is added, the text of origin comes back', async ({
  page,
  hote,
}) => {
  await structurePrete(hote);
  await ouvrir(page, hote, '/reseau/argumentaires');
  await page.getByRole('button', { name: 'Ajouter un exemple de chez vous' }).first().click();
  const fenetre = page.getByRole('dialog', { name: 'Modifier la fiche' });
  await fenetre.getByLabel('Un fait ou un exemple de chez vous').fill('En 2025, <b>trois</b> chantiers.');
  await fenetre.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(fenetre).toBeHidden();
  await expect(page.getByText('En 2025, <b>trois</b> chantiers.')).toBeVisible();
  await accessible(page);
  await page
    .getByRole('button', { name: /^Modifier ou retirer/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name: 'Revenir au texte d’origine' }).click();
  await expect(page.getByText('En 2025, <b>trois</b> chantiers.')).toBeHidden();
});
