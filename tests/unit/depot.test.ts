import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Depot } from '../../db/depot.ts';
import { codeStockage } from '../../db/open.ts';
import { PHRASES } from '../../shared/erreurs.ts';
import { dossierVide, enfant, maintenant, nomDe, nommer, VERSION_SUIVANTE } from '../fixtures/depot.ts';

let dossier: string;
let ouverts: Depot[];
beforeEach(() => {
  dossier = dossierVide();
  ouverts = [];
});
afterEach(() => {
  for (const depot of ouverts) depot.close();
  rmSync(dossier, { recursive: true, force: true });
});

function ouvrir(options: ConstructorParameters<typeof Depot>[2] & { dossier?: string } = {}): Depot {
  const depot = new Depot(options.dossier ?? dossier, maintenant, options);
  ouverts.push(depot);
  depot.open();
  return depot;
}

const base = () => join(dossier, 'passerelle.sqlite');

test('a new folder gives an open base, set up for durability and erasure', () => {
  const { sqlite } = ouvrir({ dossier: join(dossier, 'a', 'b') }).base();
  const reglages = [
    'journal_mode',
    'synchronous',
    'foreign_keys',
    'locking_mode',
    'trusted_schema',
    'secure_delete',
    'cell_size_check',
  ];
  expect(reglages.map((nom) => sqlite.pragma(nom, { simple: true }))).toEqual([
    'wal',
    2,
    1,
    'exclusive',
    0,
    1,
    1,
  ]);
  for (const index of ['organisation_fts', 'organisation_parties', 'sollicitation_fts']) {
    expect(sqlite.prepare(`SELECT v FROM ${index}_config WHERE k = 'secure-delete'`).pluck().get()).toBe(1);
  }
});

test('what was written is there after closing and opening again, and one file holds it all', () => {
  const depot = ouvrir();
  nommer(depot, 'Les Ateliers du Val');
  depot.close();
  expect(readdirSync(dossier).filter((nom) => nom.startsWith('passerelle.sqlite'))).toEqual([
    'passerelle.sqlite',
  ]);
  expect(nomDe(ouvrir())).toBe('Les Ateliers du Val');
});

describe('lock', () => {
  test('a second opener of the same process is told so, and the first is not disturbed', () => {
    const premier = ouvrir();
    expect(ouvrir().etat()).toMatchObject({ ouverte: false, probleme: 'base-verrouillee' });
    nommer(premier, 'A');
    expect(nomDe(premier)).toBe('A');
  });

  test('so is another process', () => {
    ouvrir();
    const { sortie } = enfant(`
      import { Depot } from './db/depot.ts';
      const depot = new Depot(${JSON.stringify(dossier)}, () => new Date());
      depot.open();
      process.stdout.write(String(depot.etat().probleme));
    `);
    expect(sortie).toBe('base-verrouillee');
  });

  test('the base alone refuses a second opener too', () => {
    ouvrir();
    const autre = new Sqlite(base(), { timeout: 10 });
    expect(() => autre.prepare('SELECT * FROM structure').all()).toThrow(
      expect.objectContaining({ code: expect.stringMatching(/^SQLITE_BUSY/) }),
    );
    autre.close();
  });

  test('closing frees the folder', () => {
    ouvrir().close();
    expect(ouvrir().etat().ouverte).toBe(true);
  });

  test('a second opener touches nothing of a backup under way', () => {
    ouvrir();
    const encours = join(dossier, 'sauvegardes', 'passerelle_2026-03-24_08-00-00_jour.sqlite.tmp');
    writeFileSync(encours, 'half');
    ouvrir();
    expect(existsSync(encours)).toBe(true);
  });
});

