import { describe, expect, test } from 'vitest';
import { lireAdresse, lireLieu } from '../../shared/reseau/import/lire-adresse.ts';
import { lireGenre } from '../../shared/reseau/import/lire-genre.ts';
import { lireCourriels, lireSiret, lireTelephones } from '../../shared/reseau/import/lire-numeros.ts';
import { lirePersonnes } from '../../shared/reseau/import/lire-personne.ts';

const INCONNU = { codePostal: '', ville: '' };

describe('addresses', () => {
  test.each([
    ['10 rue des Prés\n 67000 STRASBOURG', '10 rue des Prés', '67000', 'STRASBOURG'],
    [
      '9 Place Haute-B.P. 50014\n 67068 STRASBOURG CEDEX',
      '9 Place Haute-B.P. 50014',
      '67068',
      'STRASBOURG CEDEX',
    ],
    [
      '7 rue Basse - BP 30051\n67020 STRASBOURG CEDEX 01',
      '7 rue Basse - BP 30051',
      '67020',
      'STRASBOURG CEDEX 01',
    ],
    ['1 chemin Vert-CS29121 67129 MOLSHEIM CEDEX', '1 chemin Vert-CS29121', '67129', 'MOLSHEIM CEDEX'],
    ['2 rue de Sélestat - 67100 STRASBOURG', '2 rue de Sélestat', '67100', 'STRASBOURG'],
    ['2 rue de la Zinsel, 67590 SCHWEIGHOUSE/MODER', '2 rue de la Zinsel', '67590', 'SCHWEIGHOUSE/MODER'],
    [
      'Zone artisanale\n12 rue du Puits\n67 240 Bischwiller',
      'Zone artisanale\n12 rue du Puits',
      '67240',
      'Bischwiller',
    ],
    ['3 quai Nord, F-67000 Strasbourg, FRANCE', '3 quai Nord', '67000', 'Strasbourg'],
    ['3 quai Nord\nStrasbourg (67000)', '3 quai Nord', '67000', 'Strasbourg'],
    ['3 rue Longue\n97410 Saint-Pierre - Bât. B', '3 rue Longue\nBât. B', '97410', 'Saint-Pierre'],
    ['12 rue de la 2e D.B.', '12 rue de la 2e D.B.', '', ''],
    ['Rte de Saverne - B.P.60221 STEINBOURG', 'Rte de Saverne - B.P.60221 STEINBOURG', '', ''],
    ['67000 STRASBOURG', '', '67000', 'STRASBOURG'],
    ['', '', '', ''],
  ])('%j', (brut, adresse, codePostal, ville) => {
    expect(lireAdresse(brut, INCONNU)).toMatchObject({ adresse, codePostal, ville, note: [], remarques: [] });
  });

  test('the structure is the address, the head office goes to the note, and it is said', () => {
    expect(
      lireAdresse(
        'Siège : 8 bis rue Haute - BP 72 21300 CHENOVE Structure : 104 rue Neuve 67200 STRASBOURG',
        INCONNU,
      ),
    ).toEqual({
      adresse: '104 rue Neuve',
      codePostal: '67200',
      ville: 'STRASBOURG',
      note: ['Siège : 8 bis rue Haute - BP 72 21300 CHENOVE'],
      remarques: ['Deux adresses dans la cellule : « Siège » est gardée dans la note.'],
    });
  });

  test('one place under two labels, and a second establishment', () => {
    expect(
      lireAdresse(
        'Siège/structure : 7 rue des Remparts 67500 HAGUENAU Etablissement 2aire : 84 Grand’rue 67360 WOERTH',
        INCONNU,
      ),
    ).toMatchObject({
      adresse: '7 rue des Remparts',
      ville: 'HAGUENAU',
      note: ['Etablissement 2aire : 84 Grand’rue 67360 WOERTH'],
    });
  });

  test('the columns win over what the address contains, which then stays whole', () => {
    const connu = { codePostal: '67200', ville: 'STRASBOURG' };
    expect(lireAdresse('1 rue A\n67200 Strasbourg', connu)).toMatchObject({
      adresse: '1 rue A',
      ...connu,
      remarques: [],
    });
    const autre = lireAdresse('1 rue A\n67500 HAGUENAU', connu);
    expect(autre).toMatchObject({ adresse: '1 rue A\n67500 HAGUENAU', ...connu });
    expect(autre.remarques[0]).toContain('67500 HAGUENAU');
  });

  test('a foreign address is kept whole', () => {
    expect(lireAdresse('Hauptstraße 3\nD-77694 Kehl', INCONNU)).toMatchObject({
      adresse: 'Hauptstraße 3\nD-77694 Kehl',
      codePostal: '',
      ville: '',
    });
  });

  test.each([
    ['67 000', 'STRASBOURG', '67000', 'STRASBOURG'],
    ['1000', 'BOURG-EN-BRESSE', '01000', 'BOURG-EN-BRESSE'],
    ['', '67000 STRASBOURG', '67000', 'STRASBOURG'],
    ['', 'Strasbourg (67000)', '67000', 'Strasbourg'],
    ['67000 STRASBOURG', '', '67000', 'STRASBOURG'],
    ['67000.0', 'STRASBOURG', '67000', 'STRASBOURG'],
    ['CP 01000', '', '01000', ''],
    ['', 'CP 01000', '01000', ''],
  ])('postcode %j with town %j', (cp, commune, codePostal, ville) => {
    expect(lireLieu(cp, commune)).toMatchObject({ codePostal, ville, note: [] });
  });

  test('a postcode that is none goes to the note', () => {
    expect(lireLieu('6700A', 'STRASBOURG')).toMatchObject({ codePostal: '', note: ['Code postal : 6700A'] });
    expect(lireLieu('00123', '')).toMatchObject({ codePostal: '', note: ['Code postal : 00123'] });
  });
});

