import type { Page } from '@playwright/test';
import { ajouterJours } from '../../shared/dates.ts';
import { formaterDate, formaterJour } from '../../shared/format.ts';
import { accessible, expect, type Hote, ouvrir, test } from './hote.ts';
import { AUJOURDHUI, type Decor, decor, immersion, LUNDI, lundi, PDF, VENDREDI } from './immersion.ts';

/** A host with a second site, in Alsace. */
async function avecDepot(hote: Hote): Promise<Decor> {
  const lieux = await decor(hote);
  await hote.appeler('reseau.saveSite', {
    organisationId: lieux.organisationId,
    nom: 'Dépôt de Gerzat',
    siret: '',
    adresse: '1 rue du Port',
    codePostal: '67000',
    ville: 'Strasbourg',
    telephone: '',
    conditions: [],
    note: '',
  });
  return lieux;
}

/** The two already did an immersion together, last year. */
const dejaVenue = (hote: Hote) =>
  immersion(hote, 'emise', { debut: lundi(-55), fin: ajouterJours(lundi(-54), 4), objet: 'decouvrir' });

const seul = async (hote: Hote) => {
  const { lignes } = await hote.appeler('immersions.list', {});
  const brouillon = lignes.find(({ statut }) => statut === 'brouillon');
  return hote.appeler('immersions.get', { id: brouillon!.id });
};

const enregistrer = async (page: Page) => {
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Le brouillon est enregistré.')).toBeVisible();
};

test('between two who know each other, a convention is four gestures away, on one screen', async ({
  page,
  hote,
}) => {
  const { salarieId, organisationId } = await dejaVenue(hote);
  await ouvrir(page, hote, `/immersions/nouvelle?salarie=${salarieId}&organisation=${organisationId}`);
  await expect(page.getByText(/^Repris de la convention \d{4}-001\s:/)).toBeVisible();
  await expect(page.getByLabel('Sa fonction')).toHaveValue('cheffe d’atelier');
  await expect(page.getByLabel('Total')).toHaveValue(/^\d+ h · \d+ jours$/);
  await accessible(page);

  // What is counted: everything the person has to do from here until the paper is ready to sign.
  let gestes = 0;
  const geste = async (faire: Promise<unknown>) => {
    gestes += 1;
    await faire;
  };
  await geste(page.getByLabel('Confirmer un projet professionnel').check());
  await geste(page.getByLabel('Objectifs précis').fill('Tenir un poste de tri une journée entière.'));
  await geste(page.getByRole('button', { name: '2 semaines', exact: true }).click());
  await expect(page.getByText(/à préciser/)).toHaveCount(0);
  await geste(page.getByRole('button', { name: 'Prête à signer' }).click());
  await expect(page.getByText('À signer', { exact: true }).first()).toBeVisible(PDF);
  expect(gestes).toBe(4);
});

test('what was taken back is cleared at a click, part by part or whole', async ({ page, hote }) => {
  const { salarieId } = await dejaVenue(hote);
  await ouvrir(page, hote, `/immersions/nouvelle?salarie=${salarieId}`);
  await page.getByLabel('Structure d’accueil').click();
  await page.getByRole('option', { name: /Atelier du Réemploi/ }).click();
  const responsable = page.getByRole('combobox', { name: 'Responsable sur place' });
  await expect(responsable).toHaveValue('Léa Martin');
  await page.getByRole('button', { name: 'Effacer le responsable sur place' }).click();
  await expect(responsable).toHaveValue('');
  await expect(page.getByLabel('Protection')).not.toHaveValue('');
  // Typed over, it is nobody else’s any more.
  await page.getByLabel('Activités confiées').fill('Trier.');
  await page.getByRole('button', { name: 'Tout effacer' }).click();
  await expect(page.getByLabel('Protection')).toHaveValue('');
  await expect(page.getByLabel('Activités confiées')).toHaveValue('Trier.');
});

