import { chromium } from 'playwright-core';
import { chromiumPourPdf } from '../../electron/chromium.ts';
import type { Banc } from './banc.ts';
import type { Mesure } from './mesure.ts';

/** A convention as PDF, against a Chromium that already has its page and only prints it. Both browsers are warm. */
export async function mesureConvention(banc: Banc): Promise<Mesure & { close(): Promise<void> }> {
  const id = banc.db.sqlite
    .prepare('SELECT id FROM immersion ORDER BY numero LIMIT 1')
    .pluck()
    .get() as string;
  await banc.appeler('immersions.pdf', { id });
  const html = banc.imprimees.at(-1)!;
  const executablePath = await chromiumPourPdf();
  if (!executablePath) throw new Error('No Chromium here');
  const navigateur = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  return {
    nom: 'Convention en PDF',
    contre: 'Chromium imprimant la même page',
    tours: 9,
    operation: () => banc.appeler('immersions.pdf', { id }),
    plancher: async () => {
      const page = await navigateur.newPage();
      await page.setContent(html);
      await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
      await page.close();
    },
    close: () => navigateur.close(),
  };
}
