import { EventEmitter } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

/** The desktop's start and end, in order, with Electron and the data thread played by objects. */
const faux = vi.hoisted(() => ({
  etapes: [] as string[],
  verrou: true,
  donnees: null as null | { ecoute: { surPanne(erreur: unknown): void; diffuser(e: unknown): void } },
  fenetre: null as null | (EventEmitter & { webContents: EventEmitter & { send: unknown } }),
  relance: false,
  app: null as unknown as EventEmitter & Record<string, ReturnType<typeof vi.fn>>,
  session: null as unknown as EventEmitter,
}));

vi.mock('electron', async () => {
  const { EventEmitter: Emetteur } = await import('node:events');
  const noter =
    (etape: string, valeur?: unknown) =>
    (...arguments_: unknown[]) => {
      faux.etapes.push([etape, ...arguments_.filter((a) => typeof a === 'string')].join(' '));
      return valeur;
    };
  faux.app = Object.assign(new Emetteur(), {
    isPackaged: true,
    commandLine: { appendSwitch: noter('switch') },
    setPath: noter('setPath'),
    setName: noter('setName'),
    setAppUserModelId: noter('setAppUserModelId'),
    enableSandbox: noter('enableSandbox'),
    requestSingleInstanceLock: () => {
      faux.etapes.push('lock');
      return faux.verrou;
    },
    whenReady: async () => void faux.etapes.push('ready'),
    quit: vi.fn(),
    exit: vi.fn((code: number) => void faux.etapes.push(`exit ${code}`)),
    relaunch: vi.fn(() => void faux.etapes.push('relaunch')),
  }) as never;
  faux.session = Object.assign(new Emetteur(), {
    setPermissionRequestHandler: noter('permissions asked'),
    setPermissionCheckHandler: noter('permissions checked'),
    setDevicePermissionHandler: noter('devices'),
    webRequest: { onBeforeRequest: noter('requests') },
    setSpellCheckerDictionaryDownloadURL: () => undefined,
    setSpellCheckerEnabled: () => undefined,
    setSpellCheckerLanguages: () => undefined,
    availableSpellCheckerLanguages: [],
  });
  return {
    app: faux.app,
    BrowserWindow: { getAllWindows: () => (faux.fenetre ? [faux.fenetre] : []) },
    ipcMain: { handle: noter('ipc'), on: () => undefined },
    protocol: { registerSchemesAsPrivileged: noter('scheme'), handle: noter('protocol') },
    session: { defaultSession: faux.session },
    dialog: { showErrorBox: noter('error box'), showMessageBoxSync: () => (faux.relance ? 0 : 1) },
    shell: {},
    Menu: { setApplicationMenu: noter('menu'), buildFromTemplate: () => ({}) },
  };
});
vi.mock('../../../electron/window.ts', () => ({
  ouvrirFenetre: () => {
    faux.etapes.push('window');
    const fenetre = Object.assign(new EventEmitter(), {
      webContents: Object.assign(new EventEmitter(), { send: vi.fn() }),
      isDestroyed: () => false,
    });
    faux.fenetre = fenetre;
    return fenetre;
  },
  montrerFenetre: () => void faux.etapes.push('shown'),
}));
vi.mock('../../../electron/donnees.ts', () => ({
  Donnees: class {
    constructor(_script: unknown, _dossier: unknown, _services: unknown, ecoute: never) {
      faux.etapes.push('data');
      faux.donnees = { ecoute };
    }
    fermer = async () => void faux.etapes.push('data closed');
  },
}));

let dossier: string;
beforeEach(() => {
  dossier = mkdtempSync(join(tmpdir(), 'passerelle-main-'));
  faux.etapes.length = 0;
  faux.verrou = true;
  faux.relance = false;
  faux.donnees = faux.fenetre = null;
  vi.resetModules();
  for (const emetteur of [faux.app, faux.session]) emetteur?.removeAllListeners();
});
afterEach(() => {
  vi.unstubAllEnvs();
  process.removeAllListeners('uncaughtException');
  process.removeAllListeners('unhandledRejection');
  rmSync(dossier, { recursive: true, force: true });
});

async function demarrer(donnees = join(dossier, 'donnees')): Promise<string[]> {
  vi.stubEnv('PASSERELLE_DONNEES', donnees);
  await import('../../../electron/main.ts');
  await new Promise((resoudre) => setImmediate(resoudre));
  return faux.etapes;
}

