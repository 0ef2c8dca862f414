import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lirePaquet, rediger } from '../../../build/notices.ts';

let racine: string;
beforeEach(() => {
  racine = mkdtempSync(join(tmpdir(), 'passerelle-notices-'));
});
afterEach(() => rmSync(racine, { recursive: true, force: true }));

function paquet(fiche: object, fichiers: Record<string, string> = {}): string {
  mkdirSync(join(racine, 'node_modules/x'), { recursive: true });
  writeFileSync(
    join(racine, 'node_modules/x/package.json'),
    JSON.stringify({ name: 'x', version: '1.2.3', ...fiche }),
  );
  for (const [nom, contenu] of Object.entries(fichiers))
    writeFileSync(join(racine, 'node_modules/x', nom), contenu);
  return 'node_modules/x';
}

test('a package is thanked with every text it joins', () => {
  const dossier = paquet(
    { license: 'MIT', repository: { url: 'git+https://forge.example/x.git' } },
    { LICENSE: 'Le texte.\n', 'NOTICE.md': 'L’avis.' },
  );
  expect(lirePaquet(racine, dossier)).toEqual({
    nom: 'x',
    version: '1.2.3',
    licence: 'MIT',
    adresse: 'https://forge.example/x',
    texte: 'Le texte.\n\nL’avis.',
  });
});

test('a licence named without its text gets the text, with the author of the package', () => {
  const { texte, adresse } = lirePaquet(
    racine,
    paquet({ license: 'MIT', author: 'Ada', repository: 'ada/x' }),
  );
  expect(texte).toMatch(/^MIT License\n\nCopyright \(c\) Ada\n/);
  expect(adresse).toBe('https://github.com/ada/x');
  expect(lirePaquet(racine, paquet({ license: 'Apache-2.0' })).texte).toMatch(
    /Apache License\s+Version 2\.0/,
  );
});

test.each([[{}], [{ license: 'GPL-3.0' }], [{ license: 'constructor' }]])(
  'a package whose terms are unknown stops the packaging: %o',
  (fiche) => {
    expect(() => lirePaquet(racine, paquet(fiche))).toThrow(/^x ne/);
  },
);

test('packages under one text share it', () => {
  const commun = { version: '1.0.0', licence: 'MIT', adresse: '', texte: 'Un texte.' };
  const notices = rediger([
    { ...commun, nom: 'a' },
    { ...commun, nom: 'b', texte: 'Un  texte.' },
    { ...commun, nom: 'c', texte: 'Un autre.' },
  ]);
  expect(notices).toContain('a 1.0.0 · MIT\nb 1.0.0 · MIT\n\nUn texte.');
  expect(notices.match(/Un +texte/g)).toHaveLength(1);
  expect(notices).toContain('c 1.0.0 · MIT\n\nUn autre.');
});
