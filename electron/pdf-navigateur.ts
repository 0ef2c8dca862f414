import type { Browser } from 'playwright-core';
import { ErreurMetier } from '../shared/erreurs.ts';
import { chromiumPourPdf } from './chromium.ts';

/** Idle time (ms) after which the headless browser is closed. */
const REPOS = 60_000;

let ouvert: Promise<Browser> | null = null;
let minuterie: NodeJS.Timeout | undefined;

async function lancer(): Promise<Browser> {
  const executablePath = await chromiumPourPdf();
  if (!executablePath) throw new ErreurMetier('pdf-indisponible');
  const { chromium } = await import('playwright-core');
  try {
    return await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  } catch (cause) {
    throw new ErreurMetier('pdf-indisponible', { cause });
  }
}

/** A4, tagged, with outline; the page has neither script nor network. Throws `pdf-indisponible`. */
export async function genererPdf(html: string): Promise<Uint8Array> {
  clearTimeout(minuterie);
  ouvert ??= lancer();
  let navigateur: Browser;
  try {
    navigateur = await ouvert;
  } catch (erreur) {
    ouvert = null;
    throw erreur;
  }
  const contexte = await navigateur.newContext({ javaScriptEnabled: false, offline: true });
  try {
    const page = await contexte.newPage();
    await page.setContent(html, { waitUntil: 'load' });
    return await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
  } finally {
    await contexte.close();
    minuterie = setTimeout(() => void fermerPdf(), REPOS).unref();
  }
}

export async function fermerPdf(): Promise<void> {
  clearTimeout(minuterie);
  const fini = ouvert;
  ouvert = null;
  await (await fini?.catch(() => null))?.close();
}
