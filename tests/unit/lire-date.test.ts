import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ajouterJours, lireDate } from '../../shared/dates.ts';
import { formaterDate } from '../../shared/format.ts';

const MARDI = '2026-03-24';

test.each([
  ['24/03/2026', '2026-03-24'],
  ['24/3', '2026-03-24'],
  ['24032026', '2026-03-24'],
  ['240326', '2026-03-24'],
  ['2403', '2026-03-24'],
  ['24.03.26', '2026-03-24'],
  ['24-3-26', '2026-03-24'],
  ['24 3 2026', '2026-03-24'],
  [' 24 / 3 ', '2026-03-24'],
  ['2026-03-24', '2026-03-24'],
  ['29/02/2024', '2024-02-29'],
  ['14/07/61', '1961-07-14'],
  ['01/01/36', '2036-01-01'],
  ['01/01/37', '1937-01-01'],
])('%s is read as %s', (saisie, attendu) => {
  expect(lireDate(saisie, MARDI)).toBe(attendu);
});

test.each([
  '',
  '24',
  '31/02/2026',
  '29/02/2026',
  '24/13',
  '0/1/2026',
  '24/03/202',
  '1/1/0026',
  'demain',
  '24/3/26/1',
])('« %s » is no date', (saisie) => {
  expect(lireDate(saisie, MARDI)).toBeNull();
});

test('without its year, a day is looked for on the side asked', () => {
  expect(lireDate('5/1', MARDI, 'avenir')).toBe('2027-01-05');
  expect(lireDate('24/3', MARDI, 'avenir')).toBe('2026-03-24');
  expect(lireDate('28/12', MARDI, 'passe')).toBe('2025-12-28');
  expect(lireDate('24/3', MARDI, 'passe')).toBe('2026-03-24');
});

test('what is shown is always read back as the same day', () => {
  fc.assert(
    fc.property(fc.integer({ min: -30_000, max: 60_000 }), (jours) => {
      const date = ajouterJours(MARDI, jours);
      expect(lireDate(formaterDate(date), MARDI)).toBe(date);
    }),
  );
});
