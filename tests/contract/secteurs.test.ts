import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aDevelopper, FIGURES_SECTEUR, type LigneSecteur } from '../../shared/reseau/secteurs.ts';
import { type Essai, essai } from '../appui.ts';
import { idDe, planter } from '../bilans-appui.ts';

let e: Essai;
beforeEach(() => {
  e = essai();
});
afterEach(() => e.fermer());

/** Ranks → sector and stage. */
function ranger(fiches: Record<number, [secteur: string, stade?: string]>): void {
  const { sqlite } = e.depot.base();
  for (const [rang, [secteur, stade = 'contactee']] of Object.entries(fiches))
    sqlite
      .prepare('UPDATE organisation SET secteur = ?, stade = ? WHERE id = ?')
      .run(secteur, stade, idDe('organisation', Number(rang)));
}
const lire = async (annee = 2025) => {
  const secteurs = await e.reussir('reseau.secteurs', { annee });
  return { ...secteurs, de: (code: string) => secteurs.lignes.find(({ secteur }) => secteur === code)! };
};
const SCORE = { secteur: 'batiment', annee: 2025, score: 72, repondants: 12, note: 'Beaucoup de demandes' };

describe('a year by sector', () => {
  beforeEach(() => {
    planter(e, {
      organisations: [{ nom: 'A' }, { nom: 'B' }, { nom: 'C' }, { nom: 'D', archivee: true }],
      sollicitations: [
        { date: '2025-03-01', organisations: [0, 1] },
        { date: '2025-04-01', organisations: [0, 2] },
        { date: '2025-05-01', organisations: [3] },
        { date: '2024-05-01', organisations: [0] },
        { date: '2025-06-01', organisations: [0], archivee: true },
      ],
      salaries: [{}],
      immersions: [
        { salarie: 0, organisation: 0, debut: '2025-02-03', fin: '2025-02-07' },
        { salarie: 0, organisation: 2, debut: '2025-02-03', fin: '2025-02-07', statut: 'annulee' },
      ],
    });
    ranger({ 0: ['batiment', 'engagee'], 1: ['batiment'], 2: ['', 'partenaire'], 3: ['nettoyage'] });
  });

  test('counts an exchange once in each sector it touches, and once in the total', async () => {
    const { de, total, enCours } = await lire();
    expect(enCours).toBe(false);
    expect(de('batiment')).toMatchObject({
      organisations: 2,
      engagees: 1,
      echanges: { valeur: 2, precedent: 1 },
      immersions: { valeur: 1, precedent: 0 },
    });
    expect(de('')).toMatchObject({ organisations: 1, engagees: 1, echanges: { valeur: 1, precedent: 0 } });
    // The sheet left the network, its exchange did take place.
    expect(de('nettoyage')).toMatchObject({ organisations: 0, echanges: { valeur: 1, precedent: 0 } });
    expect(total).toEqual({
      organisations: 3,
      engagees: 2,
      echanges: { valeur: 3, precedent: 1 },
      immersions: { valeur: 1, precedent: 0 },
      embauches: { valeur: 0, precedent: 0 },
    });
  });

  test('the rows behind a figure are as many as it says', async () => {
    const { lignes } = await lire();
    for (const ligne of lignes)
      for (const figure of FIGURES_SECTEUR) {
        const rangees = await e.reussir('reseau.secteurLignes', {
          annee: 2025,
          secteur: ligne.secteur,
          figure,
        });
        const nombre = ligne[figure];
        expect(rangees).toHaveLength(typeof nombre === 'number' ? nombre : nombre.valeur);
      }
  });

  test('a hire counts in the sector of its organisation', async () => {
    await e.reussir('reseau.restore', { id: idDe('organisation', 3) });
    await e.reussir('sollicitations.recordEmbauche', {
      organisationId: idDe('organisation', 3),
      date: '2025-09-01',
      contrat: 'cdi',
      metier: 'Agent d’entretien',
    });
    expect((await lire()).de('nettoyage').embauches).toEqual({ valeur: 1, precedent: 0 });
    expect((await lire(2026)).de('nettoyage').embauches).toEqual({ valeur: 0, precedent: 0 });
    expect(
      await e.reussir('reseau.secteurLignes', { annee: 2025, secteur: 'nettoyage', figure: 'embauches' }),
    ).toMatchObject([{ titre: 'D', detail: 'CDI · Agent d’entretien', date: '2025-09-01' }]);
  });

  test('leaves as a spreadsheet, with the real total', async () => {
    await e.reussir('reseau.saveSecteurScore', SCORE);
    await e.reussir('reseau.secteursExport', { annee: 2025, format: 'csv' });
    const [fichier] = e.traces.fichiers;
    const lignes: string[][] = parse(new TextDecoder().decode(fichier!.contenu), {
      delimiter: ';',
      bom: true,
    });
    expect(lignes.find(([nom]) => nom === 'Bâtiment, travaux publics')?.slice(1, 5)).toEqual([
      '2',
      '1',
      '2',
      '1',
    ]);
    expect(lignes.at(-1)?.slice(0, 5)).toEqual(['Total', '3', '2', '3', '1']);
  });

  test('is printed under the heading of the structure, which must be known', async () => {
    expect(await e.appeler('reseau.secteursApercu', { annee: 2025 })).toMatchObject({
      ok: false,
      error: { code: 'regle' },
    });
    await e.reussir('parametres.saveStructure', {
      raisonSociale: 'Les Ateliers <du> Val',
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
    await e.reussir('reseau.secteursApercu', { annee: 2025 });
    await e.reussir('reseau.secteursPdf', { annee: 2025 });
    expect(e.traces.pages[0]).toContain('Les Ateliers &lt;du&gt; Val');
    expect(e.traces.fichiers[0]?.nom).toBe('secteurs 2025.pdf');
  });
});

test('the year under way is compared with the same part of the year before', async () => {
  planter(e, {
    organisations: [{}],
    sollicitations: ['2026-03-24', '2025-03-24', '2025-03-25'].map((date) => ({ date, organisations: [0] })),
  });
  expect(await lire(2026)).toMatchObject({
    enCours: true,
    total: { echanges: { valeur: 1, precedent: 1 } },
  });
});

test('a sector of one’s own, retired, stays as long as an organisation or a score holds it', async () => {
  const { code } = await e.reussir('parametres.saveValeur', { liste: 'secteurs', label: 'Maroquinerie' });
  await e.reussir('reseau.create', { nom: 'Cuirs du Val', secteur: code });
  await e.reussir('parametres.retireValeur', { liste: 'secteurs', code });
  await e.reussir('parametres.retireValeur', { liste: 'secteurs', code: 'textile' });
  const { lignes } = await lire();
  expect(lignes.map(({ secteur }) => secteur)).toContain(code);
  expect(lignes.map(({ secteur }) => secteur)).not.toContain('textile');
});

describe('the score of the survey', () => {
  test('is saved, corrected, and given back for the undo', async () => {
    expect(await e.reussir('reseau.saveSecteurScore', SCORE)).toEqual({
      ...SCORE,
      score: null,
      repondants: null,
      note: '',
    });
    const avant = await e.reussir('reseau.saveSecteurScore', { ...SCORE, score: 80, repondants: null });
    expect(avant).toEqual(SCORE);
    expect((await lire()).de('batiment')).toMatchObject({
      score: 80,
      repondants: null,
      scorePrecedent: null,
    });
    await e.reussir('reseau.saveSecteurScore', avant);
    expect((await lire()).de('batiment')).toMatchObject({ score: 72, repondants: 12 });
    expect((await lire(2026)).de('batiment')).toMatchObject({ score: null, scorePrecedent: 72 });
    await e.reussir('reseau.saveSecteurScore', { ...SCORE, score: null });
    expect((await lire()).de('batiment')).toMatchObject({ score: null, note: '' });
  });

  test.each([
    [{ score: 101 }, 'score'],
    [{ score: -1 }, 'score'],
    [{ score: 50.5 }, 'score'],
    [{ repondants: -3 }, 'repondants'],
    [{ secteur: '' }, 'secteur'],
    [{ secteur: 'inconnu' }, 'secteur'],
    [{ annee: 1789 }, 'annee'],
    [{ note: 'x'.repeat(501) }, 'note'],
  ])('%j is refused beside its field', async (faute, champ) => {
    const refus = await e.appeler('reseau.saveSecteurScore', { ...SCORE, ...faute });
    expect(refus).toMatchObject({ ok: false, error: { champs: { [champ]: expect.any(String) } } });
  });
});

describe('where to look for employers', () => {
  const ligne = (secteur: string, organisations: number, score: number | null): LigneSecteur => ({
    secteur,
    organisations,
    engagees: 0,
    echanges: { valeur: 0, precedent: 0 },
    immersions: { valeur: 0, precedent: 0 },
    embauches: { valeur: 0, precedent: 0 },
    score,
    scorePrecedent: null,
    repondants: null,
    note: '',
  });
  const codes = (...lignes: LigneSecteur[]) => aDevelopper(lignes).map(({ secteur }) => secteur);

  test('a high score with fewer organisations than half of the sectors, the best first', () => {
    expect(
      codes(
        ligne('a', 1, 60),
        ligne('b', 2, 90),
        ligne('c', 20, 95),
        ligne('d', 30, 10),
        ligne('e', 25, null),
      ),
    ).toEqual(['b', 'a']);
  });

  test('nothing below the limit, nothing without a score, and an empty sector that scores high', () => {
    expect(codes(ligne('a', 1, 59), ligne('b', 9, 10))).toEqual([]);
    expect(codes(ligne('', 0, 90), ligne('a', 3, null))).toEqual([]);
    expect(codes(ligne('a', 0, 90))).toEqual(['a']);
    expect(codes()).toEqual([]);
  });
});
