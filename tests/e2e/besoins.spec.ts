import { ajouterJours } from '../../shared/dates.ts';
import { formaterDate } from '../../shared/format.ts';
import { accessible, expect, exporter, type Hote, ouvrir, structurePrete, test } from './hote.ts';
import { AUJOURDHUI } from './immersion.ts';

async function salarie(hote: Hote, prenom: string, nom: string): Promise<string> {
  const { id } = await hote.appeler('salaries.create', {
    prenom,
    nom,
    sexe: 'F',
    naissance: '1991-07-14',
    telephone: '06 12 34 56 78',
    contrats: [
      {
        nature: 'cddi',
        debut: ajouterJours(AUJOURDHUI, -300),
        fin: ajouterJours(AUJOURDHUI, 60),
        minutesHebdo: 1560,
      },
    ],
  });
  return id;
}

/** A session that ended a hundred days ago, with its trainees gone to the end. */
async function sessionFinie(hote: Hote, salarieIds: string[]): Promise<string> {
  const commun = {
    minutes: 1260,
    placesMin: 1,
    placesMax: 8,
    coutMode: 'heure_stagiaire',
    coutCentimes: 1400,
  } as const;
  const action = await hote.appeler('formation.createAction', {
    titre: 'Gestes et postures',
    genre: 'module_court',
    theme: 'securite',
    ...commun,
  });
  const [debut, fin] = [ajouterJours(AUJOURDHUI, -103), ajouterJours(AUJOURDHUI, -100)];
  const { id: sessionId } = await hote.appeler('formation.createSession', {
    actionId: action.id,
    debut,
    fin,
    statut: 'confirmee',
    ...commun,
  });
  const { ids } = await hote.appeler('formation.inscrire', { sessionId, salarieIds });
  for (const statut of ['positionne', 'valide', 'entre'] as const)
    await hote.appeler('formation.avancer', { ids, statut, le: debut });
  await hote.appeler('formation.avancer', { ids, statut: 'au_bout', le: fin });
  return sessionId;
}

test('needs: noted for several people, seen by theme, asked for in a survey and printed', async ({
  page,
  hote,
}) => {
  await structurePrete(hote);
  await salarie(hote, 'Aminata', 'Œuvrard-N’Diaye');
  await salarie(hote, 'Bruna', 'Faure');
  await ouvrir(page, hote, '/formation/besoins');
  await page.getByRole('button', { name: 'Noter un besoin' }).last().click();
  const fenetre = page.getByRole('dialog', { name: 'Noter un besoin de formation' });
  await fenetre.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(fenetre.getByText('Choisissez le thème.')).toBeVisible();
  await fenetre.getByRole('combobox', { name: 'Pour qui ?' }).click();
  await page.getByRole('option', { name: 'Faure Bruna' }).click();
  await page.getByRole('option', { name: 'Œuvrard-N’Diaye Aminata' }).click();
  await page.keyboard.press('Tab');
  await fenetre.getByRole('combobox', { name: 'Thème' }).fill('numé');
  await page.getByRole('option', { name: 'Numérique' }).click();
  await fenetre.getByRole('combobox', { name: 'D’où vient ce besoin' }).click();
  await page.getByRole('option', { name: 'Projet professionnel' }).click();
  await fenetre.getByRole('button', { name: 'Enregistrer' }).click();
  const table = page.getByRole('table', { name: 'Besoins de formation' });
  await expect(table.getByRole('row')).toHaveCount(3);
  await accessible(page);

  await page.getByText('Par thème', { exact: true }).click();
  await expect(page.getByText('2 personnes : il en manque 4 pour ouvrir à 6')).toBeVisible();
  await accessible(page);

  await page.getByRole('button', { name: 'Ouvrir une campagne' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Ouvrir la campagne' }).click();
  await page.getByRole('button', { name: 'Saisir la feuille de Bruna Faure' }).click();
  const feuille = page.getByRole('dialog', { name: 'Besoins de Bruna Faure' });
  await feuille.getByRole('button', { name: 'Numérique' }).click();
  await feuille.getByRole('button', { name: 'Enregistrer la feuille' }).click();
  // The next one opens by itself.
  const autre = page.getByRole('dialog', { name: /Aminata/ });
  await autre.getByRole('button', { name: 'Aucun besoin cette année' }).click();
  await expect(page.getByText('Tout le monde a répondu')).toBeVisible();
  await page.getByText('Tous', { exact: true }).click();
  await expect(page.getByRole('table').getByText('Aucun besoin')).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: 'Feuilles à imprimer' }).click();
  await page.getByRole('menuitem', { name: 'Une feuille vierge' }).click();
  await expect(page.frameLocator('iframe').getByText('Mes besoins de formation')).toBeVisible();
});

test('after a training: sheets typed by digits, then who became what, called from Aujourd’hui', async ({
  page,
  hote,
}) => {
  await structurePrete(hote);
  await hote.appeler('reseau.create', { nom: 'Bâti-Val' });
  const sessionId = await sessionFinie(hote, [
    await salarie(hote, 'Aminata', 'Œuvrard-N’Diaye'),
    await salarie(hote, 'Bruna', 'Faure'),
  ]);
  await ouvrir(page, hote, `/formation/sessions/${sessionId}/evaluations`);
  await expect(page.getByRole('heading', { name: 'Bruna Faure' })).toBeVisible();
  await page.getByRole('radio', { name: 'Pas du tout' }).first().focus();
  for (const touche of ['4', '3', '4', '2', '4', '4', '3', '1']) await page.keyboard.press(touche);
  await page.keyboard.type('Lever une charge à deux');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Aminata Œuvrard-N’Diaye' })).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Pas du tout' }).first()).toBeFocused();
  await expect(page.getByText('1 feuille remplie sur 2 stagiaires entrés')).toBeVisible();
  await expect(page.getByText('Lever une charge à deux')).toBeVisible();
  await accessible(page);

  await ouvrir(page, hote, '/');
  await page.getByRole('button', { name: /^2 stagiaires à rappeler/ }).click();
  await page.getByRole('button', { name: /Noter la réponse : .*Faure/ }).click();
  const fenetre = page.getByRole('dialog', { name: 'Bruna Faure, 3 mois après' });
  await fenetre.getByRole('combobox', { name: 'Situation' }).click();
  await page.getByRole('option', { name: /^Emploi durable/ }).click();
  await fenetre.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('button', { name: /^1 stagiaire à rappeler/ })).toBeVisible();

  await ouvrir(page, hote, '/formation/devenir?vue=tous');
  const trois = page.getByRole('region', { name: 'À 3 mois' });
  await expect(trois).toContainText('100 %');
  await expect(trois).toContainText('1 sortie dynamique sur 1 réponse');
  await expect(trois).toContainText('Non demandé1');
  await accessible(page);
  const fichier = await exporter(page, 'Exporter', 'Fichier CSV');
  expect(fichier.suggestedFilename()).toMatch(/^devenir-apres-formation-.*\.csv$/);
  await page.getByRole('button', { name: /Bruna Faure à 3 mois : Emploi durable/ }).click();
  await expect(page.getByRole('dialog')).toContainText(
    `finie le ${formaterDate(ajouterJours(AUJOURDHUI, -100))}`,
  );
});
