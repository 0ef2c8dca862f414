import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lireListe } from '../../db/importation-lecture.ts';
import { colonne, ecrireCsv } from '../../db/tableur.ts';
import type { Entree } from '../../shared/contrat.ts';
import { lireCellule } from '../../shared/reseau/import/lire-ligne.ts';
import { type Essai, essai } from '../appui.ts';

let e: Essai;
beforeEach(() => {
  e = essai();
});
afterEach(() => e.fermer());

/** Neither told nor stopped. */
const SANS_SUITE = { cancelled: () => false, progress: () => undefined };

const base64 = (texte: string, encodage: BufferEncoding = 'utf8') =>
  Buffer.from(texte, encodage).toString('base64');
const fichier = (texte: string) => ({ nom: 'liste.csv', contenu: base64(texte) });
const analyser = (texte: string) => e.reussir('reseau.analyzeImport', fichier(texte));
/** The dry run and the texts of its lines, as the screen puts them together. */
const verifier = async (entree: Entree<'reseau.analyzeImport'>) => {
  const { id, lignes } = await e.reussir('reseau.analyzeImport', entree);
  return e.reussir('reseau.importLines', { id, lignes: lignes.map(({ ligne }) => ligne) });
};
const importer = (texte: string) => e.reussir('reseau.runImport', fichier(texte));

interface Fiche {
  id: string;
  nom: string;
  note: string;
  activite: string;
  [champ: string]: string | null;
}
const fiches = () =>
  e.depot.base().sqlite.prepare('SELECT * FROM organisation ORDER BY rang').all() as Fiche[];
const nombre = (table: string) =>
  e.depot.base().sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;

const LISTE = [
  'type;nom;Secteur d’activités;Adresse;Code postal;Ville;Téléphone;email;SIRET;Contact;Observations',
  'ETTI;Alpha Intérim;Toutes activités;"10 rue des Prés\n67000 STRASBOURG";;;03 88 81 75 33;a@alpha.fr b@alpha.fr;424 143 089 00037;Mme Sylvie MULLER (RH);Sonner au 2e',
  'AI;Bêta Services;Mise à disposition;Siège : 8 rue Haute 21300 CHENOVE Structure : 4 rue Basse;67200;STRASBOURG;03 88 27 20 71 / 06 12 34 56 78;contact@beta.fr;493 444 830 00092;;',
  'ACI;Alpha Jardins;Maraîchage;10 rue des Prés;67000;STRASBOURG;03 88 81 75 33;a@alpha.fr;424 143 089 00037;;',
  ';;;;;;;;;;',
  'ACI;;Sans nom;;67000;STRASBOURG;;;;;',
  'EI;Gamma;Peinture;9 place Haute-B.P. 50014;67068;STRASBOURG CEDEX;03 88 24;pas de mail;123;;',
].join('\n');

test('the dry run says of each line what it would become, and writes nothing', async () => {
  const analyse = await analyser(LISTE);
  expect(analyse).toMatchObject({
    encodage: 'utf-8',
    separateur: ';',
    format: 'texte',
    titres: 1,
    memorisees: false,
  });
  expect(analyse.colonnes.map(({ cible }) => cible)).toEqual(
    'type nom activite adresse codePostal ville telephone courriel siret contact note'.split(' '),
  );
  expect(analyse.totaux).toEqual({ lignes: 5, nouvelles: 3, doublons: 1, rejetees: 1, remarques: 2 });
  expect(analyse.lignes.map(({ ligne, etat }) => [ligne, etat])).toEqual([
    [2, 'nouvelle'],
    [4, 'nouvelle'],
    [5, 'doublon'],
    [7, 'rejetee'],
    [8, 'nouvelle'],
  ]);
  const lignes = await e.reussir('reseau.importLines', { id: analyse.id, lignes: [8, 5, 7] });
  expect(lignes.map(({ ligne }) => ligne)).toEqual([8, 5, 7]);
  expect(lignes[1]).toMatchObject({
    proposition: 'completer',
    raison: expect.stringContaining('Même SIRET que la ligne 2 (Alpha Intérim, STRASBOURG)'),
    doublonDe: { id: null, ligne: 2 },
  });
  expect(lignes[2]!.raison).toBe('Cette ligne n’a pas de nom.');
  expect(lignes[0]!.remarques).toHaveLength(3);
  expect(nombre('organisation') + nombre('importation') + nombre('reglage')).toBe(0);
});

