import { formaterDate } from '../../shared/format.ts';
import { accessible, expect, ouvrir, structurePrete, test } from './hote.ts';
import { lundi, PDF } from './immersion.ts';

/** The Monday before last: over, whatever the day. */
const DEBUT = lundi(-2);

test('from two needs to an attestation: session, funding, positioning, attendance, on screen all along', async ({
  page,
  hote,
}) => {
  await structurePrete(hote);
  const salarieIds: string[] = [];
  for (const [prenom, nom] of [
    ['Aminata', 'Œuvrard-N’Diaye'],
    ['Bruna', 'Faure'],
  ] as const) {
    const { id } = await hote.appeler('salaries.create', {
      prenom,
      nom,
      sexe: 'F',
      naissance: '1991-07-14',
      telephone: '',
      contrats: [{ nature: 'cddi', debut: '2026-01-05', fin: null, minutesHebdo: 1560 }],
    });
    salarieIds.push(id);
  }
  await hote.appeler('reseau.create', { nom: 'OPCO du Val', roles: [{ role: 'financeur' }] });
  await hote.appeler('formation.createAction', {
    titre: 'Gestes et postures',
    genre: 'module_court',
    theme: 'securite',
    prerequis: ['Comprendre une consigne simple'],
    minutes: 420,
    placesMin: 2,
    placesMax: 6,
    coutMode: 'heure_stagiaire',
    coutCentimes: 1400,
  });
  await hote.appeler('formation.createBesoin', {
    salarieIds,
    theme: 'securite',
    origine: 'poste',
    priorite: 'haute',
  });

  // Two needs are enough to open a session.
  await ouvrir(page, hote, '/formation/besoins?par=themes');
  await expect(page.getByText('2 personnes, assez pour ouvrir une session')).toBeVisible();
  await page.getByRole('link', { name: 'Ouvrir une session' }).click();
  await page.getByRole('combobox', { name: 'Action de formation' }).click();
  await page.getByRole('option', { name: 'Gestes et postures' }).click();
  await expect(page.getByLabel('Heures par stagiaire')).toHaveValue('7 h');
  await page.getByLabel('Premier jour').fill(formaterDate(DEBUT));
  await page.getByRole('button', { name: 'Poser les demi-journées' }).click();
  await expect(page.getByLabel('Dernier jour')).toHaveValue(formaterDate(DEBUT));
  await page.getByRole('button', { name: 'Créer la session' }).click();
  await expect(page.getByRole('heading', { name: 'Gestes et postures', level: 1 })).toBeVisible();

  // Who pays: two people, seven hours, fourteen euros.
  await page.getByRole('link', { name: 'Financement' }).click();
  await page.getByRole('button', { name: 'Répartir' }).click();
  const repartir = page.getByRole('dialog', { name: 'Répartir un coût entre financeurs' });
  await repartir.getByRole('textbox', { name: 'Financeur 1' }).fill('opco');
  await page.getByRole('option', { name: 'OPCO du Val' }).click();
  await repartir.getByRole('textbox', { name: 'Financeur 2' }).fill('Conseil régional');
  await page.getByRole('option', { name: /Créer/ }).click();
  await repartir.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(
    page
      .getByRole('listitem', { name: 'OPCO du Val' })
      .getByText(/137,20.€/)
      .first(),
  ).toBeVisible();

  // Their needs spotted them: one fiche, then both are validated.
  await page.getByRole('link', { name: 'Stagiaires', exact: true }).click();
  await page.getByRole('button', { name: 'positionnement de Aminata Œuvrard-N’Diaye' }).click();
  const fiche = page.getByRole('dialog', { name: /Positionnement de Aminata/ });
  await fiche.getByText('Acquis', { exact: true }).click();
  await fiche.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Aminata' })).toContainText('Positionnée');
  await page.getByRole('checkbox', { name: 'Choisir tout le monde' }).check();
  await page.getByRole('toolbar').getByRole('button', { name: 'Valider' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Bruna' })).toContainText('Validée');

  // Attendance by the keyboard alone.
  await page.getByRole('link', { name: 'Présences' }).click();
  await page
    .getByRole('button', { name: /^Aminata Œuvrard-N’Diaye, .*matin : à noter$/ })
    .first()
    .focus();
  await page.keyboard.press('t');
  await expect(page.getByText('2 demi-journées à noter')).toBeVisible();
  await page.keyboard.press('p');
  await page.keyboard.press('j');
  await expect(page.getByText(/Tout est noté|0 demi-journée/)).toBeVisible();
  await accessible(page);

  // The end, and the attestation issued.
  await page.getByRole('link', { name: 'Stagiaires', exact: true }).click();
  await page.getByRole('row').filter({ hasText: 'Aminata' }).getByRole('button', { name: 'Au bout' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Aminata' })).toContainText('7 h');
  await page.getByRole('link', { name: 'Documents' }).click();
  const documents = page.getByRole('region', { name: 'Documents', exact: true });
  await documents.getByRole('button', { name: /^Attestations de fin de formation/ }).click();
  await documents.getByRole('button', { name: /^Aminata Œuvrard-N’Diaye/ }).click();
  await documents
    .getByRole('list', { name: /^Attestations de fin/ })
    .getByRole('button', { name: 'Émettre', exact: true })
    .click();
  await expect(documents.getByText(/1 émise? sur/)).toBeVisible(PDF);
  const { lignes } = await hote.appeler('formation.besoins', { vue: 'satisfaits' });
  expect(lignes.map(({ salarie }) => salarie?.prenom)).toEqual(['Aminata']);
});
