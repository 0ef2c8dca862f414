import { describe, expect, test } from 'vitest';
import { ressembleNir, retirerNir } from '../../shared/nir.ts';

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

describe('taken out of a text', () => {
  test.each(['185057800608436', '1 85 05 78 006 084 36', '2 85 05 2A 006 084 90', '1850578006084'])(
    '%j is removed',
    (nir) => {
      const brut = nir.includes('2A')
        ? `2 85 05 2A 006 084 ${String(97 - Number(2850519006084n % 97n)).padStart(2, '0')}`
        : nir;
      const propre =
        brut === '185057800608436' || brut.startsWith('1 85')
          ? brut.replace(/36$/, String(97 - Number(1850578006084n % 97n)).padStart(2, '0'))
          : brut;
      expect(retirerNir(`avant ${propre} après`)).toEqual({
        texte: 'avant [numéro retiré] après',
        retires: 1,
      });
    },
  );

  test.each(['424 143 089 00037', '42414308900037', '03 88 47 15 57 06 12 34 56 78', '185057800608400'])(
    '%j stays',
    (texte) => {
      expect(retirerNir(texte)).toEqual({ texte, retires: 0 });
    },
  );
});
