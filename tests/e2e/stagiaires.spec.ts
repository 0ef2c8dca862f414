import type { Page } from '@playwright/test';
import { ajouterJours, dateLocale, jourSemaine } from '../../shared/dates.ts';
import { accessible, expect, type Hote, ouvrir, structurePrete, test } from './hote.ts';

/** The last two working days before today: a session that has just ended. */
function derniersJours(): [string, string] {
  const jours: string[] = [];
  for (let jour = ajouterJours(dateLocale(new Date()), -1); jours.length < 2; jour = ajouterJours(jour, -1))
    if (jourSemaine(jour) < 6) jours.unshift(jour);
  return jours as [string, string];
}

async function session(hote: Hote): Promise<{ sessionId: string; salarieIds: string[] }> {
  await structurePrete(hote);
  const salarieIds: string[] = [];
  for (const [prenom, nom] of [
    ['Aminata', 'Diallo'],
    ['Bruno', 'Faure'],
    ['Chloé', 'Œuvrard-N’Diaye'],
  ] as const) {
    const { id } = await hote.appeler('salaries.create', {
      prenom,
      nom,
      sexe: prenom === 'Bruno' ? 'H' : 'F',
      naissance: '1991-07-14',
      telephone: '',
      contrats: [{ nature: 'cddi', debut: '2026-01-01', fin: null, minutesHebdo: 1560 }],
    });
    salarieIds.push(id);
  }
  await hote.appeler('formation.createBesoin', {
    salarieIds: [salarieIds[2]!],
    theme: 'securite',
    origine: 'poste',
    priorite: 'haute',
  });
  const { id: actionId } = await hote.appeler('formation.createAction', {
    titre: 'Gestes et postures',
    genre: 'habilitation',
    theme: 'securite',
    prerequis: ['Lire une consigne'],
    minutes: 840,
    placesMin: 2,
    placesMax: 3,
  });
  const [debut, fin] = derniersJours();
  const { id: sessionId } = await hote.appeler('formation.createSession', {
    actionId,
    debut,
    fin,
    minutes: 840,
    placesMin: 2,
    placesMax: 3,
    statut: 'confirmee',
    creneaux: [debut, fin].flatMap((date) => [
      { date, demi: 'matin', debut: 540, fin: 720 },
      { date, demi: 'apres_midi', debut: 780, fin: 1020 },
    ]),
  });
  return { sessionId, salarieIds };
}

const ligne = (page: Page, nom: string) => page.getByRole('row').filter({ hasText: nom });

test('from a need to the hours of the year: registered, validated, attendance typed, result noted', async ({
  page,
  hote,
}) => {
  const { sessionId } = await session(hote);
  await ouvrir(page, hote, `/formation/sessions/${sessionId}/stagiaires`);

  // Who needs it comes first.
  await page.getByRole('button', { name: 'Inscrire des stagiaires' }).click();
  const fenetre = page.getByRole('dialog', { name: 'Inscrire des stagiaires' });
  await expect(fenetre.getByRole('checkbox').first()).toHaveAccessibleName(/Chloé Œuvrard-N’Diaye/);
  await fenetre.getByRole('checkbox', { name: /Chloé/ }).check();
  await fenetre.getByRole('checkbox', { name: /Aminata/ }).check();
  await fenetre.getByRole('button', { name: 'Inscrire 2 personnes' }).click();
  await expect(ligne(page, 'Chloé')).toContainText('Repérée');

  // The fiche positions; several are validated at once.
  await page.getByRole('button', { name: 'positionnement de Chloé Œuvrard-N’Diaye' }).click();
  const fiche = page.getByRole('dialog', { name: /Positionnement de Chloé/ });
  await fiche.getByText('Acquis', { exact: true }).click();
  await fiche.getByLabel('Ce que la personne vise').fill('Travailler sans se blesser');
  await fiche.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(ligne(page, 'Chloé')).toContainText('Positionnée');
  await page.getByRole('checkbox', { name: 'Choisir tout le monde' }).check();
  await page.getByRole('toolbar').getByRole('button', { name: 'Valider' }).click();
  await expect(page.getByText('2 sur 3, 1 place libre')).toBeVisible();
  await accessible(page);

  // Attendance, without the mouse.
  await ouvrir(page, hote, `/formation/sessions/${sessionId}/presences`);
  const premiere = page.getByRole('button', { name: /^Aminata Diallo, .*matin : à noter$/ }).first();
  await premiere.focus();
  await page.keyboard.press('p');
  await page.keyboard.press('j');
  await expect(page.getByText('6 demi-journées à noter')).toBeVisible();
  await page.keyboard.press('t');
  await expect(page.getByText('4 demi-journées à noter')).toBeVisible();
  await page.keyboard.press('2');
  await page.keyboard.type('h30');
  await page.keyboard.press('Enter');
  await expect(page.getByText('3 demi-journées à noter')).toBeVisible();
  await expect(page.getByRole('button', { name: /Aminata Diallo, .* 2h30 sur 3/ })).toBeVisible();
  await accessible(page);

  // Attendance made them enter: the end, its result, the hours of the year.
  await ouvrir(page, hote, `/formation/sessions/${sessionId}/stagiaires`);
  await expect(ligne(page, 'Aminata')).toContainText('9 h 30');
  await ligne(page, 'Aminata').getByRole('button', { name: 'Au bout' }).click();
  await ligne(page, 'Aminata').getByLabel('Résultat de Aminata Diallo').click();
  await page.getByRole('option', { name: 'Certifié', exact: true }).click();
  await expect(page.getByText('Aminata Diallo : certifié.')).toBeVisible();
  const [debut] = derniersJours();
  await ouvrir(page, hote, `/formation/heures?annee=${debut.slice(0, 4)}`);
  await expect(page.getByRole('rowheader', { name: /Aminata Diallo/ })).toBeVisible();
  await accessible(page);
});
