import { ajouterJours, dateLocale } from '../../shared/dates.ts';
import { formaterDate } from '../../shared/format.ts';
import { accessible, expect, ouvrir, test } from './hote.ts';
import { decor } from './immersion.ts';

const today = dateLocale(new Date());

test('a parcours: what matters now, an interview noted, a goal reached, its line of time; then what ends and its next step', async ({
  page,
  hote,
}) => {
  const { salarieId } = await decor(hote);
  await hote.appeler('salaries.saveObjectif', {
    salarieId,
    libelle: 'Passer le code de la route',
    fixeLe: ajouterJours(today, -30),
    echeance: ajouterJours(today, -1),
  });
  const { contrats, archivedAt: _, ...fiche } = await hote.appeler('salaries.get', { id: salarieId });
  await hote.appeler('salaries.update', {
    ...fiche,
    contrats: contrats.map((contrat) => ({ ...contrat, fin: ajouterJours(today, 20) })),
  });

  await ouvrir(page, hote, `/salaries/${salarieId}`);
  const maintenant = page.getByRole('region', { name: 'En ce moment' });
  await expect(maintenant.getByText('CDDI, dans 20 jours')).toBeVisible();
  await expect(maintenant.getByText('Aucune connue')).toBeVisible();
  await maintenant.getByRole('button', { name: 'Noter un entretien' }).click();
  const fenetre = page.getByRole('dialog', { name: 'Entretien avec Aminata' });
  await expect(fenetre.getByRole('textbox', { name: 'Ce qu’il en ressort' })).toBeFocused();
  await page.keyboard.type('Projet en maraîchage. Suivi pour diabète.');
  await expect(fenetre.getByText(/n’y écrivez rien de la santé/)).toBeVisible();
  await fenetre.getByRole('textbox', { name: 'Prochain entretien' }).fill(formaterDate(today));
  await fenetre.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(fenetre.getByText('Le prochain entretien vient après celui-ci.')).toBeVisible();
  await fenetre
    .getByRole('textbox', { name: 'Prochain entretien' })
    .fill(formaterDate(ajouterJours(today, 3)));
  await fenetre.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(fenetre).toBeHidden();
  await expect(maintenant.getByText('dans 3 jours')).toBeVisible();
  const parcours = page.getByRole('region', { name: 'Le parcours' });
  await expect(parcours.getByRole('link', { name: /^CDDI, du/ })).toBeVisible();
  await accessible(page);
  await parcours.getByText('Tableau').click();
  await expect(page.getByRole('table', { name: 'Le parcours, ligne par ligne' })).toBeVisible();
  await page.getByRole('button', { name: 'Atteint : Passer le code de la route' }).click();
  await expect(maintenant.getByText('Aucun en cours')).toBeVisible();

  await ouvrir(page, hote, '/');
  await expect(page.getByRole('link', { name: /^Entretien :/ })).toBeVisible();
  await page.getByRole('button', { name: /^Dire la suite prévue/ }).click();
  const suite = page.getByRole('dialog', { name: /^Et après/ });
  await suite.getByRole('radio', { name: 'Renouvellement' }).check();
  await suite.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('La suite du contrat est notée.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Dire la suite prévue/ })).toBeHidden();

  await ouvrir(page, hote, '/salaries/radar');
  await expect(page.getByRole('row', { name: /Œuvrard-N’Diaye/ })).toContainText('renouvellement');
  await page.getByText('Sans étape (0)').click();
  await expect(page.getByText('Chacun a une prochaine étape')).toBeVisible();
  await accessible(page);
});