test('the whole file by keyboard: site, competences, costs, expectations, days of their own', async ({
  page,
  hote,
}) => {
  const { salarieId, organisationId } = await avecDepot(hote);
  await ouvrir(page, hote, `/immersions/nouvelle?salarie=${salarieId}&organisation=${organisationId}`);
  const clavier = page.keyboard;

  await page.getByRole('combobox', { name: 'Où, dans cette organisation' }).press('ArrowDown');
  await expect(page.getByRole('option', { name: /Dépôt de Gerzat/ })).toBeVisible();
  await clavier.press('ArrowDown');
  await clavier.press('Enter');
  // The site is in Alsace: its holidays follow.
  await expect(page.getByLabel('L’accueil suit les jours fériés d’Alsace et de Moselle')).toBeChecked();

  await page.getByLabel('Découvrir un métier').press('Space');
  await page.getByRole('button', { name: /^Date et attentes des trois/ }).press('Enter');
  await page.getByLabel('Premier entretien le').fill(formaterDate(AUJOURDHUI));
  await page.getByLabel('Ce que la personne en attend').fill('Voir si le bruit me va.');
  await page.getByLabel('Ce que l’accueil en attend').fill('Aider.');

  await page.getByRole('combobox', { name: 'Responsable sur place' }).fill('Léa de La Tour');
  await page.getByLabel('Sa fonction').fill('cheffe d’atelier');
  await page.getByRole('button', { name: 'Ajouter aux interlocuteurs de l’accueil' }).press('Enter');
  await expect(page.getByText('Léa de La Tour fait partie des interlocuteurs.')).toBeVisible();

  await page.getByRole('combobox', { name: 'Métier' }).focus();
  await clavier.type('A1203');
  await expect(page.getByRole('option', { name: /^A1203/ })).toBeVisible();
  await clavier.press('ArrowDown');
  await clavier.press('Enter');
  await expect(page.getByText('A1203 · ROME 4.0')).toBeVisible();

  const competence = (rang: number) => page.getByLabel(`Compétences visées, ligne ${rang}`);
  await competence(1).focus();
  await clavier.type('Démonter');
  await clavier.press('Enter');
  await expect(competence(2)).toBeFocused();
  await clavier.type('Diagnostiquer');
  await clavier.press('Alt+ArrowUp');
  await expect(competence(1)).toHaveValue('Diagnostiquer');

  // Four thousand characters are kept, to the last.
  const long = `${'Trier les appareils reçus, un par un. '.repeat(120)}`.slice(0, 4000).trim();
  await page.getByLabel('Activités confiées').fill(long);

  await page.getByLabel('Du', { exact: true }).fill(formaterDate(LUNDI));
  await page.getByLabel('Au', { exact: true }).fill(formaterDate(VENDREDI));
  await page.getByRole('button', { name: 'Remplir la semaine' }).press('Enter');
  await page.getByRole('menuitem', { name: /35 h/ }).press('Enter');
  await page.getByRole('button', { name: /^Jour par jour/ }).press('Enter');
  const mardi = ajouterJours(LUNDI, 1);
  const jour = (date: string) => page.getByRole('button', { name: new RegExp(`^${formaterJour(date)},`) });
  await jour(LUNDI).focus();
  await clavier.press('ArrowRight');
  await clavier.press('Enter');
  await page.getByLabel(`Horaires du ${formaterJour(mardi)}`).fill('9-12');
  await clavier.press('Enter');
  await expect(jour(mardi)).toBeFocused();
  await expect(jour(mardi)).toHaveAccessibleName(/9–12, 3 h, différent de la semaine/);

  await page.getByRole('button', { name: /^Frais annexes/ }).press('Enter');
  await page.getByRole('button', { name: 'Ajouter une dépense' }).press('Enter');
  await page.getByRole('combobox', { name: 'Nature de la dépense 1' }).press('ArrowDown');
  await page.getByRole('option', { name: 'Chaussures de sécurité' }).click();
  const montant = page.getByLabel('Montant de la dépense 1, en euros');
  await montant.fill('quarante');
  await page.getByRole('button', { name: 'Enregistrer' }).press('Enter');
  // Refused: what was typed stays, the sentence is beside it, the keyboard on it.
  await expect(page.getByText('Indiquez un montant en euros.')).toBeVisible();
  await expect(montant).toBeFocused();
  await expect(montant).toHaveValue('quarante');
  await montant.fill('45,9');
  await page.getByRole('combobox', { name: 'Qui paie la dépense 1' }).press('ArrowDown');
  await page.getByRole('option', { name: 'Notre structure' }).click();
  await accessible(page);
  await enregistrer(page);

  const fiche = await seul(hote);
  expect(fiche).toMatchObject({
    lieu: '1 rue du Port, 67000 Strasbourg',
    alsaceMoselle: true,
    entretienDate: AUJOURDHUI,
    attentesSalarie: 'Voir si le bruit me va.',
    tuteurNom: 'Léa de La Tour',
    romeCode: 'A1203',
    romeVersion: 'v4',
    competences: ['Diagnostiquer', 'Démonter'],
    activites: long,
    exceptions: [{ date: mardi, plages: [{ debut: 540, fin: 720 }] }],
    frais: [{ nature: 'chaussures', precision: '', centimes: 4590, payeur: 'structure' }],
  });
  expect(fiche.siteId).not.toBeNull();
  const { interlocuteurs } = await hote.appeler('reseau.get', { id: organisationId });
  expect(interlocuteurs).toMatchObject([
    { id: fiche.tuteurId, prenom: 'Léa', nom: 'de La Tour', intitule: 'cheffe d’atelier' },
  ]);
});

