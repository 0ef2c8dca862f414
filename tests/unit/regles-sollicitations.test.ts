import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ajouterJours, jourSemaine, joursFeries } from '../../shared/dates.ts';
import {
  DELAIS,
  direEcheance,
  echeanceDans,
  fauteDateEchange,
  fauteEcheance,
} from '../../shared/sollicitations/regles.ts';

const MARDI = '2026-03-24';

test('an exchange is dated between 1990 and today, both included', () => {
  expect(fauteDateEchange(MARDI, MARDI)).toBeNull();
  expect(fauteDateEchange('2026-03-25', MARDI)).toMatch(/futur/);
  expect(fauteDateEchange('1990-01-01', MARDI)).toBeNull();
  expect(fauteDateEchange('1989-12-31', MARDI)).toMatch(/trop ancienne/);
});

test('a follow-up is due on the day of the exchange or later', () => {
  expect(fauteEcheance(MARDI, MARDI)).toBeNull();
  expect(fauteEcheance('2026-03-23', MARDI)).toBe('La suite ne peut pas précéder l’échange du 24/03/2026.');
  expect(fauteEcheance('2026-03-23', null)).toBeNull();
  expect(fauteEcheance('1989-12-31', null)).toMatch(/trop ancienne/);
});

test.each([
  ['demain', '2026-03-25'],
  ['trois_jours', '2026-03-27'],
  ['semaine', '2026-03-31'],
  ['quinzaine', '2026-04-08'],
  ['mois', '2026-04-24'],
] as const)('from a Tuesday, %s is %s', (delai, attendu) => {
  expect(echeanceDans(delai, MARDI)).toBe(attendu);
});

test('a quick choice never falls on a weekend, a holiday or in the past', () => {
  expect(echeanceDans('demain', '2026-03-27')).toBe('2026-03-30');
  expect(echeanceDans('demain', '2026-04-30'), '1 May is a Friday').toBe('2026-05-04');
  fc.assert(
    fc.property(fc.nat(20_000), fc.constantFrom(...DELAIS), (rang, delai) => {
      const jour = ajouterJours('2000-01-01', rang);
      const echeance = echeanceDans(delai, jour);
      expect(echeance > jour).toBe(true);
      expect(jourSemaine(echeance)).toBeLessThanOrEqual(5);
      expect(joursFeries(Number(echeance.slice(0, 4))).has(echeance)).toBe(false);
    }),
  );
});

test.each([
  ['2026-03-21', 'en retard de 3 jours'],
  ['2026-03-23', 'en retard de 1 jour'],
  ['2026-03-24', 'aujourd’hui'],
  ['2026-03-25', 'demain'],
  ['2026-03-30', 'dans 6 jours'],
])('%s is said « %s »', (echeance, dit) => {
  expect(direEcheance(echeance, MARDI)).toBe(dit);
});
