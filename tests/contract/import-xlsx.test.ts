import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Entree } from '../../shared/contrat.ts';
import { type Essai, essai } from '../appui.ts';
import { type CelluleEssai, classeur, feuille, fichierDe } from '../classeurs.ts';

let e: Essai;
beforeEach(() => {
  e = essai();
});
afterEach(() => e.fermer());

const lire = (lignes: CelluleEssai[][], suite = '') => fichierDe(classeur({ Liste: feuille(lignes, suite) }));
const apercus = async (entree: Entree<'reseau.analyzeImport'>) => {
  const { id, lignes } = await e.reussir('reseau.analyzeImport', entree);
  return e.reussir('reseau.importLines', { id, lignes: lignes.map(({ ligne }) => ligne) });
};

test('a workbook is read like a list: titles above, empty rows and columns, zeros lost by Excel given back', async () => {
  const entree = lire([
    ['Annuaire 2026'],
    [],
    [null, 'Raison sociale', 'CP', 'Commune', 'Tél', 'SIRET', 'Depuis', 'Remarques'],
    [
      null,
      'Œuvrard & fils',
      { xml: '<c s="3"><v>1000</v></c>' },
      'Bourg-en-Bresse',
      474112233,
      42414308900037,
      { xml: '<c s="1"><v>45000</v></c>' },
      { xml: '<c t="str"><f>CONCAT("a";B4)</f><v>calculé</v></c>' },
    ],
    [],
    [
      null,
      'Bêta',
      '67000',
      'Strasbourg',
      '03 88 24 00 11',
      { xml: '<c><v>4.9344483000092E13</v></c>' },
      null,
      { xml: '<c t="b"><v>1</v></c>' },
    ],
  ]);
  const liste = await e.reussir('reseau.readImport', entree);
  expect(liste).toMatchObject({
    format: 'classeur',
    encodage: null,
    separateur: null,
    feuilles: ['Liste'],
    feuille: 0,
    titres: 3,
    nombre: 2,
  });
  expect(liste.premieres[1]).toEqual({
    ligne: 3,
    texte: 'Raison sociale, CP, Commune, Tél, SIRET, Depuis, Remarques',
  });
  const [un, deux] = await apercus(entree);
  expect([un!.ligne, deux!.ligne]).toEqual([4, 6]);
  expect(un!.apercu).toMatchObject({
    nom: 'Œuvrard & fils',
    codePostal: '01000',
    ville: 'Bourg-en-Bresse',
    telephone: '04 74 11 22 33',
    siret: '424 143 089 00037',
  });
  expect(un!.apercu!.note).toContain('Depuis : 15/03/2023');
  expect(un!.apercu!.note).toContain('calculé');
  expect(deux!.apercu).toMatchObject({ siret: '493 444 830 00092', note: 'oui' });
});

test('the headings may be on another line, or nowhere, and the line is chosen by its number', async () => {
  const entree = lire([
    ['Nom', 'Ville'],
    ['Structure', 'Commune'],
    ['Alpha', 'Riom'],
  ]);
  const lu = async (titres: number | null) =>
    (await e.reussir('reseau.readImport', { ...entree, titres })).nombre;
  expect([await lu(1), await lu(2), await lu(null)]).toEqual([2, 1, 3]);
  expect(await e.appeler('reseau.readImport', { ...entree, titres: 900 })).toMatchObject({
    error: { champs: { titres: 'Cette ligne n’est pas au début de ce fichier.' } },
  });
});

test('the first sheet that holds something is read; another one is chosen; hidden ones are not offered', async () => {
  const entree = fichierDe(
    classeur({
      'Page de garde': feuille([]),
      '~Secrète': feuille([['Nom'], ['Cachée']]),
      'Entreprises & co': feuille([
        ['Nom', 'Ville'],
        ['Alpha', 'Riom'],
      ]),
      Associations: feuille([
        ['Nom', 'Ville'],
        ['Bêta', 'Riom'],
        ['Gamma', 'Riom'],
      ]),
    }),
  );
  expect(await e.reussir('reseau.readImport', entree)).toMatchObject({
    feuilles: ['Page de garde', 'Entreprises & co', 'Associations'],
    feuille: 1,
    nombre: 1,
  });
  expect((await e.reussir('reseau.readImport', { ...entree, feuille: 2 })).nombre).toBe(2);
  const vide = await e.reussir('reseau.readImport', { ...entree, feuille: 0 });
  expect(vide.nombre).toBe(0);
  expect(vide.avertissements).toEqual(['Cette feuille est vide : choisissez-en une autre.']);
  expect(await e.appeler('reseau.readImport', { ...entree, feuille: 3 })).toMatchObject({
    error: { champs: { feuille: 'Cette feuille n’est pas dans ce classeur.' } },
  });
});

test('a cell merged downwards belongs to each of its lines', async () => {
  const lignes = await apercus(
    lire(
      [
        ['Liste des contacts', null],
        ['Entreprise', 'Contact'],
        ['Alpha', 'Mme Léa SOW'],
        [null, 'M. Jean FAURE'],
        ['Bêta', 'Mme Ana DIAS'],
      ],
      '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A3:A4"/></mergeCells>',
    ),
  );
  expect(lignes.map(({ apercu }) => apercu?.nom)).toEqual(['Alpha', 'Alpha', 'Bêta']);
  expect(lignes[1]).toMatchObject({ proposition: 'completer' });
});

