import { expect, test } from 'vitest';
import { cleDePersonne, devinerPaie, estEnTete, estTotal, lireMoisPaie } from '../../shared/heures/paie.ts';

test.each([
  ['03/2026', '2026-03'],
  ['3/26', '2026-03'],
  ['2026-03', '2026-03'],
  ['202603', '2026-03'],
  ['31/03/2026', '2026-03'],
  ['2026-03-31', '2026-03'],
  ['Mars 2026', '2026-03'],
  ['févr.-26', '2026-02'],
  ['AOÛT', '2025-08'],
  ['3', '2025-03'],
  ['13/2026', null],
  ['jui', null],
  ['total', null],
  ['', null],
])('the month « %s »', (texte, mois) => expect(lireMoisPaie(texte, 2025)).toBe(mois));

test('columns by their headings', () => {
  expect(
    devinerPaie(['Matricule', 'Nom', 'Prénom', 'Période', 'Heures payées', 'Heures travaillées']),
  ).toEqual(['matricule', 'nom', 'prenom', 'mois', 'heures', 'ignorer']);
  expect(devinerPaie(['Salarié', 'janv. 2026', 'févr. 2026', 'mars', 'Total heures'])).toEqual([
    'nom_complet',
    'm01',
    'm02',
    'm03',
    'ignorer',
  ]);
  expect(devinerPaie(['Nom et prénom', 'Nb d’heures'])).toEqual(['nom_complet', 'heures']);
  expect(estEnTete(devinerPaie(['Diallo', '151,67']))).toBe(false);
});

test('a person is the same however the name is written', () => {
  expect(cleDePersonne('Mme ŒUVRARD N’DIAYE Zoé')).toBe(cleDePersonne('Zoé Œuvrard-N’Diaye'));
  expect(cleDePersonne('Diallo Awa')).not.toBe(cleDePersonne('Diallo Ava'));
  expect(['TOTAL', 'Total général', 'Sous-total', 'Totaux'].every(estTotal)).toBe(true);
  expect(estTotal('Totain')).toBe(false);
});
