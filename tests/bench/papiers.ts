import { chromium } from 'playwright-core';
import { chromiumPourPdf } from '../../electron/chromium.ts';
import type { Banc } from './banc.ts';
import type { Mesure } from './mesure.ts';

/** A paper of a page or two; a bilan of a dozen, counted before it is printed. */
const COURT = { rapport: 1.2, ms: 1000 };
const LONG = { rapport: 2, ms: 2000 };

/** A paper as PDF, against a Chromium that already has its page and only prints it. Both browsers are warm. */
export async function mesuresPapiers(banc: Banc): Promise<{ mesures: Mesure[]; close(): Promise<void> }> {
  const premier = (table: 'immersion' | 'session_formation') =>
    banc.db.sqlite.prepare(`SELECT id FROM ${table} ORDER BY numero LIMIT 1`).pluck().get() as string;
  const id = premier('immersion');
  const sessionId = premier('session_formation');
  const bilan = await banc.appeler('bilans.ouvrir', {
    profil: 'ddets',
    debut: '2025-01-01',
    fin: '2025-12-31',
  });
  /** The legal one, the longest table, and the sheet of a whole session. */
  const papiers = [
    ['Convention en PDF', () => banc.appeler('immersions.pdf', { id, genre: 'convention' })],
    ['Feuille de présence en PDF', () => banc.appeler('immersions.pdf', { id, genre: 'presence' })],
    [
      'Feuille d’émargement d’une session en PDF',
      () => banc.appeler('formation.pdf', { id: sessionId, genre: 'emargement' }),
    ],
    ['Bilan DDETS d’un an en PDF', () => banc.appeler('bilans.pdf', { id: bilan.id }), LONG],
  ] as const;
  const executablePath = await chromiumPourPdf();
  if (!executablePath) throw new Error('No Chromium here');
  const navigateur = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const mesures: Mesure[] = [];
  for (const [nom, operation, buts = COURT] of papiers) {
    await operation();
    const html = banc.imprimees.at(-1)!;
    mesures.push({
      nom,
      contre: 'Chromium imprimant la même page',
      buts,
      tours: 9,
      operation,
      plancher: async () => {
        const page = await navigateur.newPage();
        await page.setContent(html);
        await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
        await page.close();
      },
    });
  }
  return { mesures, close: () => navigateur.close() };
}
