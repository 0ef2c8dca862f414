import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { construire } from './build.mjs';

/** Every check, in the order that fails fastest; the last line counts what passed and what failed. */
const compte = { passed: 0, failed: 0, skipped: 0 };

function etape(nom, commande, arguments_) {
  console.log(`\n— ${nom}`);
  const debut = Date.now();
  const { status } = spawnSync(commande, arguments_, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  console.log(`— ${nom} : ${status === 0 ? 'ok' : 'échec'} (${((Date.now() - debut) / 1000).toFixed(1)} s)`);
  return status === 0;
}

function simple(nom, commande, arguments_) {
  compte[etape(nom, commande, arguments_) ? 'passed' : 'failed'] += 1;
}

/** Adds a runner's own figures; a runner that stopped without any counts as one failure. */
function avecRapport(nom, commande, arguments_, rapport, lire) {
  rmSync(rapport, { force: true });
  const reussie = etape(nom, commande, arguments_);
  let chiffres = { passed: 0, failed: 0, skipped: 0 };
  try {
    chiffres = lire(JSON.parse(readFileSync(rapport, 'utf8')));
  } catch {
    chiffres.failed = 1;
  }
  if (!reussie && chiffres.failed === 0) chiffres.failed = 1;
  for (const cle of Object.keys(compte)) compte[cle] += chiffres[cle];
}

simple('Format, lint, cloisons', 'biome', ['ci', '.']);
simple('Types', 'tsc', ['--noEmit']);
avecRapport(
  'Unités, contrat, exploits',
  'vitest',
  ['run', '--reporter=default', '--reporter=json', '--outputFile.json=test-results/unites.json'],
  'test-results/unites.json',
  (rapport) => ({
    passed: rapport.numPassedTests,
    failed:
      rapport.numFailedTests +
      rapport.testResults.filter((f) => f.status === 'failed' && f.assertionResults.length === 0).length,
    skipped: rapport.numPendingTests + rapport.numTodoTests,
  }),
);
await construire();
avecRapport('Parcours', 'playwright', ['test'], 'test-results/e2e.json', ({ stats }) => ({
  passed: stats.expected + stats.flaky,
  failed: stats.unexpected,
  skipped: stats.skipped,
}));

console.log(
  `\n${compte.passed} passed, ${compte.failed} failed${compte.skipped ? `, ${compte.skipped} skipped` : ''}`,
);
process.exitCode = compte.failed === 0 ? 0 : 1;
