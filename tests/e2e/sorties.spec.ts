import { ajouterJours, ajouterMois, dateLocale } from '../../shared/dates.ts';
import { formaterDate } from '../../shared/format.ts';
import { accessible, expect, type Hote, ouvrir, structurePrete, test } from './hote.ts';

const today = dateLocale(new Date());
/** Eight months and a day of parcours until yesterday, and two months. */
const HIER = ajouterJours(today, -1);

async function salarie(hote: Hote, prenom: string, debut: string, fin: string | null): Promise<string> {
  const { id } = await hote.appeler('salaries.create', {
    prenom,
    nom: 'Œuvrard-N’Diaye',
    sexe: 'F',
    naissance: '1991-07-14',
    telephone: '06 12 34 56 78',
    contrats: [{ nature: 'cddi', debut, fin, minutesHebdo: 1560 }],
  });
  return id;
}

test('an exit is counted, and why; a short one is not; what the person became is asked', async ({
  page,
  hote,
}) => {
  await structurePrete(hote);
  await hote.appeler('reseau.create', { nom: 'Charpentes Vauzelles' });
  const longue = await salarie(hote, 'Aminata', ajouterMois(HIER, -8), null);
  await salarie(hote, 'Chloé', ajouterMois(HIER, -2), HIER);
  await ouvrir(page, hote, `/salaries/${longue}`);

  // What the motif and the contract say against each other is refused beside the field.
  await page.getByRole('button', { name: 'Noter la sortie' }).click();
  const fenetre = page.getByRole('dialog', { name: /^Noter la sortie/ });
  await fenetre.getByRole('textbox', { name: 'Dernier jour' }).fill(formaterDate(HIER));
  await fenetre.getByRole('combobox', { name: 'Motif' }).fill('6 mois ou plus');
  await page.getByRole('option', { name: 'CDD ou intérim sans aide de 6 mois ou plus' }).click();
  await expect(fenetre.getByRole('status').filter({ hasText: 'Comptée' })).toContainText(
    '8 mois et 1 jour de parcours (plus de 3 demandés), heures de',
  );
  await fenetre.getByRole('combobox', { name: 'Contrat trouvé' }).click();
  await page.getByRole('option', { name: 'CDD', exact: true }).click();
  await fenetre.getByRole('textbox', { name: 'Durée de ce contrat' }).fill('4');
  await fenetre.getByRole('textbox', { name: 'Employeur' }).fill('Charp');
  await page.getByRole('option', { name: /Charpentes Vauzelles/ }).click();
  await fenetre.getByRole('checkbox', { name: /Noter aussi l’embauche/ }).check();
  await fenetre.getByRole('button', { name: 'Enregistrer la sortie' }).click();
  await expect(fenetre.getByText(/4 mois de contrat, et un motif de 6 mois ou plus/).first()).toBeVisible();
  await fenetre.getByRole('textbox', { name: 'Durée de ce contrat' }).fill('8');
  await fenetre.getByRole('button', { name: 'Enregistrer la sortie' }).click();
  // A contract that goes on does not end without a word.
  await expect(fenetre.getByText(/n’a pas de fin\s: terminez-le/).first()).toBeVisible();
  await accessible(page);
  await fenetre.getByRole('checkbox', { name: /Terminer le contrat/ }).check();
  await fenetre.getByRole('button', { name: 'Enregistrer la sortie' }).click();
  await expect(fenetre).toBeHidden();
  const carte = page.getByRole('region', { name: 'Sortie', exact: true });
  await expect(carte).toContainText('Comptée : 8 mois et 1 jour de parcours');
  // Nothing is left to decide about a contract that an exit has closed.
  const maintenant = page.getByRole('region', { name: 'En ce moment' });
  await expect(maintenant).toContainText(/Embauche le .*\s: Charpentes Vauzelles/);
  await expect(maintenant.getByRole('button', { name: /suite prévue/ })).toHaveCount(0);
  await accessible(page);

  // The list knows who is missing, and says why a short parcours does not count.
  await ouvrir(page, hote, `/bilans/sorties?annee=toutes`);
  await page.getByRole('button', { name: 'Noter la sortie de Chloé Œuvrard-N’Diaye' }).click();
  const courte = page.getByRole('dialog', { name: /^Noter la sortie de Chloé/ });
  await expect(courte.getByRole('textbox', { name: 'Dernier jour' })).toHaveValue(formaterDate(HIER));
  await courte.getByRole('combobox', { name: 'Motif' }).fill('chôm');
  await page.getByRole('option', { name: 'Chômage' }).click();
  await courte.getByRole('button', { name: 'Enregistrer la sortie' }).click();
  await expect(courte).toBeHidden();
  const ligne = (nom: string) => page.getByRole('row').filter({ hasText: nom });
  await expect(ligne('Chloé')).toContainText('2 mois et 1 jour de parcours (plus de 3 demandés)');
  await expect(page.getByRole('region', { name: 'Sorties comptées' })).toContainText(
    'Hors du compte : 1 sortie sous les seuils.',
  );
  await expect(page.getByRole('row', { name: /^Emploi durable/ })).toContainText('100 %');
  await accessible(page);

  // An exit of four months ago is asked about in Aujourd’hui; silence is an answer kept apart.
  const ancienne = await salarie(hote, 'Bruna', ajouterMois(HIER, -16), ajouterMois(HIER, -4));
  await hote.appeler('sorties.create', { salarieId: ancienne, date: ajouterMois(HIER, -4), motif: '3' });
  await ouvrir(page, hote, '/');
  await page.getByRole('button', { name: /1 personne sortie à rappeler/ }).click();
  await page.getByRole('button', { name: /Noter la réponse\s: Que devient B/ }).click();
  const reponse = page.getByRole('dialog', { name: /3 mois après/ });
  await reponse.getByRole('combobox', { name: 'Situation' }).click();
  await page.getByRole('option', { name: 'Sans réponse' }).click();
  await reponse.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText(/personne sortie à rappeler/)).toHaveCount(0);

  // Read otherwise from a day on, a motif moves the exits of that day on.
  await ouvrir(page, hote, '/parametres/motifs-sortie');
  await page.getByRole('button', { name: 'Changer : Chômage' }).click();
  const motif = page.getByRole('dialog', { name: /Chômage/ });
  await motif.getByRole('combobox', { name: 'Catégorie' }).click();
  await page.getByRole('option', { name: 'Retrait des sorties constatées' }).click();
  await motif.getByRole('textbox', { name: 'À partir du' }).fill(formaterDate(HIER));
  await motif.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(motif).toBeHidden();
  await accessible(page);
  await ouvrir(page, hote, `/bilans/sorties?annee=toutes&vue=non_comptees`);
  await expect(ligne('Chloé')).toContainText('Retrait des sorties constatées (chômage)');
});
