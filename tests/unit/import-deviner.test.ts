import { describe, expect, test } from 'vitest';
import { cibleDuLibelle } from '../../shared/reseau/import/cibles.ts';
import { decoder } from '../../shared/reseau/import/decoder.ts';
import {
  devinerColonnes,
  devinerEnTete,
  devinerSeparateur,
  lireSep,
} from '../../shared/reseau/import/deviner.ts';

test.each([
  ['Raison sociale', 'nom'],
  ['ENTREPRISE', 'nom'],
  ['Société', 'nom'],
  ['Dénomination', 'nom'],
  ['Établissement', 'nom'],
  ['Structure', 'nom'],
  ['Tél.', 'telephone'],
  ['Téléphone portable', 'telephone'],
  ['Mobile', 'telephone'],
  ['E-mail', 'courriel'],
  ['Adresse électronique', 'courriel'],
  ['Adresse e-mail pro', 'courriel'],
  ['C.P.', 'codePostal'],
  ['Code Postal', 'codePostal'],
  ['Localité', 'ville'],
  ['N° SIRET', 'siret'],
  ["Secteur d'activités", 'activite'],
  ['Libellé NAF', 'activite'],
  ['Interlocuteur', 'contact'],
  ['Dirigeant', 'contact'],
  ['Fonction', 'contactFonction'],
  ['Adresse 2', 'adresse'],
  ['Observations', 'note'],
  ['Site internet', 'site'],
  ['Type', 'type'],
  ['Date de création', null],
  ['Fax', null],
  ['Effectif', 'effectif'],
  ['__proto__', null],
  ['constructor', null],
])('header %j → %j', (libelle, cible) => expect(cibleDuLibelle(libelle)).toBe(cible));

describe('separator', () => {
  test.each([
    ['nom;tél\nA, B et C;1\nD;2', ';'],
    ['nom,tel\n"A; B; C",1\nD,2', ','],
    ['nom\ttel\nA, B\t1', '\t'],
    ['nom|tel|ville\nA;b|1|x\nC|2|y', '|'],
    ['une seule colonne', ';'],
    ['nom;adresse\nA;"1 rue;\n2e; étage"\nB;"x, y, z"', ';'],
  ] as const)('%j', (texte, attendu) => expect(devinerSeparateur(texte)).toBe(attendu));

  test('the « sep= » line of Excel', () => {
    expect(lireSep('sep=,\nnom,tel')).toEqual({ separateur: ',', reste: 'nom,tel' });
    expect(lireSep('nom;tel')).toBeNull();
  });
});

describe('header line', () => {
  const DONNEES = ['Alpha', '03 88 47 15 57', 'a@b.fr'];
  test('known words', () => expect(devinerEnTete([['Nom', 'Tél', 'Mail'], DONNEES])).toBe(0));
  test('after a title', () =>
    expect(devinerEnTete([['Liste des structures 2025'], ['Nom', 'Tél', 'Mail'], DONNEES])).toBe(1));
  test('unknown words above data', () => expect(devinerEnTete([['Firma', 'Ruf', 'Post'], DONNEES])).toBe(0));
  test('none', () => expect(devinerEnTete([DONNEES, DONNEES])).toBe(-1));
});

describe('columns', () => {
  test('without headers, by what the cells hold', () => {
    const lignes = [
      ['ACI', 'Alpha', '1 rue Haute', '67000', 'Strasbourg', '03 88 47 15 57', 'a@b.fr', '424 143 089 00037'],
      ['EI', 'Bêta', '2 rue Basse', '67100', 'Colmar', '03 88 47 15 58', 'c@d.fr', '493 444 830 00092'],
    ];
    expect(devinerColonnes(Array(8).fill(''), lignes)).toEqual(
      'type nom adresse codePostal ville telephone courriel siret'.split(' '),
    );
  });
  test('next to a first name, « Nom » is the person’s', () => {
    expect(devinerColonnes(['Nom', 'Prénom', 'Entreprise'], [])).toEqual([
      'contactNom',
      'contactPrenom',
      'nom',
    ]);
  });
  test('a second column for a single field goes to the note, several phones stay', () => {
    expect(devinerColonnes(['Nom', 'Société', 'Fixe', 'Portable'], [])).toEqual([
      'nom',
      'note',
      'telephone',
      'telephone',
    ]);
  });
});

describe('encodings', () => {
  const octets = (texte: string, encodage: BufferEncoding) => new Uint8Array(Buffer.from(texte, encodage));
  test('UTF-8, its mark removed', () => {
    expect(decoder(octets('\ufeffé;œ', 'utf8'))).toEqual({ texte: 'é;œ', encodage: 'utf-8' });
  });
  test('windows-1252, with the signs Excel adds', () => {
    expect(decoder(new Uint8Array([0xe9, 0x9c, 0x80, 0x92]))).toEqual({
      texte: 'éœ€’',
      encodage: 'windows-1252',
    });
  });
  test('UTF-16 with and without its mark', () => {
    expect(decoder(octets('\ufeffnom\té', 'utf16le'))).toEqual({ texte: 'nom\té', encodage: 'utf-16le' });
    expect(decoder(octets('nom\tville\té', 'utf16le')).encodage).toBe('utf-16le');
    expect(decoder(octets('\ufeffnom\té', 'utf16le').map((_, rang, tout) => tout[rang ^ 1]!))).toEqual({
      texte: 'nom\té',
      encodage: 'utf-16be',
    });
  });
  test('old Mac: CR line ends and its own accents', () => {
    expect(decoder(new Uint8Array([0x8e, 0x0d, 0x8f, 0x61]))).toEqual({
      texte: 'é\nèa',
      encodage: 'macintosh',
    });
  });
  test.each([
    [[0x25, 0x50, 0x44, 0x46, 0x2d], /PDF/],
    [[1, 2, 0, 4, 5, 6, 0x61], /texte lisible/],
    [[...Buffer.from('<html><table>')], /page web/],
    [[...Buffer.from('{\n  "nom": 1}')], /JSON/],
  ])('%j is refused with what to do', (debut, phrase) => {
    expect(() => decoder(new Uint8Array(debut))).toThrow(phrase);
  });
});
