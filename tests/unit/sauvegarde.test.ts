import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Depot } from '../../db/depot.ts';
import { ErreurMetier } from '../../shared/erreurs.ts';
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

function ouvrir(options: ConstructorParameters<typeof Depot>[2] & { now?: () => Date; dans?: string } = {}) {
  const depot = new Depot(options.dans ?? dossier, options.now ?? maintenant, options);
  ouverts.push(depot);
  depot.open();
  return depot;
}

/** An open base that bears a name. */
function ouvrirNommee(nom: string, options: Parameters<typeof ouvrir>[0] = {}) {
  const depot = ouvrir(options);
  nommer(depot, nom);
  return depot;
}

const base = () => join(dossier, 'passerelle.sqlite');
const sauvegardes = () => readdirSync(join(dossier, 'sauvegardes')).sort();
const fichier = (id: string) => join(dossier, 'sauvegardes', `passerelle_${id}.sqlite`);

/** Runs `geste` on the folder's base in a process that is killed when it reaches `etape`. */
function tuer(etape: string, geste: string): void {
  const { signal, sortie } = enfant(`
    import { Depot } from './db/depot.ts';
    const depot = new Depot(${JSON.stringify(dossier)}, () => new Date('2026-03-24T08:02:15'), {
      etape: (nom) => { if (nom === ${JSON.stringify(etape)}) process.kill(process.pid, 'SIGKILL'); },
    });
    depot.open();
    ${geste}
  `);
  expect(signal, sortie).toBe('SIGKILL');
}

/** The files exactly as they are when `etape` is reached: what a process killed there would leave, without the wait. */
function photographier(etape: string, geste: (options: Parameters<typeof ouvrir>[0]) => void): string {
  const photo = dossierVide();
  geste({ etape: (nom) => nom === etape && cpSync(dossier, photo, { recursive: true }) });
  expect(readdirSync(photo), `${etape} was not reached`).not.toEqual([]);
  for (const ouvert of ouverts) ouvert.close();
  rmSync(dossier, { recursive: true, force: true });
  dossier = photo;
  return photo;
}

