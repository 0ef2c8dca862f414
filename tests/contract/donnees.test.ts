import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { donneesContrat } from '../../shared/donnees/contrat.ts';
import { type Essai, essai } from '../appui.ts';
import { nommer } from '../fixtures/depot.ts';

let e: Essai;
beforeEach(() => {
  e = essai();
});
afterEach(() => e.fermer());

const SAUVEGARDE = '2026-03-24_12-00-00_manuelle';

/** Calls as anyone could from outside, whatever the types say. */
const appelBrut = (nom: string, entree: unknown) => e.dispatch.appeler(nom, entree);

test('a new folder: open, empty, nothing saved yet', async () => {
  expect(await e.reussir('donnees.etat', {})).toEqual({
    ouverte: true,
    probleme: null,
    exemples: false,
    derniereSauvegarde: null,
    verifieeLe: null,
    echecSauvegarde: null,
  });
  expect(await e.reussir('donnees.backups', {})).toEqual([]);
  const place = await e.reussir('donnees.place', {});
  expect(place).toMatchObject({ dossier: e.dossier, danger: null });
  expect(place.taille).toBeGreaterThan(0);
});

test('check: finds the base sound, makes the backup of the day once there is a structure, once a day', async () => {
  expect(await e.reussir('donnees.check', { complet: false })).toMatchObject({ derniereSauvegarde: null });
  nommer(e.depot, 'A');
  const etat = await e.reussir('donnees.check', { complet: true });
  expect(etat.verifieeLe).toBe(etat.derniereSauvegarde);
  expect(etat.verifieeLe).not.toBeNull();
  await e.reussir('donnees.check', { complet: false });
  expect((await e.reussir('donnees.backups', {})).map(({ motif }) => motif)).toEqual(['jour']);
  e.nousSommesLe('2026-03-25');
  await e.reussir('donnees.check', { complet: false });
  expect(await e.reussir('donnees.backups', {})).toHaveLength(2);
});

test('the first write of a day is preceded by the backup of what it is about to change', async () => {
  nommer(e.depot, 'A');
  await e.reussir('parametres.saveEquipe', { membres: [{ prenom: 'Karine', nom: 'Brunet', fonction: '' }] });
  const [jour] = await e.reussir('donnees.backups', {});
  expect(jour?.motif).toBe('jour');
  await e.reussir('donnees.restore', { id: jour!.id });
  expect((await e.reussir('parametres.get', {})).membres).toEqual([]);
  expect(e.traces.tables).toContainEqual(['donnees']);
});

test('backupNow, compare, exportBackup, restore', async () => {
  nommer(e.depot, 'A');
  const faite = await e.reussir('donnees.backupNow', {});
  expect(faite).toMatchObject({ id: SAUVEGARDE, motif: 'manuelle', verifiee: true });
  nommer(e.depot, 'B');
  e.depot
    .base()
    .sqlite.exec(
      "INSERT INTO organisation (id, nom, nom_tri, cherche, created_at, updated_at) VALUES ('a', 'F', 'f', 'f', '', '')",
    );
  const { sauvegarde, actuelle } = await e.reussir('donnees.compare', { id: faite.id });
  expect(sauvegarde).toEqual({ organisations: 0, sollicitations: 0, salaries: 0, immersions: 0 });
  expect(actuelle).toMatchObject({ organisations: 1 });

  expect(await e.reussir('donnees.exportBackup', { id: faite.id })).toMatchObject({ etat: 'enregistre' });
  const [fichier] = e.traces.fichiers;
  expect(fichier?.nom).toBe(`passerelle_${SAUVEGARDE}.sqlite`);
  expect(new TextDecoder().decode(fichier!.contenu.slice(0, 15))).toBe('SQLite format 3');

  expect(await e.reussir('donnees.restore', { id: faite.id })).toMatchObject({
    ouverte: true,
    probleme: null,
  });
  expect((await e.reussir('parametres.get', {})).structure?.raisonSociale).toBe('A');
  expect((await e.reussir('donnees.backups', {})).map(({ motif }) => motif)).toContain('restauration');
});

