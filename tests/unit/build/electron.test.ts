import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { binaireElectron, empechement, jamaisOuvert } from '../../../build/electron.ts';

describe('the binary', () => {
  let paquet: string;
  beforeEach(() => {
    paquet = mkdtempSync(join(tmpdir(), 'passerelle-electron-'));
  });
  afterEach(() => rmSync(paquet, { recursive: true, force: true }));

  test('is where the package says, once it is really there', () => {
    expect(binaireElectron(paquet, {})).toBeNull();
    writeFileSync(join(paquet, 'path.txt'), 'electron');
    expect(binaireElectron(paquet, {})).toBeNull();
    mkdirSync(join(paquet, 'dist'));
    writeFileSync(join(paquet, 'dist', 'electron'), '');
    expect(binaireElectron(paquet, {})).toBe(join(paquet, 'dist', 'electron'));
  });

  test('may be kept elsewhere', () => {
    writeFileSync(join(paquet, 'path.txt'), 'electron');
    writeFileSync(join(paquet, 'electron'), '');
    expect(binaireElectron(paquet, { ELECTRON_OVERRIDE_DIST_PATH: paquet })).toBe(join(paquet, 'electron'));
  });
});

test('Electron is not tried where it could show nothing', () => {
  const linux = { platform: 'linux' as const, env: { DISPLAY: ':0' }, uid: 1000 };
  expect(empechement([], linux)).toBeNull();
  expect(empechement([], { ...linux, env: {} })).toBe('aucun écran n’est accessible d’ici');
  expect(empechement([], { ...linux, env: { WAYLAND_DISPLAY: 'wayland-0' } })).toBeNull();
  expect(empechement([], { ...linux, uid: 0 })).toBe('Electron ne s’ouvre pas sous le compte « root »');
  expect(empechement(['--no-sandbox'], { ...linux, uid: 0 })).toBeNull();
  expect(empechement([], { platform: 'win32', env: {}, uid: undefined })).toBeNull();
});

test('a crash before any window is told from an application that closed', () => {
  expect(jamaisOuvert(127, null)).toBe(true);
  expect(jamaisOuvert(null, 'SIGTRAP')).toBe(true);
  for (const code of [0, 1]) expect(jamaisOuvert(code, null)).toBe(false);
  expect(jamaisOuvert(null, 'SIGTERM')).toBe(false);
});
