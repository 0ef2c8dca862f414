import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readHeures } from '../../db/heures-lecture.ts';
import { type Essai, essai } from '../appui.ts';
import { parcours } from '../immersions.ts';

let e: Essai;
let salarieId: string;
let contratId: string;

beforeEach(async () => {
  e = essai();
  ({ salarieId } = await parcours(e));
  contratId = (await e.reussir('salaries.get', { id: salarieId })).contrats[0]!.id;
});
afterEach(() => e.fermer());

const noter = (mois: string, minutes: number | null) =>
  e.appeler('heures.save', { heures: [{ contratId, mois, minutes }] });
const ligne = async (annee = 2026) => (await e.reussir('heures.annee', { annee })).lignes[0]!;
const minutesDe = async () => (await ligne()).mois.map(({ minutes }) => minutes).slice(0, 4);

describe('the year of the contracts', () => {
  test('shows each contract in the years it runs, with what its weekly hours foresee', async () => {
    const { lignes, annees } = await e.reussir('heures.annee', { annee: 2025 });
    expect(annees).toEqual([2026, 2025]);
    expect(lignes).toHaveLength(1);
    expect(lignes[0]!.mois.map(({ jours }) => jours)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 30, 31, 30, 31]);
    expect(lignes[0]!.mois[9]).toEqual({ minutes: null, origine: null, jours: 31, prevues: 6760 });
    expect((await e.reussir('heures.annee', { annee: 2027 })).lignes).toEqual([]);
  });

  test('an archived person still counts in the years they worked, and is out of the others', async () => {
    await noter('2026-01', 600);
    const periode = { debut: '2026-01-01', fin: '2026-12-31' };
    const avant = readHeures(e.depot.base(), periode);
    const { cumul } = await e.reussir('heures.etp', { annee: 2026 });
    await e.reussir('salaries.archive', { id: salarieId });
    expect(readHeures(e.depot.base(), periode)).toEqual(avant);
    expect((await e.reussir('heures.etp', { annee: 2026 })).cumul).toEqual(cumul);
    expect((await ligne()).mois[0]!.minutes).toBe(600);
    expect((await e.reussir('heures.annee', { annee: 2025 })).lignes).toEqual([]);
    // The last month, typed after the sheet was filed away.
    expect((await noter('2026-02', 700)).ok).toBe(true);
    expect((await minutesDe()).slice(0, 2)).toEqual([600, 700]);
  });
});

describe('typed hours', () => {
  test('are kept, replaced and taken off', async () => {
    await noter('2026-01', 6000);
    await noter('2026-02', 0);
    expect(await minutesDe()).toEqual([6000, 0, null, null]);
    await noter('2026-01', 6060);
    await noter('2026-02', null);
    expect(await minutesDe()).toEqual([6060, null, null, null]);
    expect(readHeures(e.depot.base(), { debut: '2026-01-15', fin: '2026-01-20' })).toEqual([
      { contratId, salarieId, mois: '2026-01', minutes: 6060, origine: 'saisie' },
    ]);
  });

  test('a month without contract is refused beside its cell, and nothing of the list is kept', async () => {
    const refus = await e.appeler('heures.save', {
      heures: [
        { contratId, mois: '2026-01', minutes: 60 },
        { contratId, mois: '2025-08', minutes: 60 },
      ],
    });
    expect(refus).toMatchObject({
      ok: false,
      error: {
        code: 'regle',
        champs: { 'heures.1.minutes': expect.stringContaining('Pas de contrat en août 2025') },
      },
    });
    expect(await minutesDe()).toEqual([null, null, null, null]);
  });

  test.each([
    ['2026-04', 60],
    ['2026-13', 60],
    ['2026-3', 60],
    ['2026-01', -1],
    ['2026-01', 0.5],
    ['2026-01', 800 * 60],
  ])('%s: %s is refused', async (mois, minutes) => {
    expect((await noter(mois, minutes)).ok).toBe(false);
  });
});