test('everything is closed before Electron is ready, and every door guarded before the window opens', async () => {
  const etapes = await demarrer();
  const rang = (etape: string) => {
    const trouve = etapes.findIndex((e) => e.startsWith(etape));
    expect(trouve, etape).toBeGreaterThan(-1);
    return trouve;
  };
  for (const avant of [
    'setPath userData',
    'enableSandbox',
    'switch host-resolver-rules MAP * ~NOTFOUND',
    'scheme',
  ])
    expect(rang(avant), avant).toBeLessThan(rang('lock'));
  expect(rang('lock')).toBeLessThan(rang('ready'));
  for (const garde of [
    'permissions asked',
    'permissions checked',
    'devices',
    'requests',
    'protocol',
    'ipc',
    'menu',
  ])
    expect(rang(garde), garde).toBeLessThan(rang('window'));
  expect(faux.app.listenerCount('web-contents-created')).toBe(1);
  expect(faux.session.listenerCount('will-download')).toBeGreaterThan(0);
});

test('a second start opens nothing; the first shows its window', async () => {
  faux.verrou = false;
  expect(await demarrer()).not.toContain('window');
  expect(faux.etapes.at(-1)).toBe('exit 0');

  vi.resetModules();
  faux.verrou = true;
  await demarrer();
  faux.app.emit('second-instance');
  expect(faux.etapes.at(-1)).toBe('shown');
});

test('a folder that cannot be made is said in words, and logged nowhere it cannot be', async () => {
  writeFileSync(join(dossier, 'fichier'), '');
  const etapes = await demarrer(join(dossier, 'fichier', 'donnees'));
  expect(etapes.join('\n')).toMatch(/error box .*\n?.*Le dossier de Passerelle ne peut pas être créé/);
  expect(etapes.filter((etape) => etape.startsWith('exit'))).toEqual(['exit 1']);
  expect(etapes).not.toContain('window');
});

test('leaving waits for the base to be closed', async () => {
  await demarrer();
  const evenement = { preventDefault: vi.fn() };
  faux.app.emit('will-quit', evenement);
  expect(evenement.preventDefault).toHaveBeenCalledOnce();
  await vi.waitFor(() => expect(faux.etapes).toContain('data closed'));
  await vi.waitFor(() => expect(faux.app.quit).toHaveBeenCalled());
  faux.app.emit('will-quit', evenement);
  expect(evenement.preventDefault).toHaveBeenCalledOnce();
});

describe('when something breaks', () => {
  test.each([true, false])(
    'the technical side goes to the log, and one may start again (%s)',
    async (relance) => {
      mkdirSync(join(dossier, 'donnees'));
      faux.relance = relance;
      await demarrer();
      faux.donnees!.ecoute.surPanne(new Error('SQLITE_CORRUPT'));
      expect(faux.etapes.includes('relaunch')).toBe(relance);
      expect(faux.etapes.at(-1)).toBe('exit 1');
      expect(existsSync(join(dossier, 'donnees', 'journal.log'))).toBe(true);
      expect(readFileSync(join(dossier, 'donnees', 'journal.log'), 'utf8')).toContain('SQLITE_CORRUPT');
      expect(faux.etapes.join('\n')).not.toContain('SQLITE_CORRUPT');
    },
  );

  test('a page that does not load asks to install again', async () => {
    await demarrer();
    faux.fenetre!.webContents.emit('did-fail-load', {}, -3, 'ERR_ABORTED', 'app://passerelle/', true);
    expect(faux.etapes).not.toContain('exit 1');
    faux.fenetre!.webContents.emit('did-fail-load', {}, -6, 'ERR_FILE_NOT_FOUND', 'app://passerelle/', true);
    expect(faux.etapes.join('\n')).toContain('Réinstallez-la');
    expect(faux.etapes).toContain('exit 1');
  });

  test('events of the data reach the window while there is one', async () => {
    await demarrer();
    const changement = { type: 'changement', tables: ['organisation'] };
    faux.donnees!.ecoute.diffuser(changement);
    expect(faux.fenetre!.webContents.send).toHaveBeenCalledWith('passerelle:evenement', changement);
    faux.fenetre!.emit('closed');
    faux.donnees!.ecoute.diffuser(changement);
    expect(faux.fenetre!.webContents.send).toHaveBeenCalledOnce();
  });
});
