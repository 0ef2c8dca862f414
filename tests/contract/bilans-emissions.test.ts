import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CONFIRMEE } from '../../shared/operation.ts';
import { type Essai, essai } from '../appui.ts';
import { idDe, planter } from '../bilans-appui.ts';

let e: Essai;
let id: string;
const ANNEE = { debut: '2025-01-01', fin: '2025-12-31' };

beforeEach(async () => {
  e = essai();
  await e.reussir('parametres.saveStructure', {
    raisonSociale: 'Les Ateliers du Val',
    genre: 'ACI',
    siret: '',
    adresse: '',
    codePostal: '',
    ville: '',
    telephone: '',
    courriel: '',
    conventionNumero: '',
    logo: '',
  });
  planter(e, {
    organisations: [{ nom: 'Mairie' }, { nom: 'Serre' }],
    salaries: [{ prenom: 'Awa', nom: 'Diop' }],
    sollicitations: [
      { date: '2025-03-01', organisations: [0], resultat: 'accord' },
      { date: '2025-04-01', organisations: [1] },
    ],
    immersions: [{ salarie: 0, organisation: 0, debut: '2025-02-03', fin: '2025-02-14' }],
  });
  ({ id } = await e.reussir('bilans.ouvrir', { profil: 'reseau', ...ANNEE }));
});
afterEach(() => e.fermer());

const retirer = (rang: number) => ({ id: idDe('sollicitation', rang) }) as { id: string };

describe('an issued bilan', () => {
  test('keeps figures, rows, words and PDF, whatever happens after', async () => {
    await e.reussir('bilans.enregistrer', { id, textes: { echanges: 'Une belle année.' } });
    const { edition, sha256 } = await e.reussir('bilans.emettre', { id });
    expect(edition).toBe(1);
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    planter(e, {
      organisations: [{ nom: 'Mairie' }],
      sollicitations: [{ date: '2025-05-01', organisations: [0] }],
    });
    await e.reussir('bilans.enregistrer', { id, textes: { echanges: 'Autre chose.' } });
    const emis = await e.reussir('bilans.emis', { id, edition: 1 });
    expect(emis.intact).toBe(true);
    expect(emis.bilan.sections.find(({ code }) => code === 'echanges')).toMatchObject({
      texte: 'Une belle année.',
    });
    const figure = emis.bilan.sections
      .flatMap(({ lignes }) => lignes)
      .find(({ code }) => code === 'reseau.echanges');
    expect(figure?.mesure.valeur).toBe(2);
    const { total, lignes } = await e.reussir('bilans.lignesEmises', {
      id,
      edition: 1,
      indicateur: 'reseau.echanges',
    });
    expect(total).toBe(2);
    expect(lignes.map(({ titre }) => titre)).toEqual(['Serre', 'Mairie']);
  });

  test('is not issued again without a word, and never taken away', async () => {
    await e.reussir('bilans.emettre', { id });
    expect(await e.appeler('bilans.emettre', { id })).toMatchObject({ ok: false, error: { code: 'regle' } });
    expect((await e.reussir('bilans.emettre', { id, remplace: true })).edition).toBe(2);
    expect(await e.appeler('bilans.archive', { id })).toMatchObject({ ok: false, error: { code: 'regle' } });
    expect((await e.reussir('bilans.get', { id })).emissions.map(({ edition }) => edition)).toEqual([2, 1]);
  });

  test('altered on the disk, it says so', async () => {
    await e.reussir('bilans.emettre', { id });
    e.depot.base().sqlite.prepare("UPDATE bilan_emission SET donnees_sha256 = 'x'").run();
    expect((await e.reussir('bilans.emis', { id, edition: 1 })).intact).toBe(false);
  });

  test('differences: figure by figure, row by row, even when the figure stands still', async () => {
    await e.reussir('bilans.emettre', { id });
    expect((await e.reussir('bilans.differences', { id, edition: 1 })).figures).toEqual([]);
    const { sqlite } = e.depot.base();
    sqlite.prepare("UPDATE sollicitation SET date = '2024-04-01' WHERE id = ?").run(idDe('sollicitation', 1));
    sqlite.prepare("UPDATE sollicitation SET resultat = 'refus' WHERE id = ?").run(idDe('sollicitation', 0));
    sqlite.prepare("UPDATE sollicitation SET canal = 'visite' WHERE id = ?").run(idDe('sollicitation', 0));
    const { figures } = await e.reussir('bilans.differences', { id, edition: 1 });
    const echanges = figures.find(({ code }) => code === 'reseau.echanges')!;
    expect([echanges.avant.valeur, echanges.apres?.valeur]).toEqual([2, 1]);
    expect(echanges.lignes.map(({ genre, ligne }) => [genre, ligne.titre])).toEqual(
      expect.arrayContaining([
        ['retiree', 'Serre'],
        ['changee', 'Mairie'],
      ]),
    );
    const accords = figures.find(({ code }) => code === 'reseau.accords')!;
    expect(accords.lignes.find(({ ligne }) => ligne.titre === 'Mairie')?.genre).toBe('deplacee');
  });

  test('a threshold read otherwise since then is told', async () => {
    await e.reussir('bilans.emettre', { id });
    expect((await e.reussir('bilans.differences', { id, edition: 1 })).parametres).toEqual([]);
  });
});