describe('a backup', () => {
  test('is one self-contained file, named by its local time and motif, that holds what the base holds', () => {
    const depot = ouvrirNommee('Les Ateliers du Val');
    const faite = depot.backup('import');
    expect(faite).toMatchObject({
      id: '2026-03-24_08-02-15_import',
      motif: 'import',
      le: maintenant().toISOString(),
      verifiee: true,
    });
    expect(sauvegardes()).toEqual(['passerelle_2026-03-24_08-02-15_import.sqlite']);
    const copie = new Sqlite(fichier(faite!.id), { readonly: true });
    expect(copie.prepare('SELECT raison_sociale FROM structure').pluck().get()).toBe('Les Ateliers du Val');
    expect(copie.pragma('journal_mode', { simple: true })).toBe('delete');
    copie.close();
    expect(depot.etat()).toMatchObject({ derniereSauvegarde: faite!.le, verifieeLe: faite!.le });
  });

  test('made in the same second as another takes the next name', () => {
    const depot = ouvrirNommee('A');
    depot.backup('manuelle');
    depot.backup('manuelle');
    expect(sauvegardes()).toHaveLength(2);
  });

  test('that does not read back like the base is not kept, and does not pass for a damaged base', () => {
    const depot = ouvrirNommee('A', {
      etape: (nom) => {
        if (nom !== 'copiee') return;
        const [provisoire] = sauvegardes();
        const copie = new Sqlite(join(dossier, 'sauvegardes', provisoire!));
        copie.exec('DELETE FROM structure');
        copie.close();
      },
    });
    expect(() => depot.backup('manuelle')).toThrow(ErreurMetier);
    expect(sauvegardes()).toEqual([]);
    expect(depot.etat()).toMatchObject({ ouverte: true, probleme: null });
  });

  test('of the day is made once a day, not before there is something to keep, and says when it fails', () => {
    let jour = '2026-03-24';
    let plein = false;
    const echecs: unknown[] = [];
    const depot = ouvrir({
      now: () => new Date(`${jour}T08:00:00`),
      surEchec: (erreur) => echecs.push(erreur),
      etape: () => {
        if (plein) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      },
    });
    expect(depot.backupOfDay()).toBe(false);
    nommer(depot, 'A');
    expect([depot.backupOfDay(), depot.backupOfDay()]).toEqual([true, false]);
    jour = '2026-03-25';
    plein = true;
    expect(depot.backupOfDay()).toBe(true);
    expect(depot.etat()).toMatchObject({ ouverte: true, echecSauvegarde: 'base-disque-plein' });
    expect(echecs).toHaveLength(1);
    // Not asked again before each write of that day.
    expect(depot.backupOfDay()).toBe(false);
    plein = false;
    depot.backup('manuelle');
    expect(depot.etat().echecSauvegarde).toBeNull();
  });

  test('of the day already made before a restart is not made again', () => {
    ouvrirNommee('A').backupOfDay();
    ouverts[0]!.close();
    ouvrir().backupOfDay();
    expect(sauvegardes()).toHaveLength(1);
  });

  test('rotates: the last of imports, updates and restores, and never what the user asked for before the tenth', () => {
    let minute = 0;
    const depot = ouvrirNommee('A', { now: () => new Date(2026, 2, 24, 8, minute++) });
    for (let rang = 0; rang < 5; rang += 1) depot.backup('import');
    for (let rang = 0; rang < 12; rang += 1) depot.backup('manuelle');
    const motifs = depot.backups().map(({ motif }) => motif);
    expect(motifs.filter((motif) => motif === 'import')).toHaveLength(3);
    expect(motifs.filter((motif) => motif === 'manuelle')).toHaveLength(10);
  });

  test('ignores files that are not ours, whatever their name', () => {
    ouvrirNommee('A');
    for (const nom of [
      'passerelle_.sqlite',
      'passerelle_../../x.sqlite',
      'photo.jpg',
      'passerelle_2026-13-45_99-99-99_jour.sqlite',
    ]) {
      try {
        writeFileSync(join(dossier, 'sauvegardes', nom), 'x');
      } catch {
        // A name that the file system itself refuses.
      }
    }
    expect(ouverts[0]!.backups()).toEqual([]);
  });

  test('precedes a migration of a base that holds something, and its failure leaves the base as it was', () => {
    ouvrirNommee('A').close();
    const refusee = ouvrir({
      migrations: VERSION_SUIVANTE,
      etape: () => {
        throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      },
    });
    expect(refusee.etat().probleme).toBe('base-disque-plein');
    refusee.close();
    expect(nomDe(ouvrir())).toBe('A');
    ouverts.at(-1)!.close();
    const migree = ouvrir({ migrations: VERSION_SUIVANTE });
    expect(nomDe(migree)).toBe('A');
    expect(migree.backups().map(({ motif }) => motif)).toEqual(['migration']);
  });

  test.each(['copiee', 'verifiee'])('cut when %s leaves the base whole and nothing half-made', (etape) => {
    photographier(etape, (options) => ouvrirNommee('A', options).backup('manuelle'));
    expect(sauvegardes()).toEqual([expect.stringMatching(/\.tmp$/)]);
    const depot = ouvrir();
    expect(nomDe(depot)).toBe('A');
    expect(sauvegardes()).toEqual([]);
  });

  test('cut before a migration, the migration is done at the next start', () => {
    ouvrirNommee('A').close();
    photographier('verifiee', (options) => ouvrir({ ...options, migrations: VERSION_SUIVANTE }));
    const depot = ouvrir({ migrations: VERSION_SUIVANTE });
    expect(nomDe(depot)).toBe('A');
    expect(depot.backups().map(({ motif }) => motif)).toEqual(['migration']);
  });

  test('killed for good in the middle leaves the base whole and nothing half-made', () => {
    ouvrirNommee('A').close();
    tuer('copiee', "depot.backup('manuelle');");
    expect(sauvegardes()).toEqual([expect.stringMatching(/\.tmp$/)]);
    const depot = ouvrir();
    expect(nomDe(depot)).toBe('A');
    expect(sauvegardes()).toEqual([]);
    depot.check(true);
    expect(depot.etat().probleme).toBeNull();
  });
});

test('killed in the middle of a migration, the base is as before it', () => {
  ouvrirNommee('A').close();
  const { signal, sortie } = enfant(`
    import Sqlite from 'better-sqlite3';
    import { migrate } from './db/migrate.ts';
    import { migrationDepuis, MIGRATIONS } from './db/migrations.ts';
    const sqlite = new Sqlite(${JSON.stringify(base())});
    sqlite.function('mourir', () => { process.kill(process.pid, 'SIGKILL'); return 0; });
    migrate(
      sqlite,
      [...MIGRATIONS, migrationDepuis('9999_suivante', "UPDATE structure SET raison_sociale = 'B'; SELECT mourir();")],
      { now: () => new Date(), backup: () => undefined },
    );
  `);
  expect(signal, sortie).toBe('SIGKILL');
  expect(nomDe(ouvrir())).toBe('A');
});