describe('saving the person', () => {
  const relire = async () => {
    const { id, archivedAt: _, ...fiche } = await e.reussir('salaries.get', { id: salarieId });
    return { id, ...fiche };
  };

  test('keeps the hours of its contracts', async () => {
    await noter('2026-01', 6000);
    const fiche = await relire();
    await e.reussir('salaries.update', { ...fiche, telephone: '06 00 00 00 00' } as never);
    expect(await minutesDe()).toEqual([6000, null, null, null]);
  });

  test('refuses to lose them with a contract, or out of its dates', async () => {
    await noter('2026-01', 6000);
    await noter('2026-02', 0);
    const fiche = await relire();
    const contrat = fiche.contrats[0]!;
    const avec = (contrats: unknown) => e.appeler('salaries.update', { ...fiche, contrats } as never);
    expect(await avec([])).toMatchObject({
      error: { champs: { contrats: expect.stringContaining('100 h') } },
    });
    expect(await avec([{ ...contrat, fin: '2025-12-31' }])).toMatchObject({
      error: { champs: { 'contrats.0.fin': expect.stringContaining('janvier 2026') } },
    });
    expect(await avec([{ ...contrat, debut: '2026-02-01' }])).toMatchObject({
      error: { champs: { 'contrats.0.debut': expect.stringContaining('janvier 2026') } },
    });
    expect((await avec([{ ...contrat, fin: '2026-01-01' }])).ok).toBe(true);
    expect(await minutesDe()).toEqual([6000, 0, null, null]);
  });
});

describe('a paste', () => {
  const cases = (...textes: string[]) =>
    textes.map((texte, rang) => ({ contratId, mois: `2026-0${rang + 1}`, texte }));

  test('keeps what can be, and says why the rest is not', async () => {
    await noter('2026-02', 4000);
    const fait = await e.reussir('heures.coller', { cases: cases('112,67', '', 'absente', '60', '0') });
    expect(fait).toMatchObject({ posees: 1, identiques: 0 });
    expect(fait.refusees.map(({ mois, texte }) => [mois, texte])).toEqual([
      ['2026-03', 'absente'],
      ['2026-04', '60'],
    ]);
    expect(await minutesDe()).toEqual([6760, 4000, null, null]);
    expect((await ligne()).mois[0]!.origine).toBe('collage');
  });

  test('is taken back, but for what changed since', async () => {
    await noter('2026-01', 4000);
    const { id } = await e.reussir('heures.coller', { cases: cases('100', '101', '102') });
    await noter('2026-02', 5000);
    expect(await e.reussir('heures.lots', {})).toMatchObject([
      { id, origine: 'collage', cases: 3, annuleLe: null },
    ]);
    expect(await e.reussir('heures.annulerImport', { id: id! })).toEqual({ rendues: 2, gardees: 1 });
    expect(await minutesDe()).toEqual([4000, 5000, null, null]);
    expect((await ligne()).mois[0]!.origine).toBe('saisie');
    expect((await e.appeler('heures.annulerImport', { id: id! })).ok).toBe(false);
  });

  test('that says nothing new leaves nothing to take back', async () => {
    await noter('2026-01', 6000);
    expect(await e.reussir('heures.coller', { cases: cases('100') })).toEqual({
      id: null,
      posees: 0,
      identiques: 1,
      refusees: [],
    });
    expect(await e.reussir('heures.lots', {})).toEqual([]);
  });
});

