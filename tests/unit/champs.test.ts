import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  codePostal,
  courriel,
  dateOptionnelle,
  estCourriel,
  estSiret,
  lireTelephone,
  siret,
  telephone,
  texte,
} from '../../shared/champs.ts';
import { formaterSiret, formaterTelephone } from '../../shared/format.ts';

const chiffre = fc.integer({ min: 0, max: 9 });

/** Last digit that satisfies a rule, from the 13 before it; none for some of La Poste's. */
function completer(treize: string, juste: (siret: string) => boolean): string[] {
  return [...'0123456789'].map((dernier) => treize + dernier).filter(juste);
}

function luhn(numero: string): number {
  return [...numero].reverse().reduce((somme, signe, rang) => {
    const double = Number(signe) * (rang % 2 === 1 ? 2 : 1);
    return somme + Math.trunc(double / 10) + (double % 10);
  }, 0);
}

describe('SIRET', () => {
  test.each([
    ['42414308900037', true],
    ['42414308900038', false],
    // La Poste: head office by Luhn, and establishments by the sum of their digits.
    ['35600000000048', true],
    ['35600000049837', true],
    ['35600000049838', false],
    // The same tolerance for anybody else would let typing errors through.
    ['35600000149836', false],
    ['00000000000000', false],
    ['4241430890003', false],
    ['٤٢٤١٤٣٠٨٩٠٠٠٣٧', false],
  ])('%s → %s', (numero, juste) => {
    expect(estSiret(numero)).toBe(juste);
  });

  test('exactly one last digit makes any other thirteen right', () => {
    fc.assert(
      fc.property(fc.array(chiffre, { minLength: 13, maxLength: 13 }), (treize) => {
        const debut = treize.join('');
        fc.pre(!debut.startsWith('356000000') && /[1-9]/.test(debut));
        const justes = completer(debut, estSiret);
        expect(justes).toHaveLength(1);
        expect(luhn(justes[0]!) % 10).toBe(0);
      }),
    );
  });

  test('La Poste: two last digits satisfy its own rule, one more at most satisfies Luhn', () => {
    fc.assert(
      fc.property(fc.array(chiffre, { minLength: 4, maxLength: 4 }), (quatre) => {
        const justes = completer(`356000000${quatre.join('')}`, estSiret);
        expect(justes.length).toBeGreaterThanOrEqual(2);
        expect(justes.length).toBeLessThanOrEqual(3);
      }),
    );
  });

  test('one wrong digit, or two neighbours swapped, is caught', () => {
    const debut = fc.array(chiffre, { minLength: 13, maxLength: 13 }).map((treize) => treize.join(''));
    fc.assert(
      fc.property(debut, fc.nat({ max: 12 }), fc.integer({ min: 1, max: 9 }), (treize, rang, ajout) => {
        fc.pre(!/^3560|^0{13}/.test(treize));
        const [numero] = completer(treize, estSiret) as [string];
        const faux = `${numero.slice(0, rang)}${(Number(numero[rang]) + ajout) % 10}${numero.slice(rang + 1)}`;
        fc.pre(!faux.startsWith('356000000'));
        expect(estSiret(faux)).toBe(false);
        const [a, b] = [numero[rang]!, numero[rang + 1]!];
        // Luhn's one blind spot.
        fc.pre(a !== b && a + b !== '09' && a + b !== '90');
        expect(estSiret(numero.slice(0, rang) + b + a + numero.slice(rang + 2))).toBe(false);
      }),
    );
  });

  test('typed with spaces, dots or full-width digits, it is kept as fourteen digits; shown, it is read again', () => {
    for (const saisi of [
      '424 143 089 00037',
      '424.143.089.00037',
      '４２４１４３０８９０００３７',
      '\u00a0424143089 00037 ',
    ]) {
      expect(siret.parse(saisi)).toBe('42414308900037');
    }
    expect(siret.parse(formaterSiret('42414308900037'))).toBe('42414308900037');
    expect(siret.parse('')).toBe('');
  });

  test.each([
    ['42414308900038', 'clé de contrôle'],
    ['4241430890003', '14 chiffres ; celui-ci en a 13'],
    ['SIRET 42414308900037', 'que des chiffres'],
  ])('%s is refused: %s', (saisi, phrase) => {
    const lu = siret.safeParse(saisi);
    expect(lu.success ? '' : lu.error.issues[0]!.message).toContain(phrase);
  });
});

describe('phone', () => {
  test.each([
    ['06 12 34 56 78', '0612345678'],
    ['06.12.34.56.78', '0612345678'],
    ['+33 6 12 34 56 78', '0612345678'],
    ['0033 (0)6 12 34 56 78', '0612345678'],
    ['+49 30 901820', '+4930901820'],
    ['3949', '3949'],
    ['115', '115'],
    ['06 12 34 56', null],
    ['06 12 34 56 78 90', null],
    ['0012', null],
    ['06 12 34 5x 78', null],
  ])('%j → %j', (saisi, lu) => {
    expect(lireTelephone(saisi)).toBe(lu);
  });

  test('shown as it is kept, any French number is read back the same', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^0[1-9]\d{8}$/), (numero) => {
        expect(lireTelephone(formaterTelephone(numero))).toBe(numero);
        expect(lireTelephone(`+33 ${numero.slice(1)}`)).toBe(numero);
      }),
    );
  });

  test('whatever is typed, the answer is a number or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (saisi) => {
        const lu = telephone.safeParse(saisi);
        return !lu.success || /^\+?\d*$/.test(lu.data);
      }),
    );
  });
});

describe('other fields', () => {
  test.each([
    ['accueil@mairie-riom.fr', true],
    ['prénom.nom@société.fr', true],
    ['a@b', false],
    ['a@b..fr', false],
    ['a@-b.fr', false],
    ['a b@c.fr', false],
    ['x@y.fr, z@y.fr', false],
    [`${'a'.repeat(250)}@b.fr`, false],
  ])('e-mail %j → %s', (adresse, juste) => {
    expect(estCourriel(adresse)).toBe(juste);
    expect(courriel.safeParse(adresse).success).toBe(juste);
  });

  test('a postcode keeps its zero and drops its space', () => {
    expect(codePostal.parse('01 000')).toBe('01000');
    expect(codePostal.safeParse('1000').success).toBe(false);
  });

  test('free text loses control and bidi-override characters, keeps its lines, and is stable', () => {
    const champ = texte(200);
    expect(champ.parse('  a\u202eb\u0000c\r\nd\re  ')).toBe('abc\nd\ne');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (saisi) => {
        const lu = champ.parse(saisi);
        expect(champ.parse(lu)).toBe(lu);
        expect(lu).not.toMatch(/[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });

  test('an optional date is absent, real, or refused', () => {
    expect(dateOptionnelle.parse('')).toBeNull();
    expect(dateOptionnelle.parse(undefined)).toBeNull();
    expect(dateOptionnelle.parse('2024-02-29')).toBe('2024-02-29');
    expect(dateOptionnelle.safeParse('2025-02-29').success).toBe(false);
  });
});