describe('a base that cannot be opened says why, without a path', () => {
  function probleme(options: Parameters<typeof ouvrir>[0] = {}) {
    const echecs: unknown[] = [];
    const depot = ouvrir({ ...options, surEchec: (erreur) => echecs.push(erreur) });
    const { ouverte, probleme } = depot.etat();
    expect(ouverte).toBe(false);
    expect(echecs).toHaveLength(1);
    expect(() => depot.base()).toThrow(PHRASES[probleme!]);
    expect(PHRASES[probleme!]).not.toContain(dossier);
    return probleme;
  }

  test('a file where the folder should be', () => {
    writeFileSync(join(dossier, 'fichier'), '');
    expect(probleme({ dossier: join(dossier, 'fichier') })).toBe('base-absente');
    expect(probleme({ dossier: join(dossier, 'fichier', 'donnees') })).toBe('base-absente');
  });

  test('a folder where the base should be', () => {
    mkdirSync(base());
    expect(probleme()).toBe('base-absente');
  });

  test('a file that is not a base', () => {
    writeFileSync(base(), 'Cher journal, '.repeat(1000));
    expect(probleme()).toBe('base-corrompue');
  });

  test('a base cut short', () => {
    const depot = ouvrir();
    nommer(depot, 'A');
    depot.close();
    truncateSync(base(), 6000);
    expect(probleme()).toBe('base-corrompue');
  });

  test('a newer base, which stays as it is', () => {
    ouvrir({ migrations: VERSION_SUIVANTE }).close();
    expect(probleme()).toBe('base-future');
    ouverts.at(-1)!.close();
    expect(ouvrir({ migrations: VERSION_SUIVANTE }).etat().ouverte).toBe(true);
  });

  test('a base edited outside', () => {
    ouvrir().close();
    const autre = new Sqlite(base());
    autre.exec("UPDATE _migrations SET sha256 = 'autre'");
    autre.close();
    expect(probleme()).toBe('base-modifiee');
  });

  test.each(['gone', 'emptied'])(
    'a base %s while its backups are there is not replaced by an empty one',
    (cas) => {
      const depot = ouvrir();
      nommer(depot, 'A');
      depot.backup('manuelle');
      depot.close();
      if (cas === 'gone') rmSync(base());
      else truncateSync(base(), 0);
      expect(probleme()).toBe(cas === 'gone' ? 'base-absente' : 'base-corrompue');
    },
  );

  // Root ignores permissions: as root, the user « nobody » does the opening.
  const racine = process.geteuid?.() === 0;
  const enSimpleUtilisateur = (fonction: () => void) => {
    if (!racine) return fonction();
    process.seteuid!(65534);
    try {
      fonction();
    } finally {
      process.seteuid!(0);
    }
  };

  test.skipIf(process.platform === 'win32')('a folder that cannot be written to', () => {
    chmodSync(dossier, 0o555);
    enSimpleUtilisateur(() => expect(probleme()).toBe('base-lecture-seule'));
    chmodSync(dossier, 0o755);
  });

  test.skipIf(process.platform === 'win32')('a folder that cannot be read', () => {
    chmodSync(dossier, 0o000);
    enSimpleUtilisateur(() => expect(probleme()).toBe('base-absente'));
    chmodSync(dossier, 0o755);
  });

  test('a write-protected base in a folder that can be written to', ({ skip }) => {
    ouvrir().close();
    chmodSync(base(), 0o444);
    // Root may write there all the same, unless the file is immutable.
    if (racine && spawnSync('chattr', ['+i', base()]).status !== 0) skip('root, and no chattr here');
    try {
      expect(probleme()).toBe('base-lecture-seule');
    } finally {
      if (racine) spawnSync('chattr', ['-i', base()]);
      chmodSync(base(), 0o644);
    }
  });
});

test('a full disk refuses the write with its own code, keeps what was there, and recovers', () => {
  const depot = ouvrir();
  nommer(depot, 'A');
  const { sqlite } = depot.base();
  const pages = sqlite.pragma('page_count', { simple: true }) as number;
  sqlite.pragma(`max_page_count = ${pages}`);
  const remplir = sqlite.prepare("INSERT INTO reglage (cle, valeur, updated_at) VALUES (?, ?, '')");
  let erreur: unknown;
  try {
    sqlite.transaction(() => remplir.run('gros', 'x'.repeat(200_000))).immediate();
  } catch (attrapee) {
    erreur = attrapee;
  }
  expect(codeStockage(erreur)).toBe('base-disque-plein');
  expect(nomDe(depot)).toBe('A');
  sqlite.pragma('max_page_count = 1000000');
  remplir.run('gros', 'x'.repeat(200_000));
  depot.check(true);
  expect(depot.etat().probleme).toBeNull();
});

