import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

test('our style sheets come after those of the components they adjust', () => {
  const dossier = 'dist/interface/assets';
  const feuilles = readdirSync(dossier).filter((nom) => nom.endsWith('.css'));
  expect(feuilles).toHaveLength(1);
  const style = readFileSync(join(dossier, feuilles[0]!), 'utf8');
  const premiereDesNotres = style.search(/\._[a-zA-Z]+_[\w-]{5}_\d+/);
  expect(premiereDesNotres).toBeGreaterThan(style.lastIndexOf('.m_'));
});
