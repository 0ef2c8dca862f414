import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

test('openFolder answers without saying where', async () => {
  expect(await e.reussir('donnees.openFolder', {})).toBeNull();
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
