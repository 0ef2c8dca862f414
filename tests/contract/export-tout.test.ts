import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { TABLES_EXPORTEES, TABLES_TUES } from '../../db/export-tout-tables.ts';
import { type Essai, essai } from '../appui.ts';
import { parcours, saisieComplete } from '../immersions.ts';

let e: Essai;
beforeEach(() => {
  e = essai();
});
afterEach(() => e.fermer());

async function exporter(): Promise<Record<string, Uint8Array>> {
  await e.reussir('donnees.exportTout', {});
  return unzipSync(e.traces.fichiers.at(-1)!.contenu);
}

const lireCsv = (octets: Uint8Array) =>
  parse(strFromU8(octets), { bom: true, delimiter: ';', columns: true }) as Record<string, string>[];

test('every table and every column of the base is either told or left out on purpose', () => {
  const { sqlite } = e.depot.base();
  const tables = sqlite
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE 'CREATE VIRTUAL%'",
    )
    .pluck()
    .all() as string[];
  const visibles = tables.filter((nom) => !/_(fts|parties)_/.test(nom));
  expect(visibles.toSorted()).toEqual(
    [...TABLES_EXPORTEES.map(({ table }) => table), ...TABLES_TUES].toSorted(),
  );
  for (const { table, champs, tues = [] } of TABLES_EXPORTEES) {
    const colonnes = sqlite.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[];
    const dites = new Set([...champs.map(({ colonne }) => colonne), ...tues]);
    // The key of an attachment is told by its place in the archive.
    expect([...dites].toSorted(), table).toEqual(colonnes.toSorted());
  }
});

test('the archive tells everything in words, joins by identifiers, and carries the attachments', async () => {
  const { salarieId, organisationId, referentId } = await parcours(e);
  await e.reussir('immersions.create', saisieComplete(salarieId, organisationId, { referentId }));
  const { id: sollicitationId } = await e.reussir('sollicitations.record', {
    organisationIds: [organisationId],
    date: '2026-03-20',
    canal: 'visite',
    sens: 'sortante',
    resultat: 'accord',
    texte: '=HYPERLINK("http://x")',
    relance: null,
  });
  await e.reussir('sollicitations.attach', {
    sollicitationId,
    nom: '..\\..\\fiche ..pdf.pdf',
    contenu: Buffer.from('%PDF-1.4\nun').toString('base64'),
  });
  const archive = await exporter();
  const { nom } = e.traces.fichiers.at(-1)!;
  expect(nom).toBe('passerelle-donnees-2026-03-24.zip');
  for (const { fichier } of TABLES_EXPORTEES) expect(Object.keys(archive)).toContain(fichier);
  const [echange] = lireCsv(archive['echanges.csv']!);
  expect(echange).toMatchObject({
    Date: '20/03/2026',
    Moyen: 'Visite',
    Sens: 'Nous l’avons contactée',
    Résultat: 'Accord',
    Texte: '\'=HYPERLINK("http://x")',
  });
  const [touche] = lireCsv(archive['echanges-organisations.csv']!);
  const [organisation] = lireCsv(archive['organisations.csv']!);
  expect(touche!['Organisation : identifiant']).toBe(organisation!['Identifiant Passerelle']);
  expect(touche!['Échange : identifiant']).toBe(echange!['Identifiant Passerelle']);
  expect(lireCsv(archive['immersions.csv']!)[0]!.Horaires).toMatch(/^lundi 9/);
  const [piece] = lireCsv(archive['pieces-jointes.csv']!);
  expect(strFromU8(archive[piece!['Fichier dans cette archive']!]!)).toBe('%PDF-1.4\nun');
  for (const chemin of Object.keys(archive)) expect(chemin).toMatch(/^(pieces\/\d{4} )?[^/\\]+$/);
  const lisezMoi = strFromU8(archive['LISEZ-MOI.txt']!);
  expect(lisezMoi).toContain('données personnelles');
  expect(lisezMoi).toMatch(/echanges\.csv \(1\)/);
  const avant = e.traces.fichiers.at(-1)!.contenu;
  await e.reussir('donnees.exportTout', {});
  expect(Buffer.compare(avant, e.traces.fichiers.at(-1)!.contenu)).toBe(0);
});

test('organisations.csv re-imports without making anything twice', async () => {
  for (const nom of ['Alpha', 'Bêta'])
    await e.reussir('reseau.create', {
      nom,
      genre: 'siae',
      genreSiae: 'ACI',
      activite: 'Maraîchage ; paysage',
      adresse: '10 rue des Prés\nBâtiment B',
      codePostal: '01000',
      ville: 'Bourg-en-Bresse',
      telephone: '06 12 34 56 78',
      note: 'Deux\nlignes "citées"',
      categorie: 'association',
      secteur: 'espaces_verts',
      naf: '81.30Z',
      nafVersion: 'rev2',
      effectif: 35,
      zone: 'Plaine',
      stade: 'engagee',
      origine: 'client',
      roles: [{ role: 'employeur', debut: '2024-01-01', fin: null }],
    });
  await e.reussir('reseau.create', { nom: 'Sans rien' });
  const { 'organisations.csv': csv } = await exporter();
  const entree = { nom: 'organisations.csv', contenu: Buffer.from(csv!).toString('base64') };
  const { totaux } = await e.reussir('reseau.analyzeImport', entree);
  expect(totaux).toMatchObject({ lignes: 3, doublons: 3, nouvelles: 0, rejetees: 0 });
  expect(await e.reussir('reseau.runImport', entree)).toMatchObject({ completees: 0, identiques: 3 });
  expect((await e.reussir('reseau.list', {})).total).toBe(3);
});

test('it tells how far it is, and stopping hands nothing over', async () => {
  for (let rang = 0; rang < 3; rang += 1) await e.reussir('reseau.create', { nom: `Alpha ${rang}` });
  const faits: number[] = [];
  e.surProgression = (fait) => void faits.push(fait);
  await exporter();
  expect(faits).toEqual([0]);
  e.demanderArret();
  expect(await e.appeler('donnees.exportTout', {})).toMatchObject({ error: { code: 'annulee' } });
  expect(e.traces.fichiers).toHaveLength(1);
});

test('an empty base and a lost attachment make an archive all the same', async () => {
  expect(Object.keys(await exporter())).toContain('LISEZ-MOI.txt');
  const { organisationId } = await parcours(e);
  const { id: sollicitationId } = await e.reussir('sollicitations.record', {
    organisationIds: [organisationId],
    date: '2026-03-20',
    canal: 'visite',
    sens: 'sortante',
    resultat: 'accord',
    relance: null,
  });
  await e.reussir('sollicitations.attach', { sollicitationId, nom: 'a.txt', contenu: btoa('un') });
  e.depot.base().sqlite.prepare("UPDATE piece_jointe SET sha256 = 'x'").run();
  const archive = await exporter();
  expect(lireCsv(archive['pieces-jointes.csv']!)[0]!['Fichier dans cette archive']).toBe('disparu ou abîmé');
});
