import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ecrireHeures,
  heuresSuspectes,
  joursDansMois,
  lireHeures,
  minutesPrevues,
  refusHeures,
  repartir,
} from '../../shared/heures/regles-heures.ts';

const TODAY = '2026-03-24';
const contrat = { debut: '2025-09-15', fin: '2026-02-10' };

describe('hours as people write them', () => {
  test.each([
    ['151,67', 9100],
    ['151.67', 9100],
    ['151,67 h', 9100],
    ['151h40', 9100],
    ['151:40', 9100],
    ['151:40:00', 9100],
    ['151 h 40 min', 9100],
    ['1 607,5', 96450],
    ['1\u202f607', 96420],
    ['7h', 420],
    ['0', 0],
    ['104 heures', 6240],
  ])('%s', (texte, minutes) => expect(lireHeures(texte)).toBe(minutes));

  test.each(['', 'x', '-3', '12h75', '1e3', '12,5,5', '99999', 'NaN'])('not %s', (texte) =>
    expect(lireHeures(texte)).toBeNull(),
  );

  test('what is shown reads back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 744 * 60 }), (minutes) => {
        expect(lireHeures(ecrireHeures(minutes))).toBe(minutes);
      }),
    );
  });

  test('shown without useless zeros', () => {
    expect([0, 60, 600, 9100, 90, 6000].map(ecrireHeures)).toEqual(['0', '1', '10', '151,67', '1,5', '100']);
  });
});

describe('hours need a contract in the month', () => {
  test('first and last days of the contract', () => {
    expect(joursDansMois(contrat, '2025-08')).toBe(0);
    expect(joursDansMois(contrat, '2025-09')).toBe(16);
    expect(joursDansMois(contrat, '2026-01')).toBe(31);
    expect(joursDansMois(contrat, '2026-02')).toBe(10);
    expect(joursDansMois(contrat, '2026-03')).toBe(0);
    expect(joursDansMois({ debut: '2026-02-28', fin: null }, '2028-02')).toBe(29);
  });

  test('refused with its sentence, or kept', () => {
    expect(refusHeures(contrat, '2026-03', 60, TODAY)).toBe(
      'Pas de contrat en mars 2026 : celui-ci court du 15/09/2025 au 10/02/2026.',
    );
    expect(refusHeures(contrat, '2026-03', null, TODAY)).toBeNull();
    expect(refusHeures(contrat, '2026-02', 10 * 24 * 60, TODAY)).toBeNull();
    expect(refusHeures(contrat, '2026-02', 10 * 24 * 60 + 1, TODAY)).toContain('10 jours de contrat');
    const ouvert = { debut: '2026-03-01', fin: null };
    expect(refusHeures(ouvert, '2026-03', 60, TODAY)).toBeNull();
    expect(refusHeures(ouvert, '2026-04', 60, TODAY)).toContain('d’avril 2026 n’a pas commencé');
  });

  test('more than the legal week over its days is to be looked at', () => {
    expect(heuresSuspectes(48 * 60, 7)).toBe(false);
    expect(heuresSuspectes(48 * 60 + 1, 7)).toBe(true);
  });
});

test('a month foresees its share of the weekly hours, suspensions taken off', () => {
  const plein = { debut: '2026-01-01', fin: null, minutesHebdo: 35 * 60 };
  expect(minutesPrevues(plein, [], '2026-01')).toBe(9100);
  expect(minutesPrevues({ ...plein, fin: '2026-04-15' }, [], '2026-04')).toBe(4550);
  expect(minutesPrevues(plein, [{ debut: '2026-04-01', fin: null }], '2026-04')).toBe(0);
  expect(minutesPrevues({ ...plein, minutesHebdo: null }, [], '2026-04')).toBeNull();
});

test('hours laid over several contracts add up to the minute', () => {
  const fins = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), fins, (minutes, jours) => {
      const contrats = jours.map((jour) => ({
        debut: '2026-01-01',
        fin: `2026-04-${String(jour).padStart(2, '0')}`,
      }));
      const parts = repartir(minutes, contrats, '2026-04');
      expect(parts.reduce((somme, part) => somme + part.minutes, 0)).toBe(minutes);
    }),
  );
});
