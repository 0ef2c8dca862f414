import { describe, expect, test } from 'vitest';
import { direDelai, direEtape, etapesApres, type FaitsSuite } from '../../shared/salaries/regles-suite.ts';

const contrat = { id: 'a', debut: '2025-09-01', fin: '2026-08-31', libelle: 'CDDI', suite: '' };
const faits = (reste: Partial<FaitsSuite> = {}): FaitsSuite => ({
  contrats: [contrat],
  immersions: [],
  formations: [],
  embauches: [],
  ...reste,
});
const genres = (f: FaitsSuite, celui = contrat) =>
  etapesApres(celui, f, '2026-08-01').map(({ genre }) => genre);

describe('what follows a contract', () => {
  test('nothing is known', () => expect(genres(faits())).toEqual([]));
  test('a later contract, also one that overlaps; not one that ends before', () => {
    const avec = (debut: string, fin: string | null) =>
      genres(faits({ contrats: [contrat, { ...contrat, id: 'b', debut, fin }] }));
    expect(avec('2026-09-01', '2027-02-28')).toEqual(['contrat']);
    expect(avec('2026-08-01', null)).toEqual(['contrat']);
    expect(avec('2026-03-01', '2026-08-30')).toEqual([]);
    expect(avec('2025-01-01', '2027-02-28')).toEqual([]);
  });
  test('an immersion or a training tomorrow, not today', () => {
    expect(genres(faits({ immersions: [{ debut: '2026-08-02', libelle: 'A' }] }))).toEqual(['immersion']);
    expect(genres(faits({ formations: [{ debut: '2026-08-01', libelle: 'A' }] }))).toEqual([]);
  });
  test('a hire since it began, not one before', () => {
    expect(genres(faits({ embauches: [{ date: '2025-09-01', libelle: 'A' }] }))).toEqual(['embauche']);
    expect(genres(faits({ embauches: [{ date: '2025-08-31', libelle: 'A' }] }))).toEqual([]);
  });
  test('the surest first, the decision last', () => {
    const f = faits({
      immersions: [{ debut: '2026-08-02', libelle: 'A' }],
      formations: [{ debut: '2026-09-02', libelle: 'A' }],
      embauches: [{ date: '2026-08-31', libelle: 'A' }],
    });
    expect(genres(f, { ...contrat, suite: 'emploi' })).toEqual([
      'embauche',
      'formation',
      'immersion',
      'suite',
    ]);
  });
});

test('next steps and delays in words', () => {
  expect(direEtape({ genre: 'suite', date: null, libelle: 'autre_siae' })).toBe('Prévu\u00a0: autre SIAE');
  expect(direEtape({ genre: 'contrat', date: '2026-09-01', libelle: 'CDDI' })).toBe(
    'CDDI à partir du 01/09/2026',
  );
  expect(
    ['2026-03-23', '2026-03-24', '2026-03-25', '2026-04-01', '2026-03-20'].map((jour) =>
      direDelai(jour, '2026-03-24'),
    ),
  ).toEqual(['hier', 'aujourd’hui', 'demain', 'dans 8 jours', 'il y a 4 jours']);
});
