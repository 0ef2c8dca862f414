import { expect, test } from 'vitest';
import { pagesEmargement } from '../../shared/documents/formation/emargement.tsx';
import { suiviDe } from '../../shared/formation/suivi.ts';

const matin = (date: string) => ({ date, demi: 'matin', debut: 540, fin: 720 });
const apresMidi = (date: string) => ({ date, demi: 'apres_midi', debut: 810, fin: 1020 });
const SESSION = [matin('2026-03-30'), apresMidi('2026-03-30'), matin('2026-04-01'), matin('2026-04-02')];
const TOUTE = { du: null, au: null };

const presence = (date: string, demi: string, minutes: number, motif = '') => ({
  date,
  demi,
  minutes,
  motif,
});

test('nothing noted: nothing followed, all is left', () => {
  expect(suiviDe(SESSION, [], TOUTE)).toEqual({
    du: null,
    au: null,
    mois: [],
    minutesPrevues: 0,
    minutesSuivies: 0,
    absences: [],
    notees: 0,
    restantes: 4,
  });
});

test('hours add up by month, absences and lateness by reason; what is not noted yet is left', () => {
  const suivi = suiviDe(
    SESSION,
    [
      presence('2026-04-01', 'matin', 150, 'retard'),
      presence('2026-03-30', 'apres_midi', 0, 'justifiee'),
      presence('2026-03-30', 'matin', 180),
    ],
    TOUTE,
  );
  expect(suivi).toEqual({
    du: '2026-03-30',
    au: '2026-04-01',
    mois: [
      { mois: '2026-03', prevues: 390, realisees: 180 },
      { mois: '2026-04', prevues: 180, realisees: 150 },
    ],
    minutesPrevues: 570,
    minutesSuivies: 330,
    absences: [
      { motif: 'justifiee', demiJournees: 1, minutes: 210 },
      { motif: 'retard', demiJournees: 1, minutes: 30 },
    ],
    notees: 3,
    restantes: 1,
  });
});

test('a cancelled half-day was not planned; one taken off the calendar counts for what was followed', () => {
  const suivi = suiviDe(
    SESSION,
    [presence('2026-03-30', 'matin', 0, 'annulee'), presence('2026-03-31', 'matin', 120)],
    TOUTE,
  );
  expect(suivi).toMatchObject({ minutesPrevues: 120, minutesSuivies: 120, notees: 1, restantes: 3 });
});

test('nothing is left before the day one came in, nor after the day one stopped', () => {
  expect(suiviDe(SESSION, [], { du: '2026-04-01', au: '2026-04-01' }).restantes).toBe(1);
});

const semaine = (lundi: number, jours: number) =>
  Array.from({ length: jours }, (_, rang) => `2026-03-${String(lundi + rang).padStart(2, '0')}`).flatMap(
    (date) => [matin(date), apresMidi(date)],
  );

test('weeks share a page as long as they fit, and a full one is cut', () => {
  const tailles = (creneaux: Parameters<typeof pagesEmargement>[0]) =>
    pagesEmargement(creneaux).map(({ length }) => length);
  expect(tailles([])).toEqual([]);
  expect(tailles(semaine(2, 5))).toEqual([10]);
  expect(tailles([...semaine(2, 2), ...semaine(9, 3), ...semaine(16, 1)])).toEqual([10, 2]);
  expect(tailles(semaine(2, 7))).toEqual([10, 4]);
});
