import { ajouterJours, dateLocale, lundiDe } from '../../shared/dates.ts';
import { formaterDate, formaterJour } from '../../shared/format.ts';
import { direEcheance } from '../../shared/sollicitations/regles.ts';
import { saisieComplete } from '../immersions.ts';
import { accessible, expect, type Hote, ouvrir, structurePrete, test } from './hote.ts';

const today = dateLocale(new Date());

/** An immersion under way since the Monday of last week, signed by all. */
async function enCours(hote: Hote): Promise<{ id: string; organisationId: string; lundi: string }> {
  await structurePrete(hote);
  const { membres } = await hote.appeler('parametres.get', {});
  const { id: salarieId } = await hote.appeler('salaries.create', {
    prenom: 'Zoé',
    nom: 'Œuvrard-N’Diaye',
    sexe: 'F',
    naissance: '1991-07-14',
    telephone: '',
    contrats: [
      { nature: 'cddi', debut: ajouterJours(today, -200), fin: ajouterJours(today, 200), minutesHebdo: 1560 },
    ],
  });
  const { id: organisationId } = await hote.appeler('reseau.create', { nom: 'Atelier du Réemploi' });
  const lundi = ajouterJours(lundiDe(today), -7);
  const { id } = await hote.appeler(
    'immersions.create',
    saisieComplete(salarieId, organisationId, {
      referentId: membres[0]!.id,
      debut: lundi,
      fin: ajouterJours(lundi, 18),
      feriesTravailles: true,
    }),
  );
  await hote.appeler('immersions.issue', { id });
  await hote.appeler('immersions.changeStatut', { id, statut: 'signee' });
  return { id, organisationId, lundi };
}

test('a week of follow-up: a point held with what was said, an absence typed in seconds', async ({
  page,
  hote,
}) => {
  const { id, organisationId, lundi } = await enCours(hote);
  // Of this week on a Friday or later, of the last one before.
  const { points: dus } = await hote.appeler('immersions.suiviDuJour', { qui: 'moi' });
  const { titre, echeance } = dus[0]!;

  // From Aujourd’hui to the report of the point, in one click.
  await ouvrir(page, hote, '/');
  const ligne = page.getByRole('listitem').filter({ hasText: `${titre}\u00a0: Z. Œuvrard-N’Diaye` });
  await expect(ligne).toContainText(direEcheance(echeance, today));
  await accessible(page);
  await ligne.getByRole('link', { name: /^Saisir/ }).click();
  const point = page.getByRole('dialog', { name: titre });
  await point.getByLabel('Ce que dit Zoé').fill('Contente de l’atelier, mais une maladie l’inquiète.');
  await expect(point.getByText(/n’y écrivez rien de la santé/)).toBeVisible();
  await point.getByLabel('Ce que dit Zoé').fill('Contente de l’atelier.');
  await point.getByRole('checkbox', { name: 'Léa Martin' }).check();
  await point.getByRole('checkbox', { name: /Noter aussi cet échange/ }).check();
  await point.getByRole('button', { name: 'Point tenu' }).click();
  await expect(point).toBeHidden();
  const points = page.getByRole('region', { name: 'Points de suivi' });
  await expect(points.getByText('Contente de l’atelier.')).toBeVisible();
  const { lignes } = await hote.appeler('sollicitations.journal', {});
  expect(lignes).toMatchObject([{ date: echeance, texte: 'Zoé : Contente de l’atelier.' }]);
  expect(lignes[0]!.organisations.map(({ id: celle }) => celle)).toEqual([organisationId]);

  // An absence, then a short day: the total follows, and one click takes it back.
  const presences = page.getByRole('region', { name: 'Présences' });
  const jour = (date: string) =>
    presences.getByRole('button', { name: new RegExp(`^${formaterJour(date)}`) });
  await jour(lundi).click();
  await page.getByLabel('Ce qui a été fait').fill('absent');
  await expect(page.getByText('Compte pour 0 h')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(jour(lundi)).toContainText('absence');
  await expect(page.getByLabel('Ce qui a été fait')).toBeHidden();
  await jour(ajouterJours(lundi, 1)).click();
  await page.getByLabel('Ce qui a été fait').fill('demain peut-être');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Écrivez une durée (3h30) ou des heures (9-12).')).toBeVisible();
  await page.getByLabel('Ce qui a été fait').fill('9-12');
  await page.keyboard.press('Enter');
  await expect(jour(ajouterJours(lundi, 1))).toContainText('retard');
  await expect(presences.getByText(/^94 h au lieu de 105 h/)).toBeVisible();
  await accessible(page);
  const fiche = async () => (await hote.appeler('immersions.suivi', { id })).presences;
  expect(await fiche()).toMatchObject({ prevues: 15 * 420, faites: 94 * 60 });
  await page.getByRole('button', { name: 'Annuler' }).last().click();
  await expect(presences.getByText(/^98 h au lieu de 105 h/)).toBeVisible();
});

test('an accident: one click, who declares, deadlines in words until it is declared', async ({
  page,
  hote,
}) => {
  const { id, lundi } = await enCours(hote);
  await ouvrir(page, hote, `/immersions/${id}/suivi`);
  await page.getByRole('button', { name: 'Noter un accident' }).click();
  const fenetre = page.getByRole('dialog', { name: 'Noter un accident' });
  await fenetre.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(fenetre.getByText('Dites en quelques mots ce qui s’est passé.')).toBeVisible();
  await fenetre.getByLabel('Jour de l’accident').fill(formaterDate(lundi));
  await fenetre.getByLabel('Heure').fill('25 h');
  await fenetre.getByLabel('Ce qui s’est passé').fill('Chute d’un carton pendant le tri.');
  await accessible(page);
  await fenetre.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(fenetre.getByText('Écrivez l’heure ainsi : 14 h 30.')).toBeVisible();
  await fenetre.getByLabel('Heure').fill('10h30');
  await fenetre.getByRole('button', { name: 'Enregistrer' }).click();
  const note = page.getByRole('article', { name: /^Accident du/ });
  await expect(note.getByText(/en retard de/).first()).toBeVisible();
  await expect(note.getByText('Le contrat de travail est maintenu : l’employeur déclare.')).toBeVisible();

  await ouvrir(page, hote, '/');
  const accidents = page.getByRole('list', { name: 'Accidents à déclarer' });
  await expect(accidents).toContainText('Accident : Z. Œuvrard-N’Diaye, Atelier du Réemploi');
  await expect(accidents).toContainText('en retard de');
  await accidents.getByRole('link').click();
  await note.getByRole('button', { name: /^C’est fait : L’accueil/ }).click();
  await expect(note.getByRole('button', { name: /^Pas encore : L’accueil/ })).toBeVisible();
  await note.getByRole('button', { name: /^C’est fait : Votre structure déclare/ }).click();
  await expect(note.getByText(/après le délai, qui était/).last()).toBeVisible();
  await ouvrir(page, hote, '/');
  await expect(page.getByRole('heading', { name: 'À faire' })).toBeVisible();
  await expect(accidents).toBeHidden();
});
