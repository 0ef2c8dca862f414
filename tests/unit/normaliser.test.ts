import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chiffres, motsCherches, normaliser } from '../../shared/normaliser.ts';

const texte = fc.string({ unit: 'grapheme', maxLength: 60 });

test.each([
  ['Bâtiment Œuvrard-N’Diaye', 'batiment oeuvrard n diaye'],
  ['  CREPERIE   de l\u2019Étang ', 'creperie de l etang'],
  ['Straße, Łódź & Ærø', 'strasse lodz aero'],
  ['№ ﬁn Ⅳ', 'no fin iv'],
  ['', ''],
])('%j folds to %j', (avant, apres) => {
  expect(normaliser(avant)).toBe(apres);
});

test('folding twice changes nothing more', () => {
  fc.assert(fc.property(texte, (t) => normaliser(normaliser(t)) === normaliser(t)));
});

test('what is folded holds letters, digits and single spaces, none at the ends', () => {
  fc.assert(fc.property(texte, (t) => /^(?:[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*)?$/u.test(normaliser(t))));
});

test('accents, case and punctuation of French never separate two spellings', () => {
  const mot = fc.stringMatching(/^[a-zàâäçéèêëîïôöùûüÿœæ]{1,12}$/);
  const lien = fc.constantFrom(' ', '-', '’', "'", '  ', ' - ');
  fc.assert(
    fc.property(fc.array(mot, { minLength: 1, maxLength: 4 }), lien, lien, (mots, l1, l2) => {
      expect(normaliser(mots.join(l1).toUpperCase())).toBe(normaliser(mots.join(l2).normalize('NFD')));
    }),
  );
});

test('only digits are kept, full-width ones included', () => {
  fc.assert(fc.property(texte, (t) => /^\d*$/.test(chiffres(t))));
  expect(chiffres('０３ 88.81')).toBe('038881');
});

test.each([
  ['03 88 81 75 33', ['0388817533']],
  ['+33 3 88 81 75 33', ['0388817533']],
  ['0033 388817533', ['0388817533']],
  ['424 143 089 00037', ['42414308900037']],
  ['mairie de Riom', ['mairie', 'de', 'riom']],
  ['l’eau', ['eau']],
  ['«»', []],
])('%j is looked for as %j', (requete, mots) => {
  expect(motsCherches(requete)).toEqual(mots);
});

test('a search never holds a sign of the index language', () => {
  fc.assert(
    fc.property(texte, (t) =>
      motsCherches(t).every((mot) => mot.length >= 2 && /^[\p{L}\p{N}]+$/u.test(mot)),
    ),
  );
});
