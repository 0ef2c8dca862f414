import { ajouterJours, dateLocale } from '../../shared/dates.ts';
import { formaterDate } from '../../shared/format.ts';
import { accessible, expect, ouvrir, structurePrete, test } from './hote.ts';

test('a participant comes in, is corrected and leaves; nothing written is lost', async ({ page, hote }) => {
  const today = dateLocale(new Date());
  const il = (jours: number) => ajouterJours(today, -jours);
  await structurePrete(hote);
  await hote.appeler('conventions.create', {
    genre: 'fse',
    intitule: 'FSE+ Accompagner',
    debut: il(700),
    fin: ajouterJours(today, 300),
  });
  await hote.appeler('salaries.create', {
    prenom: 'Naïma',
    nom: 'Œuvrard-N’Diaye',
    sexe: 'F',
    naissance: '1992-05-17',
    telephone: '0612345678',
    niveauFormation: '51',
    contrats: [{ nature: 'cddi', debut: il(200), fin: il(10), minutesHebdo: 1560 }],
  });
  await ouvrir(page, hote, '/bilans/fse');
  await page.getByRole('button', { name: 'Noter une entrée' }).click();
  const qui = page.getByRole('dialog', { name: 'Noter une entrée FSE+' });
  await qui.getByLabel('Qui entre ?').fill('oeuvrard');
  await page.getByRole('option', { name: /Naïma Œuvrard/ }).click();
  await qui.getByRole('button', { name: 'Continuer' }).click();

  // The record answers what it can; a digit answers a question and goes on to the next.
  const entree = page.getByRole('dialog', { name: /entrée : Naïma/ });
  await expect(entree.getByLabel('Entrée le')).toHaveValue(formaterDate(il(200)));
  await expect(entree.getByText('D’après la fiche : CAP ou BEP obtenu.')).toBeVisible();
  await entree.getByRole('radio', { name: 'Sans emploi et à la recherche' }).focus();
  await page.keyboard.press('1');
  await expect(entree.getByRole('group', { name: /Depuis combien de temps/ })).toBeVisible();
  await accessible(page);
  await entree.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(entree).toBeHidden();
  const ligne = page.getByRole('row', { name: /Œuvrard-N’Diaye Naïma/ });
  await expect(ligne).toContainText('Recherche d’emploi');
  await expect(ligne).toContainText('il manque 8 réponses');
  await expect(ligne).toContainText(`Parcours fini le ${formaterDate(il(10))}`);
  await accessible(page);

  // What was said is corrected by another line, with its reason.
  await ligne.getByRole('button', { name: /entrée : / }).click();
  const correction = page.getByRole('dialog', { name: /Compléter, entrée/ });
  await correction.getByRole('radio', { name: /Aucun diplôme/ }).check();
  await correction.getByLabel('Pourquoi').fill('');
  await correction.getByRole('button', { name: 'Enregistrer la correction' }).click();
  await expect(correction.getByText('Dites pourquoi cette ligne change.')).toBeVisible();
  await correction.getByLabel('Pourquoi').fill('Le diplôme a été vérifié');
  await correction.getByRole('button', { name: 'Enregistrer la correction' }).click();
  await expect(correction).toBeHidden();
  await ligne.getByRole('button', { name: 'Actions : Naïma Œuvrard-N’Diaye' }).click();
  await page.getByRole('menuitem', { name: 'Historique' }).click();
  const historique = page.getByRole('dialog', { name: /Historique FSE\+/ });
  await expect(historique.getByText('Remplacée')).toBeVisible();
  await expect(historique.getByText('corrige : Le diplôme a été vérifié')).toBeVisible();
  await accessible(page);
  await page.keyboard.press('Escape');
  await expect(historique).toBeHidden();

  // The day's list asks for the exit.
  await page.getByRole('link', { name: /^Aujourd’hui/ }).click();
  await page.getByRole('button', { name: /1 questionnaire FSE\+ à demander/ }).click();
  await page.getByRole('button', { name: /Noter la réponse : FSE\+, sortie/ }).click();
  const sortie = page.getByRole('dialog', { name: /sortie : Naïma/ });
  await expect(sortie.getByLabel('Sortie le')).toHaveValue(formaterDate(il(10)));
  await sortie.getByRole('radio', { name: /CDI ou fonction publique/ }).check();
  await sortie.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(sortie).toBeHidden();
  await expect(page.getByRole('button', { name: /questionnaire FSE\+/ })).toBeHidden();
});