test('the columns are read as the dry run reads them, without their lines', async () => {
  const liste = await e.reussir('reseau.readImport', fichier(LISTE));
  expect(liste.nombre).toBe(5);
  expect(await analyser(LISTE)).toMatchObject(liste);
  expect(Object.keys(liste)).not.toContain('lignes');
});

test('the lines of a dry run are those of the last one only, and forgotten once imported', async () => {
  const { id } = await analyser('nom\nAlpha');
  expect(await e.reussir('reseau.importLines', { id, lignes: [2, 3, 999] })).toMatchObject([{ ligne: 2 }]);
  const { id: suivante } = await analyser('nom\nBêta');
  const refusee = { error: { code: 'conflit', message: expect.stringContaining('vérifiez à nouveau') } };
  expect(await e.appeler('reseau.importLines', { id, lignes: [2] })).toMatchObject(refusee);
  await importer('nom\nBêta');
  expect(await e.appeler('reseau.importLines', { id: suivante, lignes: [2] })).toMatchObject(refusee);
});

test('a dry run tells how far it is, and stops when asked', async () => {
  const lignes = Array.from({ length: 2000 }, (_, rang) => `Structure ${rang};Ville ${rang}`).join('\n');
  const faits: number[] = [];
  e.surProgression = (fait) => {
    faits.push(fait);
    if (fait >= 1000) e.demanderArret();
  };
  expect(await e.appeler('reseau.analyzeImport', fichier(`nom;ville\n${lignes}`))).toMatchObject({
    error: { code: 'annulee' },
  });
  expect(faits).toEqual([500, 1000]);
});

test('the import keeps every word of the list', async () => {
  const rendu = await importer(LISTE);
  expect(rendu).toMatchObject({ lignes: 5, creees: 3, completees: 1, ignorees: 0, rejetees: 1 });
  const [alpha, beta, gamma] = fiches();
  expect(alpha).toMatchObject({
    nom: 'Alpha Intérim',
    genre: 'siae',
    genre_siae: 'ETTI',
    siret: '42414308900037',
    adresse: '10 rue des Prés',
    code_postal: '67000',
    ville: 'STRASBOURG',
    telephone: '0388817533',
    courriel: 'a@alpha.fr',
    autre_courriel: 'b@alpha.fr',
    activite: 'Toutes activités ; Alpha Jardins : Maraîchage',
    note: 'Sonner au 2e\nAutre nom : Alpha Jardins\nType : ACI',
  });
  expect(beta).toMatchObject({
    adresse: '4 rue Basse',
    autre_telephone: '0612345678',
    note: 'Siège : 8 rue Haute 21300 CHENOVE',
  });
  expect(gamma).toMatchObject({ ville: 'STRASBOURG CEDEX', siret: '', telephone: '', courriel: '' });
  for (const garde of ['SIRET : 123', 'Téléphone : 03 88 24', 'Courriel : pas de mail'])
    expect(gamma!.note).toContain(garde);
  expect(e.depot.base().sqlite.prepare('SELECT civilite, prenom, nom FROM interlocuteur').all()).toEqual([
    { civilite: 'Mme', prenom: 'Sylvie', nom: 'MULLER' },
  ]);
});

test('a second import of the same list completes, and adds nothing twice', async () => {
  await importer(LISTE);
  const avant = fiches();
  e.nousSommesLe('2026-03-25');
  const analyse = await analyser(LISTE);
  expect(analyse.memorisees).toBe(true);
  expect(analyse.totaux).toMatchObject({ nouvelles: 0, doublons: 4 });
  const rendu = await importer(LISTE);
  expect(rendu).toMatchObject({ creees: 0, completees: 0, identiques: 4 });
  expect(fiches()).toEqual(avant);
  expect(nombre('interlocuteur')).toBe(1);
});

test('each line follows the decision of the user', async () => {
  const decisions = [
    { ligne: 2, action: 'ignorer' as const },
    { ligne: 5, action: 'completer' as const },
    { ligne: 8, action: 'ignorer' as const },
  ];
  const rendu = await e.reussir('reseau.runImport', { ...fichier(LISTE), decisions });
  expect(rendu).toMatchObject({ creees: 2, completees: 0, ignorees: 2, rejetees: 1 });
  expect(fiches().map(({ nom }) => nom)).toEqual(['Bêta Services', 'Alpha Jardins']);
});

