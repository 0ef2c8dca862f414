import { readFile } from 'node:fs/promises';
import { dateLocale } from '../../shared/dates.ts';
import { accessible, expect, structurePrete, test } from './hote.ts';

test.beforeEach(async ({ hote, page }) => {
  await structurePrete(hote);
  await page.reload();
  await expect(page.getByRole('navigation', { name: 'Rubriques' })).toBeVisible();
});

test('the journal: empty, filled, viewed by refusals and their causes, opened at an exchange, exported', async ({
  page,
  hote,
}) => {
  await page.getByRole('link', { name: 'Sollicitations' }).click();
  await expect(page.getByText('Aucun échange noté pour l’instant')).toBeVisible();
  await accessible(page);

  const date = dateLocale(new Date());
  const creer = async (nom: string) => (await hote.appeler('reseau.create', { nom, ville: 'Riom' })).id;
  const [roche, durand] = [await creer('Œuvrard-N’Diaye Paysage'), await creer('Ateliers Durand')];
  const noter = (saisie: object) =>
    hote.appeler('sollicitations.record', {
      date,
      canal: 'telephone',
      resultat: 'a_suivre',
      organisationIds: [roche],
      ...saisie,
    });
  await noter({ canal: 'reunion', organisationIds: [roche, durand], texte: 'Réunion de rentrée.' });
  await noter({ resultat: 'refus', cause: 'pas_encadrement', objet: 'Immersion d’été' });
  await noter({ resultat: 'refus', cause: 'manque_temps', organisationIds: [durand] });
  await noter({ sens: 'entrante', resultat: 'non_honoree', cause: 'permis', texte: 'Deux paysagistes.' });
  await page.reload();

  const table = page.getByRole('table', { name: 'Sollicitations' });
  const lignes = table.getByRole('link');
  await expect(page.getByText('4 échanges, 2 organisations touchées')).toBeVisible();
  await expect(lignes).toHaveCount(4);
  await accessible(page);

  await page.getByRole('button', { name: 'Demandes entrantes' }).click();
  await expect(lignes).toHaveCount(1);
  await page.getByRole('button', { name: 'Refus', exact: true }).click();
  await expect(lignes).toHaveCount(2);
  const causes = page.getByRole('region', { name: 'Pourquoi on nous a dit non' });
  await causes.getByRole('button', { name: /Pas d’encadrement disponible/ }).click();
  await expect(lignes).toHaveCount(1);
  await expect(page.getByText('1 échange, 1 organisation touchée')).toBeVisible();
  await accessible(page);
  // The address says it all.
  await page.reload();
  await expect(lignes).toHaveCount(1);

  const telechargement = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Exporter' }).click();
  await page.getByRole('menuitem', { name: /CSV/ }).click();
  const csv = await readFile(await (await telechargement).path(), 'utf8');
  expect(csv).toContain('Pas d’encadrement disponible');
  expect(csv.trim().split('\r\n')).toHaveLength(2);

  // A view and a search in the same instant, before either is drawn: neither takes the other back.
  await page.getByLabel('Chercher dans les sollicitations').evaluate((champ: HTMLInputElement) => {
    const toutes = [...document.querySelectorAll('button')].find((bouton) => bouton.textContent === 'Toutes');
    toutes!.click();
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(champ, 'durand');
    champ.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await expect(lignes).toHaveCount(2);
  await page.getByLabel('Chercher dans les sollicitations').fill('paysagistes');
  await expect(lignes).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await expect(lignes.first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Œuvrard-N’Diaye Paysage' })).toBeVisible();
  const visee = page.getByRole('listitem').filter({ hasText: 'Deux paysagistes.' });
  await expect(visee).toBeFocused();
  await expect(visee).toHaveAttribute('data-vise', 'true');
});
