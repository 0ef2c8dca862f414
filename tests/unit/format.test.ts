import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ajouterJours } from '../../shared/dates.ts';
import {
  accorder,
  formaterDate,
  formaterDateLongue,
  formaterDuree,
  formaterHeure,
  formaterNombre,
  formaterSiret,
  formaterTaux,
  formaterTelephone,
  nomCourt,
} from '../../shared/format.ts';

const espaces = (texte: string) => texte.replace(/\s/g, ' ');

test('dates', () => {
  expect(formaterDate('2026-04-06')).toBe('06/04/2026');
  expect(formaterDate(null)).toBe('');
  expect(formaterDateLongue('2026-04-06')).toBe('lundi 6 avril 2026');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 90_000 }), (rang) => {
      const date = ajouterJours('1910-01-01', rang);
      return formaterDate(date).split('/').reverse().join('-') === date;
    }),
  );
});

test.each([
  [0, '0 h'],
  [30, '0 h 30'],
  [450, '7 h 30'],
  [420, '7 h'],
  [605, '10 h 05'],
  [131_040, '2 184 h'],
])('%i minutes last %s', (minutes, texte) => {
  expect(espaces(formaterDuree(minutes))).toBe(texte);
});

test('a duration gives its minutes back', () => {
  fc.assert(
    fc.property(fc.nat({ max: 1_000_000 }), (minutes) => {
      const [heures, reste] = formaterDuree(minutes).split('h');
      return Number(heures!.replace(/\s/g, '')) * 60 + Number(reste!.trim() || 0) === minutes;
    }),
  );
});

test.each([
  [540, '9 h'],
  [810, '13 h 30'],
  [0, '0 h'],
  [1439, '23 h 59'],
])('%i minutes after midnight is %s', (minutes, texte) => {
  expect(espaces(formaterHeure(minutes))).toBe(texte);
});

test('numbers, in French', () => {
  expect(espaces(formaterNombre(1234567))).toBe('1 234 567');
  expect(formaterNombre(12.5, 2)).toBe('12,50');
});

test.each([
  [12, 48, '25 %'],
  [1, 3, '33 %'],
  [2, 3, '67 %'],
  [0, 5, '0 %'],
  [5, 5, '100 %'],
  [0, 0, '—'],
])('%i out of %i: %s', (part, base, texte) => {
  expect(espaces(formaterTaux(part, base))).toBe(texte);
});

test('zero and one are singular in French', () => {
  expect([0, 1, 2, 1500].map((nombre) => espaces(accorder(nombre, 'échange')))).toEqual([
    '0 échange',
    '1 échange',
    '2 échanges',
    '1 500 échanges',
  ]);
  expect(accorder(3, 'journal', 'journaux')).toBe('3 journaux');
});

test('long numbers are grouped as they are read aloud, and lose no digit', () => {
  expect(formaterSiret('12345678901234')).toBe('123 456 789 01234');
  expect(formaterSiret('123')).toBe('123');
  expect(formaterTelephone('0612345678')).toBe('06 12 34 56 78');
  expect(formaterTelephone('')).toBe('');
  fc.assert(
    fc.property(fc.stringMatching(/^\+?\d{3,15}$/), (numero) => {
      expect(formaterTelephone(numero).replaceAll(' ', '')).toBe(numero);
      expect(formaterSiret(numero).replaceAll(' ', '')).toBe(numero);
    }),
  );
});

test.each([
  ['karine', 'Brunet', 'K. Brunet'],
  ['Jean-Marc', 'Œuvrard', 'J.-M. Œuvrard'],
  ['', 'Brunet', 'Brunet'],
  ['Élodie', '', 'É.'],
])('%j %j is short as %j', (prenom, nom, court) => {
  expect(nomCourt(prenom, nom)).toBe(court);
});
