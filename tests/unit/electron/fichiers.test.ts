import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as fsPromises from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ecrireFichier } from '../../../electron/fichiers.ts';
import { nomSur } from '../../../shared/nom-fichier.ts';

vi.mock('node:fs/promises', async (original) => ({ ...(await original<typeof fsPromises>()) }));

let dossier: string;
beforeEach(() => {
  dossier = mkdtempSync(join(tmpdir(), 'passerelle-fichiers-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(dossier, { recursive: true, force: true });
});

const octets = (texte: string) => new TextEncoder().encode(texte);
const erreur = (code: string) => Object.assign(new Error(code), { code });

test('the file is there whole, and nothing beside it', async () => {
  const chemin = join(dossier, 'bilan.csv');
  writeFileSync(chemin, 'ancien');
  await ecrireFichier(chemin, octets('nouveau'));
  expect(readFileSync(chemin, 'utf8')).toBe('nouveau');
  expect(readdirSync(dossier)).toEqual(['bilan.csv']);
});

test('a file held for a moment by an antivirus is written at the next try', async () => {
  const vrai = fsPromises.rename;
  const renommer = vi
    .spyOn(fsPromises, 'rename')
    .mockRejectedValueOnce(erreur('EPERM'))
    .mockRejectedValueOnce(erreur('EBUSY'))
    .mockImplementation(vrai);
  await ecrireFichier(join(dossier, 'bilan.pdf'), octets('%PDF'), [0, 0, 0]);
  expect(renommer).toHaveBeenCalledTimes(3);
  expect(readdirSync(dossier)).toEqual(['bilan.pdf']);
});

test('a file open elsewhere: the old one is intact, nothing is left behind, the sentence says what to do', async () => {
  const chemin = join(dossier, 'bilan.pdf');
  writeFileSync(chemin, 'ancien');
  vi.spyOn(fsPromises, 'rename').mockRejectedValue(erreur('EPERM'));
  await expect(ecrireFichier(chemin, octets('nouveau'), [0])).rejects.toMatchObject({
    code: 'regle',
    message: expect.stringContaining('ouvert dans un autre programme'),
  });
  expect(readFileSync(chemin, 'utf8')).toBe('ancien');
  expect(readdirSync(dossier)).toEqual(['bilan.pdf']);
});

test('a full disk and a missing folder are told apart, without a path', async () => {
  vi.spyOn(fsPromises, 'rename').mockRejectedValue(erreur('ENOSPC'));
  await expect(ecrireFichier(join(dossier, 'a.csv'), octets('x'), [])).rejects.toMatchObject({
    code: 'base-disque-plein',
  });
  const refus = await ecrireFichier(join(dossier, 'absent', 'a.csv'), octets('x')).catch((e: Error) => e);
  expect(refus).toMatchObject({ code: 'regle' });
  expect(String((refus as Error).message)).not.toContain(dossier);
});

test.each([
  ['Convention d’immersion – Œuvrard.pdf', 'Convention d’immersion – Œuvrard.pdf'],
  ['../../etc/passwd', '-..-etc-passwd'],
  ['C:\\Windows\\win.ini', 'C--Windows-win.ini'],
  ['bilan 01/01/2026 : "final" ?.csv', 'bilan 01-01-2026 - -final- -.csv'],
  ['con.pdf', '_con.pdf'],
  ['LPT1', '_LPT1'],
  ['contrat.pdf', 'contrat.pdf'],
  ['nom. . .', 'nom'],
  ['\u202efdp.exe\0', 'fdp.exe'],
  ['', 'Passerelle'],
  ['.pdf', 'pdf'],
  [`${'é'.repeat(300)}.pdf`, `${'é'.repeat(116)}.pdf`],
])('the name « %s » becomes « %s »', (nom, attendu) => {
  expect(nomSur(nom)).toBe(attendu);
});
