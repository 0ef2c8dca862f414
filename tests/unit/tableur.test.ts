import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { colonne, ecrireCsv, ecrireXlsx } from '../../db/tableur.ts';
import { lireRepertoire } from '../../db/zip.ts';
import { garder, sansGarde } from '../../shared/garde-formule.ts';

const lire = (csv: string): string[][] => parse(csv, { bom: true, delimiter: ';' });
const textes = (lignes: string[][], largeur: number) =>
  ecrireCsv(
    Array.from({ length: largeur }, (_, rang) =>
      colonne.texte(`Colonne ${rang}`, (ligne: string[]) => ligne[rang]!),
    ),
    lignes,
  );

test('every type is written as French Excel reads it', () => {
  const csv = ecrireCsv(
    [
      colonne.texte('Nom', () => 'Œuvrard ; « N’Diaye » "Frères" €'),
      colonne.nombre('Solde', () => -12.5),
      colonne.nombre('Nombre', () => 3480),
      colonne.nombre('Absent', () => null),
      colonne.heures('Heures', () => 450),
      colonne.date('Le', () => '2026-04-06'),
      colonne.date('Jamais', () => null),
      colonne.telephone('Téléphone', () => '0612345678'),
      colonne.telephone('Étranger', () => '+493812345'),
      colonne.siret('SIRET', () => '42414308900037'),
      colonne.ville('Ville', () => ({ codePostal: '01000', ville: 'Bourg-en-Bresse' })),
      colonne.ville('Ville seule', () => ({ codePostal: '', ville: '-Lyon' })),
      colonne.ville('Code seul', () => ({ codePostal: '01000', ville: '' })),
    ],
    [null],
  );
  expect(csv).toBe(
    '\ufeffNom;Solde;Nombre;Absent;Heures;Le;Jamais;Téléphone;Étranger;SIRET;Ville;Ville seule;Code seul\r\n' +
      '"Œuvrard ; « N’Diaye » ""Frères"" €";-12,5;3480;;7,5;06/04/2026;;06 12 34 56 78;0049 38 12 34 5;' +
      "424 143 089 00037;01000 Bourg-en-Bresse;'-Lyon;CP 01000\r\n",
  );
});

test('a number that is not one stops the export instead of being written', () => {
  expect(() => ecrireCsv([colonne.nombre('N', () => Number.NaN)], [null])).toThrow(RangeError);
});

test('numbers keep two decimals at most and never become an exponent or a negative zero', () => {
  const ecrire = (valeur: number) => colonne.nombre('N', () => valeur).ecrire(null);
  expect([0, 100, 1200, 0.1 + 0.2, 1234567.891, -0.004].map(ecrire)).toEqual([
    '0',
    '100',
    '1200',
    '0,3',
    '1234567,89',
    '0',
  ]);
});

test('whatever is written is read back the same, once the guard is taken off', () => {
  const cellule = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('', '=1+1', '+33 6 12', "'=1", "''", ' @x', '\t', 'a\r\nb', '"', ';', '\ufeff', '01000'),
  );
  fc.assert(
    fc.property(
      fc
        .integer({ min: 1, max: 4 })
        .chain((largeur) =>
          fc.array(fc.array(cellule, { minLength: largeur, maxLength: largeur }), { maxLength: 6 }),
        ),
      (lignes) => {
        const lues = lire(textes(lignes, lignes[0]?.length ?? 1)).slice(1);
        expect(lues.map((ligne) => ligne.map(sansGarde))).toEqual(lignes);
      },
    ),
  );
});

test('taking the guard off undoes exactly one guard, and changes nothing else', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("'", '=', '+', ' ', 'a', '\t', '＝', '-') }), (texte) => {
      expect(sansGarde(garder(texte))).toBe(texte);
    }),
  );
  expect(sansGarde("l'école")).toBe("l'école");
  expect(sansGarde("'t Hof")).toBe("'t Hof");
});

test('a workbook keeps true dates and numbers, and the zeros of codes and phones', async () => {
  const octets = await ecrireXlsx(
    'Réseau',
    [
      colonne.texte('Nom', () => 'Œuvrard & « N’Diaye » <Frères>\n€'),
      colonne.nombre('Solde', () => -12.505),
      colonne.nombre('Absent', () => null),
      colonne.heures('Heures', () => 450),
      colonne.euros('Coût', () => 1234.5),
      colonne.date('Le', () => '2026-04-06'),
      colonne.date('Ancien', () => '1890-01-01'),
      colonne.date('Jamais', () => null),
      colonne.telephone('Téléphone', () => '0612345678'),
      colonne.telephone('Étranger', () => '+493812345'),
      colonne.siret('SIRET', () => '02414308900037'),
      colonne.ville('Ville', () => ({ codePostal: '01000', ville: 'Bourg-en-Bresse' })),
    ],
    [null],
  );
  expect(await readSheet(Buffer.from(octets), { trim: false })).toEqual([
    'Nom;Solde;Absent;Heures;Coût;Le;Ancien;Jamais;Téléphone;Étranger;SIRET;Code postal;Ville'.split(';'),
    [
      'Œuvrard & « N’Diaye » <Frères>\n€',
      -12.5,
      null,
      7.5,
      1234.5,
      new Date('2026-04-06T00:00:00Z'),
      '1890-01-01',
      null,
      '06 12 34 56 78',
      '+49 38 12 34 5',
      '024 143 089 00037',
      '01000',
      'Bourg-en-Bresse',
    ],
  ]);
});

test('the same lines make the same workbook, byte for byte, headings frozen and filtered', async () => {
  const ecrire = () => ecrireXlsx("L'été [1]", [colonne.texte('Nom', (nom: string) => nom)], ['a', 'b']);
  const un = await ecrire();
  await new Promise((suite) => setTimeout(suite, 5));
  expect(Buffer.compare(un, await ecrire())).toBe(0);
  const parties = unzipSync(un);
  const feuille = strFromU8(parties['xl/worksheets/sheet1.xml']!);
  expect(feuille).toContain('</sheetData><autoFilter ref="A1:A3"/>');
  expect(feuille).toContain('state="frozen"');
  expect(strFromU8(parties['xl/workbook.xml']!)).toMatch(
    /<\/sheets><definedNames><definedName [^>]*>'L été {2}1'!\$A\$1:\$A\$3<\/definedName><\/definedNames><calcPr\/>/,
  );
  expect(lireRepertoire(un)!.map(({ nom }) => nom)).toContain('xl/workbook.xml');
});