describe('addBackup', () => {
  const apporter = (octets: Uint8Array) =>
    e.appeler('donnees.addBackup', { contenu: Buffer.from(octets).toString('base64') });
  const refusee = (message: string) => ({
    ok: false,
    error: { code: 'fichier-illisible', message: expect.stringContaining(message) },
  });

  /** The bytes of a good backup, changed by `sql`. */
  async function octetsAvec(sql: string): Promise<Uint8Array> {
    const { id } = await e.reussir('donnees.backupNow', {});
    const chemin = join(e.dossier, 'sauvegardes', `passerelle_${id}.sqlite`);
    if (sql) {
      const copie = new Sqlite(chemin);
      copie.exec(sql);
      copie.close();
    }
    const octets = readFileSync(chemin);
    rmSync(chemin);
    return octets;
  }
  beforeEach(() => nommer(e.depot, 'A'));

  test('a backup taken elsewhere comes back into the list, and can be restored', async () => {
    const octets = await octetsAvec('');
    nommer(e.depot, 'B');
    const ajoutee = await apporter(octets);
    expect(ajoutee).toMatchObject({ ok: true, value: { motif: 'apportee', verifiee: true } });
    await e.reussir('donnees.restore', { id: '2026-03-24_12-00-00_apportee' });
    expect((await e.reussir('parametres.get', {})).structure?.raisonSociale).toBe('A');
  });

  test('a base copied as it was, in its own journal mode, is taken too', async () => {
    expect(await apporter(await octetsAvec('PRAGMA journal_mode = WAL'))).toMatchObject({ ok: true });
  });

  test.each([
    ['a picture', async () => new TextEncoder().encode('\u0089PNG '.repeat(500)), 'n’est pas une sauvegarde'],
    ['nothing', async () => new Uint8Array(), 'n’est pas une sauvegarde'],
    ['a backup cut short', async () => (await octetsAvec('')).subarray(0, 20_000), 'endommagée'],
    [
      'a newer base',
      () => octetsAvec("INSERT INTO _migrations VALUES ('9999_futur', 'x', '')"),
      'plus récente',
    ],
    ['another base', () => octetsAvec('DROP TABLE _migrations'), 'modifiée en dehors'],
    [
      'a base with a trigger of its own',
      () =>
        octetsAvec('CREATE TRIGGER piege AFTER INSERT ON sollicitation BEGIN DELETE FROM organisation; END'),
      'modifiée en dehors',
    ],
    [
      'a base with a view of its own',
      () => octetsAvec('CREATE VIEW piege AS SELECT 1'),
      'modifiée en dehors',
    ],
  ])('%s is refused in a sentence, and leaves no file', async (_cas, octets, message) => {
    expect(await apporter(await octets())).toMatchObject(refusee(message));
    expect(readdirSync(join(e.dossier, 'sauvegardes'))).toEqual([]);
  });

  test('a file too big says what to do instead', async () => {
    expect(await apporter(new Uint8Array(20_000_001))).toMatchObject({
      ok: false,
      error: { code: 'fichier-trop-gros', message: expect.stringContaining('dossier') },
    });
  });

  test('what is not base64 is refused before anything is read', async () => {
    expect(await e.appeler('donnees.addBackup', { contenu: '../passerelle' })).toMatchObject({
      ok: false,
      error: { code: 'entree-invalide', champs: { contenu: expect.stringContaining('pas arrivé entier') } },
    });
  });
});

test('openFolder answers without saying where, and says when there is nothing to open', async () => {
  expect(await e.reussir('donnees.openFolder', {})).toBeNull();
  e.depot.close();
  rmSync(e.dossier, { recursive: true });
  const refusee = await e.appeler('donnees.openFolder', {});
  expect(refusee).toMatchObject({ ok: false, error: { code: 'base-absente' } });
  expect(JSON.stringify(refusee)).not.toContain(e.dossier);
});

describe('the examples', () => {
  // Straight on the folder: what they contain is another story.
  beforeEach(() => {
    nommer(e.depot, 'A');
    e.depot.openExamples((base) =>
      base.sqlite.exec(
        "INSERT INTO structure (id, raison_sociale, genre, updated_at) VALUES (1, 'X', 'EI', '')",
      ),
    );
  });

  test('are never saved, and nothing can be restored over them', async () => {
    expect(await e.appeler('donnees.backupNow', {})).toMatchObject({
      ok: false,
      error: { code: 'regle', message: expect.stringContaining('La base d’exemples n’est pas sauvegardée') },
    });
    await e.reussir('donnees.check', { complet: true });
    expect(await e.reussir('donnees.backups', {})).toEqual([]);
  });

  test('are removed in one call, which gives the structure’s own base back', async () => {
    expect(await e.reussir('donnees.removeExamples', {})).toMatchObject({ exemples: false, ouverte: true });
    expect((await e.reussir('parametres.get', {})).structure?.raisonSociale).toBe('A');
    // Once more does no harm.
    expect(await e.reussir('donnees.removeExamples', {})).toMatchObject({ exemples: false, ouverte: true });
  });
});

