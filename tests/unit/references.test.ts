import { describe, expect, test } from 'vitest';
import { ACTIVITES, libelleNaf, sectionNaf } from '../../shared/nomenclatures/naf.ts';
import type { Valeur } from '../../shared/nomenclatures/nomenclature.ts';
import { LISTES_OUVERTES } from '../../shared/nomenclatures/ouvertes.ts';
import { chercher, type Entree } from '../../shared/nomenclatures/recherche.ts';
import { lireNaf } from '../../shared/nomenclatures/references.ts';
import { SECTEURS } from '../../shared/nomenclatures/reseau.ts';
import { domaineRome, grandDomaineRome, METIERS, ROME } from '../../shared/nomenclatures/rome.ts';
import { secteurDeNaf, secteurDeRome } from '../../shared/nomenclatures/secteurs.ts';
import { normaliser } from '../../shared/normaliser.ts';

const codes = (liste: readonly Entree[], requete: string, nombre = 8) =>
  chercher(liste, requete, nombre).map(({ code }) => code);

describe('the ROME', () => {
  test('has its 532 codes in version 3 and 609 in version 4.0, none lost between the two', () => {
    expect(ROME.v3!.size).toBe(532);
    expect(ROME.v4!.size).toBe(609);
    expect([...ROME.v3!.keys()].filter((code) => !ROME.v4!.has(code))).toEqual([]);
    for (const liste of Object.values(ROME))
      for (const [code, label] of liste) {
        expect(code).toMatch(/^[A-N]\d{4}$/);
        expect(label.trim()).not.toBe('');
        expect(label).not.toMatch(/['~;]|\s{2}/);
      }
  });

  test('places every code in a domain and a grand domaine', () => {
    for (const { code } of METIERS) {
      expect(domaineRome(code), code).not.toBe('');
      expect(grandDomaineRome(code), code).not.toBe('');
    }
    expect(domaineRome('A1203')).toBe('Espaces naturels et espaces verts');
    expect(domaineRome('Z9999')).toBe('');
  });

  test.each([
    ['jardinier', 'A1203'],
    // Its words of version 3.
    ['entretien espaces verts', 'A1203'],
    ['ESPACES VERTS', 'A1203'],
    ['macon', 'F1703'],
    ['maçonnerie', 'F1703'],
    ['k2204', 'K2204'],
    ['aide a domicile', 'K1304'],
    ['cuisinier de collectivité', 'G1606'],
  ])('« %s » finds %s', (requete, code) => {
    expect(codes(METIERS, requete)).toContain(code);
  });

  test('puts the métier that is named first before those of its domain', () => {
    expect(codes(METIERS, 'boulanger')[0]).toBe('D1102');
    expect(codes(METIERS, 'A1203')).toEqual(['A1203']);
  });

  test('finds nothing for what nobody does, and the beginning of the list for nothing', () => {
    expect(codes(METIERS, 'zzzzz qqqq')).toEqual([]);
    expect(codes(METIERS, '   ', 3)).toEqual(['A1101', 'A1102', 'A1201']);
    expect(codes(METIERS, "'; DROP TABLE membre -- ")).toEqual([]);
  });
});

describe('the NAF', () => {
  test('has its 732 sub-classes, each once and in a section', () => {
    expect(new Set(ACTIVITES.map(({ code }) => code)).size).toBe(732);
    for (const { code, label } of ACTIVITES) {
      expect(code).toMatch(/^\d{2}\.\d{2}[A-Z]$/);
      expect(sectionNaf(code), code).not.toBe('');
      expect(label).not.toMatch(/['~:]|\s{2}/);
    }
    expect(sectionNaf('04.00Z')).toBe('');
  });

  test.each([
    ['81.30Z', 'Services d’aménagement paysager'],
    ['43.99C', 'Travaux de maçonnerie générale et gros œuvre de bâtiment'],
    [
      '46.21Z',
      'Commerce de gros (commerce interentreprises) de céréales, de tabac non manufacturé, de semences et d’aliments pour le bétail',
    ],
    ['88.99B', 'Action sociale sans hébergement n.c.a.'],
    ['10.71C', 'Boulangerie et boulangerie-pâtisserie'],
  ])('%s is « %s »', (code, label) => {
    expect(libelleNaf(code, 'rev2')).toBe(label);
    expect(libelleNaf(code, '2025')).toBe('');
  });

  test.each([
    ['8130', '81.30Z'],
    ['81.30Z', '81.30Z'],
    ['81 30 z', '81.30Z'],
    ['amenagement paysager', '81.30Z'],
    ['restaurant', '56.10A'],
    ['nettoyage', '81.21Z'],
  ])('« %s » finds %s', (requete, code) => {
    expect(codes(ACTIVITES, requete)).toContain(code);
  });

  test.each([
    ['8130z', '81.30Z'],
    [' 81 30 Z ', '81.30Z'],
    ['81.30', null],
    ['8130ZZ', null],
    ['', null],
  ])('« %s » is read as %s', (saisie, code) => {
    expect(lireNaf(saisie)).toBe(code);
  });
});

describe('proposed sectors', () => {
  const connus = new Set<string>(SECTEURS.valeurs.map(({ code }) => code));

  test('are all in the list', () => {
    const proposes = [
      ...ACTIVITES.map(({ code }) => secteurDeNaf(code)),
      ...METIERS.map(({ code }) => secteurDeRome(code)),
    ];
    expect([...new Set(proposes)].filter((secteur) => secteur !== null && !connus.has(secteur))).toEqual([]);
  });

  test.each([
    ['81.30Z', 'espaces_verts'],
    ['81.21Z', 'nettoyage'],
    ['38.32Z', 'recyclage'],
    ['43.34Z', 'batiment'],
    ['88.10A', 'aide_personne'],
    ['88.10C', 'sante_social'],
    ['56.29A', 'restauration'],
    ['85.59A', 'formation'],
    ['78.20Z', null],
    ['94.99Z', null],
    ['', null],
  ])('%s → %s', (code, secteur) => {
    expect(secteurDeNaf(code)).toBe(secteur);
  });

  test.each([
    ['A1203', 'espaces_verts'],
    ['A1414', 'agriculture'],
    ['K2204', 'nettoyage'],
    ['K2304', 'recyclage'],
    ['I1203', 'batiment'],
    ['G1602', 'restauration'],
    ['?', null],
  ])('%s → %s', (code, secteur) => {
    expect(secteurDeRome(code)).toBe(secteur);
  });
});

test.each(
  Object.entries(LISTES_OUVERTES).map(([nom, { valeurs }]) => [nom, valeurs as readonly Valeur[]] as const),
)('the list %s says each thing once, in words that fit a select', (_, valeurs) => {
  const vus = valeurs.map((valeur) => `${valeur.parent ?? ''} ${normaliser(valeur.label)}`);
  expect(new Set(vus).size).toBe(valeurs.length);
  expect(new Set(valeurs.map(({ code }) => code)).size).toBe(valeurs.length);
  for (const { code, label } of valeurs) {
    expect(code).toMatch(/^[a-z0-9_]{1,60}$/);
    expect(label.length, label).toBeLessThanOrEqual(60);
    expect(label).toBe(label.trim());
  }
});
