import { chromium } from 'playwright-core';
import { chromiumPourPdf } from '../../electron/chromium.ts';
import type { GenreDocument } from '../../shared/immersions/papiers.ts';
import type { Banc } from './banc.ts';
import type { Mesure } from './mesure.ts';

/** Papers as PDF: the legal one, and the longest table. */
const PAPIERS = [
  ['convention', 'Convention en PDF'],
  ['presence', 'Feuille de présence en PDF'],
] as const satisfies [GenreDocument, string][];

/** A paper as PDF, against a Chromium that already has its page and only prints it. Both browsers are warm. */
export async function mesuresPapiers(banc: Banc): Promise<{ mesures: Mesure[]; close(): Promise<void> }> {
  const id = banc.db.sqlite
    .prepare('SELECT id FROM immersion ORDER BY numero LIMIT 1')
    .pluck()
    .get() as string;
  const executablePath = await chromiumPourPdf();
  if (!executablePath) throw new Error('No Chromium here');
  const navigateur = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const mesures: Mesure[] = [];
  for (const [genre, nom] of PAPIERS) {
    await banc.appeler('immersions.pdf', { id, genre });
    const html = banc.imprimees.at(-1)!;
    mesures.push({
      nom,
      contre: 'Chromium imprimant la même page',
      buts: { rapport: 1.2, ms: 1000 },
      tours: 9,
      operation: () => banc.appeler('immersions.pdf', { id, genre }),
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
