import { ajouterJours } from '../../shared/dates.ts';
import { formaterDate, formaterJour } from '../../shared/format.ts';
import { direEcheance } from '../../shared/sollicitations/regles.ts';
import { accessible, expect, type Hote, ouvrir, test } from './hote.ts';
import { AUJOURDHUI, immersion, lundi } from './immersion.ts';

/** Under way since the Monday of last week, three weeks long. */
const DEBUT = lundi(-1);
const enCours = (hote: Hote) => immersion(hote, 'signee', { debut: DEBUT, fin: ajouterJours(DEBUT, 18) });

test('a week of follow-up: a point held with what was said, an absence typed in seconds', async ({
  page,
  hote,
}) => {
  const { id, organisationId } = await enCours(hote);
  // Of this week on a Friday or later, of the last one before.
  const { points: dus } = await hote.appeler('immersions.suiviDuJour', { qui: 'moi' });
  const { titre, echeance } = dus[0]!;

  // From Aujourd’hui to the report of the point, in one click.
  await ouvrir(page, hote, '/');
  const ligne = page.getByRole('listitem').filter({ hasText: `${titre}\u00a0: A. Œuvrard-N’Diaye` });
  await expect(ligne).toContainText(direEcheance(echeance, AUJOURDHUI));
  await accessible(page);
  await ligne.getByRole('link', { name: /^Saisir/ }).click();
  const point = page.getByRole('dialog', { name: titre });
  await point.getByLabel('Ce que dit Aminata').fill('Contente de l’atelier, mais une maladie l’inquiète.');
  await expect(point.getByText(/n’y écrivez rien de la santé/)).toBeVisible();
  await point.getByLabel('Ce que dit Aminata').fill('Contente de l’atelier.');
  await point.getByRole('checkbox', { name: 'Léa Martin' }).check();
  await point.getByRole('checkbox', { name: /Noter aussi cet échange/ }).check();
  await point.getByRole('button', { name: 'Point tenu' }).click();
  await expect(point).toBeHidden();
  const points = page.getByRole('region', { name: 'Points de suivi' });
  await expect(points.getByText('Contente de l’atelier.')).toBeVisible();
  const { lignes } = await hote.appeler('sollicitations.journal', {});
  expect(lignes).toMatchObject([{ date: echeance, texte: 'Aminata : Contente de l’atelier.' }]);
  expect(lignes[0]!.organisations.map(({ id: celle }) => celle)).toEqual([organisationId]);

  // An absence, then a short day: the total follows, and one click takes it back.
  const presences = page.getByRole('region', { name: 'Présences' });
  const jour = (date: string) =>
    presences.getByRole('button', { name: new RegExp(`^${formaterJour(date)}`) });
  await jour(DEBUT).click();
  const fait = page.getByLabel('Ce qui a été fait');
  await fait.fill('absent');
  await expect(page.getByText('Compte pour 0 h')).toBeVisible();
  await fait.press('Enter');
  await expect(jour(DEBUT)).toContainText('absence');
  await expect(fait).toBeHidden();
  await jour(ajouterJours(DEBUT, 1)).click();
  await expect(fait).toBeFocused();
  await fait.fill('demain peut-être');
  await fait.press('Enter');
  await expect(page.getByText('Écrivez une durée (3h30) ou des heures (9-12).')).toBeVisible();
  await fait.fill('9-12');
  await fait.press('Enter');
  await expect(jour(ajouterJours(DEBUT, 1))).toContainText('retard');
  await expect(presences.getByText(/^94 h au lieu de 105 h/)).toBeVisible();
  const { presences: notees } = await hote.appeler('immersions.suivi', { id });
  expect(notees).toMatchObject({ prevues: 15 * 420, faites: 94 * 60 });
  await page.getByRole('button', { name: 'Annuler' }).last().click();
  await expect(presences.getByText(/^98 h au lieu de 105 h/)).toBeVisible();
  await accessible(page);
});

test('an accident: one click, who declares, deadlines in words until it is declared', async ({
  page,
  hote,
}) => {
  const { id } = await enCours(hote);
  await ouvrir(page, hote, `/immersions/${id}/suivi`);
  await page.getByRole('button', { name: 'Noter un accident' }).click();
  const fenetre = page.getByRole('dialog', { name: 'Noter un accident' });
  await fenetre.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(fenetre.getByText('Dites en quelques mots ce qui s’est passé.')).toBeVisible();
  await fenetre.getByLabel('Jour de l’accident').fill(formaterDate(DEBUT));
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
  await expect(accidents).toContainText('Accident : A. Œuvrard-N’Diaye, Atelier du Réemploi');
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
