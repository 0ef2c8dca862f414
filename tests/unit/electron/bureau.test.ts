import { EventEmitter } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Reponses } from '../../../electron/reponses.ts';

/** The desktop's own code, with Electron played by the objects below. */
const faux = vi.hoisted(() => ({
  fenetres: [] as {
    options: Record<string, never> & { webPreferences: Record<string, unknown> };
    adresses: string[];
    detruite: boolean;
    emit(nom: string, ...reste: unknown[]): boolean;
    webContents: { emit(nom: string, ...reste: unknown[]): boolean };
  }[],
  chargement: null as Error | null,
  pdf: null as Error | null,
  pdfOptions: null as unknown,
  enregistrement: { canceled: false, filePath: '' },
  demande: null as Record<string, never> | null,
  reponse: 0,
  ouverture: '',
  dossier: '',
  expose: {} as Record<string, never>,
  envois: [] as unknown[][],
}));

vi.mock('electron', async () => {
  const { EventEmitter: Emetteur } = await import('node:events');
  class BrowserWindow extends Emetteur {
    options: never;
    adresses: string[] = [];
    detruite = false;
    webContents = Object.assign(new Emetteur(), {
      id: faux.fenetres.length + 100,
      printToPDF: async (options: unknown) => {
        faux.pdfOptions = options;
        if (faux.pdf) throw faux.pdf;
        return new Uint8Array([37, 80, 68, 70]);
      },
    });
    constructor(options: never) {
      super();
      this.options = options;
      faux.fenetres.push(this as never);
    }
    async loadURL(adresse: string) {
      this.adresses.push(adresse);
      if (faux.chargement) throw faux.chargement;
    }
    destroy() {
      this.detruite = true;
    }
    show = () => undefined;
    maximize = () => undefined;
    isVisible = () => false;
    isDestroyed = () => this.detruite;
    isMaximized = () => true;
    getNormalBounds = () => ({ x: 10, y: 20, width: 1200, height: 700 });
  }
  return {
    BrowserWindow,
    app: { getPath: () => faux.dossier, isPackaged: true },
    nativeTheme: { shouldUseDarkColors: false },
    screen: {
      getPrimaryDisplay: () => ({ id: 1, workArea: { x: 0, y: 0, width: 1366, height: 728 } }),
      getAllDisplays: () => [{ id: 1, workArea: { x: 0, y: 0, width: 1366, height: 728 } }],
    },
    dialog: {
      showSaveDialog: async (_fenetre: unknown, options: Record<string, never>) => {
        faux.demande = options;
        return faux.enregistrement;
      },
      showMessageBoxSync: () => faux.reponse,
      showErrorBox: () => undefined,
    },
    shell: { openPath: async () => faux.ouverture },
    Menu: { buildFromTemplate: () => ({ popup: () => undefined }), setApplicationMenu: () => undefined },
    contextBridge: { exposeInMainWorld: (nom: string, valeur: never) => (faux.expose[nom] = valeur) },
    ipcRenderer: Object.assign(new Emetteur(), {
      invoke: async (...arguments_: unknown[]) => {
        faux.envois.push(arguments_);
        return { ok: true, value: 1 };
      },
      send: (...arguments_: unknown[]) => faux.envois.push(arguments_),
    }),
  };
});

const { genererPdf } = await import('../../../electron/pdf.ts');
const { enregistrer, ouvrirDossier } = await import('../../../electron/dialogs.ts');
const { ouvrirFenetre, placer } = await import('../../../electron/window.ts');
const { modeleMenu } = await import('../../../electron/menu.ts');
const { regler } = await import('../../../electron/orthographe.ts');
const { dossierBureau, dossierDonnees } = await import('../../../electron/emplacements.ts');

beforeEach(() => {
  faux.dossier = mkdtempSync(join(tmpdir(), 'passerelle-bureau-'));
  faux.fenetres.length = 0;
  faux.chargement = faux.pdf = null;
  faux.enregistrement = { canceled: false, filePath: join(faux.dossier, 'bilan.csv') };
  faux.ouverture = '';
});
afterEach(() => rmSync(faux.dossier, { recursive: true, force: true }));

const SURS = { sandbox: true, contextIsolation: true, nodeIntegration: false };