test('a disk full while migrating leaves the base as it was', () => {
  const depot = ouvrir();
  nommer(depot, 'A');
  depot.close();
  const suivante = VERSION_SUIVANTE.map((migration) =>
    migration.nom === '9999_suivante'
      ? {
          ...migration,
          sql: `PRAGMA max_page_count = 1; ${migration.sql} INSERT INTO nouveaute VALUES (hex(zeroblob(100000)));`,
        }
      : migration,
  );
  expect(ouvrir({ migrations: suivante }).etat().probleme).toBe('base-disque-plein');
  for (const ouvert of ouverts) ouvert.close();
  expect(nomDe(ouvrir())).toBe('A');
});

test('the examples open in place of the structure’s base, and removing them gives it back', () => {
  const depot = ouvrir();
  nommer(depot, 'Les Ateliers du Val');
  depot.openExamples((exemples) => {
    exemples.sqlite.exec(
      "INSERT INTO structure (id, raison_sociale, genre, updated_at) VALUES (1, 'Imaginaire', 'EI', '')",
    );
  });
  expect(depot.etat().exemples).toBe(true);
  expect(nomDe(depot)).toBe('Imaginaire');
  expect(depot.backup('import')).toBeNull();
  expect(depot.backupOfDay()).toBe(false);
  depot.close();
  expect(nomDe(ouvrir())).toBe('Imaginaire');
  ouverts.at(-1)!.removeExamples();
  expect(nomDe(ouverts.at(-1)!)).toBe('Les Ateliers du Val');
  expect(ouverts.at(-1)!.backups()).toEqual([]);
});

test('examples that cannot be made leave the structure’s base open', () => {
  const depot = ouvrir();
  nommer(depot, 'Les Ateliers du Val');
  expect(() =>
    depot.openExamples(() => {
      throw new Error('failed');
    }),
  ).toThrow('failed');
  expect(depot.etat()).toMatchObject({ ouverte: true, exemples: false });
  expect(nomDe(depot)).toBe('Les Ateliers du Val');
});

describe('check', () => {
  test('a search index out of step is rebuilt, quickly or in full', () => {
    const depot = ouvrir();
    const { sqlite } = depot.base();
    const chercher = () =>
      sqlite
        .prepare("SELECT count(*) FROM organisation_fts WHERE organisation_fts MATCH 'faure'")
        .pluck()
        .get();
    sqlite.exec(
      "INSERT INTO organisation (id, nom, nom_tri, cherche, created_at, updated_at) VALUES ('a', '', '', 'boulangerie faure', '', '')",
    );
    sqlite.exec("INSERT INTO organisation_fts(organisation_fts) VALUES ('delete-all')");
    expect(chercher()).toBe(0);
    depot.check(false);
    expect(chercher()).toBe(1);
    sqlite.exec(
      "DROP TRIGGER organisation_fts_modification; UPDATE organisation SET cherche = 'garage faure'",
    );
    depot.check(true);
    expect(
      sqlite
        .prepare("SELECT count(*) FROM organisation_fts WHERE organisation_fts MATCH 'garage'")
        .pluck()
        .get(),
    ).toBe(1);
    expect(depot.etat()).toMatchObject({ probleme: null, verifieeLe: maintenant().toISOString() });
  });

  test('a damaged page is found, and the base closed', () => {
    const depot = ouvrir();
    nommer(depot, 'A');
    const { sqlite } = depot.base();
    const inserer = sqlite.prepare(
      "INSERT INTO membre (id, nom, created_at, updated_at) VALUES (?, ?, '', '')",
    );
    for (let rang = 0; rang < 2000; rang += 1) inserer.run(`m${rang}`, 'x'.repeat(60));
    const page = sqlite
      .prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'membre'")
      .pluck()
      .get() as number;
    const taille = sqlite.pragma('page_size', { simple: true }) as number;
    depot.close();
    const copie = join(mkdtempSync(join(tmpdir(), 'passerelle-')), 'b');
    copyFileSync(base(), copie);
    const octets = new Sqlite(copie).serialize();
    octets.fill(0x5a, page * taille, page * taille + 3000);
    octets.fill(0x5a, (page - 1) * taille + 12, (page - 1) * taille + 2000);
    writeFileSync(base(), octets);
    const abime = ouvrir();
    if (abime.etat().ouverte) abime.check(false);
    expect(abime.etat()).toMatchObject({ ouverte: false, probleme: 'base-corrompue' });
  });
});
