import { ajouterJours, dateLocale } from '../../shared/dates.ts';
import { echeanceDans } from '../../shared/sollicitations/regles.ts';
import { accessible, expect, type Hote, structurePrete, test } from './hote.ts';

const today = dateLocale(new Date());

async function promettre(hote: Hote, nom: string, jours: number): Promise<void> {
  await hote.appeler('sollicitations.record', {
    date: ajouterJours(today, -30),
    canal: 'telephone',
    resultat: 'a_suivre',
    texte: 'Attend la saison',
    nouvelleOrganisation: { nom, ville: 'Riom', telephone: '0473112233' },
    relance: { libelle: `Rappeler ${nom}`, echeance: ajouterJours(today, jours) },
  });
}

test('the day by keyboard: late first, done, moved with one key, taken back', async ({ page, hote }) => {
  await structurePrete(hote);
  await promettre(hote, 'Crèche Lutins', 5);
  await promettre(hote, 'Boulangerie Faure', 0);
  await promettre(hote, 'Ets Morel', -3);
  await page.reload();
  await expect(page.getByText('2 actions pour vous, dont 1 en retard.')).toBeVisible();
  const lignes = page.getByRole('main').getByRole('link', { name: /^Rappeler/ });
  await expect(lignes).toHaveText([
    'Rappeler Ets Morel',
    'Rappeler Boulangerie Faure',
    'Rappeler Crèche Lutins',
  ]);
  await expect(page.getByRole('link', { name: 'Aujourd’hui 2 à faire' })).toBeVisible();
  await accessible(page);

  await page.keyboard.press('j');
  await expect(lignes.first()).toBeFocused();
  await page.keyboard.press('f');
  await expect(page.getByText('Fait : Rappeler Ets Morel')).toBeVisible();
  await expect(lignes).toHaveCount(2);
  await expect(lignes.first(), 'the next line takes the focus').toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(lignes).toHaveCount(3);
  await expect(lignes.first()).toHaveText('Rappeler Ets Morel');

  await lignes.first().focus();
  await page.keyboard.press('m');
  await expect(lignes, 'a month away: out of the coming week').toHaveCount(2);
  await expect(page.getByText('Plus tard : 1 autre action.')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(lignes).toHaveCount(3);

  await lignes.nth(1).focus();
  await page.keyboard.press('r');
  const feuille = page.getByRole('dialog', { name: 'Reporter' });
  await expect(feuille).toBeVisible();
  await accessible(page);
  await page.keyboard.press('d');
  await expect(feuille).toBeHidden();
  await expect(page.getByText('1 action pour vous, en retard.')).toBeVisible();
  const { lignes: dues } = await hote.appeler('sollicitations.relances', { qui: 'moi' });
  expect(dues.find(({ libelle }) => libelle.includes('Faure'))?.echeance).toBe(echeanceDans('demain', today));
});

test('an exchange noted from its line answers the action', async ({ page, hote }) => {
  await structurePrete(hote);
  await promettre(hote, 'Ets Morel', -3);
  await page.reload();
  await page.getByRole('button', { name: 'Noter un échange : Rappeler Ets Morel' }).click();
  const fenetre = page.getByRole('dialog', { name: 'Noter un échange' });
  await expect(fenetre.getByLabel('Cet échange répond à « Rappeler Ets Morel »')).toBeChecked();
  await expect(fenetre.getByRole('radio', { name: /Téléphone/ })).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Vous êtes à jour')).toBeVisible();
  await accessible(page);
});

test('mine and the whole team’s, in the address', async ({ page, hote }) => {
  await structurePrete(hote);
  await promettre(hote, 'Ets Morel', -3);
  const { membres } = await hote.appeler('parametres.get', {});
  await hote.appeler('parametres.chooseMembre', { id: membres[1]!.id });
  await page.reload();
  await expect(page.getByText('Vous êtes à jour')).toBeVisible();
  await page.getByText('Toute l’équipe').click();
  await expect(page.getByText('1 action pour l’équipe, en retard.')).toBeVisible();
  await expect(page.getByRole('main').getByText('K. Brunet')).toBeVisible();
  await page.reload();
  await expect(page.getByText('1 action pour l’équipe, en retard.')).toBeVisible();
});