test('undo removes what was created and gives back what was completed', async () => {
  await importer('nom;ville;tel\nAlpha;Strasbourg;03 88 81 75 33');
  const avant = fiches();
  e.nousSommesLe('2026-03-25');
  const { id } = await importer(
    'nom;ville;mail;contact\nAlpha;Strasbourg;a@b.fr;Sylvie Roth\nBêta;Colmar;c@d.fr;Max Weiss',
  );
  expect(fiches()).toHaveLength(2);
  e.nousSommesLe('2026-03-26');
  expect(await e.reussir('reseau.undoImport', { id })).toEqual({ retirees: 1, rendues: 1, gardees: [] });
  expect(fiches().map((fiche) => ({ ...fiche, updated_at: '' }))).toEqual(
    avant.map((fiche) => ({ ...fiche, updated_at: '' })),
  );
  expect([nombre('interlocuteur'), nombre('fonction')]).toEqual([0, 0]);
  expect(await e.appeler('reseau.undoImport', { id })).toMatchObject({ error: { code: 'regle' } });
  expect((await e.reussir('reseau.imports', {}))[0]).toMatchObject({ id, annuleLe: expect.any(String) });
});

test('undo leaves the records used since, and says which', async () => {
  const { id } = await importer('nom;ville\nAlpha;Strasbourg\nBêta;Colmar\nGamma;Riom');
  const { sqlite } = e.depot.base();
  const [alpha, beta] = fiches();
  sqlite
    .prepare("UPDATE organisation SET note = 'vu', updated_at = '2027-01-01' WHERE id = ?")
    .run(alpha!.id);
  sqlite
    .prepare(
      "INSERT INTO relance (id, organisation_id, libelle, echeance, created_at, updated_at) VALUES ('r', ?, 'Rappeler', '2026-05-01', '', '')",
    )
    .run(beta!.id);
  const rendu = await e.reussir('reseau.undoImport', { id });
  expect(rendu.retirees).toBe(1);
  expect(rendu.gardees.map(({ nom, raison }) => [nom, raison])).toEqual([
    ['Alpha', 'Cette fiche a été modifiée depuis l’import.'],
    ['Bêta', 'Un échange ou une relance y est noté.'],
  ]);
});

test('undo takes two imports back one after the other, the last first', async () => {
  const premier = await importer('nom;ville\nAlpha;Strasbourg');
  e.nousSommesLe('2026-03-25');
  const second = await importer('nom;ville;tel\nAlpha;Strasbourg;03 88 81 75 33');
  e.nousSommesLe('2026-03-26');
  expect(await e.reussir('reseau.undoImport', { id: second.id })).toMatchObject({ rendues: 1 });
  expect(await e.reussir('reseau.undoImport', { id: premier.id })).toMatchObject({
    retirees: 1,
    gardees: [],
  });
  expect(fiches()).toEqual([]);
});

test('undo keeps the organisation whose person tutors an immersion elsewhere', async () => {
  const { id } = await importer('nom;contact\nAlpha;Sylvie Roth\nBêta;Max Weiss');
  const { sqlite } = e.depot.base();
  sqlite.exec(`
    INSERT INTO salarie (id, prenom, nom, nom_tri, sexe, naissance, created_at, updated_at)
      VALUES ('s', 'Aya', 'Sow', 'sow', 'F', '2000-01-01', '', '');
    INSERT INTO immersion (id, numero, statut, salarie_id, organisation_id, tuteur_id, horaires, created_at, updated_at)
      SELECT 'm', '1', 'brouillon', 's', (SELECT id FROM organisation WHERE nom = 'Alpha'), i.id, '{}', '', ''
      FROM interlocuteur i WHERE i.nom = 'Weiss';`);
  const { gardees } = await e.reussir('reseau.undoImport', { id });
  expect(gardees.map(({ nom, raison }) => [nom, raison])).toEqual([
    ['Alpha', 'Une immersion y est notée.'],
    ['Bêta', 'Une immersion y est notée.'],
  ]);
});

