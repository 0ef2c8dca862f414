import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ecrireEuros, lireEuros } from '../../shared/montant.ts';

test.each([
  ['12', 1200],
  ['12,5', 1250],
  ['12.05', 1205],
  [' 1 234,50 € ', 123_450],
  ['12€50', 1250],
  ['0', 0],
])('%j is read', (texte, centimes) => {
  expect(lireEuros(texte)).toBe(centimes);
});

test.each(['', '-1', '1,234', 'quarante', '12,', ',5', '1e3', '€', '１２,５０x', '1'.repeat(10)])(
  '%j is no amount',
  (texte) => {
    expect(lireEuros(texte)).toBeNull();
  },
);

test('what is written is read back to the cent', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (centimes) => {
      expect(lireEuros(ecrireEuros(centimes))).toBe(centimes);
    }),
  );
});
