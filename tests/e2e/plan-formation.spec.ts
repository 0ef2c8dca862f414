import { actionDe, journees, sessionDe } from '../formation.ts';
import { accessible, expect, exporter, type Hote, ouvrir, structurePrete, test } from './hote.ts';

/** A module of 2026 for eight, two of them engaged, half paid by a funder. */
async function annee(hote: Hote): Promise<void> {
  await structurePrete(hote);
  const { id: opco } = await hote.appeler('reseau.create', { nom: 'Œuvrard-N’Diaye <b>financeur</b>' });
  const { id: actionId } = await hote.appeler('formation.createAction', actionDe());
  const { id: sessionId } = await hote.appeler(
    'formation.createSession',
    sessionDe(actionId, { surTempsTravail: false, creneaux: journees('2026-04-07', '2026-04-08') }),
  );
  const salarieIds: string[] = [];
  for (const [prenom, sexe] of [
    ['Aminata', 'F'],
    ['Bruno', 'H'],
  ] as const) {
    const { id } = await hote.appeler('salaries.create', {
      prenom,
      nom: 'Œuvrard-N’Diaye',
      sexe,
      naissance: '1991-07-14',
      telephone: '',
      contrats: [{ nature: 'cddi', debut: '2026-01-05', fin: '2026-12-31', minutesHebdo: 1560 }],
    });
    salarieIds.push(id);
  }
  const { ids } = await hote.appeler('formation.inscrire', { sessionId, salarieIds });
  await hote.appeler('formation.avancer', { ids, statut: 'positionne' });
  await hote.appeler('formation.avancer', { ids, statut: 'valide' });
  await hote.appeler('formation.saveFinancement', {
    sessionId,
    organisationId: opco,
    phase: 'pedagogique',
    exercice: 2026,
    part: 500,
  });
}

test('the plan of a year is read, opened row by row, written about, printed and taken away', async ({
  page,
  hote,
}) => {
  await annee(hote);
  await ouvrir(page, hote, '/formation/plan?annee=2026');
  await expect(page.getByRole('heading', { level: 1, name: 'Plan de formation 2026' })).toBeVisible();
  // 2 × 14 h engaged of 8 × 14 h planned, at 14 € an hour.
  const chiffres = page.getByRole('list', { name: 'L’année' });
  await expect(chiffres.getByRole('button', { name: /28.h engagées/ })).toBeVisible();
  await expect(chiffres.getByRole('button', { name: /112.h prévues/ })).toBeVisible();
  await expect(chiffres.getByRole('button', { name: /Reste à charge : 196,00.€/ })).toBeVisible();
  await expect(
    page.getByRole('table', { name: 'Par financeur' }).getByRole('row', { name: /N’Diaye <b>financeur/ }),
  ).toContainText(/196,00.€/);
  await accessible(page);

  await page
    .getByRole('table', { name: 'Femmes et hommes' })
    .getByRole('button', { name: /^Femmes, heures engagées : 14.h/ })
    .click();
  const tiroir = page.getByRole('dialog', { name: 'Heures engagées · Femmes' });
  await expect(tiroir.getByRole('link', { name: /Aminata/ })).toBeVisible();
  await expect(tiroir.getByText('1 ligne, 2026')).toBeVisible();
  await accessible(page);
  await page.keyboard.press('Escape');
  await expect(tiroir).toBeHidden();

  await page.getByRole('button', { name: 'Orientations et budget' }).click();
  const fenetre = page.getByRole('dialog', { name: 'Plan de formation 2026' });
  await fenetre.getByLabel('Orientations').fill('Savoirs de base <i>d’abord</i>');
  await fenetre.getByLabel('Budget de la structure').fill('cent');
  await fenetre.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(fenetre.getByText('Certaines informations sont à corriger.')).toBeVisible();
  await fenetre.getByLabel('Budget de la structure').fill('100');
  await accessible(page);
  await fenetre.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(fenetre).toBeHidden();
  await expect(page.getByText('Savoirs de base <i>d’abord</i>')).toBeVisible();
  await expect(page.getByText(/dépassé de 96,00.€/)).toBeVisible();

  const classeur = await exporter(page, 'Tableur', 'Classeur Excel');
  expect(classeur.suggestedFilename()).toBe('plan-formation-2026.xlsx');
  await page.getByRole('button', { name: 'Aperçu' }).click();
  await expect(
    page
      .getByRole('dialog', { name: 'Plan de formation 2026 sur papier' })
      .frameLocator('iframe')
      .getByRole('heading', { name: 'Plan de formation 2026' }),
  ).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Année précédente' }).click();
  await expect(page.getByText('Rien n’est encore prévu en 2025')).toBeVisible();
});
