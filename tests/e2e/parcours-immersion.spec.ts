import { ajouterJours, ajouterMois } from '../../shared/dates.ts';
import { formaterDate } from '../../shared/format.ts';
import { accessible, expect, ouvrir, test } from './hote.ts';
import { AUJOURDHUI, controle, immersion, lundi, onglet, PDF } from './immersion.ts';

/** A week that is over whatever the day: its immersion can be followed and told. */
const DEBUT = lundi(-1);
const FIN = ajouterJours(DEBUT, 4);

test('checked, issued, signed, followed, told to its bilan, and found again by Ctrl K', async ({
  page,
  hote,
}) => {
  const { id, numero } = await immersion(hote, 'brouillon', {
    debut: DEBUT,
    fin: ajouterJours(ajouterMois(DEBUT, 1), 1),
  });
  await ouvrir(page, hote, `/immersions/${id}`);

  // A day too long: refused by name, put right, issued.
  await expect(controle(page, /^Trop longue/)).toBeVisible();
  await page.getByLabel('Au', { exact: true }).fill(formaterDate(FIN));
  await expect(controle(page, /^Trop longue/)).toHaveCount(0);
  await page.getByRole('button', { name: 'Prête à signer' }).click();
  const signatures = page.getByRole('region', { name: 'Signatures' });
  await expect(signatures.getByText('0 sur 5')).toBeVisible(PDF);

  await signatures.getByLabel('Jour où tous ont signé').fill(formaterDate(DEBUT));
  await signatures.getByRole('button', { name: 'Noter 5 signatures' }).click();
  await expect(page.getByText('Terminée', { exact: true })).toBeVisible();

  await onglet(page, 'Suivi').click();
  const presences = page.getByRole('region', { name: 'Présences' });
  await expect(presences.getByText(/35 h/).first()).toBeVisible();
  await accessible(page);

  await onglet(page, 'Bilan').click();
  await page.getByRole('radio', { name: 'Atteints', exact: true }).check();
  await page.getByLabel('Aminata Œuvrard-N’Diaye').fill('Le métier me plaît.');
  await page.getByLabel('Atelier du Réemploi, Léa Martin').fill('Rythme tenu.');
  await page.getByRole('radio', { name: 'Projet confirmé' }).check();
  await page.getByRole('button', { name: 'Clore le bilan' }).click();
  await expect(page.getByText('Bilan fait', { exact: true })).toBeVisible();

  await ouvrir(page, hote, '/');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByLabel('Chercher partout', { exact: true }).fill(numero);
  const trouvee = page.getByRole('option', { name: /Aminata Œuvrard-N’Diaye chez Atelier du Réemploi/ });
  await expect(trouvee).toContainText('Bilan fait');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/immersions/${id}$`));
  const { lignes } = await hote.appeler('bilans.mesurer', {
    debut: ajouterJours(DEBUT, -30),
    fin: AUJOURDHUI,
    indicateurs: [{ code: 'immersions.heures' }],
  });
  expect(lignes[0]?.mesure.valeur).toBe(5 * 420);
});

test('a renewal is refused a day too long and a second time, and says why', async ({ page, hote }) => {
  const debut = lundi(2);
  const fin = ajouterMois(debut, 1);
  const { id } = await immersion(hote, 'signee', { debut: DEBUT, fin: FIN });
  await ouvrir(page, hote, `/immersions/nouvelle?renouvelle=${id}`);
  await page.getByLabel('Pourquoi renouveler').fill('Un geste reste à évaluer.');
  await page.getByLabel('Du', { exact: true }).fill(formaterDate(debut));
  await page.getByLabel('Au', { exact: true }).fill(formaterDate(ajouterJours(fin, 1)));
  await expect(controle(page, /^Trop longue/)).toBeVisible();
  await accessible(page);
  await page.getByLabel('Au', { exact: true }).fill(formaterDate(fin));
  await expect(controle(page, /^Trop longue/)).toHaveCount(0);
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Le brouillon est enregistré.')).toBeVisible();

  // The first one has its renewal: another is refused by name.
  await ouvrir(page, hote, `/immersions/nouvelle?renouvelle=${id}`);
  await expect(controle(page, /ne peut plus être renouvelée/)).toBeVisible();
});

test('an accident, then an early end: the hours done follow, and the bilan says it was not whole', async ({
  page,
  hote,
}) => {
  const { id } = await immersion(hote, 'signee', { debut: DEBUT, fin: ajouterJours(DEBUT, 18) });
  await hote.appeler('immersions.saveAccident', {
    id,
    date: ajouterJours(DEBUT, 1),
    heure: 630,
    circonstances: 'Glissade dans la cour.',
  });
  await ouvrir(page, hote, `/immersions/${id}/suivi`);
  const accident = page.getByRole('article', { name: /^Accident du/ });
  await expect(accident.getByText(/en retard de/).first()).toBeVisible();
  await accident.getByRole('button', { name: /^C’est fait : Votre structure déclare/ }).click();
  await expect(accident.getByRole('button', { name: /^Pas encore : Votre structure déclare/ })).toBeVisible();

  await page.getByRole('button', { name: 'Autres actions', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Arrêter avant la fin' }).click();
  const fenetre = page.getByRole('dialog', { name: 'Arrêter avant la fin' });
  await fenetre.getByLabel('Dernier jour effectué').fill(formaterDate(ajouterJours(DEBUT, 2)));
  await fenetre.getByLabel('Pourquoi ?').fill('Trajet devenu impossible.');
  await fenetre.getByRole('button', { name: 'Arrêter l’immersion' }).click();
  await expect(page.getByText('Interrompue', { exact: true })).toBeVisible();
  await accessible(page);

  await onglet(page, 'Bilan').click();
  await expect(page.getByRole('radio', { name: 'Faite en partie' })).toBeVisible();
  const { heures } = await hote.appeler('immersions.bilan', { id });
  expect(heures).toMatchObject({ minutesPrevues: 15 * 420, minutesFaites: 3 * 420 });
  const { lignes } = await hote.appeler('bilans.mesurer', {
    debut: ajouterJours(DEBUT, -30),
    fin: ajouterJours(DEBUT, 40),
    indicateurs: [{ code: 'immersions.heures' }],
  });
  expect(lignes[0]?.mesure.valeur).toBe(3 * 420);
});