describe('e-mails', () => {
  test.each([
    ['a@b.fr c.d@e-f.org', ['a@b.fr', 'c.d@e-f.org']],
    ['a@b.fr;c@d.fr', ['a@b.fr', 'c@d.fr']],
    ['a@b.fr, c@d.fr', ['a@b.fr', 'c@d.fr']],
    ['a@b.fr\nc@d.fr', ['a@b.fr', 'c@d.fr']],
    ['a@b.fr ou c@d.fr', ['a@b.fr', 'c@d.fr']],
    ['a@b.fr / A@B.FR', ['a@b.fr']],
    ['mailto:a@b.fr', ['a@b.fr']],
    ['<a@b.fr>.', ['a@b.fr']],
  ])('%j', (cellule, valeurs) => {
    expect(lireCourriels(cellule)).toEqual({ valeurs, reste: '', remarques: [] });
  });

  test('a wrong address, or a name beside it, keeps the whole cell for the note', () => {
    expect(lireCourriels('Mme Roth : a@b.fr')).toMatchObject({
      valeurs: ['a@b.fr'],
      reste: 'Mme Roth : a@b.fr',
    });
    expect(lireCourriels('a@b')).toMatchObject({ valeurs: [], reste: 'a@b' });
  });
});

describe('phones', () => {
  test.each([
    ['03 88 47 15 57', ['0388471557']],
    ['03.88.47.15.57', ['0388471557']],
    ['03 88 47 15 57 / 06 12 34 56 78', ['0388471557', '0612345678']],
    ['03 88 47 15 57 06 12 34 56 78', ['0388471557', '0612345678']],
    ['0388471557;0612345678', ['0388471557', '0612345678']],
    ['03-88-47-15-57 - 06-12-34-56-78', ['0388471557', '0612345678']],
    ['Tél : 03 88 47 15 57 Port. : 06 12 34 56 78', ['0388471557', '0612345678']],
    ['+33 (0)3 88 47 15 57', ['0388471557']],
    ['0033388471557', ['0388471557']],
    ['388471557', ['0388471557']],
    ['+49 7851 123456', ['+497851123456']],
    ['3949', ['3949']],
  ])('%j', (cellule, valeurs) => {
    expect(lireTelephones(cellule)).toMatchObject({ valeurs, reste: '' });
  });

  test.each([
    '03 88 47 15 5',
    '03 88 47 15 577',
    'sur rendez-vous',
    '03 88 47 15 57 (le matin)',
    'Fax : 03 88 47 15 58',
  ])('%j stays in the note', (cellule) => {
    const lu = lireTelephones(cellule);
    expect(lu.reste).toBe(cellule);
    expect(lu.remarques).toHaveLength(1);
  });

  test('a fax is not a phone', () => {
    expect(lireTelephones('03 88 47 15 57 fax 03 88 47 15 58').valeurs).toEqual(['0388471557']);
  });
});

describe('SIRET', () => {
  test.each([
    '424 143 089 00037',
    '42414308900037',
    '424-143-089-00037',
    '424.143.089.00037',
    '424\u00a0143\u00a0089\u202f00037',
  ])('%j', (cellule) =>
    expect(lireSiret(cellule)).toEqual({ siret: '42414308900037', note: '', remarque: '' }),
  );

  test.each([
    ['424 143 089 00038', /clé de contrôle/],
    ['424143089', /SIREN/],
    ['4241430890003', /en a 13/],
    ['4,24143E+13', /format Texte/],
    ['en cours', /n’est pas un SIRET/],
  ])('%j goes to the note', (cellule, remarque) => {
    const lu = lireSiret(cellule);
    expect(lu.siret).toBe('');
    expect(lu.note).toContain(cellule);
    expect(lu.remarque).toMatch(remarque);
  });
});

test('kinds of organisation', () => {
  expect(lireGenre('ETTI')).toEqual({ genre: 'siae', genreSiae: 'ETTI' });
  expect(lireGenre('Atelier et chantier d’insertion')).toEqual({ genre: 'siae', genreSiae: 'ACI' });
  expect(lireGenre('ei')).toEqual({ genre: 'siae', genreSiae: 'EI' });
  expect(lireGenre('Association')).toEqual({ genre: 'non_marchand', genreSiae: '' });
  expect(lireGenre('Mairie')).toEqual({ genre: 'public', genreSiae: '' });
  expect(lireGenre('licorne')).toBeNull();
});

test('people', () => {
  const personne = { civilite: '', prenom: '', nom: '', intitule: '' };
  expect(lirePersonnes('Mme Sylvie MULLER (RH)')).toEqual([
    { civilite: 'Mme', prenom: 'Sylvie', nom: 'MULLER', intitule: 'RH' },
  ]);
  expect(lirePersonnes('MULLER Sylvie')).toEqual([{ ...personne, prenom: 'Sylvie', nom: 'MULLER' }]);
  expect(lirePersonnes('Jean-Paul Dupont, gérant')).toEqual([
    { ...personne, prenom: 'Jean-Paul', nom: 'Dupont', intitule: 'gérant' },
  ]);
  expect(lirePersonnes('M. Roth / Mme Weiss')).toEqual([
    { ...personne, civilite: 'M.', nom: 'Roth' },
    { ...personne, civilite: 'Mme', nom: 'Weiss' },
  ]);
});
