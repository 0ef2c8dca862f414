import { describe, expect, test } from 'vitest';
import {
  type AnnexeEtp,
  cumuler,
  direHypothese,
  etpConventionne,
  etpRealise,
  mesurerMois,
  projeter,
  referenceEtp,
  tauxRealisation,
} from '../../shared/heures/regles-etp.ts';

const annexe = (debut: string, fin: string, etpCentiemes = 1000): AnnexeEtp => ({ debut, fin, etpCentiemes });
const cadre = { genre: 'ACI', propres: [], today: '2026-04-30' } as const;
const heures = (...saisies: (number | null)[]) =>
  new Map(
    saisies.flatMap((saisie, rang) =>
      saisie === null ? [] : [[`2026-${String(rang + 1).padStart(2, '0')}`, saisie * 60] as const],
    ),
  );

describe('done', () => {
  test('a full year of the reference is one full-time job, and so is a twelfth of it in a month', () => {
    expect(etpRealise(1820 * 60, 1820, 12)).toBe(100);
    expect(Math.round(etpRealise((1820 * 60) / 12, 1820))).toBe(100);
  });

  test('by kind of structure, from the first day of the month on', () => {
    expect(referenceEtp('ACI', '2026-04', [])).toBe(1820);
    expect(referenceEtp('AI', '2026-04', [])).toBe(1607);
    const propres = [{ code: 'etpHeuresACI' as const, depuis: '2026-04-02', valeur: 1600, reference: '' }];
    expect(referenceEtp('ACI', '2026-04', propres)).toBe(1820);
    expect(referenceEtp('ACI', '2026-05', propres)).toBe(1600);
  });
});

describe('agreed', () => {
  test('in proportion to the days of a month that an annexe runs', () => {
    expect(etpConventionne([annexe('2026-01-01', '2026-12-31')], '2026-06')).toBe(1000);
    expect(etpConventionne([annexe('2026-04-16', '2026-12-31')], '2026-04')).toBe(500);
    expect(etpConventionne([annexe('2026-04-16', '2026-12-31')], '2026-03')).toBeNull();
    expect(
      etpConventionne(
        [annexe('2026-01-01', '2026-04-15'), annexe('2026-04-16', '2026-12-31', 2000)],
        '2026-04',
      ),
    ).toBe(1500);
  });
});

describe('cumulated and projected', () => {
  const annexes = [annexe('2026-01-01', '2026-12-31', 300)];

  test('over the months that are over and have their hours', () => {
    const mois = mesurerMois(2026, heures(455, 455, null, 455, 455), annexes, cadre);
    expect(mois.map(({ compte }) => compte).slice(0, 5)).toEqual([true, true, false, true, false]);
    expect(cumuler(mois)).toEqual({ mois: 3, minutes: 3 * 455 * 60, realise: 300, conventionne: 300 });
    expect(cumuler(mois, '2026-01').mois).toBe(1);
    expect(tauxRealisation(300, 300)).toBe(1000);
    expect(tauxRealisation(300, null)).toBeNull();
    expect(tauxRealisation(300, 0)).toBeNull();
  });

  test('the months left like the others, and what they must do instead', () => {
    const mois = mesurerMois(
      2026,
      heures(303 + 1 / 3, 303 + 1 / 3, 303 + 1 / 3, 303 + 1 / 3),
      annexes,
      cadre,
    );
    const projection = projeter(mois)!;
    expect(Math.round(projection.realise)).toBe(200);
    expect(projection.conventionne).toBe(300);
    expect(projection.restants).toBe(8);
    // 36 agreed, 8 done: 28 in 8 months.
    expect(Math.round(projection.rythme!)).toBe(350);
    expect(direHypothese(mois)).toBe(
      'Si les 8 mois restants se passent au même rythme : la moyenne des 4 mois saisis, 2,00\u00a0ETP par mois.',
    );
  });

  test('nothing to project from, nothing left to project', () => {
    expect(projeter(mesurerMois(2026, new Map(), annexes, cadre))).toBeNull();
    const an = mesurerMois(2026, heures(...Array<number>(12).fill(455)), [], {
      ...cadre,
      today: '2027-01-05',
    });
    expect(projeter(an)).toEqual({ realise: 300, conventionne: null, rythme: null, restants: 0 });
    expect(direHypothese(an)).toContain('le résultat de l’année');
  });

  test('a year whose objective is already reached asks for nothing more', () => {
    const mois = mesurerMois(2026, heures(6000), annexes, cadre);
    expect(projeter(mois)!.rythme).toBe(0);
  });

  test('a month without annexe counts for none in what is agreed', () => {
    const mois = mesurerMois(2026, heures(455, 455), [annexe('2026-02-01', '2026-12-31', 300)], cadre);
    expect(cumuler(mois).conventionne).toBe(150);
  });
});