describe('full-time equivalents', () => {
  const annexer = (debut: string, fin: string, etp: number) => {
    const { sqlite } = e.depot.base();
    const rang = String((sqlite.prepare('SELECT count(*) FROM convention').pluck().get() as number) + 1);
    const id = `01900000-0000-7000-9000-${rang.padStart(12, '0')}`;
    sqlite
      .prepare(
        `INSERT INTO convention (id, genre, intitule, debut, fin, created_at, updated_at)
         VALUES (?, 'ddets', 'DDETS', ?, ?, '', '')`,
      )
      .run(id, debut, fin);
    sqlite
      .prepare(
        `INSERT INTO convention_annexe (id, convention_id, numero, debut, fin, etp_centiemes, created_at, updated_at)
         VALUES (?, ?, 'ACI063250012A0M0', ?, ?, ?, '', '')`,
      )
      .run(id, id, debut, fin, etp);
  };

  test('done against agreed, month by month and cumulated', async () => {
    annexer('2026-01-01', '2026-12-31', 100);
    await noter('2026-01', 9100);
    await noter('2026-02', 4550);
    await noter('2026-03', 1000);
    const etp = await e.reussir('heures.etp', { annee: 2026 });
    expect(
      etp.mois
        .slice(0, 3)
        .map(({ realise, conventionne, taux, compte }) => [realise, conventionne, taux, compte]),
    ).toEqual([
      [100, 100, 1000, true],
      [50, 100, 500, true],
      [11, 100, null, false],
    ]);
    expect(etp.cumul).toEqual({ mois: 2, minutes: 13650, realise: 75, conventionne: 100, taux: 750 });
    expect(etp.projection).toEqual({ realise: 75, conventionne: 100, taux: 750, rythme: 105, restants: 10 });
    expect(etp.annexes).toMatchObject([
      { etp: 100, mois: 2, realise: 75, conventionne: 100, taux: 750, partagee: false },
    ]);
    expect(etp.remarques).toEqual([expect.stringContaining('mars 2026')]);
  });

  test('says the months without hours, and the contracts that lack some', async () => {
    await e.reussir('salaries.create', {
      prenom: 'Léo',
      nom: 'Œuvrard-N’Diaye',
      sexe: 'H',
      naissance: '1990-01-01',
      telephone: '',
      contrats: [{ nature: 'cddi', debut: '2026-01-01', fin: '2026-12-31', minutesHebdo: null }],
    });
    await noter('2026-02', 6000);
    const etp = await e.reussir('heures.etp', { annee: 2026 });
    expect(
      etp.mois.slice(0, 3).map(({ contrats, sansHeures, compte }) => [contrats, sansHeures, compte]),
    ).toEqual([
      [2, 2, false],
      [2, 1, true],
      [2, 0, false],
    ]);
    expect(etp.remarques.join(' ').replaceAll('\u00a0', ' ')).toMatch(
      /hors du cumul : janvier 2026.*1 mois de contrat reste sans heures/u,
    );
    expect(etp.cumul.conventionne).toBeNull();
  });

  test('two annexes on the same days add up, and it is said', async () => {
    annexer('2026-01-01', '2026-12-31', 100);
    annexer('2026-01-01', '2026-06-30', 200);
    const etp = await e.reussir('heures.etp', { annee: 2026 });
    expect(etp.mois[0]!.conventionne).toBe(300);
    expect(etp.mois[6]!.conventionne).toBe(100);
    expect(etp.annexes.map(({ partagee }) => partagee)).toEqual([true, true]);
    expect(etp.projection).toBeNull();
    expect(etp.hypothese).toContain('Aucun mois fini');
  });

  test('both lists leave in a workbook and a CSV', async () => {
    await noter('2026-01', 9100);
    await e.reussir('heures.export', { annee: 2026, format: 'csv' });
    await e.reussir('heures.exportEtp', { annee: 2026, format: 'csv' });
    await e.reussir('heures.exportEtp', { annee: 2026, format: 'xlsx' });
    const [heures, etp] = e.traces.fichiers.map(({ contenu }) => new TextDecoder().decode(contenu));
    expect(heures).toContain('Diallo;Aminata;CDDI;01/09/2025;31/08/2026;26;151,67;;');
    expect(etp).toContain('janvier 2026;1;0;151,67;1;;;1;;');
  });
});
