import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ageAu,
  ajouterJours,
  ajouterMois,
  dateLocale,
  ecartJours,
  estDateCivile,
  jourSemaine,
  joursFeries,
  lundiDe,
} from '../../shared/dates.ts';

const jour = fc.integer({ min: 0, max: 100_000 }).map((rang) => ajouterJours('1910-01-01', rang));

test.each([
  ['2024-02-29', true],
  ['2025-02-29', false],
  ['1900-02-29', false],
  ['2000-02-29', true],
  ['2025-04-31', false],
  ['2025-00-10', false],
  ['1899-12-31', false],
  ['2200-01-01', false],
  ['2025-1-1', false],
  ['2025-01-01T00:00', false],
])('%s exists: %s', (texte, existe) => {
  expect(estDateCivile(texte)).toBe(existe);
});

test('adding days and counting them are inverse, and dates sort as texts', () => {
  fc.assert(
    fc.property(jour, fc.integer({ min: -5000, max: 5000 }), (date, jours) => {
      const autre = ajouterJours(date, jours);
      expect(ecartJours(date, autre)).toBe(jours);
      expect(Math.sign(jours)).toBe(autre === date ? 0 : autre > date ? 1 : -1);
    }),
  );
});

describe('months', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-04-06', 1, '2026-05-06'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
  ])('%s and %i months: %s', (date, mois, attendu) => {
    expect(ajouterMois(date, mois)).toBe(attendu);
  });

  test('the month moves by as many, the day of the month never grows', () => {
    fc.assert(
      fc.property(jour, fc.integer({ min: -240, max: 240 }), (date, mois) => {
        const autre = ajouterMois(date, mois);
        const rang = (d: string) => Number(d.slice(0, 4)) * 12 + Number(d.slice(5, 7));
        expect(rang(autre) - rang(date)).toBe(mois);
        expect(autre.slice(8) <= date.slice(8)).toBe(true);
        if (date.slice(8) <= '28') expect(autre.slice(8)).toBe(date.slice(8));
      }),
    );
  });
});

test('a week goes from Monday to Sunday and holds its day', () => {
  expect(jourSemaine('2026-11-22')).toBe(7);
  fc.assert(
    fc.property(jour, (date) => {
      const lundi = lundiDe(date);
      expect(jourSemaine(lundi)).toBe(1);
      expect(ecartJours(lundi, date)).toBe(jourSemaine(date) - 1);
    }),
  );
});

describe('age', () => {
  test.each([
    ['2010-03-24', '2026-03-23', 15],
    ['2010-03-24', '2026-03-24', 16],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
  ])('born %s, on %s: %i', (naissance, date, age) => {
    expect(ageAu(naissance, date)).toBe(age);
  });

  test('grows by one a year', () => {
    fc.assert(
      fc.property(jour, fc.integer({ min: 0, max: 100 }), (naissance, annees) => {
        fc.pre(naissance.slice(5) !== '02-29');
        return ageAu(naissance, ajouterMois(naissance, 12 * annees)) === annees;
      }),
    );
  });
});

test('eleven holidays a year, Easter Monday a Monday and Ascension a Thursday, from 1910 to 2150', () => {
  for (let annee = 1910; annee <= 2150; annee += 1) {
    const feries = [...joursFeries(annee)];
    const le = (nom: string) => feries.find(([, autre]) => autre === nom)![0];
    expect(jourSemaine(le('lundi de Pâques'))).toBe(1);
    expect(jourSemaine(le('Ascension'))).toBe(4);
    expect(ecartJours(le('lundi de Pâques'), le('lundi de Pentecôte'))).toBe(49);
  }
  expect([...joursFeries(2026).keys()]).toEqual([
    '2026-01-01',
    '2026-04-06',
    '2026-05-01',
    '2026-05-08',
    '2026-05-14',
    '2026-05-25',
    '2026-07-14',
    '2026-08-15',
    '2026-11-01',
    '2026-11-11',
    '2026-12-25',
  ]);
});

test('the civil date is that of the machine’s own clock', () => {
  expect(dateLocale(new Date(2026, 0, 1, 0, 0))).toBe('2026-01-01');
  expect(dateLocale(new Date(2026, 11, 31, 23, 59))).toBe('2026-12-31');
});
