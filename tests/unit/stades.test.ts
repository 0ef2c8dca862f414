import { expect, test } from 'vitest';
import { stadePropose } from '../../shared/reseau/stades.ts';

test.each([
  ['contactee', 'accord', 'engagee'],
  ['interessee', 'realisee', 'engagee'],
  ['a_prospecter', 'interessee', 'interessee'],
  ['perdue', 'accord', 'engagee'],
  ['en_sommeil', 'interessee', 'interessee'],
  ['interessee', 'interessee', null],
  ['engagee', 'accord', null],
  ['partenaire', 'realisee', null],
  ['contactee', 'refus', null],
  ['contactee', 'a_suivre', null],
  ['disparu', 'accord', null],
])('%s, then « %s »: %s', (stade, resultat, propose) => {
  expect(stadePropose(stade, resultat)).toBe(propose);
});
