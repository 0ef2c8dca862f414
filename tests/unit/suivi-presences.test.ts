import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendrier, totaux } from '../../shared/immersions/horaires.ts';
import {
  lirePresence,
  minutesFaites,
  motifProbable,
  type Presence,
  presencesDe,
} from '../../shared/immersions/regles-presences.ts';
import { SEMAINE } from '../immersions.ts';

const PERIODE = { debut: '2026-04-07', fin: '2026-04-17', horaires: SEMAINE, feriesTravailles: false };

const le = (date: string, minutes: number): Presence => ({ date, minutes, motif: 'retard', note: '' });

describe('hours done', () => {
  test.each([
    ['as planned: nothing to count', [], null],
    ['an absence', [le('2026-04-08', 0)], 8 * 420],
    ['a short day and a Saturday', [le('2026-04-08', 180), le('2026-04-11', 240)], 8 * 420 + 420],
    ['a day that the dates do not hold counts for nothing', [le('2026-04-20', 0)], null],
    ['nor does it beside another', [le('2026-04-20', 0), le('2026-04-08', 0)], 8 * 420],
  ])('%s', (_, presences, attendu) => {
    expect(minutesFaites(PERIODE, presences)).toBe(attendu);
  });

  test('days are in order, those of other dates apart', () => {
    const { jours, horsPeriode, prevues, faites } = presencesDe(PERIODE, [
      le('2026-04-11', 240),
      le('2026-05-04', 0),
    ]);
    expect(jours.map(({ date }) => date.slice(8))).toEqual([
      '07',
      '08',
      '09',
      '10',
      '11',
      '13',
      '14',
      '15',
      '16',
      '17',
    ]);
    expect(jours[4]).toMatchObject({ prevues: 0, faites: 240, plages: [] });
    expect([prevues, faites]).toEqual([9 * 420, 9 * 420 + 240]);
    expect(horsPeriode).toEqual([le('2026-05-04', 0)]);
  });

  test('done is planned plus the differences, whatever they are', () => {
    const jours = calendrier(PERIODE);
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ rang: fc.nat(8), minutes: fc.nat(1440) }), { selector: (j) => j.rang }),
        (ecarts) => {
          const presences = ecarts.map(({ rang, minutes }) => le(jours[rang]!.date, minutes));
          const difference = ecarts.reduce((somme, { minutes }) => somme + minutes - 420, 0);
          expect(presencesDe(PERIODE, presences).faites).toBe(totaux(jours).minutes + difference);
        },
      ),
    );
  });
});

describe('typed in seconds', () => {
  test.each([
    ['', 420],
    ['0', 0],
    ['absent', 0],
    ['abs', 0],
    ['9-12', 180],
    ['9h-12h 13h30-16h', 330],
    ['3h30', 210],
    ['3 h', 180],
    ['3,5', 210],
    ['6.25', 375],
    ['45 min', 45],
    ['-1h', 360],
    ['- 30 min', 390],
    ['-9h', 0],
    ['+2h', 540],
    ['24', 1440],
    ['25', null],
    ['3h75', null],
    ['1500 min', null],
    ['12-9', null],
    ['9-12 11-14', null],
    ['demain', null],
    ['9-', null],
  ])('« %s » → %s', (texte, attendu) => {
    expect(lirePresence(texte, 420)).toBe(attendu);
  });

  test.each([
    [420, ''],
    [0, 'absence_justifiee'],
    [300, 'retard'],
    [480, 'heures_en_plus'],
  ])('%s minutes of 420: « %s »', (minutes, motif) => {
    expect(motifProbable(minutes, 420)).toBe(motif);
  });
});
