import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  direSaison,
  fautesRoles,
  remarqueSiretSite,
  roleEnCours,
  tailleDe,
} from '../../shared/reseau/regles-organisation.ts';

test.each([
  [0, 'tpe'],
  [9, 'tpe'],
  [10, 'pme'],
  [249, 'pme'],
  [250, 'ge'],
])('%i salariés make a %s', (effectif, taille) => {
  expect(tailleDe(effectif)).toBe(taille);
});

test.each([
  [[], ''],
  [[6], 'en juin'],
  [[4], 'en avril'],
  [[3, 4, 5, 6, 7, 8, 9, 10], 'de mars à octobre'],
  [[4, 5], 'd’avril à mai'],
  [[11, 12, 1, 2], 'de novembre à février'],
  [[12, 1], 'de décembre à janvier'],
  [[1, 6, 9, 10, 12], 'en juin, de septembre à octobre et de décembre à janvier'],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], 'toute l’année'],
])('the months %j are said « %s »', (mois, phrase) => {
  expect(direSaison(mois)).toBe(phrase);
});

test('every set of months is said, in whatever order it comes, and each month once', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1 }), (mois) => {
      expect(direSaison(mois)).toBe(direSaison(mois.toSorted((a, b) => a - b)));
      expect(direSaison([...mois, ...mois])).toBe(direSaison(mois));
      expect(direSaison(mois)).not.toBe('');
    }),
  );
});

const role = (debut: string | null, fin: string | null, nom = 'client') => ({ role: nom, debut, fin });

test('several roles at once, and the same one again later, are right', () => {
  expect(
    fautesRoles([role('2020-01-01', '2022-12-31'), role('2023-01-01', null), role(null, null, 'employeur')]),
  ).toEqual({});
});

test.each([
  ['an end before its start', [role('2025-01-02', '2025-01-01')], '0.fin'],
  ['two open ends', [role('2020-01-01', null), role('2024-01-01', null)], '1.role'],
  ['a shared day', [role('2020-01-01', '2022-12-31'), role('2022-12-31', null)], '1.role'],
  ['no dates at all', [role(null, null), role('2020-01-01', '2020-02-01')], '1.role'],
])('%s is wrong', (_quoi, roles, chemin) => {
  expect(Object.keys(fautesRoles(roles))).toEqual([chemin]);
});

test('a role is played from its first day to its last', () => {
  expect(roleEnCours(role('2025-01-01', '2025-12-31'), '2025-01-01')).toBe(true);
  expect(roleEnCours(role('2025-01-01', '2025-12-31'), '2025-12-31')).toBe(true);
  expect(roleEnCours(role('2025-01-01', '2025-12-31'), '2026-01-01')).toBe(false);
  expect(roleEnCours(role('2025-01-01', null), '2024-12-31')).toBe(false);
  expect(roleEnCours(role(null, null), '1999-01-01')).toBe(true);
});

test('the SIRET of a site is remarked on, never refused', () => {
  const principal = '42414308900037';
  expect(remarqueSiretSite('42414308900045', principal)).toBeNull();
  expect(remarqueSiretSite('', principal)).toBeNull();
  expect(remarqueSiretSite('42414308900045', '')).toBeNull();
  expect(remarqueSiretSite(principal, principal)).toContain('établissement principal');
  expect(remarqueSiretSite('73282932000074', principal)).toContain('autre organisation');
});