describe('restoring', () => {
  /** A base named `A` when it was backed up, and `B` since; returns the backup's id. */
  function preparer(depot = ouvrir()): string {
    nommer(depot, 'A');
    const { id } = depot.backup('manuelle')!;
    nommer(depot, 'B');
    return id;
  }

  test('brings the backup back; the base replaced is in the list and can be brought back too', () => {
    const depot = ouvrir();
    depot.restore(preparer(depot));
    expect(nomDe(depot)).toBe('A');
    const ecartee = depot.backups().find(({ motif }) => motif === 'restauration')!;
    expect(ecartee.verifiee).toBe(true);
    depot.restore(ecartee.id);
    expect(nomDe(depot)).toBe('B');
    depot.close();
    expect(nomDe(ouvrir())).toBe('B');
  });

  test('reports how far it is, to the end', () => {
    const depot = ouvrir();
    const id = preparer(depot);
    const pas: [number, number][] = [];
    depot.restore(id, (fait, total) => pas.push([fait, total]));
    expect(pas[0]).toEqual([0, pas[0]![1]]);
    for (const [fait, total] of pas) expect(fait).toBeLessThanOrEqual(total);
  });

  test('a backup that is damaged, newer or gone is refused and nothing moves', () => {
    const depot = ouvrir();
    const id = preparer(depot);
    const essais: [string, () => void][] = [
      ['fichier-illisible', () => writeFileSync(fichier(id), 'x'.repeat(9000))],
      [
        'fichier-illisible',
        () => {
          rmSync(fichier(id));
          const futur = new Sqlite(fichier(id));
          futur.exec(
            "CREATE TABLE _migrations (nom TEXT PRIMARY KEY NOT NULL, sha256 TEXT NOT NULL, appliquee_le TEXT NOT NULL) STRICT; INSERT INTO _migrations VALUES ('9999_futur', 'x', '')",
          );
          futur.close();
        },
      ],
      ['introuvable', () => rmSync(fichier(id))],
    ];
    for (const [code, abimer] of essais) {
      abimer();
      expect(() => depot.restore(id)).toThrow(expect.objectContaining({ code }));
      expect(nomDe(depot)).toBe('B');
      expect(existsSync(join(dossier, 'restauration.sqlite'))).toBe(false);
    }
  });

  test('a damaged base is replaced, and set aside byte for byte', () => {
    const id = preparer();
    ouverts[0]!.close();
    const debris = 'débris '.repeat(2000);
    writeFileSync(base(), debris);
    const depot = ouvrir();
    expect(depot.etat().probleme).toBe('base-corrompue');
    depot.restore(id);
    expect(nomDe(depot)).toBe('A');
    const ecartee = depot.backups().find(({ motif }) => motif === 'ecartee')!;
    expect(ecartee.verifiee).toBe(false);
    expect(readFileSync(fichier(ecartee.id), 'utf8')).toBe(debris);
  });

  test('a base that is gone comes back from its backup', () => {
    const id = preparer();
    ouverts[0]!.close();
    rmSync(base());
    const depot = ouvrir();
    depot.restore(id);
    expect(nomDe(depot)).toBe('A');
  });

  test('an older backup is migrated as it opens', () => {
    const id = preparer();
    ouverts[0]!.close();
    const depot = ouvrir({ migrations: VERSION_SUIVANTE });
    depot.restore(id);
    expect(nomDe(depot)).toBe('A');
    expect(depot.base().sqlite.prepare('SELECT count(*) FROM nouveaute').pluck().get()).toBe(0);
  });

  test('a backup alone brings everything back on another computer', () => {
    const id = preparer();
    const autre = dossierVide();
    mkdirSync(join(autre, 'sauvegardes'), { recursive: true });
    copyFileSync(fichier(id), join(autre, 'sauvegardes', `passerelle_${id}.sqlite`));
    const depot = ouvrir({ dans: autre });
    depot.restore(id);
    expect(nomDe(depot)).toBe('A');
    depot.close();
    rmSync(autre, { recursive: true, force: true });
  });

  test('waits for the examples to be removed', () => {
    const depot = ouvrir();
    const id = preparer(depot);
    depot.openExamples(() => undefined);
    expect(() => depot.restore(id)).toThrow(expect.objectContaining({ code: 'regle' }));
    depot.removeExamples();
    depot.restore(id);
    expect(nomDe(depot)).toBe('A');
  });

  /** The next start ends what was begun: whole base of that name, nothing left over, and a way back. */
  function reprendre(nom: string): void {
    const depot = ouvrir();
    expect(nomDe(depot)).toBe(nom);
    depot.check(true);
    expect(depot.etat().probleme).toBeNull();
    expect(readdirSync(dossier).filter((fichier) => fichier.startsWith('restauration'))).toEqual([]);
    if (nom === 'B') return;
    depot.restore(depot.backups().find(({ motif }) => motif === 'restauration')!.id);
    expect(nomDe(depot)).toBe('B');
  }

  test.each([
    ['copiee', 'B'],
    ['verifiee', 'B'],
    ['engagee', 'A'],
    ['ecartee-wal', 'A'],
    ['ecartee', 'A'],
    ['echangee', 'A'],
  ])('cut when %s, the next start finds the base named %s, whole', (etape, nom) => {
    const id = preparer();
    ouverts[0]!.close();
    photographier(etape, (options) => ouvrir(options).restore(id));
    reprendre(nom);
  });

  test('killed for good between the two bases, the next start finds the one restored', () => {
    const id = preparer();
    ouverts[0]!.close();
    tuer('ecartee', `depot.restore(${JSON.stringify(id)});`);
    expect(existsSync(base())).toBe(false);
    reprendre('A');
  });
});