describe('what feeds it', () => {
  test('is not taken away without a word; confirmed, it is', async () => {
    await e.reussir('bilans.emettre', { id });
    const refus = await e.appeler('sollicitations.archive', retirer(0));
    expect(refus).toMatchObject({
      ok: false,
      error: { code: 'fige', message: expect.stringContaining('Réseau employeurs, 2025') },
    });
    expect((await e.reussir('bilans.differences', { id, edition: 1 })).figures).toEqual([]);
    const confirme = await e.dispatch.appeler(CONFIRMEE, {
      operation: 'sollicitations.archive',
      entree: retirer(0),
    });
    expect(confirme.ok).toBe(true);
    const { figures } = await e.reussir('bilans.differences', { id, edition: 1 });
    expect(figures.map(({ code }) => code)).toContain('reseau.echanges');
    // Confirmed once is not confirmed for ever.
    expect(await e.appeler('sollicitations.archive', retirer(1))).toMatchObject({
      ok: false,
      error: { code: 'fige' },
    });
  });

  test('hours of a month neither', async () => {
    const { id: salarieId } = await e.reussir('salaries.create', {
      prenom: 'Aminata',
      nom: 'Œuvrard-N’Diaye',
      sexe: 'F',
      naissance: '1991-07-14',
      telephone: '',
      contrats: [{ nature: 'cddi', debut: '2025-01-15', fin: '2025-10-15', minutesHebdo: 1560 }],
    });
    const contratId = (await e.reussir('salaries.get', { id: salarieId })).contrats[0]!.id;
    const noter = (minutes: number | null) =>
      e.appeler('heures.save', { heures: [{ contratId, mois: '2025-03', minutes }] });
    await noter(6000);
    const ddets = await e.reussir('bilans.ouvrir', { profil: 'ddets', ...ANNEE });
    await e.reussir('bilans.emettre', { id: ddets.id });
    expect(await noter(null)).toMatchObject({ ok: false, error: { code: 'fige' } });
    expect((await noter(6060)).ok).toBe(true);
    const { figures } = await e.reussir('bilans.differences', { id: ddets.id, edition: 1 });
    expect(figures.map(({ code }) => code)).toContain('heures.total');
  });

  test('what no bilan was made of goes as before, and a draft bilan holds nothing', async () => {
    expect((await e.appeler('sollicitations.archive', retirer(0))).ok).toBe(true);
    await e.reussir('bilans.emettre', { id });
    planter(e, { organisations: [{ nom: 'Mairie' }] });
    expect(await e.appeler('sollicitations.restore', retirer(0))).toMatchObject({ ok: true });
  });

  test('a confirmation of nothing, of a reading or of an unknown operation is refused like any call', async () => {
    for (const charge of [
      null,
      {},
      'x',
      { operation: 'inconnue', entree: {} },
      { operation: CONFIRMEE, entree: {} },
    ])
      expect(await e.dispatch.appeler(CONFIRMEE, charge)).toMatchObject({ ok: false });
    expect(await e.dispatch.appeler(CONFIRMEE, { operation: 'bilans.list', entree: {} })).toMatchObject({
      ok: true,
    });
  });
});

test.each([
  [{ id: idDe('organisation', 9) }, 'introuvable'],
  [{ id: 'x' }, 'entree-invalide'],
])('nothing to issue: %j', async (entree, code) => {
  expect(await e.appeler('bilans.emettre', entree)).toMatchObject({ ok: false, error: { code } });
});

test('a period that has not begun is not issued; without a PDF engine the data are frozen all the same', async () => {
  const demain = await e.reussir('bilans.ouvrir', {
    profil: 'reseau',
    debut: '2027-01-01',
    fin: '2027-12-31',
  });
  expect(await e.appeler('bilans.emettre', demain)).toMatchObject({ ok: false, error: { code: 'regle' } });
  e.sansPdf();
  expect(await e.reussir('bilans.emettre', { id })).toEqual({ edition: 1, sha256: '' });
});
