import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ImmersionComptee, minutesDans } from '../../shared/bilans/immersions.ts';
import { nomMois, nomMoisCourt } from '../../shared/bilans/libelles.ts';
import {
  aLaComparaison,
  decaler,
  genreDe,
  nomComparaison,
  nomPeriode,
  periodeDe,
  periodePrecedente,
  vecue,
} from '../../shared/bilans/regles.ts';
import { periodeSaisie } from '../../shared/bilans/schema.ts';
import { ajouterJours, ecartJours } from '../../shared/dates.ts';
import { calendrier, totaux } from '../../shared/immersions/horaires.ts';
import { SEMAINE } from '../bilans-appui.ts';

const jour = fc.integer({ min: 0, max: 20_000 }).map((rang) => ajouterJours('1990-01-01', rang));
const periode = fc
  .tuple(jour, fc.integer({ min: 0, max: 3600 }))
  .map(([debut, duree]) => ({ debut, fin: ajouterJours(debut, duree) }));

describe('periods', () => {
  test.each([
    ['2025-01-01', '2025-12-31', '2025'],
    ['2025-01-01', '2025-06-30', '1er semestre 2025'],
    ['2025-07-01', '2025-12-31', '2e semestre 2025'],
    ['2025-01-01', '2025-03-31', '1er trimestre 2025'],
    ['2025-10-01', '2025-12-31', '4e trimestre 2025'],
    ['2025-10-02', '2025-12-31', 'du 02/10/2025 au 31/12/2025'],
    ['2025-01-01', '2026-12-31', 'du 01/01/2025 au 31/12/2026'],
  ])('%s to %s is named %s', (debut, fin, nom) => {
    expect(nomPeriode({ debut, fin })).toBe(nom);
  });

  test.each([
    ['2025-01-01', '2025-12-31', '2024-01-01', '2024-12-31', 'à 2024'],
    ['2025-02-01', '2025-02-28', '2024-02-01', '2024-02-29', 'aux mêmes jours de 2024'],
    ['2024-02-01', '2024-02-29', '2023-02-01', '2023-02-28', 'aux mêmes jours de 2023'],
    ['2025-04-01', '2025-06-30', '2024-04-01', '2024-06-30', 'au 2e trimestre 2024'],
    ['2025-09-01', '2026-08-31', '2024-09-01', '2025-08-31', 'à la même période un an avant'],
  ])('%s to %s is compared with %s to %s', (debut, fin, debutAvant, finAvant, dit) => {
    const avant = periodePrecedente({ debut, fin })!;
    expect(avant).toEqual({ debut: debutAvant, fin: finAvant });
    expect(aLaComparaison(avant)).toBe(dit);
    expect(dit).toContain(nomComparaison(avant));
  });

  test('longer than a year has nothing to be compared with', () => {
    expect(periodePrecedente({ debut: '2025-01-01', fin: '2026-01-01' })).toBeNull();
    expect(periodePrecedente({ debut: '2024-02-29', fin: '2025-02-28' })).toBeNull();
  });

  test('a period and the one before never overlap', () => {
    fc.assert(
      fc.property(periode, (p) => {
        const avant = periodePrecedente(p);
        if (avant === null) return ecartJours(p.debut, p.fin) >= 364;
        return avant.fin < p.debut && avant.debut <= avant.fin;
      }),
    );
  });

  test('a calendar period holds its day, and moving there and back changes nothing', () => {
    fc.assert(
      fc.property(
        jour,
        fc.constantFrom('annee' as const, 'semestre' as const, 'trimestre' as const),
        (j, genre) => {
          const p = periodeDe(genre, j);
          expect(p.debut <= j && j <= p.fin).toBe(true);
          expect(genreDe(p)).toBe(genre);
          expect(decaler(p, 1).debut).toBe(ajouterJours(p.fin, 1));
          expect(decaler(decaler(p, 1), -1)).toEqual(p);
        },
      ),
    );
  });

  test('the lived part of a period ends today at the latest', () => {
    const annee = { debut: '2026-01-01', fin: '2026-12-31' };
    expect(vecue(annee, '2026-12-31')).toEqual({ bornes: annee, arreteAu: null });
    expect(vecue(annee, '2026-12-30')).toEqual({
      bornes: { debut: '2026-01-01', fin: '2026-12-30' },
      arreteAu: '2026-12-30',
    });
    expect(vecue(annee, '2026-01-01').bornes).toEqual({ debut: '2026-01-01', fin: '2026-01-01' });
    expect(vecue(annee, '2025-12-31').bornes).toBeNull();
  });

  test('twenty years pass, twenty years and a day do not', () => {
    expect(periodeSaisie.safeParse({ debut: '2006-01-01', fin: '2025-12-31' }).success).toBe(true);
    expect(periodeSaisie.safeParse({ debut: '2006-01-01', fin: '2026-01-01' }).success).toBe(false);
  });
});

describe('names of time', () => {
  test('a month, a quarter, a year; in full and under a bar', () => {
    expect([nomMois('2025-03'), nomMois('2025-T1'), nomMois('2025')]).toEqual([
      'mars 2025',
      '1er trimestre 2025',
      '2025',
    ]);
    expect([nomMoisCourt('2025-12'), nomMoisCourt('2025-T4'), nomMoisCourt('2025')]).toEqual([
      'déc.',
      'T4 25',
      '2025',
    ]);
  });
});

describe('hours of a convention in a period', () => {
  const ecart = fc.record({ rang: fc.integer({ min: 0, max: 45 }), minutes: fc.constantFrom(0, 180, 480) });
  const immersion = fc
    .tuple(
      jour,
      fc.integer({ min: 0, max: 45 }),
      fc.uniqueArray(ecart, { selector: ({ rang }) => rang, maxLength: 5 }),
    )
    .map(([debut, duree, ecarts]): ImmersionComptee => {
      const fin = ajouterJours(debut, duree);
      const dates = { debut, fin, horaires: SEMAINE, feriesTravailles: false };
      const jours = calendrier(dates);
      const presences = ecarts
        .filter(({ rang }) => rang <= duree)
        .map(({ rang, minutes }) => ({ date: ajouterJours(debut, rang), minutes }));
      const commePrevu = jours.filter(({ date }) => presences.every((note) => note.date !== date));
      const faites = presences.reduce((somme, { minutes }) => somme + minutes, totaux(commePrevu).minutes);
      return {
        minutes: totaux(jours).minutes,
        minutesFaites: presences.length === 0 ? null : faites,
        presences,
        absente: false,
        ...dates,
      };
    });

  test('cut anywhere, the two parts add up to the whole', () => {
    fc.assert(
      fc.property(immersion, fc.integer({ min: -5, max: 50 }), (une, decalage) => {
        const coupe = ajouterJours(une.debut, decalage);
        const avant = minutesDans(une, { debut: '1900-01-01', fin: coupe });
        const apres = minutesDans(une, { debut: ajouterJours(coupe, 1), fin: '2199-12-31' });
        expect(avant + apres).toBe(une.minutesFaites ?? une.minutes);
      }),
    );
  });

  test('a person who never came did no hour, whatever was agreed', () => {
    fc.assert(fc.property(immersion, periode, (une, p) => minutesDans({ ...une, absente: true }, p) === 0));
  });
});