test('errors of formulas are empty cells, and results never saved are said', async () => {
  const entree = lire([
    ['Nom', 'Ville', 'Note'],
    ['Alpha', { xml: '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>' }, { xml: '<c t="str"><f>A2</f></c>' }],
  ]);
  const liste = await e.reussir('reseau.readImport', entree);
  expect(liste.avertissements.join()).toContain('1 cellule est une formule sans résultat enregistré');
  const [ligne] = await apercus(entree);
  expect(ligne!.apercu).toMatchObject({ nom: 'Alpha', ville: '', note: '' });
});

test('a workbook saved with prefixes, without addresses, or with shared words is read all the same', async () => {
  const prefixee =
    '<x:worksheet xmlns:x="u"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>Nom</x:t></x:is></x:c></x:row><x:row><x:c t="inlineStr"><x:is><x:t>Alpha</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>';
  expect((await apercus(fichierDe(classeur({ L: prefixee }))))[0]!.apercu!.nom).toBe('Alpha');
  const partagee =
    '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c></row></sheetData></worksheet>';
  const mots = '<sst><si><t>Nom</t></si><si><r><t>Al</t></r><r><t>pha_x000D_</t></r></si></sst>';
  const octets = classeur({ L: partagee }, { 'xl/sharedStrings.xml': new TextEncoder().encode(mots) });
  expect((await apercus(fichierDe(octets)))[0]!.apercu!.nom).toBe('Alpha');
});

test('a workbook is imported, remembered by its headings, and what our own export writes comes back the same', async () => {
  await e.reussir(
    'reseau.runImport',
    lire([
      ['Raison sociale', 'Machin', 'CP', 'Ville'],
      ['Alpha', 'Peinture', '01000', 'Bourg'],
    ]),
  );
  await e.reussir('reseau.create', {
    nom: '=1+1',
    siret: '42414308900037',
    telephone: '04 73 11 22 33',
    autreTelephone: '+49 7851 994 0',
    codePostal: '63200',
    ville: 'Riom',
    note: 'Deux\nlignes',
  });
  await e.reussir('reseau.export', { format: 'xlsx' });
  const exporte = fichierDe(e.traces.fichiers.at(-1)!.contenu);
  const { totaux } = await e.reussir('reseau.analyzeImport', exporte);
  expect(totaux).toMatchObject({ lignes: 2, doublons: 2, rejetees: 0 });
  await e.reussir('reseau.exportRejets', {
    ...lire([
      ['Nom', 'SIRET'],
      ['', 42414308900037],
    ]),
    format: 'xlsx',
  });
  expect(e.traces.fichiers.at(-1)!.nom).toBe('liste - lignes non importées.xlsx');
});

test('lines copied in a spreadsheet are read with their quoted line ends', async () => {
  const colle = 'Nom\tAdresse\tTél\r\n"Alpha ""fils"""\t"10 rue des Prés\n67000 Strasbourg"\t388817533\r\n';
  const entree = { nom: 'Lignes collées', contenu: Buffer.from(colle).toString('base64') };
  expect(await e.reussir('reseau.readImport', entree)).toMatchObject({
    format: 'texte',
    separateur: '\t',
    nombre: 1,
  });
  expect((await apercus(entree))[0]!.apercu).toMatchObject({
    nom: 'Alpha "fils"',
    adresse: '10 rue des Prés',
    codePostal: '67000',
    telephone: '03 88 81 75 33',
  });
});

test('an address book becomes organisations and their people; a card of nobody is said', async () => {
  const carte = (lignes: string[]) => ['BEGIN:VCARD', 'VERSION:3.0', ...lignes, 'END:VCARD'].join('\r\n');
  const texte = [
    carte([
      'FN:Léa Sow',
      'N:Sow;Léa;;Mme;',
      'ORG:Alpha',
      'TITLE:RH',
      'TEL;TYPE=CELL:0612345678',
      'EMAIL:lea@alpha.fr',
    ]),
    carte(['FN:Seul Dupont', 'N:Dupont;Seul;;;']),
    carte(['NOTE:rien']),
  ].join('\r\n');
  const entree = { nom: 'contacts.vcf', contenu: Buffer.from(texte).toString('base64') };
  const liste = await e.reussir('reseau.readImport', entree);
  expect(liste).toMatchObject({ format: 'carnet', titres: null, premieres: [], nombre: 2 });
  expect(liste.avertissements.join()).toContain('Carte 3');
  const [lea, seul] = await apercus({ ...entree, titres: null });
  expect(lea!.apercu).toMatchObject({ nom: 'Alpha', interlocuteur: 'Léa Sow, RH' });
  expect(seul).toMatchObject({ etat: 'rejetee', raison: expect.stringContaining('n’a pas d’organisation') });
  await e.reussir('reseau.runImport', entree);
  expect((await e.reussir('reseau.list', { recherche: 'sow' })).lignes).toMatchObject([{ nom: 'Alpha' }]);
});

