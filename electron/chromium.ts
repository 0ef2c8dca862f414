import { existsSync } from 'node:fs';

const CONNUS: Record<string, string[]> = {
  linux: [
    '/usr/bin/google-chrome',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/microsoft-edge',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const racine = process.env[variable];
    return racine
      ? [
          `${racine}\\Google\\Chrome\\Application\\chrome.exe`,
          `${racine}\\Microsoft\\Edge\\Application\\msedge.exe`,
        ]
      : [];
  }),
};

/** Path of the machine's own Chrome, Edge or Chromium, or `null`. */
export function navigateurInstalle(): string | null {
  return CONNUS[process.platform]?.find((chemin) => existsSync(chemin)) ?? null;
}

/** The machine's browser, else the Chromium that travels inside an npm package; `null` where neither exists. */
export async function chromiumPourPdf(): Promise<string | null> {
  const installe = navigateurInstalle();
  if (installe) return installe;
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    return await chromium.executablePath();
  } catch {
    return null;
  }
}
