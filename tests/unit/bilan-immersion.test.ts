import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compterHeures, obstacleBilan, realisationProposee } from '../../shared/immersions/bilan.ts';
import { calendrier } from '../../shared/immersions/horaires.ts';
import { SEMAINE } from '../immersions.ts';

const SIGNEE = {
  statut: 'signee',
  debut: '2026-04-07',
  fin: '2026-04-17',
  finPrevue: null,
  renouvelleId: null,
} as const;
const PREVUS = calendrier({ ...SIGNEE, horaires: SEMAINE, feriesTravailles: false });
const ENTIERE = { dernier: null, absente: false };

test.each([
  ['the day before the last', '2026-04-16', false],
  ['the last day', '2026-04-17', true],
  ['long after', '2027-01-01', true],
])('a bilan on %s', (_, jour, ouvert) => {
  expect(obstacleBilan(SIGNEE, jour) === '').toBe(ouvert);
});

test('how it went is proposed from what is known', () => {
  const avec = (presences: { date: string; minutes: number }[], finPrevue: string | null = null) =>
    realisationProposee({ ...SIGNEE, finPrevue }, compterHeures(PREVUS, presences, ENTIERE));
  expect(avec([])).toBe('complete');
  expect(avec([{ date: '2026-04-08', minutes: 480 }])).toBe('complete');
  expect(avec([{ date: '2026-04-08', minutes: 419 }])).toBe('partielle');
  expect(avec([], '2026-04-24')).toBe('partielle');
  expect(avec(PREVUS.map(({ date }) => ({ date, minutes: 0 })))).toBe('absente');
});

test('hours on a day that was not planned are done, and make up for nothing', () => {
  expect(
    compterHeures(
      PREVUS,
      [
        { date: '2026-04-08', minutes: 0 },
        { date: '2026-04-11', minutes: 420 },
      ],
      ENTIERE,
    ),
  ).toMatchObject({ minutesFaites: 3780, minutesManquees: 420, joursFaits: 9 });
});

test('what is missed never passes what was planned; done and missed make the plan when nobody did more', () => {
  const jour = fc.constantFrom(...PREVUS.map(({ date }) => date));
  const presences = fc.uniqueArray(fc.record({ date: jour, minutes: fc.integer({ min: 0, max: 420 }) }), {
    selector: ({ date }) => date,
  });
  fc.assert(
    fc.property(presences, fc.option(jour), fc.boolean(), (notees, dernier, absente) => {
      const heures = compterHeures(PREVUS, notees, { dernier, absente });
      expect(heures.minutesFaites + heures.minutesManquees).toBe(heures.minutesPrevues);
      expect(heures.minutesManquees).toBeLessThanOrEqual(heures.minutesPrevues);
      if (absente) expect(heures).toMatchObject({ minutesFaites: 0, joursFaits: 0, dernierJour: null });
    }),
  );
});
