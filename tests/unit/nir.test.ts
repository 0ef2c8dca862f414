import { expect, test } from 'vitest';
import { ressembleNir } from '../../shared/nir.ts';

test.each([
  '2 91 07 63 113 005 60',
  '291076311300560',
  '2910763113005',
  'NIR : 1 85 12 2A 004 123',
  'appeler le 2.91.07.63.113.005',
])('%j looks like a NIR', (texte) => {
  expect(ressembleNir(texte)).toBe(true);
});

test.each([
  '',
  '424 143 089 00037',
  '42414308900037',
  '06 12 34 56 78',
  '2910763113005608',
  '291996311300560',
  '291076311300561',
  'du 06/04/2026 au 17/04/2026',
  'convention ACI 063 25 0012',
])('%j does not', (texte) => {
  expect(ressembleNir(texte)).toBe(false);
});
