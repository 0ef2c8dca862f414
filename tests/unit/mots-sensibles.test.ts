import { expect, test } from 'vitest';
import { alerteTexte } from '../../shared/mots-sensibles.ts';

test.each([
  ['Absente : hospitalisée mardi.', 'hospitalisée'],
  ['Une DÉPRESSION suivie', 'DÉPRESSION'],
  ['Elle est enceinte', 'enceinte'],
  ['un arrêt maladie de dix jours', 'arrêt maladie'],
  ['👷 mal au dos', 'mal au dos'],
  ['de\u0301pression', 'dépression'],
  ['Dossier RQTH en cours', 'RQTH'],
])('%j is noticed, and the word is said', (texte, mot) => {
  expect(alerteTexte(texte)).toContain(`«\u00a0${mot}\u00a0»`);
});

test('a social security number is noticed before any word', () => {
  expect(alerteTexte('malade, 2 91 07 63 113 005 60')).toMatch(/sécurité sociale/);
});

test.each([
  '',
  'Tri et traitement des déchets, gel hydroalcoolique fourni.',
  'Opération de nettoyage de la ligne, arrêt de la machine.',
  'Ponctuelle, à l’aise avec les clients, prend des initiatives.',
  'SIRET 424 143 089 00037, 06 12 34 56 78',
  'Diabolo, maladresse, sidérurgie, cancérigène',
])('%j is not', (texte) => {
  expect(alerteTexte(texte)).toBeNull();
});