describe('the PDF', () => {
  const reponses = new Reponses('/nulle/part');

  test('comes from a window that shows nothing, runs nothing, and is gone', async () => {
    expect(await genererPdf(reponses, '<h1>Convention</h1>')).toEqual(new Uint8Array([37, 80, 68, 70]));
    const [fenetre] = faux.fenetres;
    expect(fenetre!.options).toMatchObject({ show: false });
    expect(fenetre!.options.webPreferences).toMatchObject({ ...SURS, javascript: false });
    expect(fenetre!.options.webPreferences.preload).toBeUndefined();
    expect(fenetre!.adresses[0]).toMatch(/^app:\/\/passerelle\/documents\//);
    expect(fenetre!.detruite).toBe(true);
    expect(faux.pdfOptions).toMatchObject({
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      preferCSSPageSize: true,
    });
  });

  test.each(['chargement', 'pdf'] as const)(
    'a failure (%s) says so, and the window is gone too',
    async (quand) => {
      faux[quand] = new Error('ERR_FAILED');
      await expect(genererPdf(reponses, '<p>')).rejects.toMatchObject({ code: 'pdf-indisponible' });
      expect(faux.fenetres[0]!.detruite).toBe(true);
    },
  );
});

describe('saving a produced file', () => {
  const fichier = { nom: 'bilan 01/2026.csv', type: 'text/csv', contenu: new TextEncoder().encode('a;b') };

  test('the user chooses, the page learns the name only', async () => {
    expect(await enregistrer(new EventEmitter() as never, fichier)).toEqual({
      etat: 'enregistre',
      nom: 'bilan.csv',
    });
    expect(readFileSync(join(faux.dossier, 'bilan.csv'), 'utf8')).toBe('a;b');
    expect(faux.demande).toMatchObject({
      defaultPath: join(faux.dossier, 'bilan 01-2026.csv'),
      filters: [{ name: 'Tableau (CSV)', extensions: ['csv'] }],
    });
  });

  test('changing one’s mind writes nothing', async () => {
    faux.enregistrement = { canceled: true, filePath: '' };
    expect(await enregistrer(new EventEmitter() as never, fichier)).toEqual({ etat: 'annule' });
  });

  test('the data folder that cannot be shown is said in words', async () => {
    await ouvrirDossier('/x');
    faux.ouverture = 'Failed to open path';
    await expect(ouvrirDossier('/x')).rejects.toMatchObject({ code: 'base-absente' });
  });
});

describe('the window', () => {
  test('is closed to everything but the bridge', () => {
    ouvrirFenetre('/preload.cjs');
    expect(faux.fenetres[0]!.options.webPreferences).toMatchObject({
      ...SURS,
      preload: '/preload.cjs',
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      navigateOnDragDrop: false,
      devTools: false,
    });
    expect(faux.fenetres[0]!.adresses).toEqual(['app://passerelle/']);
    faux.fenetres[0]!.emit('closed');
  });

  test('remembers where it was; a damaged memory is no obstacle', async () => {
    writeFileSync(join(faux.dossier, 'fenetre.json'), '{"x":"ici"');
    ouvrirFenetre('/preload.cjs');
    faux.fenetres[0]!.emit('close');
    await vi.waitFor(() =>
      expect(JSON.parse(readFileSync(join(faux.dossier, 'fenetre.json'), 'utf8'))).toEqual({
        x: 10,
        y: 20,
        width: 1200,
        height: 700,
        agrandie: true,
      }),
    );
    faux.fenetres[0]!.emit('closed');
  });

  test('with something typed and not saved, it asks before it goes', () => {
    ouvrirFenetre('/preload.cjs');
    const partir = () => {
      const evenement = { preventDefault: vi.fn() };
      faux.fenetres[0]!.webContents.emit('will-prevent-unload', evenement);
      return evenement.preventDefault.mock.calls.length === 1;
    };
    faux.reponse = 0;
    expect(partir()).toBe(false);
    faux.reponse = 1;
    expect(partir()).toBe(true);
    faux.fenetres[0]!.emit('closed');
  });

  const ECRAN = { x: 0, y: 0, width: 1366, height: 728 };
  const SECOND = { x: 1366, y: 0, width: 1920, height: 1040 };
  const etat = { x: 100, y: 50, width: 1100, height: 650, agrandie: false };

  test.each([
    ['the first time, fits the screen', null, [ECRAN], { width: 1366, height: 728 }],
    ['as it was', etat, [ECRAN], { x: 100, y: 50, width: 1100, height: 650 }],
    [
      'on the second screen',
      { ...etat, x: 1500 },
      [ECRAN, SECOND],
      { x: 1500, y: 50, width: 1100, height: 650 },
    ],
    ['when the second screen is gone', { ...etat, x: 1500 }, [ECRAN], { width: 1100, height: 650 }],
    [
      'half outside, comes back in',
      { ...etat, x: 900, y: -200 },
      [ECRAN],
      { x: 266, y: 0, width: 1100, height: 650 },
    ],
    [
      'bigger than the screen, shrinks',
      { ...etat, x: 0, y: 0, width: 2500, height: 1400 },
      [ECRAN],
      { x: 0, y: 0, width: 1366, height: 728 },
    ],
    [
      'never too small',
      { ...etat, width: 200, height: 100 },
      [ECRAN],
      { x: 100, y: 50, width: 900, height: 600 },
    ],
  ])('%s', (_quand, avant, ecrans, attendu) => {
    expect(placer(avant, ecrans)).toEqual(attendu);
  });
});

test('the bridge: one object, text in, plain events out', async () => {
  const { ipcRenderer } = await import('electron');
  await import('../../../electron/preload.ts');
  expect(Object.keys(faux.expose)).toEqual(['pont']);
  const pont = faux.expose.pont as unknown as import('../../../shared/pont.ts').Pont;
  expect(Object.keys(pont).sort()).toEqual(['annuler', 'appeler', 'hote', 'surEvenement']);
  await pont.appeler('parametres.get', {});
  pont.annuler();
  expect(faux.envois).toEqual([['passerelle:appeler', 'parametres.get', '{}'], ['passerelle:annuler']]);
  const recevoir = vi.fn();
  const cesser = pont.surEvenement(recevoir);
  const changement = { type: 'changement', tables: ['structure'] };
  ipcRenderer.emit('passerelle:evenement', { sender: 'secret' }, changement);
  cesser();
  ipcRenderer.emit('passerelle:evenement', {}, changement);
  expect(recevoir.mock.calls).toEqual([[changement]]);
});

test.each(['win32', 'darwin', 'linux'] as const)(
  'the menu is in French, every entry named (%s)',
  (platform) => {
    const menus = modeleMenu({ aide: () => undefined, dossier: () => undefined }, platform);
    const visiter = (elements: Electron.MenuItemConstructorOptions[]): string[] =>
      elements.flatMap((e) => [
        ...(e.type === 'separator' ? [] : [e.label ?? `sans nom : ${e.role}`]),
        ...(Array.isArray(e.submenu) ? visiter(e.submenu) : []),
      ]);
    const noms = visiter(menus);
    expect(noms).toEqual(
      expect.arrayContaining(['Édition', 'Affichage', 'Aide', 'Copier', 'Coller', 'Agrandir']),
    );
    expect(noms.filter((nom) => nom.startsWith('sans nom'))).toEqual([]);
  },
);

test('spelling never downloads a dictionary', () => {
  const session = {
    availableSpellCheckerLanguages: ['fr', 'en-US'],
    setSpellCheckerDictionaryDownloadURL: vi.fn(),
    setSpellCheckerEnabled: vi.fn(),
    setSpellCheckerLanguages: vi.fn(),
  };
  regler(session as never, 'linux');
  expect(session.setSpellCheckerEnabled).toHaveBeenCalledWith(false);
  regler(session as never, 'win32');
  expect(session.setSpellCheckerLanguages).toHaveBeenCalledWith(['fr']);
  expect(session.setSpellCheckerDictionaryDownloadURL).toHaveBeenCalledWith('https://127.0.0.1:9/');
});

test('what the desktop writes stays local, beside the data and not among it', () => {
  const env = { LOCALAPPDATA: 'L' };
  expect(dossierDonnees(env, 'win32')).toBe(join('L', 'Passerelle', 'donnees'));
  expect(dossierBureau(env, 'win32')).toBe(join('L', 'Passerelle', 'bureau'));
  expect(dossierDonnees({ PASSERELLE_DONNEES: '/usb' }, 'linux')).toBe('/usb');
  expect(dossierBureau({ PASSERELLE_DONNEES: '/usb' }, 'linux')).toBe(join('/usb', 'bureau'));
});