describe('a base that cannot be opened', () => {
  test('the domain still answers, everything else refuses with the same sentence, and none says where', async () => {
    nommer(e.depot, 'A');
    const { id } = await e.reussir('donnees.backupNow', {});
    e.depot.close();
    writeFileSync(join(e.dossier, 'passerelle.sqlite'), 'abîmée '.repeat(2000));
    expect(await e.reussir('donnees.reopen', {})).toMatchObject({
      ouverte: false,
      probleme: 'base-corrompue',
    });
    for (const [nom, entree] of [
      ['parametres.get', {}],
      ['donnees.backupNow', {}],
      ['donnees.check', { complet: false }],
      ['parametres.saveEquipe', { membres: [] }],
    ] as const) {
      const enveloppe = await appelBrut(nom, entree);
      expect(enveloppe, nom).toMatchObject({ ok: false });
      expect(JSON.stringify(enveloppe), nom).not.toContain(e.dossier);
    }
    expect(await e.reussir('donnees.compare', { id })).toMatchObject({ actuelle: null });
    expect(await e.reussir('donnees.restore', { id })).toMatchObject({ ouverte: true });
    expect((await e.reussir('parametres.get', {})).structure?.raisonSociale).toBe('A');
  });

  test('a second window is refused everything, and closing the first frees the folder', async () => {
    nommer(e.depot, 'A');
    const { id } = await e.reussir('donnees.backupNow', {});
    const second = essai(e.dossier);
    expect(await second.reussir('donnees.etat', {})).toMatchObject({ probleme: 'base-verrouillee' });
    expect(await second.reussir('donnees.backups', {})).toHaveLength(1);
    for (const enveloppe of [
      await second.appeler('donnees.restore', { id }),
      await second.appeler('donnees.backupNow', {}),
      await second.appeler('donnees.removeExamples', {}),
    ]) {
      expect(enveloppe).toMatchObject({ ok: false, error: { code: 'base-verrouillee' } });
    }
    e.depot.close();
    expect(await second.reussir('donnees.reopen', {})).toMatchObject({ ouverte: true, probleme: null });
    second.depot.close();
  });
});

describe('bad input', () => {
  const parId = ['donnees.compare', 'donnees.exportBackup', 'donnees.restore'];

  test.each(parId)('%s: a backup that is not there is not found, in a sentence', async (nom) => {
    expect(await appelBrut(nom, { id: SAUVEGARDE })).toMatchObject({
      ok: false,
      error: { code: 'introuvable', message: 'Cette sauvegarde n’est plus dans le dossier.' },
    });
  });

  test.each(parId)('%s: an id that is not one never reaches the disk', async (nom) => {
    nommer(e.depot, 'A');
    const avant = readdirSync(e.dossier);
    for (const id of [
      '../passerelle',
      '..\\passerelle',
      '/etc/passwd',
      'C:\\Windows\\win.ini',
      `${SAUVEGARDE}/../../x`,
      `${SAUVEGARDE}\u0000`,
      `${SAUVEGARDE}\n`,
      '2026-03-24_12-00-00_autre',
      '',
      null,
      42,
      { toString: () => SAUVEGARDE },
      [SAUVEGARDE],
    ]) {
      expect(await appelBrut(nom, { id }), String(id)).toMatchObject({
        ok: false,
        error: { code: 'entree-invalide', champs: { id: expect.any(String) } },
      });
    }
    expect(readdirSync(e.dossier)).toEqual(avant);
  });

  test.each(Object.keys(donneesContrat))(
    '%s refuses a key too many, a prototype and what is not an object',
    async (nom) => {
      const polluee = JSON.parse('{"__proto__": {"ouverte": true}}');
      for (const entree of [{ dossier: '/tmp' }, polluee, { constructor: 1 }, null, [], 'x', 1, undefined]) {
        expect(await appelBrut(nom, entree)).toMatchObject({ ok: false, error: { code: 'entree-invalide' } });
      }
      expect(({} as Record<string, unknown>).ouverte).toBeUndefined();
    },
  );

  test('check wants to know how far to look', async () => {
    for (const complet of ['oui', 1, null, undefined]) {
      expect(await appelBrut('donnees.check', { complet })).toMatchObject({
        ok: false,
        error: { code: 'entree-invalide' },
      });
    }
  });
});