test('what was imported is found at once by name, town, phone and interlocuteur, and no more once undone', async () => {
  const lignes = Array.from({ length: 150 }, (_, rang) => `Structure ${rang};Ville;;`);
  const { id } = await importer(
    `nom;ville;tel;contact\nŒuvre d’été;Sélestat;03 88 81 75 33;Sylvie Roth\n${lignes.join('\n')}`,
  );
  const resteDansIndex = (mot: string) =>
    e.depot
      .base()
      .sqlite.prepare('SELECT count(*) FROM organisation_fts_data WHERE instr(block, CAST(? AS BLOB))')
      .pluck()
      .get(mot);
  const trouver = async (recherche: string) => (await e.reussir('reseau.list', { recherche })).total;
  for (const recherche of ['oeuvre', 'selestat', '88817533', 'roth'])
    expect(await trouver(recherche), recherche).toBe(1);
  expect(resteDansIndex('roth')).toBe(1);
  await e.reussir('reseau.undoImport', { id });
  expect(await trouver('roth')).toBe(0);
  const { sqlite } = e.depot.base();
  for (const index of ['organisation_fts', 'organisation_parties']) {
    expect(() =>
      sqlite.exec(`INSERT INTO ${index}(${index}, rank) VALUES ('integrity-check', 1)`),
    ).not.toThrow();
    expect(sqlite.prepare(`SELECT v FROM ${index}_config WHERE k = 'secure-delete'`).pluck().get()).toBe(1);
  }
  expect(resteDansIndex('roth')).toBe(0);
});

test('a verified backup is made before anything is written', async () => {
  expect(e.depot.backups()).toEqual([]);
  await importer(LISTE);
  const [sauvegarde] = e.depot.backups();
  expect(sauvegarde).toMatchObject({ motif: 'import', verifiee: true });
  expect(e.depot.compare(sauvegarde!.id).sauvegarde).toMatchObject({ organisations: 0 });
});

test('an import stopped midway leaves nothing', async () => {
  const lignes = Array.from({ length: 2000 }, (_, rang) => `Structure ${rang};Ville ${rang}`);
  e.surProgression = (fait) => {
    if (fait >= 1000) e.demanderArret();
  };
  const enveloppe = await e.appeler('reseau.runImport', fichier(`nom;ville\n${lignes.join('\n')}`));
  expect(enveloppe).toMatchObject({ ok: false, error: { code: 'annulee' } });
  expect(nombre('organisation') + nombre('importation') + nombre('reglage')).toBe(0);
});

test('the lines not imported come back with their columns, their number and the reason', async () => {
  const decisions = [{ ligne: 8, action: 'ignorer' as const }];
  await e.reussir('reseau.exportRejets', {
    ...fichier(`${LISTE}\nX;=1+1;y`),
    decisions,
    format: 'csv',
  });
  const [produit] = e.traces.fichiers;
  expect(produit!.nom).toBe('liste - lignes non importées.csv');
  const csv = new TextDecoder().decode(produit!.contenu);
  expect(csv.split('\r\n')[0]).toContain('Ligne du fichier;Raison;type;nom;');
  expect(csv).toContain('7;Cette ligne n’a pas de nom.;ACI;;Sans nom');
  expect(csv).toContain('8;Laissée de côté lors de l’import.;EI;Gamma');
});

test('the columns chosen for a list are proposed again for the same headers', async () => {
  const liste = 'Machin;Truc\nAlpha;Peinture';
  await e.reussir('reseau.runImport', {
    ...fichier(liste),
    titres: 1,
    colonnes: ['nom', 'activite'],
  });
  const analyse = await analyser(liste.replace('Alpha', 'Bêta'));
  expect(analyse.memorisees).toBe(true);
  expect(analyse.colonnes.map(({ cible }) => cible)).toEqual(['nom', 'activite']);
});

test('one organisation per list shape: other encodings, separators, line ends', async () => {
  const attendu = { nom: 'Œuvre d’été', ville: 'Sélestat', telephone: '03 88 81 75 33' };
  const formes: [string, string][] = [
    ['UTF-16', base64('\ufeffNom\tVille\tTél\r\nŒuvre d’été\tSélestat\t0388817533\r\n', 'utf16le')],
    ['Mac line ends', base64('Nom;Ville;Tél\rŒuvre d’été;Sélestat;0388817533\r')],
    ['commas', base64('Nom,Ville,Tél\n"Œuvre d’été",Sélestat,0388817533\n\n\n')],
    ['sep=', base64('sep=|\r\nNom|Ville|Tél\r\nŒuvre d’été|Sélestat|0388817533')],
    ['no header', base64('Œuvre d’été;67600;Sélestat;03 88 81 75 33;x@y.fr')],
    [
      'title and page headers',
      base64('Annuaire 2026\n\nNom;Ville;Tél\nŒuvre d’été;Sélestat;388817533\nNom;Ville;Tél\n'),
    ],
    ['ragged', base64('Nom;Ville;Tél\nŒuvre d’été;Sélestat;0388817533;en plus;encore\nCourte\n')],
  ];
  for (const [forme, contenu] of formes) {
    const lignes = await verifier({ nom: 'x', contenu });
    expect(lignes[0]!.apercu, forme).toMatchObject(attendu);
  }
});

