import { ajouterMois, dateLocale } from '../../shared/dates.ts';
import { accessible, expect, type Hote, ouvrir, structurePrete, test } from './hote.ts';

const today = dateLocale(new Date());
const mois = (recul: number) => `${ajouterMois(today, -recul).slice(0, 8)}10`;

async function raconter(hote: Hote) {
  const { id: roche } = await hote.appeler('reseau.create', { nom: 'Œuvrard-N’Diaye Paysage' });
  const { id: durand } = await hote.appeler('reseau.create', { nom: 'Ateliers Durand' });
  const { id: salarieId } = await hote.appeler('salaries.create', {
    prenom: 'Amina',
    nom: 'Diallo',
    sexe: 'F',
    naissance: '1990-05-17',
    telephone: '',
    contrats: [],
  });
  const noter = async (saisie: Partial<Parameters<typeof hote.appeler<'sollicitations.record'>>[1]>) =>
    (
      await hote.appeler('sollicitations.record', {
        date: mois(1),
        canal: 'telephone',
        resultat: 'a_suivre',
        organisationIds: [roche],
        ...saisie,
      })
    ).id;
  await noter({ date: mois(50), texte: 'Premier appel, il y a longtemps.' });
  const refus = await noter({
    date: mois(14),
    nature: 'intermediation',
    resultat: 'refus',
    cause: 'pas_encadrement',
    objet: 'Immersion d’été',
  });
  await noter({
    date: mois(3),
    canal: 'petit_dejeuner',
    nature: 'decouverte',
    resultat: 'realisee',
    organisationIds: [roche, durand],
    salarieIds: [salarieId],
    texte: 'Onze personnes présentes.',
  });
  await noter({ sens: 'entrante', resultat: 'non_honoree', cause: 'permis', objet: 'Deux paysagistes' });
  for (let rang = 0; rang < 5; rang += 1) await noter({ date: mois(2), texte: `Point numéro ${rang + 1}` });
  return { roche, salarieId, refus };
}

test.beforeEach(async ({ hote, page }) => {
  await structurePrete(hote);
  await page.reload();
  await expect(page.getByRole('navigation', { name: 'Rubriques' })).toBeVisible();
});

test('three years of an organisation: summed up, filtered by a click, folded beyond, corrected by keyboard', async ({
  page,
  hote,
}) => {
  const { roche } = await raconter(hote);
  await ouvrir(page, hote, `/reseau/${roche}`);
  const histoire = page.getByRole('region', { name: 'Historique' });
  const lignes = histoire.getByRole('listitem');
  await expect(page.getByText('En trois ans : 8 échanges (1 demande entrante).')).toBeVisible();
  await expect(page.getByRole('link', { name: '1 refus : pas d’encadrement disponible' })).toBeVisible();
  await expect(lignes).toHaveCount(8);
  await expect(histoire.getByText('Refus : pas d’encadrement disponible')).toBeVisible();
  await accessible(page);

  await histoire.getByRole('button', { name: 'Au-delà de trois ans : 1 ligne' }).click();
  await expect(lignes).toHaveCount(9);

  await page.getByRole('link', { name: '1 demande restée sans suite' }).click();
  await expect(lignes).toHaveCount(1);
  await expect(lignes.getByText('Deux paysagistes')).toBeVisible();
  await histoire.getByRole('button', { name: 'Tout montrer' }).click();

  // A month of the strip, then its year.
  const annee = mois(14).slice(0, 4);
  await histoire
    .getByRole('table')
    .getByRole('button', { name: `${annee} : 1 ligne` })
    .first()
    .click();
  await expect(lignes.getByText('Immersion d’été')).toBeVisible();
  await expect(lignes).toHaveCount(1);
  await histoire.getByRole('table').getByRole('button', { name: annee, exact: true }).click();
  await expect(lignes.getByText('Immersion d’été')).toBeVisible();
  await page.reload();
  await expect(lignes.getByText('Immersion d’été')).toBeVisible();
  await histoire.getByRole('button', { name: 'Tout montrer' }).click();

  await histoire.getByLabel('Chercher dans l’historique').fill('numero 3');
  await expect(lignes).toHaveCount(1);
  await histoire.getByLabel('Chercher dans l’historique').fill('');
  await histoire.getByRole('button', { name: 'Découverte' }).click();
  await expect(lignes).toHaveCount(1);
  await lignes.getByRole('button', { name: '2 organisations' }).click();
  await expect(lignes.getByRole('link', { name: 'Ateliers Durand' })).toBeVisible();
  await expect(lignes.getByRole('link', { name: 'Amina Diallo' })).toBeVisible();
  await histoire.getByRole('button', { name: 'Découverte' }).click();
  await expect(lignes).toHaveCount(8);

  await lignes.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(lignes.nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Corriger l’échange' })).toBeVisible();
});

test('a hire is noted from the history, told by it, by the sheet of the salarié, and taken back', async ({
  page,
  hote,
}) => {
  const { roche, salarieId } = await raconter(hote);
  await ouvrir(page, hote, `/reseau/${roche}`);
  const histoire = page.getByRole('region', { name: 'Historique' });
  await histoire.getByRole('button', { name: 'Noter une embauche' }).click();
  const fenetre = page.getByRole('dialog', { name: 'Noter une embauche' });
  await fenetre.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(fenetre.getByText('Choisissez le contrat.')).toBeVisible();
  await accessible(page);
  await fenetre.getByRole('combobox', { name: 'Contrat' }).click();
  await page.getByRole('option', { name: 'CDI', exact: true }).click();
  await fenetre.getByLabel('Salarié embauché').fill('diallo');
  await page.getByRole('option', { name: /Amina Diallo/ }).click();
  await fenetre.getByLabel('Métier').fill('Jardinière');
  await fenetre.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(fenetre).toBeHidden();
  await expect(
    page.getByText('En trois ans : 8 échanges (1 demande entrante), 1 embauche (CDI).'),
  ).toBeVisible();
  await histoire.getByRole('button', { name: 'Embauches' }).click();
  const ligne = histoire.getByRole('listitem');
  await expect(ligne).toHaveCount(1);
  await expect(ligne.getByText('Jardinière')).toBeVisible();

  await ligne.getByRole('link', { name: 'Amina Diallo' }).click();
  const sienne = page.getByRole('region', { name: 'Échanges et embauches' });
  await expect(sienne.getByRole('listitem')).toHaveCount(2);
  await expect(sienne.getByText('Onze personnes présentes.')).toBeVisible();
  await accessible(page);
  expect((await hote.appeler('salaries.get', { id: salarieId })).contrats).toEqual([]);

  await page.goBack();
  await ligne.getByRole('button', { name: /Corriger ou retirer l’embauche/ }).click();
  await page.getByRole('menuitem', { name: 'Retirer' }).click();
  await expect(page.getByText('Embauche retirée.')).toBeVisible();
  await expect(ligne).toHaveCount(0);
  await page.getByRole('button', { name: 'Annuler' }).click();
  await expect(ligne.getByText('Jardinière')).toBeVisible();
});
