import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CarteAEcrire, ecrireVcards, lireVcards } from '../../db/vcard.ts';

const carte = (...lignes: string[]) => ['BEGIN:VCARD', ...lignes, 'END:VCARD', ''].join('\r\n');
const lue = (...lignes: string[]) => lireVcards(carte(...lignes)).personnes[0];

test('a card of a phone, in version 3: folded lines, groups, several numbers, faxes left out, the photo never read', () => {
  expect(
    lue(
      'VERSION:3.0',
      'N:Œuvrard-N’Diaye;Claire;;Mme;',
      'FN:Claire Œuvrard-N’Diaye',
      'ORG:Paysage Roche\\, fils;Atelier',
      'TITLE:Dirigeante et resp',
      ' onsable de l’atelier',
      'item1.TEL;TYPE=WORK,FAX:04 73 00 00 00',
      'TEL;TYPE=HOME:04 73 11 22 33',
      'TEL;TYPE=CELL:+33 6 12 34 56 78',
      'TEL;TYPE=WORK:poste 12',
      'EMAIL;TYPE=INTERNET:claire@roche.fr',
      'ADR;TYPE=WORK:;;12\\, rue des Lavoirs;Riom;;63200;France',
      'URL:https://roche.fr',
      'NOTE:Appeler le matin\\; jamais le lundi.\\nTrès accueillante.',
      'PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQ',
      ' AAAQABAAD',
    ),
  ).toEqual({
    civilite: 'Mme',
    prenom: 'Claire',
    nom: 'Œuvrard-N’Diaye',
    organisation: 'Paysage Roche, fils',
    intitule: 'Dirigeante et responsable de l’atelier',
    telephone: '0612345678',
    autreTelephone: '0473112233',
    courriel: 'claire@roche.fr',
    autreCourriel: '',
    site: 'https://roche.fr',
    adresse: '12, rue des Lavoirs',
    codePostal: '63200',
    ville: 'Riom',
    note: 'Appeler le matin; jamais le lundi.\nTrès accueillante.\nTéléphone : poste 12',
  });
});

test('an old card: bare types, quoted-printable on several lines, its own charset', () => {
  expect(
    lue(
      'VERSION:2.1',
      'N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Lef=E8vre;Andr=E9',
      'ORG;CHARSET=UTF-8;QUOTED-PRINTABLE:Boulangerie Lef=C3=A8vre et =',
      'associ=C3=A9s',
      'TEL;WORK;VOICE:0473112233',
      'TEL;CELL:0612345678',
      'NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Une=0D=0Adeux',
    ),
  ).toMatchObject({
    prenom: 'André',
    nom: 'Lefèvre',
    organisation: 'Boulangerie Lefèvre et associés',
    telephone: '0612345678',
    autreTelephone: '0473112233',
    note: 'Une\ndeux',
  });
});

test('a card of version 4, a card with a full name alone, the card of a firm', () => {
  const { personnes, rejets } = lireVcards(
    carte(
      'VERSION:4.0',
      'FN:Ibrahima Sow',
      'N:Sow;Ibrahima;;M.;',
      'TEL;VALUE=uri;TYPE="voice,cell":tel:+33-6-12-34-56-78',
    ) +
      carte('VERSION:4.0', 'FN:Marc Petit', 'EMAIL:mailto:marc@petit.fr') +
      carte('VERSION:3.0', 'N:;;;;', 'FN:Mairie de Riom', 'ORG:Mairie de Riom;', 'TEL:04 73 33 79 00'),
  );
  expect(rejets).toEqual([]);
  expect(personnes).toMatchObject([
    { civilite: 'M.', prenom: 'Ibrahima', nom: 'Sow', telephone: '0612345678' },
    { prenom: '', nom: 'Marc Petit', courriel: 'marc@petit.fr' },
    { nom: '', organisation: 'Mairie de Riom', telephone: '0473337900' },
  ]);
});

test('a card with nobody on it, or cut short, is refused alone', () => {
  const { personnes, rejets } = lireVcards(
    `${carte('VERSION:3.0', 'N:Roche;Claire')}${carte('VERSION:3.0', 'TEL:0612345678')}BEGIN:VCARD\nN:Sow;Ib`,
  );
  expect(personnes).toMatchObject([{ nom: 'Roche' }]);
  expect(rejets).toEqual([
    { rang: 2, nom: '0612345678', raison: 'La carte ne porte ni nom ni organisation.' },
    { rang: 3, nom: '', raison: 'La carte n’est pas entière : le fichier a été coupé.' },
  ]);
});

test('what is no card is said so', () => {
  for (const texte of ['', 'Nom;Ville\nFaure;Riom', '%PDF-1.7', 'BEGIN:VCALENDAR\nEND:VCALENDAR'])
    expect(() => lireVcards(texte)).toThrow('aucune carte de visite');
});

const texte = fc.oneof(
  fc.string({ maxLength: 60, unit: 'grapheme' }),
  fc.constantFrom('Œuvrard-N’Diaye', 'a;b,c\\d:e"f', 'x\r\nEND:VCARD', '=C3=A9', 'é'.repeat(79), ' '),
);
const propre = (valeur: string) =>
  valeur
    .replace(/[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .trim();

test('a part that ends with a backslash does not run into the next one', () => {
  const { personnes } = lireVcards(
    'BEGIN:VCARD\r\nVERSION:3.0\r\nN:Faure;Claire\\\\;;;\r\nFN:x\r\nEND:VCARD\r\n',
  );
  expect(personnes[0]).toMatchObject({ nom: 'Faure', prenom: 'Claire\\' });
});

test('what is written is read back the same, whatever it holds, in lines of 75 bytes at most', () => {
  fc.assert(
    fc.property(
      fc.record({
        prenom: texte,
        nom: texte,
        organisation: texte,
        intitule: texte,
        adresse: texte,
        ville: texte,
      }),
      (textes) => {
        const ecrite: CarteAEcrire = {
          ...textes,
          nom: `N${textes.nom}`,
          civilite: 'Mme',
          telephone: '0612345678',
          autreTelephone: '0473112233',
          courriel: 'claire@roche.fr',
          site: '',
          codePostal: '63200',
        };
        const fichier = ecrireVcards([ecrite, ecrite]);
        for (const ligne of fichier.split('\r\n')) {
          expect(Buffer.byteLength(ligne)).toBeLessThanOrEqual(76);
          expect(ligne).not.toMatch(/[\r\n]/);
        }
        const { personnes, rejets } = lireVcards(fichier);
        expect(rejets).toEqual([]);
        expect(personnes).toHaveLength(2);
        const { prenom, nom, organisation, intitule, adresse, ville } = ecrite;
        const attendus = { prenom, nom, organisation, intitule, adresse, ville };
        expect(personnes[1]).toMatchObject({
          ...Object.fromEntries(Object.entries(attendus).map(([cle, valeur]) => [cle, propre(valeur)])),
          prenom: propre(prenom) === propre(nom) ? '' : propre(prenom),
          telephone: '0612345678',
          autreTelephone: '0473112233',
          courriel: 'claire@roche.fr',
          codePostal: '63200',
        });
      },
    ),
    { numRuns: 300 },
  );
});