test.each([
  ['empty', '', /vide/],
  ['blank', base64('\n\n  \n'), /vide/],
  ['a cut workbook', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]).toString('base64'), /classeur est endommagé/],
  ['100 000 columns', base64(`${'a;'.repeat(100_000)}\n1`), /colonnes/],
  ['too many lines', base64('a;b\n'.repeat(50_002)), /Découpez/],
])('%s is refused with a sentence', async (_, contenu, phrase) => {
  const enveloppe = await e.appeler('reseau.analyzeImport', { nom: 'x.csv', contenu });
  expect(enveloppe.ok).toBe(false);
  expect(enveloppe.ok ? '' : enveloppe.error.message).toMatch(phrase);
});

test('more than 20 MB is refused', async () => {
  const contenu = 'QUJD'.repeat(6_700_000);
  expect(await e.appeler('reseau.analyzeImport', { nom: 'x', contenu })).toMatchObject({
    error: { code: 'fichier-trop-gros' },
  });
});

test('a header alone has nothing to import', async () => {
  const analyse = await analyser('nom;ville;tel\n');
  expect(analyse.totaux.lignes).toBe(0);
  expect(analyse.avertissements.join()).toContain('qu’une ligne d’en-tête');
});

test('hostile content is text like any other', async () => {
  const hostile = fichier(
    '__proto__;constructor;nom;toString\n=HYPERLINK("x");b;Alpha\u202egpj.exe;<script>alert(1)</script>\n"jamais refermé;c;Bêta;d',
  );
  const { avertissements } = await e.reussir('reseau.readImport', hostile);
  expect(avertissements.join()).toContain('guillemet');
  const lignes = await verifier(hostile);
  expect(lignes.map(({ apercu }) => apercu?.nom)).toEqual(['Alphagpj.exe', 'Bêta']);
  expect(lignes[0]!.apercu!.note).toContain('__proto__ : =HYPERLINK');
  const [grosse] = await verifier(fichier(`nom;note\nAlpha;${'x'.repeat(1_000_000)}`));
  expect(grosse).toMatchObject({
    etat: 'rejetee',
    raison: expect.stringContaining('Trop de texte'),
  });
});

test('a social security number is never kept', async () => {
  const cle = String(97 - Number(1850578006084n % 97n)).padStart(2, '0');
  await importer(`nom;siret;note\nAlpha;185057800608${'4'}${cle};né : 1 85 05 78 006 084 ${cle}`);
  expect(JSON.stringify(fiches())).not.toMatch(/1 ?85 ?05 ?78/);
});

test.each([
  { nom: 'x' },
  { nom: 'x', contenu: 'pas du base64 !' },
  { nom: 'x', contenu: base64('nom\nA'), encodage: 'ebcdic' },
  { nom: 'x', contenu: base64('nom\nA'), colonnes: ['__proto__'] },
  { nom: 'x', contenu: base64('nom\nA'), colonnes: ['nom', 'ville'] },
  { nom: 'x', contenu: base64('nom\nA'), chemin: '/etc/passwd' },
])('wrong input is refused: %j', async (entree) => {
  expect(await e.dispatch.appeler('reseau.analyzeImport', entree)).toMatchObject({
    ok: false,
    error: { code: 'entree-invalide' },
  });
});

test('property: what our CSV writes is read back cell for cell', async () => {
  const texte = fc
    .string({ unit: 'grapheme', maxLength: 30 })
    .map((t) => lireCellule(`x${t}`).slice(1).trim());
  const hostile = fc.constantFrom(
    '=1+1',
    '+33 6',
    '-12,5',
    '@x',
    '01000',
    'a;b',
    'dit "oui"',
    'deux\nlignes',
    "'=x",
    '＝1',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.oneof(texte, hostile), hostile), { minLength: 1, maxLength: 8 }),
      async (lignes) => {
        const csv = ecrireCsv(
          [
            colonne.texte('Nom', ([a]: [string, string]) => a),
            colonne.texte('Note', ([, b]: [string, string]) => b),
          ],
          lignes,
        );
        const demande = { nom: 'x', contenu: base64(csv), separateur: ';' as const, titres: 1 };
        const liste = await lireListe(demande, [], SANS_SUITE);
        expect(liste.enregistrements.map(({ cellules }) => cellules.map(lireCellule))).toEqual(lignes);
      },
    ),
  );
});
