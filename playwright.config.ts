import { defineConfig } from '@playwright/test';
import chromium from '@sparticuz/chromium';

// The host, the tests and the page live on the same day, wherever and at whatever hour they run.
process.env.TZ = 'Europe/Paris';

export default defineConfig({
  testDir: 'tests/e2e',
  fullyParallel: true,
  workers: 2,
  // On a shared machine of the forge a journey is tried once more, and named « flaky » at the end: to be repaired.
  retries: process.env.CI ? 1 : 0,
  // A busy machine is slow, not wrong: nothing here is judged by the clock.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    viewport: { width: 1366, height: 768 },
    locale: 'fr-FR',
    timezoneId: process.env.TZ,
    // Windows and menus are there at once: a test waits for what it asked for, not for a transition.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: { executablePath: await chromium.executablePath(), args: ['--no-sandbox'] },
    screenshot: 'only-on-failure',
  },
});
