import { describe, expect, test } from 'vitest';
import { indicateurDe } from '../../shared/bilans/catalogue.ts';
import type { UniteIndicateur } from '../../shared/bilans/indicateur.ts';
import { ECRITURES, fauteObjectif } from '../../shared/conventions/valeurs.ts';

describe('an objective is typed in the unit of its indicator', () => {
  test.each<[UniteIndicateur, string, number | null]>([
    ['nombre', '1 234', 1234],
    ['nombre', '12,5', null],
    ['nombre', '-3', null],
    ['minutes', '1 200', 72_000],
    ['minutes', '312 h 30', 18_750],
    ['minutes', '312,5', 18_750],
    ['minutes', '312 h 75', null],
    ['centimes', '12 000', 1_200_000],
    ['etp', '8,5', 850],
    ['etp', '8.25', 825],
    ['quotient', '2', 200],
    ['taux', '60 %', 600],
    ['taux', '33,3', 333],
    ['taux', 'beaucoup', null],
  ])('%s: %s', (unite, texte, valeur) => {
    expect(ECRITURES[unite].lire(texte)).toBe(valeur);
  });

  test.each<[UniteIndicateur, number[]]>([
    ['nombre', [0, 1, 1234]],
    ['minutes', [0, 1, 72_000, 18_750]],
    ['centimes', [0, 1, 1_200_050]],
    ['etp', [0, 5, 850, 825, 100_000]],
    ['quotient', [1, 250]],
    ['taux', [0, 5, 333, 1000]],
  ])('%s: what is written is read back', (unite, valeurs) => {
    const { lire, ecrire } = ECRITURES[unite];
    expect(valeurs.map((valeur) => lire(ecrire(valeur)))).toEqual(valeurs);
  });
});

test('a rate stays within the whole it is a part of', () => {
  const taux = indicateurDe('immersions.embauche');
  expect(fauteObjectif(taux, 1000)).toBeNull();
  expect(fauteObjectif(taux, 1001)).toContain('100');
  expect(fauteObjectif(indicateurDe('immersions.total'), 100_000)).toBeNull();
});