test('cutting up a long file tells how far it is, and stops when asked', async () => {
  const lignes = Array.from({ length: 3000 }, (_, rang) => `Structure ${rang};Ville ${rang}`).join('\n');
  const entree = { nom: 'x.csv', contenu: Buffer.from(`nom;ville\n${lignes}`).toString('base64') };
  const faits: number[] = [];
  e.surProgression = (fait) => {
    faits.push(fait);
    if (faits.length === 2) e.demanderArret();
  };
  expect(await e.appeler('reseau.readImport', entree)).toMatchObject({ error: { code: 'annulee' } });
  expect(faits).toHaveLength(2);
  const xlsx = lire([['nom'], ...Array.from({ length: 3000 }, (_, rang) => [`Structure ${rang}`])]);
  expect(await e.appeler('reseau.readImport', xlsx)).toMatchObject({ error: { code: 'annulee' } });
});

test('choices of a list become codes of this base, the team is recognised, and an undo gives everything back', async () => {
  const { id: membreId } = (
    await e.reussir('parametres.saveEquipe', {
      membres: [{ prenom: 'Karima', nom: 'Brunet', fonction: 'CIP' }],
    })
  ).membres[0]!;
  const { id } = await e.reussir('reseau.create', {
    nom: 'Alpha',
    siret: '42414308900037',
    secteur: 'nettoyage',
  });
  const avant = await e.reussir('reseau.get', { id });
  const entree = lire([
    [
      'Nom',
      'SIRET',
      'Secteur',
      'Catégorie',
      'Code NAF',
      'Effectif',
      'Zone',
      'Stade',
      'Rôles',
      'Référent',
      'Origine',
    ],
    [
      'Alpha',
      42414308900037,
      'Espaces verts',
      'Association',
      '8130Z',
      35,
      'Plaine',
      'Engagée',
      'Employeur, Client',
      'BRUNET Karima',
      'Prospection',
    ],
    [
      'Bêta',
      null,
      'Machines rares',
      'SARL',
      'Peinture',
      '10 à 19 salariés',
      null,
      'Bof',
      'Voisin',
      'Mme Ana DIAS',
      'Le hasard',
    ],
    ['Gamma', null, null, null, null, '5 à 30', null, null, null, null, null],
  ]);
  const [alpha] = await apercus(entree);
  expect(alpha!.apercu!.autres).toBe(
    'Catégorie : Association · Secteur : Espaces verts · NAF : 81.30Z · Effectif : 35 · Zone : Plaine · Stade : Engagée · Rôles : Employeur, Client · Référent : Karima Brunet · Origine : Prospection',
  );
  const { id: importId } = await e.reussir('reseau.runImport', entree);
  expect(await e.reussir('reseau.get', { id })).toMatchObject({
    // The team's own choice stays.
    secteur: 'nettoyage',
    categorie: 'association',
    naf: '81.30Z',
    nafVersion: 'rev2',
    effectif: 35,
    taille: 'pme',
    zone: 'Plaine',
    stade: 'engagee',
    referentId: membreId,
    origine: 'prospection',
    roles: [{ role: 'client' }, { role: 'employeur' }],
  });
  const nouvelle = async (nom: string) => {
    const { lignes } = await e.reussir('reseau.list', { recherche: nom });
    return e.reussir('reseau.get', { id: lignes[0]!.id });
  };
  expect(await nouvelle('Bêta')).toMatchObject({
    genre: 'marchand',
    activite: 'Machines rares ; Peinture',
    effectif: null,
    taille: 'pme',
    origine: '',
    originePrecision: 'Le hasard',
    note: 'Stade : Bof\nRôle : Voisin',
    interlocuteurs: [{ nom: 'DIAS', prenom: 'Ana' }],
  });
  expect(await nouvelle('Gamma')).toMatchObject({
    taille: '',
    note: 'Effectif : 5 à 30',
    origine: 'annuaire',
    originePrecision: 'liste.xlsx',
  });
  await e.reussir('reseau.undoImport', { id: importId });
  expect(await e.reussir('reseau.get', { id })).toEqual(avant);
});

test('an undo tells how far it is and can be stopped, leaving everything as it was', async () => {
  const { id } = await e.reussir('reseau.runImport', lire([['Nom'], ['Alpha'], ['Bêta']]));
  e.demanderArret();
  expect(await e.appeler('reseau.undoImport', { id })).toMatchObject({ error: { code: 'annulee' } });
  expect((await e.reussir('reseau.list', {})).total).toBe(2);
});

test('past imports beyond the first page are reachable', async () => {
  for (const nom of ['a', 'b', 'c'])
    await e.reussir('reseau.runImport', { ...lire([['Nom'], [nom.repeat(3)]]), nom: `${nom}.xlsx` });
  expect(await e.reussir('reseau.imports', { nombre: 2 })).toHaveLength(2);
  expect(await e.reussir('reseau.imports', {})).toHaveLength(3);
  expect(await e.appeler('reseau.imports', { nombre: 0 })).toMatchObject({ ok: false });
});
