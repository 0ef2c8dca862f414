import { ajouterJours } from '../../shared/dates.ts';
import { accessible, expect, ouvrir, test } from './hote.ts';
import { decor, lundi, PDF } from './immersion.ts';

/** The Monday before last: over, whatever the day. */
const DEBUT = lundi(-2);
const CRENEAUX = [0, 1].flatMap((jour) => [
  { date: ajouterJours(DEBUT, jour), demi: 'matin' as const, debut: 540, fin: 720 },
  { date: ajouterJours(DEBUT, jour), demi: 'apres_midi' as const, debut: 780, fin: 960 },
]);

test('convocations issued for all, replaced when the place changes; the attestation at the end', async ({
  page,
  hote,
}) => {
  const { salarieId, organisationId } = await decor(hote);
  const { id: autreId } = await hote.appeler('salaries.create', {
    prenom: 'Samir',
    nom: 'Benali',
    sexe: 'H',
    naissance: '1988-02-29',
    telephone: '',
    contrats: [],
  });
  const { id: actionId } = await hote.appeler('formation.createAction', {
    titre: 'Gestes et postures',
    genre: 'module_court',
    prerequis: ['Comprendre une consigne simple'],
  });
  const session = {
    actionId,
    lieu: 'Ferme des Tilleuls, Riom',
    debut: DEBUT,
    fin: ajouterJours(DEBUT, 1),
    minutes: 720,
    organismeId: organisationId,
    creneaux: CRENEAUX,
  };
  const { id } = await hote.appeler('formation.createSession', { ...session, statut: 'confirmee' });
  const { ids } = await hote.appeler('formation.inscrire', {
    sessionId: id,
    salarieIds: [salarieId, autreId],
  });
  const adresse = `/formation/sessions/${id}/documents`;
  await ouvrir(page, hote, adresse);

  // Nothing is filled yet: the sheets to be filled by hand are what one comes for.
  const documents = page.getByRole('region', { name: 'Documents', exact: true });
  await expect(documents.getByText('Rien n’est encore émis')).toBeVisible();
  await expect(page.getByText('Toutes, vierges')).toBeVisible();
  await expect(
    page.frameLocator('iframe[title="Fiches de positionnement"]').getByText('Comprendre une consigne simple'),
  ).toHaveCount(2);

  await hote.appeler('formation.avancer', { ids, statut: 'valide', le: null });
  await documents.getByRole('button', { name: /^Convocations/ }).click();
  await accessible(page);
  await documents.getByRole('button', { name: 'Émettre les 2' }).click();
  await expect(documents.getByText('2 émis sur 2')).toBeVisible(PDF);

  await hote.appeler('formation.updateSession', { id, ...session, lieu: 'Salle des fêtes, Volvic' });
  await expect(documents.getByText('2 émis sur 2 · 2 à remplacer')).toBeVisible();
  await documents.getByRole('button', { name: /^Samir Benali/ }).click();
  const change = page.getByRole('complementary', { name: 'Changements depuis l’émission' });
  await expect(change.getByText('Salle des fêtes, Volvic')).toBeVisible();
  await expect(
    page
      .frameLocator('iframe[title="Convocation, Samir Benali"]')
      .getByText('Ferme des Tilleuls, Riom')
      .first(),
  ).toBeVisible();
  await documents.getByRole('button', { name: 'Remplacer les 2 qui ont changé' }).click();
  await expect(documents.getByText('2 émis sur 2', { exact: true })).toBeVisible(PDF);
  await expect(documents.getByRole('button', { name: 'Ouvrir la version 1' })).toBeVisible();

  await hote.appeler('formation.savePresences', {
    sessionId: id,
    presences: CRENEAUX.map(({ date, demi }) => ({
      inscriptionId: ids[0]!,
      date,
      demi,
      minutes: 180,
      motif: '' as const,
    })),
  });
  await hote.appeler('formation.avancer', { ids: [ids[0]!], statut: 'au_bout', le: null });
  await documents.getByRole('button', { name: /^Attestations de fin de formation/ }).click();
  await documents.getByRole('button', { name: /^Aminata Œuvrard-N’Diaye/ }).click();
  await expect(
    page
      .frameLocator('iframe[title="Attestation de fin de formation, Aminata Œuvrard-N’Diaye"]')
      .getByText(/est allée au bout/),
  ).toBeVisible();
  await accessible(page);
});
