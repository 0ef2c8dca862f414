import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { FichierProduit } from '../db/contexte.ts';
import { Depot } from '../db/depot.ts';
import { Dispatch } from '../db/dispatch.ts';
import { contrat } from '../shared/contrat.ts';
import type { Livraison } from '../shared/livraison.ts';
import { dossierDonnees } from './emplacements.ts';
import { fermerPdf, genererPdf } from './pdf-navigateur.ts';
import { journalDans, uuidV7 } from './ports.ts';

async function ecrireIci({ nom, contenu }: FichierProduit): Promise<Livraison> {
  const propre = basename(nom);
  writeFileSync(join(process.cwd(), propre), contenu);
  return { etat: 'enregistre', nom: propre };
}

/** One operation from the command line: JSON in, envelope out. Files it produces are written to the current folder. */
async function main(arguments_: string[]): Promise<number> {
  if (arguments_[0] === '--list') {
    for (const [nom, { genre }] of Object.entries(contrat)) console.log(`${nom}\t${genre}`);
    return 0;
  }
  let dossier = dossierDonnees();
  if (arguments_[0] === '--donnees') dossier = arguments_.splice(0, 2)[1] ?? dossier;
  const [nom, json = '{}'] = arguments_;
  if (nom === undefined) {
    console.error("Usage : npm run -s operation -- [--donnees DOSSIER] <operation> '<json>'   (ou --list)");
    return 2;
  }
  let charge: unknown;
  try {
    charge = JSON.parse(json);
  } catch {
    console.log(
      JSON.stringify({
        ok: false,
        error: { code: 'entree-invalide', message: 'L’entrée n’est pas du JSON valide.' },
      }),
    );
    return 1;
  }
  const depot = new Depot(dossier, () => new Date());
  depot.open();
  const dispatch = new Dispatch(
    depot,
    {
      clock: { now: () => new Date() },
      ids: { next: uuidV7 },
      files: {
        deliver: ecrireIci,
        open: ecrireIci,
        openDataFolder: async () => undefined,
      },
      pdf: { generate: genererPdf },
      pages: { publish: async (html) => `data:text/html;base64,${Buffer.from(html).toString('base64')}` },
      tasks: { begin: () => undefined, progress: () => undefined, cancelled: () => false },
      log: journalDans(dossier),
    },
    () => undefined,
  );
  const enveloppe = await dispatch.appeler(nom, charge);
  depot.close();
  await fermerPdf();
  console.log(JSON.stringify(enveloppe, null, 2));
  return enveloppe.ok ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
