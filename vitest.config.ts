import { defineConfig } from 'vitest/config';

const TOUS = ['tests/{unit,contract,exploits}/**/*.test.{ts,tsx}'];

/** These replace modules or read the environment: each in a world of its own. */
const A_PART = ['tests/unit/electron/**/*.test.ts', 'tests/exploits/serveur.test.ts'];

export default defineConfig({
  test: {
    environment: 'node',
    testTimeout: 20_000,
    hookTimeout: 20_000,
    // Every core: by default one is left free, which on the machines of the forge is half of them.
    maxWorkers: '100%',
    projects: [
      // Nothing is kept between two files but the modules, read once per worker: half the time.
      { extends: true, test: { name: 'commun', include: TOUS, exclude: A_PART, isolate: false } },
      { extends: true, test: { name: 'à part', include: A_PART } },
    ],
  },
});
