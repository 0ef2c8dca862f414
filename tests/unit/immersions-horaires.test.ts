import { describe, expect, test } from 'vitest';
import { couperNuit, enAlsaceMoselle, lireHoraires } from '../../shared/immersions/horaires.ts';

const lu = (texte: string) => lireHoraires(texte)!;

describe('a night told in two days', () => {
  test.each([
    ['21-5', '21-24', '0-5'],
    ['22h30 à 6h15', '22h30-24', '0-6h15'],
    ['9-12 20-2', '9-12 20-24', '0-2'],
    // Midnight sharp ends the day: nothing is left for the next.
    ['18-0', '18-24', ''],
  ])('%s', (texte, jour, lendemain) => {
    expect(couperNuit(lu(texte))).toEqual({ jour: lu(jour), lendemain: lu(lendemain) });
  });

  test.each(['9-12 13-17', '', '9-9', '21-5 22-4', '21-5 23-24', '25-3'])(
    'is not proposed for %j, which is no night or would still be wrong',
    (texte) => {
      expect(couperNuit(lu(texte))).toBeNull();
    },
  );
});

test('three departments have two more holidays', () => {
  expect(['57000', '67100', '68200'].map(enAlsaceMoselle)).toEqual([true, true, true]);
  expect(['56000', '69001', '6700', '', '670000'].map(enAlsaceMoselle)).toEqual(Array(5).fill(false));
});