test('a night over midnight is explained and told in two days; leaving unsaved, it comes back', async ({
  page,
  hote,
}) => {
  const { salarieId, organisationId } = await decor(hote);
  await ouvrir(page, hote, `/immersions/nouvelle?salarie=${salarieId}&organisation=${organisationId}`);
  const vendredi = page.getByRole('textbox', { name: 'Vendredi' });
  await vendredi.fill('21-5');
  await expect(
    page.getByText('Une nuit compte sur deux jours : vendredi 21–24, puis samedi 0–5.'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Noter en deux jours' }).click();
  await expect(vendredi).toHaveValue('21–24');
  await expect(page.getByRole('textbox', { name: 'Samedi' })).toHaveValue('0–5');

  // The lid is closed before saving: the words are offered back.
  await page.getByLabel('Objectifs précis').fill('Tenir la nuit.');
  await expect
    .poll(async () => (await hote.appeler('immersions.brouillon', {})).brouillon?.saisie.objectifs)
    .toBe('Tenir la nuit.');
  await ouvrir(page, hote, '/immersions/nouvelle');
  await expect(
    page.getByText(/Une saisie n’a pas été enregistrée : A. Œuvrard-N’Diaye, Atelier du Réemploi/),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Reprendre' }).click();
  await expect(page.getByLabel('Objectifs précis')).toHaveValue('Tenir la nuit.');
  await expect(vendredi).toHaveValue('21–24');
  await enregistrer(page);
  await expect.poll(async () => (await hote.appeler('immersions.brouillon', {})).brouillon).toBeNull();
});

test('an ETTI names who prescribes, and is given it back the next time', async ({ page, hote }) => {
  const { creer } = await decor(hote);
  const { structure } = await hote.appeler('parametres.get', {});
  await hote.appeler('parametres.saveStructure', { ...structure!, genre: 'ETTI' });
  const { id } = await creer();
  await ouvrir(page, hote, `/immersions/${id}`);
  await expect(page.getByText(/Une ETTI accompagne et emploie, mais ne prescrit pas/)).toBeVisible();
  await page.getByRole('button', { name: 'Prête à signer' }).click();
  await expect(page.getByLabel(/^Prescripteur/)).toBeFocused();
  await page.keyboard.type('Mission locale');
  await page.getByLabel(/^Adresse du prescripteur/).fill('2 place du Marché, 63200 Riom');
  await page.getByLabel('Qui signe pour lui').fill('Paul Roy, conseiller');
  await page.getByRole('button', { name: 'Prête à signer' }).click();
  await expect(page.getByText('À signer', { exact: true }).first()).toBeVisible(PDF);

  await ouvrir(page, hote, '/immersions/nouvelle');
  await expect(page.getByLabel(/^Prescripteur/)).toHaveValue('Mission locale');
  await expect(page.getByLabel('Qui signe pour lui')).toHaveValue('Paul Roy, conseiller');
  await accessible(page);

  // A renewal changes its dates, its hours and its reason.
  await ouvrir(page, hote, `/immersions/nouvelle?renouvelle=${id}`);
  await expect(page.getByLabel('Objectifs précis')).not.toBeEditable();
  await page.getByLabel('Pourquoi renouveler').fill('Trois jours d’absence.');
  // The Monday that follows the Friday it ended.
  await expect(page.getByLabel('Du', { exact: true })).toHaveValue(formaterDate(ajouterJours(LUNDI, 14)));
  await page.getByRole('button', { name: '1 semaine', exact: true }).click();
  await enregistrer(page);
  expect(await seul(hote)).toMatchObject({ motifRenouvellement: 'Trois jours d’absence.' });
});
