import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ecrireFiltres, lireFiltres, sansFiltre } from '../../renderer/reseau/filtres.ts';
import { listeFiltres } from '../../shared/reseau/liste.ts';

const DEFAUTS = listeFiltres.parse({});

test('an address without filters is the whole network, and says nothing', () => {
  expect(lireFiltres(new URLSearchParams())).toEqual(DEFAUTS);
  expect(String(ecrireFiltres(DEFAUTS))).toBe('');
  expect(sansFiltre({ ...DEFAUTS, tri: 'ville', sens: 'desc' })).toBe(true);
  expect(sansFiltre({ ...DEFAUTS, archivees: true })).toBe(false);
});

test('whatever filters are written in the address are read back', () => {
  fc.assert(
    fc.property(
      fc.record({
        recherche: fc.string({ maxLength: 40 }).map((texte) => listeFiltres.shape.recherche.parse(texte)),
        genre: fc.constantFrom('', 'marchand', 'siae'),
        ville: fc.constantFrom('', 'Saint-Étienne', 'L’Haÿ & Cie?#'),
        contact: fc.constantFrom('tous', 'jamais', 'dormant', 'relance'),
        archivees: fc.boolean(),
        tri: fc.constantFrom('nom', 'ville', 'echange', 'relance'),
        sens: fc.constantFrom('asc', 'desc'),
      }),
      (filtres) => {
        const lus = listeFiltres.parse(filtres);
        expect(lireFiltres(new URLSearchParams(String(ecrireFiltres(lus))))).toEqual(lus);
      },
    ),
  );
});

test('what means nothing in an address is left aside, the rest is kept', () => {
  const adresse = new URLSearchParams({
    tri: '__proto__',
    genre: 'xyz',
    ville: 'Riom',
    recherche: 'a'.repeat(999),
  });
  expect(lireFiltres(adresse)).toEqual({ ...DEFAUTS, ville: 'Riom' });
});
