import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import config from '../../../build/electron-builder.config.ts';

interface Validation {
  validateConfiguration(config: unknown, journal: { add(): void; isEnabled: boolean }): Promise<void>;
}
const { validateConfiguration }: Validation = createRequire(
  createRequire(import.meta.url).resolve('electron-builder'),
)('app-builder-lib/out/util/config/config');
const valider = (candidate: unknown) =>
  validateConfiguration(candidate, { add: () => undefined, isEnabled: false });

describe('the packaging configuration', () => {
  test('is accepted by electron-builder’s own schema, which refuses what it does not know', async () => {
    await expect(valider(config)).resolves.toBeUndefined();
    await expect(valider({ ...config, fusibles: {} })).rejects.toThrow(/fusibles/);
    await expect(valider({ ...config, nsis: { ...config.nsis, oneClick: 'oui' } })).rejects.toThrow(
      /oneClick/,
    );
  });

  test('closes every door Electron leaves open by default', () => {
    expect(config.electronFuses).toEqual({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableCookieEncryption: true,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    });
    expect(config.asar).toBe(true);
    expect(config.publish).toBeNull();
  });

  test('installs for one person without asking anything, and never takes the data away', () => {
    expect(config.nsis).toMatchObject({ oneClick: true, perMachine: false, deleteAppDataOnUninstall: false });
    const cibles = (systeme: { target: { target: string }[] }) => systeme.target.map(({ target }) => target);
    expect(cibles(config.win)).toEqual(['nsis', 'zip']);
    expect(cibles(config.linux)).toEqual(['AppImage', 'deb']);
    expect(cibles(config.mac)).toEqual(['dmg', 'zip']);
  });
});

describe('the icons', () => {
  const lire = (nom: string) => readFileSync(new URL(`../../../build/icones/${nom}`, import.meta.url));

  /** Side of a PNG (px), from its header. */
  function cote(png: Buffer): number {
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(png.readUInt32BE(20)).toBe(png.readUInt32BE(16));
    return png.readUInt32BE(16);
  }

  test('for Windows: every size its screens ask for, in one file', () => {
    const ico = lire('icon.ico');
    expect([ico.readUInt16LE(0), ico.readUInt16LE(2)]).toEqual([0, 1]);
    const tailles = Array.from({ length: ico.readUInt16LE(4) }, (_, rang) => {
      const entree = ico.subarray(6 + 16 * rang, 22 + 16 * rang);
      const image = ico.subarray(entree.readUInt32LE(12), entree.readUInt32LE(12) + entree.readUInt32LE(8));
      const taille = entree[0] || 256;
      if (taille === 256) expect(cote(image)).toBe(256);
      else
        expect([image.readUInt32LE(0), image.readInt32LE(4), image.readInt32LE(8)]).toEqual([
          40,
          taille,
          2 * taille,
        ]);
      return taille;
    });
    expect(tailles).toEqual([16, 20, 24, 32, 40, 48, 64, 128, 256]);
  });

  test('for macOS: up to 1024 points, in one file whose length is the one it says', () => {
    const icns = lire('icon.icns');
    expect(icns.subarray(0, 4).toString('latin1')).toBe('icns');
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    const tailles: number[] = [];
    for (let position = 8; position < icns.length; position += icns.readUInt32BE(position + 4))
      tailles.push(cote(icns.subarray(position + 8)));
    expect(tailles).toEqual([16, 32, 128, 256, 512, 1024, 32, 64, 256, 512]);
  });

  test('for Linux: a file per size, named as electron-builder expects', () => {
    const noms = readdirSync(new URL('../../../build/icones/tailles', import.meta.url));
    for (const nom of noms) expect(`${cote(lire(`tailles/${nom}`))}`).toBe(/^(\d+)x\1\.png$/.exec(nom)![1]);
    expect(noms).toContain('512x512.png');
  });

  test('the interface shows the same drawing', () => {
    const interface_ = readFileSync(new URL('../../../renderer/public/icone.svg', import.meta.url));
    expect(interface_.equals(lire('passerelle.svg'))).toBe(true);
  });
});
